-- What is searched: one row for each active product, with a whole number as its key, which is what FTS5 knows rows by.
CREATE TABLE `search_docs` (
	`key` integer PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL REFERENCES `products`(`id`) ON DELETE cascade,
	`title` text NOT NULL,
	`digest` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_product` ON `search_docs` (`product_id`);--> statement-breakpoint
CREATE INDEX `search_docs_title` ON `search_docs` (`title`);--> statement-breakpoint
-- In which order products stand that match alike, the greatest first. A table of its own, so narrow that all of it stays in
-- memory: looking that up in the products took ten times as long as finding them.
CREATE TABLE `search_ranks` (
	`key` integer PRIMARY KEY NOT NULL REFERENCES `search_docs`(`key`) ON DELETE cascade,
	`rank` integer NOT NULL
) STRICT;
--> statement-breakpoint
-- The words come in folded and marked ("t_mug" is a word of a title), so the tokenizer has nothing to do but to cut at
-- spaces: "ascii" takes every letter beyond ASCII as part of a word, "unicode61" only those of an old Unicode.
CREATE VIRTUAL TABLE `search_words` USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'", prefix='2 3 4 5');--> statement-breakpoint
CREATE TRIGGER `search_docs_gone` AFTER DELETE ON `search_docs` BEGIN
	DELETE FROM `search_words` WHERE rowid = old.key;
END;
--> statement-breakpoint
-- Each word of the catalogue, and the same with one letter left out: how a word with a slip in it is recognised.
CREATE TABLE `search_slips` (
	`slip` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY (`slip`, `word`)
) STRICT, WITHOUT ROWID;
