CREATE TABLE "addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"street" text NOT NULL,
	"extra" text DEFAULT '' NOT NULL,
	"city" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"for_delivery" boolean DEFAULT false NOT NULL,
	"for_bills" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_customer" ON "addresses" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "addresses_removed" ON "addresses" USING btree ("removed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_for_delivery" ON "addresses" USING btree ("customer_id") WHERE "addresses"."for_delivery" and "addresses"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_for_bills" ON "addresses" USING btree ("customer_id") WHERE "addresses"."for_bills" and "addresses"."removed_at" is null;