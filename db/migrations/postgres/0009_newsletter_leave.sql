ALTER TABLE "outbox" ADD COLUMN "leave_link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "leave_hash" text DEFAULT '' NOT NULL;