CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text NOT NULL,
	"act" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"result" text DEFAULT 'done' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"cart_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"seen_price" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "cart_lines_quantity" CHECK ("cart_lines"."quantity" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"code_key" text DEFAULT '' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"shipping_method_id" text,
	"pickup_point_id" text,
	"draft" jsonb,
	"count" bigint DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_state" CHECK ("carts"."state" in ('open', 'closed')),
	CONSTRAINT "carts_count" CHECK ("carts"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "collection_products" (
	"collection_id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"shown" boolean DEFAULT true NOT NULL,
	"price" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_products_collection_id_product_id_pk" PRIMARY KEY("collection_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"parent_id" text,
	"position" bigint DEFAULT 0 NOT NULL,
	"rule" jsonb,
	"picture" text DEFAULT '' NOT NULL,
	"listed" boolean DEFAULT true NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"product_count" bigint DEFAULT 0 NOT NULL,
	"price_from" bigint,
	CONSTRAINT "collections_count" CHECK ("collections"."product_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"key" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"password_hash" text NOT NULL,
	"display_name" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facet_counts" (
	"collection_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "facet_counts_collection_id_name_value_pk" PRIMARY KEY("collection_id","name","value"),
	CONSTRAINT "facet_counts_count" CHECK ("facet_counts"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "import_changes" (
	"run_id" text NOT NULL,
	"what" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	CONSTRAINT "import_changes_run_id_what_subject_id_pk" PRIMARY KEY("run_id","what","subject_id")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"form" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "likes" (
	"owner" text NOT NULL,
	"product_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "likes_owner_product_id_pk" PRIMARY KEY("owner","product_id")
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"what" text NOT NULL,
	"who" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"position" bigint NOT NULL,
	"variant_id" text NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"options" text DEFAULT '' NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"picture" text DEFAULT '' NOT NULL,
	"quantity" bigint NOT NULL,
	"tracked" boolean NOT NULL,
	"unit" bigint NOT NULL,
	"base" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"net" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"gross" bigint NOT NULL,
	"shipped" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" > 0 and "order_lines"."shipped" between 0 and "order_lines"."quantity"),
	CONSTRAINT "order_lines_discount" CHECK ("order_lines"."discount" between 0 and "order_lines"."base")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"cart_id" text NOT NULL,
	"link_hash" text NOT NULL,
	"customer_id" text,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'placed' NOT NULL,
	"archived" boolean DEFAULT false NOT NULL,
	"payment_state" text NOT NULL,
	"delivery_state" text NOT NULL,
	"currency" text NOT NULL,
	"goods" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"totals" jsonb NOT NULL,
	"delivery_type" text NOT NULL,
	"delivery_name" text NOT NULL,
	"delivery_time" text DEFAULT '' NOT NULL,
	"address" jsonb,
	"billing" jsonb,
	"pickup_point_id" text,
	"payment_method" text NOT NULL,
	"code_key" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"tracking" text DEFAULT '' NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "orders_state" CHECK ("orders"."state" in ('placed', 'canceled')),
	CONSTRAINT "orders_amounts" CHECK ("orders"."total" >= 0 and "orders"."discount" >= 0 and "orders"."goods" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"body_text" text NOT NULL,
	"order_id" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" bigint DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"trouble" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sent', 'kept', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"handle" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"footer_column" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"order_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_events_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"provider" text NOT NULL,
	"state" text NOT NULL,
	"amount" bigint NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"idempotency_key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pickup_points" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"hours" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"latitude" bigint,
	"longitude" bigint,
	"position" bigint DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"source" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"position" bigint NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"file" text DEFAULT '' NOT NULL,
	"width" bigint DEFAULT 0 NOT NULL,
	"height" bigint DEFAULT 0 NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'ready' NOT NULL,
	"tries" bigint DEFAULT 0 NOT NULL,
	"trouble" text DEFAULT '' NOT NULL,
	CONSTRAINT "pictures_state_known" CHECK ("pictures"."state" in ('ready', 'waiting', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "product_facets" (
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "product_facets_product_id_name_value_pk" PRIMARY KEY("product_id","name","value")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"vendor" text DEFAULT '' NOT NULL,
	"type" text DEFAULT '' NOT NULL,
	"tags" jsonb NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"seo_title" text DEFAULT '' NOT NULL,
	"seo_description" text DEFAULT '' NOT NULL,
	"attributes" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"lead_time" text DEFAULT '' NOT NULL,
	"digital" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"digest" text DEFAULT '' NOT NULL,
	"price_from" bigint NOT NULL,
	"price_to" bigint NOT NULL,
	"compare_at" bigint,
	"reduced" boolean DEFAULT false NOT NULL,
	"available" boolean DEFAULT true NOT NULL,
	"variant_count" bigint DEFAULT 1 NOT NULL,
	"picture" text DEFAULT '' NOT NULL,
	"picture_alt" text DEFAULT '' NOT NULL,
	"rating_sum" bigint DEFAULT 0 NOT NULL,
	"rating_count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "products_status_known" CHECK ("products"."status" in ('draft', 'active', 'archived')),
	CONSTRAINT "products_prices" CHECK ("products"."price_from" >= 0 and "products"."price_to" >= "products"."price_from"),
	CONSTRAINT "products_rating" CHECK ("products"."rating_sum" >= 0 and "products"."rating_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "promotion_codes" (
	"key" text PRIMARY KEY NOT NULL,
	"promotion_id" text NOT NULL,
	"use_limit" bigint,
	"used" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "promotion_codes_used" CHECK ("promotion_codes"."used" >= 0 and ("promotion_codes"."use_limit" is null or "promotion_codes"."used" <= "promotion_codes"."use_limit"))
);
--> statement-breakpoint
CREATE TABLE "promotion_uses" (
	"promotion_id" text NOT NULL,
	"order_id" text NOT NULL,
	"code_key" text,
	"customer" text NOT NULL,
	"nth" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promotion_uses_promotion_id_order_id_pk" PRIMARY KEY("promotion_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"effect" jsonb NOT NULL,
	"conditions" jsonb NOT NULL,
	"coded" boolean NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"priority" bigint DEFAULT 0 NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"use_limit" bigint,
	"customer_limit" bigint,
	"used" bigint DEFAULT 0 NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "promotions_used" CHECK ("promotions"."used" >= 0 and ("promotions"."use_limit" is null or "promotions"."used" <= "promotions"."use_limit"))
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"from" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"target_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "related_products" (
	"product_id" text NOT NULL,
	"related_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "related_products_product_id_related_id_pk" PRIMARY KEY("product_id","related_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"author" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"rating" bigint NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"shown" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_rating" CHECK ("reviews"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"audience" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_audience" CHECK ("sessions"."audience" in ('shop', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipping_methods" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"price" bigint NOT NULL,
	"by_weight" jsonb NOT NULL,
	"free_from" bigint,
	"countries" jsonb NOT NULL,
	"regions" jsonb NOT NULL,
	"postcodes" jsonb NOT NULL,
	"excludes" jsonb NOT NULL,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"time" text DEFAULT '' NOT NULL,
	"min_days" bigint,
	"max_days" bigint,
	"pickup_point_ids" jsonb NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "shipping_methods_type" CHECK ("shipping_methods"."type" in ('delivery', 'pickup', 'digital')),
	CONSTRAINT "shipping_methods_price" CHECK ("shipping_methods"."price" >= 0)
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"password_hash" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('owner', 'manager', 'packer', 'content', 'reader'))
);
--> statement-breakpoint
CREATE TABLE "stock_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"change" bigint NOT NULL,
	"cause" text NOT NULL,
	"order_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"email_key" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text NOT NULL,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"name" text NOT NULL,
	"rate" bigint NOT NULL,
	"compound" boolean DEFAULT false NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "tax_rates_rate" CHECK ("tax_rates"."rate" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "tax_zones" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postcode_from" text DEFAULT '' NOT NULL,
	"postcode_to" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"position" bigint NOT NULL,
	"option1" text DEFAULT '' NOT NULL,
	"option2" text DEFAULT '' NOT NULL,
	"option3" text DEFAULT '' NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"barcode" text DEFAULT '' NOT NULL,
	"price" bigint NOT NULL,
	"compare_at" bigint,
	"weight" bigint DEFAULT 0 NOT NULL,
	"stock" bigint DEFAULT 0 NOT NULL,
	"tracked" boolean DEFAULT true NOT NULL,
	"backorder" boolean DEFAULT false NOT NULL,
	"max_per_order" bigint DEFAULT 99 NOT NULL,
	"picture_id" text,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "variants_price" CHECK ("variants"."price" >= 0),
	CONSTRAINT "variants_weight" CHECK ("variants"."weight" >= 0),
	CONSTRAINT "variants_stock" CHECK ("variants"."stock" >= 0 or "variants"."backorder" or not "variants"."tracked"),
	CONSTRAINT "variants_most" CHECK ("variants"."max_per_order" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"key" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_products" ADD CONSTRAINT "collection_products_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_products" ADD CONSTRAINT "collection_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facet_counts" ADD CONSTRAINT "facet_counts_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_run_id_import_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_facets" ADD CONSTRAINT "product_facets_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_codes" ADD CONSTRAINT "promotion_codes_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_related_id_products_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_zone_id_tax_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."tax_zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_variant" ON "cart_lines" USING btree ("cart_id","variant_id");--> statement-breakpoint
CREATE INDEX "carts_customer" ON "carts" USING btree ("customer_id","state");--> statement-breakpoint
CREATE INDEX "carts_updated" ON "carts" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "collection_products_position" ON "collection_products" USING btree ("collection_id","shown","position","product_id");--> statement-breakpoint
CREATE INDEX "collection_products_price" ON "collection_products" USING btree ("collection_id","shown","price","product_id");--> statement-breakpoint
CREATE INDEX "collection_products_newest" ON "collection_products" USING btree ("collection_id","shown","created_at","product_id");--> statement-breakpoint
CREATE INDEX "collection_products_product" ON "collection_products" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collections_handle" ON "collections" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "collections_parent" ON "collections" USING btree ("parent_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email" ON "customers" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "order_events_order" ON "order_events" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_variant" ON "order_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_cart" ON "orders" USING btree ("cart_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_link" ON "orders" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "orders" USING btree ("placed_at");--> statement-breakpoint
CREATE INDEX "orders_states" ON "orders" USING btree ("state","payment_state","delivery_state");--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("customer_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_email" ON "orders" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "orders_expiry" ON "orders" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "outbox_created" ON "outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_idempotency" ON "payments" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "payments_order" ON "payments" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "pictures_product" ON "pictures" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "pictures_state" ON "pictures" USING btree ("state","tries");--> statement-breakpoint
CREATE INDEX "product_facets_value" ON "product_facets" USING btree ("name","value","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_handle" ON "products" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "products_status" ON "products" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "promotion_codes_promotion" ON "promotion_codes" USING btree ("promotion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "promotion_uses_customer" ON "promotion_uses" USING btree ("promotion_id","customer","nth");--> statement-breakpoint
CREATE INDEX "promotion_uses_order" ON "promotion_uses" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "promotions_active" ON "promotions" USING btree ("active","coded");--> statement-breakpoint
CREATE INDEX "reviews_product" ON "reviews" USING btree ("product_id","shown","created_at");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("audience","account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "stock_moves_variant" ON "stock_moves" USING btree ("variant_id","at");--> statement-breakpoint
CREATE INDEX "stock_moves_order" ON "stock_moves" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "tax_rates_zone" ON "tax_rates" USING btree ("zone_id","tax_class","position");--> statement-breakpoint
CREATE INDEX "tax_zones_country" ON "tax_zones" USING btree ("country","region");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_options" ON "variants" USING btree ("product_id","option1","option2","option3");--> statement-breakpoint
CREATE INDEX "variants_sku" ON "variants" USING btree ("sku");--> statement-breakpoint
CREATE INDEX "versions_seq" ON "versions" USING btree ("seq");