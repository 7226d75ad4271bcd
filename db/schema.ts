import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Cents } from "#src/pricing/money.ts";
import { kind } from "./dialect.ts";

// Every table, once, for both databases. Amounts are minor units of the shop's currency, rates millionths, moments
// milliseconds on SQLite. A rule that a table can hold is a CHECK or UNIQUE here and needs no code to keep it.

/** What the shopkeeper sets: name, address, currency, tax and so on. `value` is JSON. */
export const settings = kind.table("settings", {
  key: kind.id("key").primaryKey(),
  value: kind.json<unknown>("value").notNull(),
});

/** Counters handed out one at a time, such as order numbers. */
export const counters = kind.table("counters", {
  key: kind.id("key").primaryKey(),
  value: kind.count("value").notNull(),
});

/** One row for each thing a kept page may depend on; `seq` grows by every write that changes what it shows. */
export const versions = kind.table(
  "versions",
  {
    key: kind.id("key").primaryKey(),
    seq: kind.count("seq").notNull(),
  },
  (table) => [kind.index("versions_seq").on(table.seq)],
);

// ---- catalogue ----

export type Attribute = { readonly name: string; readonly value: string };
/** `pictured`: its values change the picture, so they are shown as swatches. */
export type ProductOption = { readonly name: string; readonly values: readonly string[]; readonly pictured?: boolean };

/**
 * The columns from `priceFrom` on are kept: what a card shows, written again by every act that changes the product's
 * variants, pictures or reviews, so that lists read one table.
 */
export const products = kind.table(
  "products",
  {
    id: kind.id("id").primaryKey(),
    handle: kind.words("handle").notNull(),
    title: kind.words("title").notNull(),
    /** One line below the title on cards: "Stoneware, 350 ml". */
    subtitle: kind.words("subtitle").notNull().default(""),
    /** Sanitised HTML. */
    description: kind.words("description").notNull().default(""),
    vendor: kind.words("vendor").notNull().default(""),
    type: kind.words("type").notNull().default(""),
    tags: kind.json<readonly string[]>("tags").notNull(),
    /** draft, active or archived; only active ones are shown. */
    status: kind.words("status").notNull().default("active"),
    seoTitle: kind.words("seo_title").notNull().default(""),
    seoDescription: kind.words("seo_description").notNull().default(""),
    attributes: kind.json<readonly Attribute[]>("attributes").notNull(),
    /** Up to three, in the order of a variant's option1 to option3. */
    options: kind.json<readonly ProductOption[]>("options").notNull(),
    taxClass: kind.words("tax_class").notNull().default("standard"),
    /** How long it takes when it is not on the shelf, in words. */
    leadTime: kind.words("lead_time").notNull().default(""),
    /** A thing without delivery. */
    digital: kind.flag("digital").notNull().default(false),
    createdAt: kind.moment("created_at").notNull(),
    updatedAt: kind.moment("updated_at").notNull(),
    version: kind.count("version").notNull().default(1),
    /** Where it came from: "demo", an import's id, or "" when made by hand. */
    source: kind.words("source").notNull().default(""),
    /** A digest of what an import said of it, so that the same file changes nothing the second time. */
    digest: kind.words("digest").notNull().default(""),

    priceFrom: kind.cents("price_from").notNull(),
    priceTo: kind.cents("price_to").notNull(),
    /** The compare-at price of the cheapest variant where it is reduced. */
    compareAt: kind.cents("compare_at"),
    reduced: kind.flag("reduced").notNull().default(false),
    available: kind.flag("available").notNull().default(true),
    variantCount: kind.count("variant_count").notNull().default(1),
    /** The first picture's `file`, or "" for none. */
    picture: kind.words("picture").notNull().default(""),
    pictureAlt: kind.words("picture_alt").notNull().default(""),
    ratingSum: kind.count("rating_sum").notNull().default(0),
    ratingCount: kind.count("rating_count").notNull().default(0),
  },
  (table) => [
    kind.uniqueIndex("products_handle").on(table.handle),
    kind.index("products_status").on(table.status, table.createdAt, table.id),
    kind.check("products_status_known", sql`${table.status} in ('draft', 'active', 'archived')`),
    kind.check("products_prices", sql`${table.priceFrom} >= 0 and ${table.priceTo} >= ${table.priceFrom}`),
    kind.check("products_rating", sql`${table.ratingSum} >= 0 and ${table.ratingCount} >= 0`),
  ],
);

/** What is sold: one combination of options, with a shelf of its own. Options that a product lacks are "". */
export const variants = kind.table(
  "variants",
  {
    id: kind.id("id").primaryKey(),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: kind.count("position").notNull(),
    option1: kind.words("option1").notNull().default(""),
    option2: kind.words("option2").notNull().default(""),
    option3: kind.words("option3").notNull().default(""),
    sku: kind.words("sku").notNull().default(""),
    barcode: kind.words("barcode").notNull().default(""),
    price: kind.cents("price").notNull(),
    compareAt: kind.cents("compare_at"),
    /** Grams. */
    weight: kind.count("weight").notNull().default(0),
    stock: kind.count("stock").notNull().default(0),
    /** Whether stock is counted at all. */
    tracked: kind.flag("tracked").notNull().default(true),
    /** Whether it may be sold when the shelf is empty; stock then goes below zero. */
    backorder: kind.flag("backorder").notNull().default(false),
    /** The most one order may take; 99 where nothing is said. */
    maxPerOrder: kind.count("max_per_order").notNull().default(99),
    pictureId: kind.id("picture_id"),
    version: kind.count("version").notNull().default(1),
  },
  (table) => [
    kind.uniqueIndex("variants_options").on(table.productId, table.option1, table.option2, table.option3),
    kind.index("variants_sku").on(table.sku),
    kind.check("variants_price", sql`${table.price} >= 0`),
    kind.check("variants_weight", sql`${table.weight} >= 0`),
    kind.check("variants_stock", sql`${table.stock} >= 0 or ${table.backorder} or not ${table.tracked}`),
    kind.check("variants_most", sql`${table.maxPerOrder} between 1 and 99`),
  ],
);

