CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`company` text DEFAULT '' NOT NULL,
	`street` text NOT NULL,
	`extra` text DEFAULT '' NOT NULL,
	`city` text NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`country` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`for_delivery` integer DEFAULT false NOT NULL,
	`for_bills` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `addresses_customer` ON `addresses` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `addresses_removed` ON `addresses` (`removed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_for_delivery` ON `addresses` (`customer_id`) WHERE "addresses"."for_delivery" and "addresses"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_for_bills` ON `addresses` (`customer_id`) WHERE "addresses"."for_bills" and "addresses"."removed_at" is null;