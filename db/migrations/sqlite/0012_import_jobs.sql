CREATE TABLE `import_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`bytes` integer NOT NULL,
	`form` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`turn` text,
	`holder` text DEFAULT '' NOT NULL,
	`beat_at` integer,
	`cancel_asked` integer DEFAULT false NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	`row` integer DEFAULT 0 NOT NULL,
	`counts` text NOT NULL,
	`troubles` integer DEFAULT 0 NOT NULL,
	`trouble` text DEFAULT '' NOT NULL,
	`run_id` text DEFAULT '' NOT NULL,
	`who` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	CONSTRAINT "import_jobs_state_known" CHECK("import_jobs"."state" in ('checking', 'checked', 'importing', 'undoing', 'done', 'canceled', 'undone', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_jobs_turn` ON `import_jobs` (`turn`);--> statement-breakpoint
CREATE INDEX `import_jobs_created` ON `import_jobs` (`created_at`);--> statement-breakpoint
CREATE TABLE `import_troubles` (
	`job_id` text NOT NULL,
	`nth` integer NOT NULL,
	`row` integer NOT NULL,
	`column` text NOT NULL,
	`reason` text NOT NULL,
	`left_out` integer NOT NULL,
	PRIMARY KEY(`job_id`, `nth`),
	FOREIGN KEY (`job_id`) REFERENCES `import_jobs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