/**
 * A product's pictures in order. `file` is the name below /pictures, without size: "pushcart-mug.svg" for a vector,
 * "<id>.webp" for one that was made from an upload, whose sizes are "<id>-320.webp" and so on.
 */
export const pictures = kind.table(
  "pictures",
  {
    id: kind.id("id").primaryKey(),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: kind.count("position").notNull(),
    alt: kind.words("alt").notNull().default(""),
    file: kind.words("file").notNull().default(""),
    width: kind.count("width").notNull().default(0),
    height: kind.count("height").notNull().default(0),
    /** The address it is fetched from, when it came by an import. */
    source: kind.words("source").notNull().default(""),
    /** ready, waiting to be fetched, or failed. */
    state: kind.words("state").notNull().default("ready"),
    tries: kind.count("tries").notNull().default(0),
    trouble: kind.words("trouble").notNull().default(""),
    /** It says nothing that the words beside it do not: then it needs no words of its own. */
    decorative: kind.flag("decorative").notNull().default(false),
  },
  (table) => [
    kind.index("pictures_product").on(table.productId, table.position),
    kind.index("pictures_state").on(table.state, table.tries),
    kind.check("pictures_state_known", sql`${table.state} in ('ready', 'waiting', 'failed')`),
  ],
);

/** What was taken away at the desk: it can be put back until it is swept, its files with it. */
export const removedPictures = kind.table(
  "removed_pictures",
  {
    id: kind.id("id").primaryKey(),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    file: kind.words("file").notNull(),
    /** The row of `pictures` as it stood. */
    stood: kind.json<unknown>("stood").notNull(),
    removedAt: kind.moment("removed_at").notNull(),
  },
  (table) => [
    kind.index("removed_pictures_at").on(table.removedAt),
    kind.index("removed_pictures_product").on(table.productId),
    kind.index("removed_pictures_file").on(table.file),
  ],
);

/** How a rule collection picks its products: all (or any) of the conditions. */
export type CollectionRule = {
  readonly match: "all" | "any";
  readonly conditions: readonly {
    readonly field: "tag" | "type" | "vendor" | "title" | "price" | "reduced";
    readonly is: "equals" | "contains" | "below" | "above";
    readonly value: string;
  }[];
};

export const collections = kind.table(
  "collections",
  {
    id: kind.id("id").primaryKey(),
    handle: kind.words("handle").notNull(),
    title: kind.words("title").notNull(),
    description: kind.words("description").notNull().default(""),
    parentId: kind.id("parent_id"),
    position: kind.count("position").notNull().default(0),
    /** Null: filled by hand. */
    rule: kind.json<CollectionRule | null>("rule"),
    picture: kind.words("picture").notNull().default(""),
    /** Whether the main menu names it. */
    listed: kind.flag("listed").notNull().default(true),
    source: kind.words("source").notNull().default(""),
    /** Kept: active products in it, and the least price among them. */
    productCount: kind.count("product_count").notNull().default(0),
    priceFrom: kind.cents("price_from"),
  },
  (table) => [
    kind.uniqueIndex("collections_handle").on(table.handle),
    kind.index("collections_parent").on(table.parentId, table.position),
    kind.check("collections_count", sql`${table.productCount} >= 0`),
  ],
);

/**
 * Who is in which collection, for those by hand and by rule alike. `shown` (the product is active), `price` (its
 * `priceFrom`) and `createdAt` are kept copies, so that a page of a large collection is read off an index.
 */
export const collectionProducts = kind.table(
  "collection_products",
  {
    collectionId: kind
      .id("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: kind.count("position").notNull().default(0),
    shown: kind.flag("shown").notNull().default(true),
    price: kind.cents("price").notNull(),
    createdAt: kind.moment("created_at").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.collectionId, table.productId] }),
    kind.index("collection_products_position").on(table.collectionId, table.shown, table.position, table.productId),
    kind.index("collection_products_price").on(table.collectionId, table.shown, table.price, table.productId),
    kind.index("collection_products_newest").on(table.collectionId, table.shown, table.createdAt, table.productId),
    kind.index("collection_products_product").on(table.productId),
  ],
);

/** What can be filtered by: an option's values, the vendor, the type, an attribute. One row for each value of a product. */
export const productFacets = kind.table(
  "product_facets",
  {
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    name: kind.words("name").notNull(),
    value: kind.words("value").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.productId, table.name, table.value] }),
    kind.index("product_facets_value").on(table.name, table.value, table.productId),
  ],
);

/** Kept: how many shown products of a collection have a facet's value. */
export const facetCounts = kind.table(
  "facet_counts",
  {
    collectionId: kind
      .id("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    name: kind.words("name").notNull(),
    value: kind.words("value").notNull(),
    count: kind.count("count").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.collectionId, table.name, table.value] }),
    kind.check("facet_counts_count", sql`${table.count} >= 0`),
  ],
);

