ALTER TABLE "reviews" ADD COLUMN "buyer_key" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "reply" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_buyer" ON "reviews" USING btree ("product_id","buyer_key");--> statement-breakpoint
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("decided_at","created_at");