/**
 * What becomes of a table's rows about somebody when they are erased. `gone`: deleted. `nameless`: stays, and says no
 * longer who. `kept`: stays as it is, because the law or the shop's safety wants it. `none`: never about a customer.
 */
type Fate = "gone" | "nameless" | "kept" | "none";

export type Trace = {
  readonly fate: Fate;
  /** In which parts of the download it stands; none: why not is in `why`. */
  readonly parts: readonly string[];
  readonly why: string;
};

const trace = (fate: Fate, parts: readonly string[], why: string): Trace => ({ fate, parts, why });

/** Every table that may tell of a person, by its name in the database. A test holds this list to the schema. */
export const traces: Readonly<Record<string, Trace>> = {
  customers: trace("gone", ["account"], "the account itself, with its password"),
  customer_groups: trace("gone", ["account"], "which promotions somebody may use"),
  sessions: trace("gone", ["devices"], "where somebody is signed in"),
  second_factors: trace("gone", ["account"], "that there is one; never its seed"),
  recovery_codes: trace("gone", [], "digests of secrets"),
  one_time_tokens: trace("gone", [], "digests of links that letters hold"),
  subscribers: trace("gone", ["newsletter"], "who gets the newsletter"),
  likes: trace("gone", ["likes"], "what somebody likes"),
  customer_notes: trace("gone", ["notes"], "what the staff noted about somebody"),
  addresses: trace("gone", ["addresses"], "where somebody has things sent"),
  stock_notices: trace("gone", ["stock_notices"], "who wants to hear when something is back"),
  stock_watches: trace("gone", ["stock_notices"], "the same, for who is told on the page only"),
  news: trace("gone", ["news"], "what somebody was told on the page"),
  carts: trace("gone", ["cart"], "what somebody means to buy, and the checkout as far as it was filled in"),
  outbox: trace(
    "gone",
    ["letters"],
    "letters, but for those about an order that is kept, as part of its papers; to an address they had before, in a month",
  ),
  reviews: trace(
    "nameless",
    ["reviews"],
    "what is shown stays as the word of a buyer, without its picture; what is not shown goes",
  ),
  promotion_uses: trace("nameless", ["promotions"], "how an order came to its total, and limits for all"),
  orders: trace("kept", ["orders", "order_addresses"], "tax law wants invoices kept, with name and address"),
  order_events: trace("kept", ["order_events"], "what happened to an order, part of its papers"),
  audit_log: trace("kept", ["activity"], "holds the number of an account, never a name or address"),
  staff: trace("none", [], "who works at the desk has an account of another kind"),
  import_changes: trace("none", [], "products and collections"),
  import_jobs: trace("none", [], "who of the staff loaded a file"),
  promotions: trace("none", [], "how often each customer may use one, in general"),
};
