CREATE TABLE "customer_groups" (
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "customer_groups_customer_id_name_pk" PRIMARY KEY("customer_id","name")
);
--> statement-breakpoint
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_groups_name" ON "customer_groups" USING btree ("name");