export const relatedProducts = kind.table(
  "related_products",
  {
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    relatedId: kind
      .id("related_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: kind.count("position").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.productId, table.relatedId] }),
    kind.index("related_products_related").on(table.relatedId),
  ],
);

/** Addresses that a product or a collection had before: "products/old-handle" leads to where it is now. */
export const redirects = kind.table("redirects", {
  from: kind.id("from").primaryKey(),
  /** product or collection */
  what: kind.words("what").notNull(),
  targetId: kind.id("target_id").notNull(),
});

export const reviews = kind.table(
  "reviews",
  {
    id: kind.id("id").primaryKey(),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    author: kind.words("author").notNull(),
    place: kind.words("place").notNull().default(""),
    rating: kind.count("rating").notNull(),
    title: kind.words("title").notNull().default(""),
    body: kind.words("body").notNull().default(""),
    shown: kind.flag("shown").notNull().default(true),
    createdAt: kind.moment("created_at").notNull(),
    /** The key of the address that a buyer ordered with; null for those that came with the goods. */
    buyerKey: kind.words("buyer_key"),
    /** When the shop showed or hid it; null: it waits. */
    decidedAt: kind.moment("decided_at"),
    /** What the shop says to it, below it. */
    reply: kind.words("reply").notNull().default(""),
    /** A picture that the buyer sent along: its `file` as in `pictures`, or "" for none. */
    picture: kind.words("picture").notNull().default(""),
    pictureAlt: kind.words("picture_alt").notNull().default(""),
    pictureWidth: kind.count("picture_width").notNull().default(0),
    pictureHeight: kind.count("picture_height").notNull().default(0),
  },
  (table) => [
    kind.uniqueIndex("reviews_buyer").on(table.productId, table.buyerKey),
    kind.index("reviews_waiting").on(table.decidedAt, table.createdAt),
    kind.index("reviews_product").on(table.productId, table.shown, table.createdAt),
    kind.check("reviews_rating", sql`${table.rating} between 1 and 5`),
  ],
);

export const pages = kind.table("pages", {
  handle: kind.id("handle").primaryKey(),
  title: kind.words("title").notNull(),
  /** Markdown. */
  body: kind.words("body").notNull(),
  position: kind.count("position").notNull().default(0),
  /** help, shop or "" : which column of the footer names it. */
  column: kind.words("footer_column").notNull().default(""),
  updatedAt: kind.moment("updated_at").notNull(),
});

export const likes = kind.table(
  "likes",
  {
    /** "c:<customer>" or "g:<guest>". */
    owner: kind.words("owner").notNull(),
    productId: kind
      .id("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    at: kind.moment("at").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.owner, table.productId] }),
    kind.index("likes_product").on(table.productId),
  ],
);

export const importRuns = kind.table("import_runs", {
  id: kind.id("id").primaryKey(),
  file: kind.words("file").notNull(),
  form: kind.words("form").notNull(),
  startedAt: kind.moment("started_at").notNull(),
  endedAt: kind.moment("ended_at"),
  /** running, done or undone */
  state: kind.words("state").notNull(),
  counts: kind.json<Readonly<Record<string, number>>>("counts").notNull(),
});

/** What an import changed, and what stood there before (null: nothing), for `import --undo`. */
export const importChanges = kind.table(
  "import_changes",
  {
    runId: kind
      .id("run_id")
      .notNull()
      .references(() => importRuns.id, { onDelete: "cascade" }),
    what: kind.words("what").notNull(),
    subjectId: kind.id("subject_id").notNull(),
    before: kind.json<unknown>("before"),
  },
  (table) => [kind.primaryKey({ columns: [table.runId, table.what, table.subjectId] })],
);

/**
 * A product file that was sent at the desk, and what is being done with it. The file itself lies in the data folder, under
 * the id. Whoever works on it notes that every second: another process goes on where the notes have stopped.
 */
export const importJobs = kind.table(
  "import_jobs",
  {
    id: kind.id("id").primaryKey(),
    /** What its sender called the file: shown, never a path. */
    file: kind.words("file").notNull(),
    bytes: kind.count("bytes").notNull(),
    /** The form it is read as; "" until that is known, unless it was chosen. */
    form: kind.words("form").notNull().default(""),
    /** checking, checked, importing, undoing, done, canceled, undone or failed */
    state: kind.words("state").notNull(),
    /** "one" while something is being done with it, null otherwise: so there is one at a time. */
    turn: kind.words("turn"),
    /** Which process works on it, and when it last said so. */
    holder: kind.words("holder").notNull().default(""),
    beatAt: kind.moment("beat_at"),
    cancelAsked: kind.flag("cancel_asked").notNull().default(false),
    /** Products so far, of how many; the row that was reached. */
    done: kind.count("done").notNull().default(0),
    total: kind.count("total").notNull().default(0),
    row: kind.count("row").notNull().default(0),
    counts: kind.json<Readonly<Record<string, number>>>("counts").notNull(),
    troubles: kind.count("troubles").notNull().default(0),
    /** Why it failed, in a sentence. */
    trouble: kind.words("trouble").notNull().default(""),
    /** What it has changed, in `import_runs`; "" for nothing yet. */
    runId: kind.id("run_id").notNull().default(""),
    who: kind.words("who").notNull(),
    createdAt: kind.moment("created_at").notNull(),
    /** When what is being done was begun, and when it ended. */
    startedAt: kind.moment("started_at").notNull(),
    endedAt: kind.moment("ended_at"),
  },
  (table) => [
    kind.uniqueIndex("import_jobs_turn").on(table.turn),
    kind.index("import_jobs_created").on(table.createdAt),
    kind.check(
      "import_jobs_state_known",
      sql`${table.state} in ('checking', 'checked', 'importing', 'undoing', 'done', 'canceled', 'undone', 'failed')`,
    ),
  ],
);

/** What is wrong in such a file, row by row. */
export const importTroubles = kind.table(
  "import_troubles",
  {
    jobId: kind
      .id("job_id")
      .notNull()
      .references(() => importJobs.id, { onDelete: "cascade" }),
    nth: kind.count("nth").notNull(),
    row: kind.count("row").notNull(),
    column: kind.words("column").notNull(),
    reason: kind.words("reason").notNull(),
    leftOut: kind.flag("left_out").notNull(),
  },
  (table) => [kind.primaryKey({ columns: [table.jobId, table.nth] })],
);

// ---- inventory ----

/** Every movement of a shelf with its cause; the sum of a variant's rows is its stock since the first of them. */
export const stockMoves = kind.table(
  "stock_moves",
  {
    id: kind.id("id").primaryKey(),
    variantId: kind.id("variant_id").notNull(),
    change: kind.count("change").notNull(),
    /** placed, canceled, expired, counted, imported */
    cause: kind.words("cause").notNull(),
    orderId: kind.id("order_id"),
    at: kind.moment("at").notNull(),
  },
  (table) => [
    kind.index("stock_moves_variant").on(table.variantId, table.at),
    kind.index("stock_moves_order").on(table.orderId),
  ],
);

// ---- promotions, tax, shipping ----

export const promotions = kind.table(
  "promotions",
  {
    id: kind.id("id").primaryKey(),
    name: kind.words("name").notNull(),
    /** What it does, as src/promotions reads it. */
    effect: kind.json<unknown>("effect").notNull(),
    /** What must hold: minimum spend, dates and so on, as src/promotions reads it. */
    conditions: kind.json<unknown>("conditions").notNull(),
    /** Whether a code is needed. */
    coded: kind.flag("coded").notNull(),
    active: kind.flag("active").notNull().default(true),
    priority: kind.count("priority").notNull().default(0),
    startsAt: kind.moment("starts_at"),
    endsAt: kind.moment("ends_at"),
    /** How many orders may use it in all, and how many each customer may; null: as many as like. */
    useLimit: kind.count("use_limit"),
    customerLimit: kind.count("customer_limit"),
    used: kind.count("used").notNull().default(0),
    source: kind.words("source").notNull().default(""),
  },
  (table) => [
    kind.index("promotions_active").on(table.active, table.coded),
    kind.check(
      "promotions_used",
      sql`${table.used} >= 0 and (${table.useLimit} is null or ${table.used} <= ${table.useLimit})`,
    ),
  ],
);

/** Codes of promotions; `key` is the code without spaces, in capitals. */
export const promotionCodes = kind.table(
  "promotion_codes",
  {
    key: kind.id("key").primaryKey(),
    promotionId: kind
      .id("promotion_id")
      .notNull()
      .references(() => promotions.id, { onDelete: "cascade" }),
    useLimit: kind.count("use_limit"),
    used: kind.count("used").notNull().default(0),
  },
  (table) => [
    kind.index("promotion_codes_promotion").on(table.promotionId),
    kind.check(
      "promotion_codes_used",
      sql`${table.used} >= 0 and (${table.useLimit} is null or ${table.used} <= ${table.useLimit})`,
    ),
  ],
);

/** One row for each order that used a promotion; taken away when that order is canceled or expires. */
export const promotionUses = kind.table(
  "promotion_uses",
  {
    promotionId: kind
      .id("promotion_id")
      .notNull()
      .references(() => promotions.id, { onDelete: "cascade" }),
    orderId: kind.id("order_id").notNull(),
    codeKey: kind.id("code_key"),
    /** Normalised e-mail. */
    customer: kind.words("customer").notNull(),
    /** 1, 2, ... : which use of this customer it is, so that a limit is a unique row. */
    nth: kind.count("nth").notNull(),
    at: kind.moment("at").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.promotionId, table.orderId] }),
    kind.uniqueIndex("promotion_uses_customer").on(table.promotionId, table.customer, table.nth),
    kind.index("promotion_uses_order").on(table.orderId),
  ],
);

