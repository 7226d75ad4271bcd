CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`act` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`result` text DEFAULT 'done' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`detail` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_price` integer NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cart_lines_quantity" CHECK("cart_lines"."quantity" between 1 and 99)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_variant` ON `cart_lines` (`cart_id`,`variant_id`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`state` text DEFAULT 'open' NOT NULL,
	`code_key` text DEFAULT '' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`shipping_method_id` text,
	`pickup_point_id` text,
	`draft` text,
	`count` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "carts_state" CHECK("carts"."state" in ('open', 'closed')),
	CONSTRAINT "carts_count" CHECK("carts"."count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `carts_customer` ON `carts` (`customer_id`,`state`);--> statement-breakpoint
CREATE INDEX `carts_updated` ON `carts` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `collection_products` (
	`collection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`shown` integer DEFAULT true NOT NULL,
	`price` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `product_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `collection_products_position` ON `collection_products` (`collection_id`,`shown`,`position`,`product_id`);--> statement-breakpoint
CREATE INDEX `collection_products_price` ON `collection_products` (`collection_id`,`shown`,`price`,`product_id`);--> statement-breakpoint
CREATE INDEX `collection_products_newest` ON `collection_products` (`collection_id`,`shown`,`created_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `collection_products_product` ON `collection_products` (`product_id`);--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`parent_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`rule` text,
	`picture` text DEFAULT '' NOT NULL,
	`listed` integer DEFAULT true NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`product_count` integer DEFAULT 0 NOT NULL,
	`price_from` integer,
	CONSTRAINT "collections_count" CHECK("collections"."product_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_handle` ON `collections` (`handle`);--> statement-breakpoint
CREATE INDEX `collections_parent` ON `collections` (`parent_id`,`position`);--> statement-breakpoint
CREATE TABLE `counters` (
	`key` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`display_name` text NOT NULL,
	`verified_at` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email` ON `customers` (`email_key`);--> statement-breakpoint
CREATE TABLE `facet_counts` (
	`collection_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `name`, `value`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "facet_counts_count" CHECK("facet_counts"."count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_changes` (
	`run_id` text NOT NULL,
	`what` text NOT NULL,
	`subject_id` text NOT NULL,
	`before` text,
	PRIMARY KEY(`run_id`, `what`, `subject_id`),
	FOREIGN KEY (`run_id`) REFERENCES `import_runs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`form` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`state` text NOT NULL,
	`counts` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `likes` (
	`owner` text NOT NULL,
	`product_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`owner`, `product_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `one_time_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`what` text NOT NULL,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	`detail` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_events_order` ON `order_events` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`variant_id` text NOT NULL,
	`handle` text NOT NULL,
	`title` text NOT NULL,
	`options` text DEFAULT '' NOT NULL,
	`sku` text DEFAULT '' NOT NULL,
	`picture` text DEFAULT '' NOT NULL,
	`quantity` integer NOT NULL,
	`tracked` integer NOT NULL,
	`unit` integer NOT NULL,
	`base` integer NOT NULL,
	`discount` integer NOT NULL,
	`net` integer NOT NULL,
	`tax` integer NOT NULL,
	`gross` integer NOT NULL,
	`shipped` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "order_lines_quantity" CHECK("order_lines"."quantity" > 0 and "order_lines"."shipped" between 0 and "order_lines"."quantity"),
	CONSTRAINT "order_lines_discount" CHECK("order_lines"."discount" between 0 and "order_lines"."base")
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_variant` ON `order_lines` (`variant_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`cart_id` text NOT NULL,
	`link_hash` text NOT NULL,
	`customer_id` text,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`state` text DEFAULT 'placed' NOT NULL,
	`archived` integer DEFAULT false NOT NULL,
	`payment_state` text NOT NULL,
	`delivery_state` text NOT NULL,
	`currency` text NOT NULL,
	`goods` integer NOT NULL,
	`discount` integer NOT NULL,
	`shipping` integer NOT NULL,
	`tax` integer NOT NULL,
	`total` integer NOT NULL,
	`totals` text NOT NULL,
	`delivery_type` text NOT NULL,
	`delivery_name` text NOT NULL,
	`delivery_time` text DEFAULT '' NOT NULL,
	`address` text,
	`billing` text,
	`pickup_point_id` text,
	`payment_method` text NOT NULL,
	`code_key` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`tracking` text DEFAULT '' NOT NULL,
	`placed_at` integer NOT NULL,
	`expires_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "orders_state" CHECK("orders"."state" in ('placed', 'canceled')),
	CONSTRAINT "orders_amounts" CHECK("orders"."total" >= 0 and "orders"."discount" >= 0 and "orders"."goods" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_cart` ON `orders` (`cart_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_link` ON `orders` (`link_hash`);--> statement-breakpoint
CREATE INDEX `orders_placed` ON `orders` (`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_states` ON `orders` (`state`,`payment_state`,`delivery_state`);--> statement-breakpoint
CREATE INDEX `orders_customer` ON `orders` (`customer_id`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_email` ON `orders` (`email_key`);--> statement-breakpoint
CREATE INDEX `orders_expiry` ON `orders` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`body_text` text NOT NULL,
	`order_id` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`trouble` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting', 'sent', 'kept', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`order_id`);--> statement-breakpoint
CREATE TABLE `pages` (
	`handle` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`footer_column` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `payment_events` (
	`provider` text NOT NULL,
	`event_id` text NOT NULL,
	`order_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`provider`, `event_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`provider` text NOT NULL,
	`state` text NOT NULL,
	`amount` integer NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`idempotency_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "payments_amount" CHECK("payments"."amount" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_idempotency` ON `payments` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `payments_order` ON `payments` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `pickup_points` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`street` text NOT NULL,
	`city` text NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`country` text NOT NULL,
	`hours` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`latitude` integer,
	`longitude` integer,
	`position` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`source` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`file` text DEFAULT '' NOT NULL,
	`width` integer DEFAULT 0 NOT NULL,
	`height` integer DEFAULT 0 NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'ready' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`trouble` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pictures_state_known" CHECK("pictures"."state" in ('ready', 'waiting', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `pictures_product` ON `pictures` (`product_id`,`position`);--> statement-breakpoint
CREATE INDEX `pictures_state` ON `pictures` (`state`,`tries`);--> statement-breakpoint
CREATE TABLE `product_facets` (
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`product_id`, `name`, `value`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `product_facets_value` ON `product_facets` (`name`,`value`,`product_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`title` text NOT NULL,
	`subtitle` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`vendor` text DEFAULT '' NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`tags` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`seo_title` text DEFAULT '' NOT NULL,
	`seo_description` text DEFAULT '' NOT NULL,
	`attributes` text NOT NULL,
	`options` text NOT NULL,
	`tax_class` text DEFAULT 'standard' NOT NULL,
	`lead_time` text DEFAULT '' NOT NULL,
	`digital` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`digest` text DEFAULT '' NOT NULL,
	`price_from` integer NOT NULL,
	`price_to` integer NOT NULL,
	`compare_at` integer,
	`reduced` integer DEFAULT false NOT NULL,
	`available` integer DEFAULT true NOT NULL,
	`variant_count` integer DEFAULT 1 NOT NULL,
	`picture` text DEFAULT '' NOT NULL,
	`picture_alt` text DEFAULT '' NOT NULL,
	`rating_sum` integer DEFAULT 0 NOT NULL,
	`rating_count` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "products_status_known" CHECK("products"."status" in ('draft', 'active', 'archived')),
	CONSTRAINT "products_prices" CHECK("products"."price_from" >= 0 and "products"."price_to" >= "products"."price_from"),
	CONSTRAINT "products_rating" CHECK("products"."rating_sum" >= 0 and "products"."rating_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `products_handle` ON `products` (`handle`);--> statement-breakpoint
CREATE INDEX `products_status` ON `products` (`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `promotion_codes` (
	`key` text PRIMARY KEY NOT NULL,
	`promotion_id` text NOT NULL,
	`use_limit` integer,
	`used` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`promotion_id`) REFERENCES `promotions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "promotion_codes_used" CHECK("promotion_codes"."used" >= 0 and ("promotion_codes"."use_limit" is null or "promotion_codes"."used" <= "promotion_codes"."use_limit"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `promotion_codes_promotion` ON `promotion_codes` (`promotion_id`);--> statement-breakpoint
CREATE TABLE `promotion_uses` (
	`promotion_id` text NOT NULL,
	`order_id` text NOT NULL,
	`code_key` text,
	`customer` text NOT NULL,
	`nth` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`promotion_id`, `order_id`),
	FOREIGN KEY (`promotion_id`) REFERENCES `promotions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `promotion_uses_customer` ON `promotion_uses` (`promotion_id`,`customer`,`nth`);--> statement-breakpoint
CREATE INDEX `promotion_uses_order` ON `promotion_uses` (`order_id`);--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`effect` text NOT NULL,
	`conditions` text NOT NULL,
	`coded` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`use_limit` integer,
	`customer_limit` integer,
	`used` integer DEFAULT 0 NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	CONSTRAINT "promotions_used" CHECK("promotions"."used" >= 0 and ("promotions"."use_limit" is null or "promotions"."used" <= "promotions"."use_limit"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `promotions_active` ON `promotions` (`active`,`coded`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`from` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`target_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `related_products` (
	`product_id` text NOT NULL,
	`related_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`product_id`, `related_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`related_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`author` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`rating` integer NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`shown` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reviews_rating" CHECK("reviews"."rating" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE INDEX `reviews_product` ON `reviews` (`product_id`,`shown`,`created_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`agent` text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_audience" CHECK("sessions"."audience" in ('shop', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`audience`,`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `shipping_methods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`price` integer NOT NULL,
	`by_weight` text NOT NULL,
	`free_from` integer,
	`countries` text NOT NULL,
	`regions` text NOT NULL,
	`postcodes` text NOT NULL,
	`excludes` text NOT NULL,
	`tax_class` text DEFAULT 'standard' NOT NULL,
	`time` text DEFAULT '' NOT NULL,
	`min_days` integer,
	`max_days` integer,
	`pickup_point_ids` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	CONSTRAINT "shipping_methods_type" CHECK("shipping_methods"."type" in ('delivery', 'pickup', 'digital')),
	CONSTRAINT "shipping_methods_price" CHECK("shipping_methods"."price" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`display_name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "staff_role" CHECK("staff"."role" in ('owner', 'manager', 'packer', 'content', 'reader'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email_key`);--> statement-breakpoint
CREATE TABLE `stock_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`change` integer NOT NULL,
	`cause` text NOT NULL,
	`order_id` text,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_moves_variant` ON `stock_moves` (`variant_id`,`at`);--> statement-breakpoint
CREATE INDEX `stock_moves_order` ON `stock_moves` (`order_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`email_key` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`confirmed_at` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tax_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`tax_class` text DEFAULT 'standard' NOT NULL,
	`name` text NOT NULL,
	`rate` integer NOT NULL,
	`compound` integer DEFAULT false NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `tax_zones`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tax_rates_rate" CHECK("tax_rates"."rate" between 0 and 1000000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `tax_rates_zone` ON `tax_rates` (`zone_id`,`tax_class`,`position`);--> statement-breakpoint
CREATE TABLE `tax_zones` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`postcode_from` text DEFAULT '' NOT NULL,
	`postcode_to` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `tax_zones_country` ON `tax_zones` (`country`,`region`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`option1` text DEFAULT '' NOT NULL,
	`option2` text DEFAULT '' NOT NULL,
	`option3` text DEFAULT '' NOT NULL,
	`sku` text DEFAULT '' NOT NULL,
	`barcode` text DEFAULT '' NOT NULL,
	`price` integer NOT NULL,
	`compare_at` integer,
	`weight` integer DEFAULT 0 NOT NULL,
	`stock` integer DEFAULT 0 NOT NULL,
	`tracked` integer DEFAULT true NOT NULL,
	`backorder` integer DEFAULT false NOT NULL,
	`max_per_order` integer DEFAULT 99 NOT NULL,
	`picture_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "variants_price" CHECK("variants"."price" >= 0),
	CONSTRAINT "variants_weight" CHECK("variants"."weight" >= 0),
	CONSTRAINT "variants_stock" CHECK("variants"."stock" >= 0 or "variants"."backorder" or not "variants"."tracked"),
	CONSTRAINT "variants_most" CHECK("variants"."max_per_order" between 1 and 99)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_options` ON `variants` (`product_id`,`option1`,`option2`,`option3`);--> statement-breakpoint
CREATE INDEX `variants_sku` ON `variants` (`sku`);--> statement-breakpoint
CREATE TABLE `versions` (
	`key` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `versions_seq` ON `versions` (`seq`);