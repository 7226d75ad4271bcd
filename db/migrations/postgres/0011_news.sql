CREATE TABLE "news" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"what" text NOT NULL,
	"listed" boolean DEFAULT true NOT NULL,
	"order_id" text,
	"variant_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stock_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"customer_id" text,
	"guest" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"not_before" timestamp (3) with time zone,
	"leave_hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_watches" (
	"owner" text NOT NULL,
	"variant_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "stock_watches_owner_variant_id_pk" PRIMARY KEY("owner","variant_id")
);
--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_notices" ADD CONSTRAINT "stock_notices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_watches" ADD CONSTRAINT "stock_watches_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "news_seq" ON "news" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "news_owner" ON "news" USING btree ("owner","seq");--> statement-breakpoint
CREATE INDEX "news_order" ON "news" USING btree ("order_id","seq");--> statement-breakpoint
CREATE INDEX "news_variant" ON "news" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_notices_one" ON "stock_notices" USING btree ("variant_id","email_key");--> statement-breakpoint
CREATE INDEX "stock_notices_waiting" ON "stock_notices" USING btree ("told_at","variant_id");--> statement-breakpoint
CREATE INDEX "stock_notices_email" ON "stock_notices" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "stock_notices_customer" ON "stock_notices" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "stock_notices_guest" ON "stock_notices" USING btree ("guest");--> statement-breakpoint
CREATE INDEX "stock_notices_leave" ON "stock_notices" USING btree ("leave_hash");--> statement-breakpoint
CREATE INDEX "stock_watches_waiting" ON "stock_watches" USING btree ("told_at","variant_id");