/** Where a set of rates holds: a country, or a region of it, or a range of postcodes in it. "*" is everywhere else. */
export const taxZones = kind.table(
  "tax_zones",
  {
    id: kind.id("id").primaryKey(),
    name: kind.words("name").notNull(),
    country: kind.words("country").notNull(),
    region: kind.words("region").notNull().default(""),
    postcodeFrom: kind.words("postcode_from").notNull().default(""),
    postcodeTo: kind.words("postcode_to").notNull().default(""),
    /** Several postcodes, as "54694-54699", "902*" or "10115"; null: those from `postcodeFrom` to `postcodeTo`. */
    postcodes: kind.json<readonly string[] | null>("postcodes"),
    /** Towns in capitals; null: all. */
    cities: kind.json<readonly string[] | null>("cities"),
    source: kind.words("source").notNull().default(""),
  },
  (table) => [kind.index("tax_zones_country").on(table.country, table.region)],
);

export const taxRates = kind.table(
  "tax_rates",
  {
    id: kind.id("id").primaryKey(),
    zoneId: kind
      .id("zone_id")
      .notNull()
      .references(() => taxZones.id, { onDelete: "cascade" }),
    taxClass: kind.words("tax_class").notNull().default("standard"),
    name: kind.words("name").notNull(),
    rate: kind.rate("rate").notNull(),
    compound: kind.flag("compound").notNull().default(false),
    position: kind.count("position").notNull().default(0),
    /** Of each priority the closest zone's rates hold; those of several priorities are all taken. */
    priority: kind.count("priority").notNull().default(1),
    /** Whether it is taken on delivery, too. */
    onShipping: kind.flag("on_shipping").notNull().default(true),
  },
  (table) => [
    kind.index("tax_rates_zone").on(table.zoneId, table.taxClass, table.position),
    kind.check("tax_rates_rate", sql`${table.rate} between 0 and 1000000`),
  ],
);

export const shippingMethods = kind.table(
  "shipping_methods",
  {
    id: kind.id("id").primaryKey(),
    name: kind.words("name").notNull(),
    /** delivery, pickup or digital */
    type: kind.words("type").notNull(),
    /** What it costs where `byWeight` says nothing. */
    price: kind.cents("price").notNull(),
    /** Steps of [grams up to, price], lightest first; what is heavier than the last cannot go this way. */
    byWeight: kind.json<readonly (readonly [number, Cents])[]>("by_weight").notNull(),
    /** Steps of [goods from, price], least first; goods below the first cannot go this way. Null: not by value. */
    byValue: kind.json<readonly (readonly [Cents, Cents])[] | null>("by_value"),
    /** Goods of at least this much go free. */
    freeFrom: kind.cents("free_from"),
    /** What the places below are called together, such as "European Union"; "" for no name. */
    zone: kind.words("zone").notNull().default(""),
    /** Country codes it goes to; empty: everywhere. */
    countries: kind.json<readonly string[]>("countries").notNull(),
    /** Regions of those countries; empty: all. */
    regions: kind.json<readonly string[]>("regions").notNull(),
    /** Postcodes of those countries, as "54694-54699" or "5469"; empty: all. */
    postcodes: kind.json<readonly string[]>("postcodes").notNull(),
    /** Tags of products that cannot go this way, and their handles. */
    excludes: kind
      .json<{ readonly tags: readonly string[]; readonly handles: readonly string[] }>("excludes")
      .notNull(),
    taxClass: kind.words("tax_class").notNull().default("standard"),
    /** How long it takes, in words. */
    time: kind.words("time").notNull().default(""),
    minDays: kind.count("min_days"),
    maxDays: kind.count("max_days"),
    pickupPointIds: kind.json<readonly string[]>("pickup_point_ids").notNull(),
    position: kind.count("position").notNull().default(0),
    active: kind.flag("active").notNull().default(true),
    source: kind.words("source").notNull().default(""),
  },
  (table) => [
    kind.check("shipping_methods_type", sql`${table.type} in ('delivery', 'pickup', 'digital')`),
    kind.check("shipping_methods_price", sql`${table.price} >= 0`),
  ],
);

