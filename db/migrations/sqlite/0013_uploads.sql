CREATE TABLE `removed_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`file` text NOT NULL,
	`stood` text NOT NULL,
	`removed_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `removed_pictures_at` ON `removed_pictures` (`removed_at`);--> statement-breakpoint
CREATE INDEX `removed_pictures_product` ON `removed_pictures` (`product_id`);--> statement-breakpoint
CREATE INDEX `removed_pictures_file` ON `removed_pictures` (`file`);--> statement-breakpoint
ALTER TABLE `pictures` ADD `decorative` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `picture` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `picture_alt` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `picture_width` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reviews` ADD `picture_height` integer DEFAULT 0 NOT NULL;