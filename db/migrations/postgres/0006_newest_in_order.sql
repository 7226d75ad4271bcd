DROP INDEX "products_status";--> statement-breakpoint
CREATE INDEX "products_status" ON "products" USING btree ("status","created_at","id");