CREATE INDEX "cart_lines_of_variant" ON "cart_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "likes_product" ON "likes" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "related_products_related" ON "related_products" USING btree ("related_id");--> statement-breakpoint
CREATE INDEX "stock_watches_variant" ON "stock_watches" USING btree ("variant_id");