export const pickupPoints = kind.table("pickup_points", {
  id: kind.id("id").primaryKey(),
  name: kind.words("name").notNull(),
  street: kind.words("street").notNull(),
  city: kind.words("city").notNull(),
  region: kind.words("region").notNull().default(""),
  postcode: kind.words("postcode").notNull().default(""),
  country: kind.words("country").notNull(),
  hours: kind.json<readonly string[]>("hours").notNull(),
  note: kind.words("note").notNull().default(""),
  /** Millionths of a degree. */
  latitude: kind.count("latitude"),
  longitude: kind.count("longitude"),
  position: kind.count("position").notNull().default(0),
  active: kind.flag("active").notNull().default(true),
  source: kind.words("source").notNull().default(""),
});

// ---- accounts ----

export const customers = kind.table(
  "customers",
  {
    id: kind.id("id").primaryKey(),
    /** As it was typed, trimmed. */
    email: kind.words("email").notNull(),
    /** Trimmed and in small letters: what must be unique. */
    emailKey: kind.words("email_key").notNull(),
    passwordHash: kind.words("password_hash").notNull(),
    displayName: kind.words("display_name").notNull(),
    verifiedAt: kind.moment("verified_at"),
    createdAt: kind.moment("created_at").notNull(),
  },
  (table) => [kind.uniqueIndex("customers_email").on(table.emailKey)],
);

