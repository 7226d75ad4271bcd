ALTER TABLE `outbox` ADD `leave_link` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `subscribers` ADD `leave_hash` text DEFAULT '' NOT NULL;