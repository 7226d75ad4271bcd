-- What is searched: one row for each active product.
CREATE TABLE "search_docs" (
	"key" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	"product_id" text NOT NULL REFERENCES "products"("id") ON DELETE cascade,
	"title" text NOT NULL,
	"digest" text NOT NULL,
	"words" tsvector NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_docs_product" ON "search_docs" ("product_id");--> statement-breakpoint
-- By bytes, whatever the database's language: a title that begins with what was typed is a range then.
CREATE INDEX "search_docs_title" ON "search_docs" ("title" COLLATE "C");--> statement-breakpoint
CREATE INDEX "search_docs_words" ON "search_docs" USING gin ("words");--> statement-breakpoint
-- In which order products stand that match alike, the greatest first.
CREATE TABLE "search_ranks" (
	"key" bigint PRIMARY KEY NOT NULL REFERENCES "search_docs"("key") ON DELETE cascade,
	"rank" bigint NOT NULL
);
--> statement-breakpoint
-- Each word of the catalogue, and the same with one letter left out: how a word with a slip in it is recognised.
CREATE TABLE "search_slips" (
	"slip" text NOT NULL,
	"word" text NOT NULL,
	PRIMARY KEY ("slip", "word")
);
