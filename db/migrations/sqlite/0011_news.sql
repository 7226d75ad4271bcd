CREATE TABLE `news` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`owner` text DEFAULT '' NOT NULL,
	`what` text NOT NULL,
	`listed` integer DEFAULT true NOT NULL,
	`order_id` text,
	`variant_id` text,
	`at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `news_seq` ON `news` (`seq`);--> statement-breakpoint
CREATE INDEX `news_owner` ON `news` (`owner`,`seq`);--> statement-breakpoint
CREATE INDEX `news_order` ON `news` (`order_id`,`seq`);--> statement-breakpoint
CREATE INDEX `news_variant` ON `news` (`variant_id`);--> statement-breakpoint
CREATE TABLE `stock_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`customer_id` text,
	`guest` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`told_at` integer,
	`not_before` integer,
	`leave_hash` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_notices_one` ON `stock_notices` (`variant_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `stock_notices_waiting` ON `stock_notices` (`told_at`,`variant_id`);--> statement-breakpoint
CREATE INDEX `stock_notices_email` ON `stock_notices` (`email_key`);--> statement-breakpoint
CREATE INDEX `stock_notices_customer` ON `stock_notices` (`customer_id`);--> statement-breakpoint
CREATE INDEX `stock_notices_guest` ON `stock_notices` (`guest`);--> statement-breakpoint
CREATE INDEX `stock_notices_leave` ON `stock_notices` (`leave_hash`);--> statement-breakpoint
CREATE TABLE `stock_watches` (
	`owner` text NOT NULL,
	`variant_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`owner`, `variant_id`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_watches_waiting` ON `stock_watches` (`told_at`,`variant_id`);