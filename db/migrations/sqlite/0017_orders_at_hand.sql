DROP INDEX `orders_placed`;--> statement-breakpoint
CREATE INDEX `orders_to_ship` ON `orders` (`placed_at`,`id`) WHERE ("orders"."state" || '') = 'placed' and "orders"."delivery_state" in ('unfulfilled', 'partly_shipped');--> statement-breakpoint
CREATE INDEX `orders_guests` ON `orders` (`email_key`) WHERE coalesce("orders"."customer_id", '') = '';--> statement-breakpoint
CREATE INDEX `orders_placed` ON `orders` (`placed_at`,`state`,`total`);