/** Addresses that customers keep: at most one is where goods go by default, and one where bills do. */
export const addresses = kind.table(
  "addresses",
  {
    id: kind.id("id").primaryKey(),
    customerId: kind
      .id("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    name: kind.words("name").notNull(),
    company: kind.words("company").notNull().default(""),
    street: kind.words("street").notNull(),
    extra: kind.words("extra").notNull().default(""),
    city: kind.words("city").notNull(),
    region: kind.words("region").notNull().default(""),
    postcode: kind.words("postcode").notNull().default(""),
    country: kind.words("country").notNull(),
    phone: kind.words("phone").notNull().default(""),
    forDelivery: kind.flag("for_delivery").notNull().default(false),
    forBills: kind.flag("for_bills").notNull().default(false),
    createdAt: kind.moment("created_at").notNull(),
    /** Taken out, but can be put back for a while. */
    removedAt: kind.moment("removed_at"),
  },
  (table) => [
    kind.index("addresses_customer").on(table.customerId, table.createdAt),
    kind.index("addresses_removed").on(table.removedAt),
    kind
      .uniqueIndex("addresses_for_delivery")
      .on(table.customerId)
      .where(sql`${table.forDelivery} and ${table.removedAt} is null`),
    kind
      .uniqueIndex("addresses_for_bills")
      .on(table.customerId)
      .where(sql`${table.forBills} and ${table.removedAt} is null`),
  ],
);

/** Who is in a group of customers, such as "wholesale": promotions may be for some groups only. */
export const customerGroups = kind.table(
  "customer_groups",
  {
    customerId: kind
      .id("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    /** In small letters. */
    name: kind.words("name").notNull(),
  },
  (table) => [
    kind.primaryKey({ columns: [table.customerId, table.name] }),
    kind.index("customer_groups_name").on(table.name),
  ],
);

/** What the staff notes about a customer. Whoever asks for their data reads it as well. */
export const customerNotes = kind.table(
  "customer_notes",
  {
    id: kind.id("id").primaryKey(),
    customerId: kind
      .id("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    body: kind.words("body").notNull(),
    /** "staff:<id>" */
    who: kind.words("who").notNull(),
    at: kind.moment("at").notNull(),
  },
  (table) => [kind.index("customer_notes_customer").on(table.customerId, table.at)],
);

export const staff = kind.table(
  "staff",
  {
    id: kind.id("id").primaryKey(),
    email: kind.words("email").notNull(),
    emailKey: kind.words("email_key").notNull(),
    passwordHash: kind.words("password_hash").notNull(),
    displayName: kind.words("display_name").notNull(),
    role: kind.words("role").notNull(),
    /** active, invited (no password yet) or disabled */
    state: kind.words("state").notNull().default("active"),
    createdAt: kind.moment("created_at").notNull(),
  },
  (table) => [
    kind.uniqueIndex("staff_email").on(table.emailKey),
    kind.check("staff_role", sql`${table.role} in ('owner', 'manager', 'packer', 'content', 'reader')`),
  ],
);

/** Who is signed in where. `id` is the SHA-256 of the token's `sid`. */
export const sessions = kind.table(
  "sessions",
  {
    id: kind.id("id").primaryKey(),
    /** shop (a customer) or admin (staff) */
    audience: kind.words("audience").notNull(),
    accountId: kind.id("account_id").notNull(),
    createdAt: kind.moment("created_at").notNull(),
    seenAt: kind.moment("seen_at").notNull(),
    expiresAt: kind.moment("expires_at").notNull(),
    agent: kind.words("agent").notNull().default(""),
    /** When the password was last given in it; null: when it began. */
    provenAt: kind.moment("proven_at"),
  },
  (table) => [
    kind.index("sessions_account").on(table.audience, table.accountId),
    kind.index("sessions_expiry").on(table.expiresAt),
    kind.check("sessions_audience", sql`${table.audience} in ('shop', 'admin')`),
  ],
);

/** Links that work once: owner set-up, newsletter and so on. `id` is the SHA-256 of what the link holds. */
export const oneTimeTokens = kind.table("one_time_tokens", {
  id: kind.id("id").primaryKey(),
  purpose: kind.words("purpose").notNull(),
  subject: kind.words("subject").notNull().default(""),
  expiresAt: kind.moment("expires_at").notNull(),
  usedAt: kind.moment("used_at"),
  /** What the link is about beside its subject, such as the new address. */
  detail: kind.words("detail").notNull().default(""),
});

/** The code of an app, asked for after the password. */
export const secondFactors = kind.table("second_factors", {
  /** "customer:<id>" or "staff:<id>" */
  owner: kind.id("owner").primaryKey(),
  /** Encrypted by a key of the shop's secret. */
  seed: kind.words("seed").notNull(),
  /** When a first code showed that it works; null: not in force yet. */
  confirmedAt: kind.moment("confirmed_at"),
  /** The last half minute for which a code was taken: none is taken twice. */
  lastStep: kind.count("last_step").notNull().default(0),
  createdAt: kind.moment("created_at").notNull(),
});

/** What opens the door once when the app is lost. `id` is the SHA-256 of owner and code. */
export const recoveryCodes = kind.table(
  "recovery_codes",
  {
    id: kind.id("id").primaryKey(),
    owner: kind.words("owner").notNull(),
    usedAt: kind.moment("used_at"),
  },
  (table) => [kind.index("recovery_codes_owner").on(table.owner)],
);

export const subscribers = kind.table("subscribers", {
  emailKey: kind.id("email_key").primaryKey(),
  email: kind.words("email").notNull(),
  confirmedAt: kind.moment("confirmed_at"),
  /** SHA-256 of what the link holds that ends it. */
  leaveHash: kind.words("leave_hash").notNull().default(""),
  createdAt: kind.moment("created_at").notNull(),
});

export const auditLog = kind.table(
  "audit_log",
  {
    id: kind.id("id").primaryKey(),
    at: kind.moment("at").notNull(),
    /** "staff:<id>", "customer:<id>", "guest" or "command" */
    who: kind.words("who").notNull(),
    act: kind.words("act").notNull(),
    subject: kind.words("subject").notNull().default(""),
    result: kind.words("result").notNull().default("done"),
    address: kind.words("address").notNull().default(""),
    detail: kind.json<unknown>("detail"),
  },
  (table) => [kind.index("audit_log_at").on(table.at)],
);

// ---- carts ----

/** `id` is the SHA-256 of what the cookie holds. An order closes its cart. */
export const carts = kind.table(
  "carts",
  {
    id: kind.id("id").primaryKey(),
    customerId: kind.id("customer_id"),
    state: kind.words("state").notNull().default("open"),
    /** What was typed last and was found to be a code. */
    codeKey: kind.words("code_key").notNull().default(""),
    /** Where to: for tax and delivery before an address is known. */
    country: kind.words("country").notNull().default(""),
    region: kind.words("region").notNull().default(""),
    postcode: kind.words("postcode").notNull().default(""),
    shippingMethodId: kind.id("shipping_method_id"),
    pickupPointId: kind.id("pickup_point_id"),
    /** The checkout as far as it was filled in. */
    draft: kind.json<Readonly<Record<string, string>>>("draft"),
    /**
     * Kept for a while after a sign-in brought another cart in, or an order was wanted again: what was said, and how many
     * there were before, by variant.
     */
    merged: kind.json<{
      readonly at: string;
      readonly said: string;
      readonly notes?: readonly string[];
      readonly before: Readonly<Record<string, number>>;
    }>("merged"),
    /** Kept: units in it. */
    count: kind.count("count").notNull().default(0),
    version: kind.count("version").notNull().default(1),
    createdAt: kind.moment("created_at").notNull(),
    updatedAt: kind.moment("updated_at").notNull(),
  },
  (table) => [
    kind.index("carts_customer").on(table.customerId, table.state),
    kind.index("carts_updated").on(table.state, table.updatedAt),
    kind.check("carts_state", sql`${table.state} in ('open', 'closed')`),
    kind.check("carts_count", sql`${table.count} >= 0`),
  ],
);

export const cartLines = kind.table(
  "cart_lines",
  {
    id: kind.id("id").primaryKey(),
    cartId: kind
      .id("cart_id")
      .notNull()
      .references(() => carts.id, { onDelete: "cascade" }),
    variantId: kind
      .id("variant_id")
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    quantity: kind.count("quantity").notNull(),
    /** The price when it was put in, to say when it has changed since. */
    seenPrice: kind.cents("seen_price").notNull(),
    addedAt: kind.moment("added_at").notNull(),
    /** Taken out, but can be put back for a while. */
    removedAt: kind.moment("removed_at"),
  },
  (table) => [
    kind.uniqueIndex("cart_lines_variant").on(table.cartId, table.variantId),
    kind.index("cart_lines_of_variant").on(table.variantId),
    kind.check("cart_lines_quantity", sql`${table.quantity} between 1 and 99`),
  ],
);

// ---- orders ----

export type Address = {
  readonly name: string;
  readonly company?: string;
  readonly street: string;
  readonly extra?: string;
  readonly city: string;
  readonly region?: string;
  readonly postcode: string;
  readonly country: string;
  readonly phone?: string;
  /** Of a business, in a form that its country uses. */
  readonly vatNumber?: string;
};

// Two indexes over a few of very many orders. A query says it in the same words, or they are not used; what is put behind
// the first column keeps SQLite from taking an index that holds all orders.
type Told<K extends string> = { readonly [N in K]: SQLWrapper };

/** Placed, and something of it has not left the house. */
export const isToShip = (table: Told<"state" | "deliveryState">): SQL =>
  sql`(${table.state} || '') = 'placed' and ${table.deliveryState} in ('unfulfilled', 'partly_shipped')`;
/** Of somebody without an account. */
export const isGuests = (table: Told<"customerId">): SQL => sql`coalesce(${table.customerId}, '') = ''`;

/** As it was placed; amounts are never computed again. `cartId` is unique: one order for a cart, however often it is sent. */
export const orders = kind.table(
  "orders",
  {
    id: kind.id("id").primaryKey(),
    number: kind.words("number").notNull(),
    cartId: kind.id("cart_id").notNull(),
    /** SHA-256 of the token in the order's own address. */
    linkHash: kind.words("link_hash").notNull(),
    customerId: kind.id("customer_id"),
    email: kind.words("email").notNull(),
    emailKey: kind.words("email_key").notNull(),
    name: kind.words("name").notNull(),
    /** placed or canceled */
    state: kind.words("state").notNull().default("placed"),
    archived: kind.flag("archived").notNull().default(false),
    /** unpaid, pending, authorized, partly_paid, paid, partly_refunded, refunded, failed, voided */
    paymentState: kind.words("payment_state").notNull(),
    /** none_needed, unfulfilled, partly_shipped, shipped, delivered, partly_returned, returned */
    deliveryState: kind.words("delivery_state").notNull(),
    currency: kind.words("currency").notNull(),
    goods: kind.cents("goods").notNull(),
    discount: kind.cents("discount").notNull(),
    shipping: kind.cents("shipping").notNull(),
    tax: kind.cents("tax").notNull(),
    total: kind.cents("total").notNull(),
    /** The stored answer of the pricing function, explanation included. */
    totals: kind.json<unknown>("totals").notNull(),
    deliveryType: kind.words("delivery_type").notNull(),
    deliveryName: kind.words("delivery_name").notNull(),
    deliveryTime: kind.words("delivery_time").notNull().default(""),
    address: kind.json<Address | null>("address"),
    billing: kind.json<Address | null>("billing"),
    pickupPointId: kind.id("pickup_point_id"),
    /** test_card, transfer, on_delivery, on_pickup */
    paymentMethod: kind.words("payment_method").notNull(),
    codeKey: kind.words("code_key").notNull().default(""),
    note: kind.words("note").notNull().default(""),
    tracking: kind.words("tracking").notNull().default(""),
    placedAt: kind.moment("placed_at").notNull(),
    /** When it gives its stock back if no payment came; null: never. */
    expiresAt: kind.moment("expires_at"),
    version: kind.count("version").notNull().default(1),
  },
  (table) => [
    kind.uniqueIndex("orders_number").on(table.number),
    kind.uniqueIndex("orders_cart").on(table.cartId),
    kind.uniqueIndex("orders_link").on(table.linkHash),
    // With all that sales are added up from, so that no row is read for it.
    kind.index("orders_placed").on(table.placedAt, table.state, table.total),
    kind.index("orders_states").on(table.state, table.paymentState, table.deliveryState),
    kind.index("orders_customer").on(table.customerId, table.placedAt),
    kind.index("orders_email").on(table.emailKey),
    kind.index("orders_expiry").on(table.expiresAt),
    kind.index("orders_to_ship").on(table.placedAt, table.id).where(isToShip(table)),
    kind.index("orders_guests").on(table.emailKey).where(isGuests(table)),
    kind.check("orders_state", sql`${table.state} in ('placed', 'canceled')`),
    kind.check("orders_amounts", sql`${table.total} >= 0 and ${table.discount} >= 0 and ${table.goods} >= 0`),
  ],
);

/** Further addresses of an order, made when the shop's secret was changed. `id` is the SHA-256 of what the link holds. */
export const orderLinks = kind.table(
  "order_links",
  {
    id: kind.id("id").primaryKey(),
    orderId: kind
      .id("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
  },
  (table) => [kind.index("order_links_order").on(table.orderId)],
);

export const orderLines = kind.table(
  "order_lines",
  {
    id: kind.id("id").primaryKey(),
    orderId: kind
      .id("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    position: kind.count("position").notNull(),
    variantId: kind.id("variant_id").notNull(),
    /** Where the product was at the time. */
    handle: kind.words("handle").notNull(),
    title: kind.words("title").notNull(),
    options: kind.words("options").notNull().default(""),
    sku: kind.words("sku").notNull().default(""),
    picture: kind.words("picture").notNull().default(""),
    quantity: kind.count("quantity").notNull(),
    /** Whether units were taken off a shelf, and so go back there. */
    tracked: kind.flag("tracked").notNull(),
    unit: kind.cents("unit").notNull(),
    base: kind.cents("base").notNull(),
    discount: kind.cents("discount").notNull(),
    net: kind.cents("net").notNull(),
    tax: kind.cents("tax").notNull(),
    gross: kind.cents("gross").notNull(),
    shipped: kind.count("shipped").notNull().default(0),
  },
  (table) => [
    kind.index("order_lines_order").on(table.orderId, table.position),
    kind.index("order_lines_variant").on(table.variantId),
    kind.check("order_lines_quantity", sql`${table.quantity} > 0 and ${table.shipped} between 0 and ${table.quantity}`),
    kind.check("order_lines_discount", sql`${table.discount} between 0 and ${table.base}`),
  ],
);

/** What happened to an order, in order: the timeline is read from here. */
export const orderEvents = kind.table(
  "order_events",
  {
    id: kind.id("id").primaryKey(),
    orderId: kind
      .id("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    /** placed, paid, payment_failed, shipped, canceled, expired, mailed, noted */
    what: kind.words("what").notNull(),
    who: kind.words("who").notNull(),
    at: kind.moment("at").notNull(),
    detail: kind.json<Readonly<Record<string, string>>>("detail"),
  },
  (table) => [kind.index("order_events_order").on(table.orderId, table.at)],
);

export const payments = kind.table(
  "payments",
  {
    id: kind.id("id").primaryKey(),
    orderId: kind
      .id("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    provider: kind.words("provider").notNull(),
    /** begun, paid, declined, refunded */
    state: kind.words("state").notNull(),
    amount: kind.cents("amount").notNull(),
    reference: kind.words("reference").notNull().default(""),
    /** Order id and attempt: the same try is never charged twice. */
    idempotencyKey: kind.words("idempotency_key").notNull(),
    at: kind.moment("at").notNull(),
  },
  (table) => [
    kind.uniqueIndex("payments_idempotency").on(table.idempotencyKey),
    kind.index("payments_order").on(table.orderId, table.at),
    kind.check("payments_amount", sql`${table.amount} >= 0`),
  ],
);

/** What a payment provider told us, each event once. */
export const paymentEvents = kind.table(
  "payment_events",
  {
    provider: kind.words("provider").notNull(),
    eventId: kind.words("event_id").notNull(),
    orderId: kind.id("order_id"),
    at: kind.moment("at").notNull(),
  },
  (table) => [kind.primaryKey({ columns: [table.provider, table.eventId] })],
);

// ---- news ----

/** Who gets one letter when something is on the shelf again: one row for each kind and address. */
export const stockNotices = kind.table(
  "stock_notices",
  {
    id: kind.id("id").primaryKey(),
    variantId: kind
      .id("variant_id")
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    email: kind.words("email").notNull(),
    emailKey: kind.words("email_key").notNull(),
    /** Whose account it was asked in; null: a guest's. */
    customerId: kind.id("customer_id"),
    /** "g:<guest>" where a guest asked, or "". */
    guest: kind.words("guest").notNull().default(""),
    createdAt: kind.moment("created_at").notNull(),
    /** When the letter was written; null: they wait. */
    toldAt: kind.moment("told_at"),
    /** Not to be told before: fewer came back than wait for it. */
    notBefore: kind.moment("not_before"),
    /** SHA-256 of what the letter's link holds that ends all of this address. */
    leaveHash: kind.words("leave_hash").notNull().default(""),
  },
  (table) => [
    kind.uniqueIndex("stock_notices_one").on(table.variantId, table.emailKey),
    kind.index("stock_notices_waiting").on(table.toldAt, table.variantId),
    kind.index("stock_notices_email").on(table.emailKey),
    kind.index("stock_notices_customer").on(table.customerId),
    kind.index("stock_notices_guest").on(table.guest),
    kind.index("stock_notices_leave").on(table.leaveHash),
  ],
);

/** Who is told the same in the page: whoever asked, by account or by cookie, whatever address they gave. */
export const stockWatches = kind.table(
  "stock_watches",
  {
    /** "c:<customer>" or "g:<guest>". */
    owner: kind.words("owner").notNull(),
    variantId: kind
      .id("variant_id")
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    createdAt: kind.moment("created_at").notNull(),
    toldAt: kind.moment("told_at"),
  },
  (table) => [
    kind.primaryKey({ columns: [table.owner, table.variantId] }),
    kind.index("stock_watches_waiting").on(table.toldAt, table.variantId),
    kind.index("stock_watches_variant").on(table.variantId),
  ],
);

/**
 * What happened that somebody may want to hear of. `seq` is the version of "news" that the row was saved with: it grows
 * in the order of the commits, so who has heard of one has missed nothing before it.
 */
export const news = kind.table(
  "news",
  {
    id: kind.id("id").primaryKey(),
    seq: kind.count("seq").notNull(),
    /** "c:<customer>" or "g:<guest>"; "" where only the order's own page may say it. */
    owner: kind.words("owner").notNull().default(""),
    /** "back", or what happened to an order. */
    what: kind.words("what").notNull(),
    /** Whether it stands in the list of news; else it only moves an order's page that is open. */
    listed: kind.flag("listed").notNull().default(true),
    orderId: kind.id("order_id").references(() => orders.id, { onDelete: "cascade" }),
    variantId: kind.id("variant_id").references(() => variants.id, { onDelete: "cascade" }),
    at: kind.moment("at").notNull(),
    seenAt: kind.moment("seen_at"),
  },
  (table) => [
    kind.index("news_seq").on(table.seq),
    kind.index("news_owner").on(table.owner, table.seq),
    kind.index("news_order").on(table.orderId, table.seq),
    kind.index("news_variant").on(table.variantId),
  ],
);

// ---- mail ----

/** Letters, written in the same transaction as what they tell of. */
export const outbox = kind.table(
  "outbox",
  {
    id: kind.id("id").primaryKey(),
    kind: kind.words("kind").notNull(),
    to: kind.words("recipient").notNull(),
    subject: kind.words("subject").notNull(),
    html: kind.words("html").notNull(),
    text: kind.words("body_text").notNull(),
    /** Where one stops such letters, whole; "" for those that nobody can stop, as about an order. */
    leave: kind.words("leave_link").notNull().default(""),
    orderId: kind.id("order_id"),
    /** waiting, sent, kept (no SMTP is set up) or failed */
    state: kind.words("state").notNull().default("waiting"),
    tries: kind.count("tries").notNull().default(0),
    nextAt: kind.moment("next_at").notNull(),
    sentAt: kind.moment("sent_at"),
    trouble: kind.words("trouble").notNull().default(""),
    createdAt: kind.moment("created_at").notNull(),
  },
  (table) => [
    kind.index("outbox_next").on(table.state, table.nextAt),
    kind.index("outbox_created").on(table.createdAt),
    kind.index("outbox_order").on(table.orderId),
    kind.check("outbox_state", sql`${table.state} in ('waiting', 'sent', 'kept', 'failed')`),
  ],
);

/** How often something was tried by somebody (as a digest) in a span of time, for rules that must hold on every node. */
export const tries = kind.table(
  "tries",
  {
    key: kind.words("key").primaryKey(),
    count: kind.count("count").notNull(),
    /** When the span is over, in milliseconds since 1970. */
    endsAt: kind.count("ends_at").notNull(),
  },
  (table) => [kind.index("tries_ends").on(table.endsAt)],
);
