ALTER TABLE `shipping_methods` ADD `by_value` text;--> statement-breakpoint
ALTER TABLE `shipping_methods` ADD `zone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tax_rates` ADD `priority` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `tax_rates` ADD `on_shipping` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `tax_zones` ADD `postcodes` text;--> statement-breakpoint
ALTER TABLE `tax_zones` ADD `cities` text;