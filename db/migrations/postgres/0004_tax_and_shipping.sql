ALTER TABLE "shipping_methods" ADD COLUMN "by_value" jsonb;--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD COLUMN "zone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "priority" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD COLUMN "on_shipping" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "tax_zones" ADD COLUMN "postcodes" jsonb;--> statement-breakpoint
ALTER TABLE "tax_zones" ADD COLUMN "cities" jsonb;