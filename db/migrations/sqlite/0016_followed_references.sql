CREATE INDEX `cart_lines_of_variant` ON `cart_lines` (`variant_id`);--> statement-breakpoint
CREATE INDEX `likes_product` ON `likes` (`product_id`);--> statement-breakpoint
CREATE INDEX `related_products_related` ON `related_products` (`related_id`);--> statement-breakpoint
CREATE INDEX `stock_watches_variant` ON `stock_watches` (`variant_id`);