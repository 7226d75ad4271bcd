CREATE TABLE `order_links` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_links_order` ON `order_links` (`order_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_codes_owner` ON `recovery_codes` (`owner`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`owner` text PRIMARY KEY NOT NULL,
	`seed` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `one_time_tokens` ADD `detail` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proven_at` integer;