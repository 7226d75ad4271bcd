CREATE TABLE "import_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"bytes" bigint NOT NULL,
	"form" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"turn" text,
	"holder" text DEFAULT '' NOT NULL,
	"beat_at" timestamp (3) with time zone,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"total" bigint DEFAULT 0 NOT NULL,
	"row" bigint DEFAULT 0 NOT NULL,
	"counts" jsonb NOT NULL,
	"troubles" bigint DEFAULT 0 NOT NULL,
	"trouble" text DEFAULT '' NOT NULL,
	"run_id" text DEFAULT '' NOT NULL,
	"who" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "import_jobs_state_known" CHECK ("import_jobs"."state" in ('checking', 'checked', 'importing', 'undoing', 'done', 'canceled', 'undone', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "import_troubles" (
	"job_id" text NOT NULL,
	"nth" bigint NOT NULL,
	"row" bigint NOT NULL,
	"column" text NOT NULL,
	"reason" text NOT NULL,
	"left_out" boolean NOT NULL,
	CONSTRAINT "import_troubles_job_id_nth_pk" PRIMARY KEY("job_id","nth")
);
--> statement-breakpoint
ALTER TABLE "import_troubles" ADD CONSTRAINT "import_troubles_job_id_import_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."import_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_jobs_turn" ON "import_jobs" USING btree ("turn");--> statement-breakpoint
CREATE INDEX "import_jobs_created" ON "import_jobs" USING btree ("created_at");