ALTER TABLE `reviews` ADD `buyer_key` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `reviews` ADD `reply` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_buyer` ON `reviews` (`product_id`,`buyer_key`);--> statement-breakpoint
CREATE INDEX `reviews_waiting` ON `reviews` (`decided_at`,`created_at`);