CREATE TABLE `customer_groups` (
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`customer_id`, `name`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_groups_name` ON `customer_groups` (`name`);