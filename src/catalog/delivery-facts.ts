import { formatMoney, type Cents } from "#src/pricing/money.ts";
import type { Method } from "./delivery-store.ts";

/** A name, and what is said of it. */
export type DeliveryFact = { readonly name: string; readonly value: string };

type Sent = {
  readonly handle: string;
  readonly tags: readonly string[];
  readonly digital: boolean;
  /** Grams of one. */
  readonly weight: number;
};
type Shop = {
  readonly country: string;
  readonly currency: string;
  readonly home: { readonly trust: readonly string[] };
};

const mostWays = 2;

/** What buying one of this takes beside its price: how it comes, where it can be fetched, what can be sent back. */
export function deliveryFacts(product: Sent, methods: readonly Method[], shop: Shop): DeliveryFact[] {
  // After a colon comes what the front page puts below it in small.
  const promises = shop.home.trust.flatMap((words) => promiseOf(words.split(": ", 1)[0] ?? ""));
  if (product.digital) return [{ name: "Delivery", value: "by email, free" }];
  const going = methods.filter(
    ({ countries, excludes }) =>
      (countries.length === 0 || countries.includes(shop.country)) &&
      !excludes.handles.includes(product.handle) &&
      !excludes.tags.some((tag) => product.tags.includes(tag)),
  );
  const sent = going
    .filter(({ type, postcodes, regions }) => type === "delivery" && postcodes.length + regions.length === 0)
    .flatMap((method) => wayOf(method, product.weight, shop.currency))
    .slice(0, mostWays);
  const fetched = going.filter(({ type }) => type === "pickup").slice(0, 1);
  return [...sent, ...fetched.flatMap((method) => wayOf(method, product.weight, shop.currency)), ...promises];
}

function wayOf({ name, price, byWeight, byValue, time }: Method, weight: number, currency: string): DeliveryFact[] {
  const step = byWeight.find(([grams]) => weight <= grams);
  if (byWeight.length > 0 && !step) return [];
  const least = byWeight.length > 0 ? undefined : byValue?.map(([, each]) => each).toSorted((a, b) => a - b)[0];
  const costs = least === undefined ? costOf(step?.[1] ?? price, currency) : `from ${formatMoney(least, currency)}`;
  const when = time.charAt(0).toLowerCase() + time.slice(1);
  return [{ name, value: when === "" ? costs : `${costs}, ${when}` }];
}

const costOf = (amount: Cents, currency: string) => (amount === 0 ? "free" : formatMoney(amount, currency));

/** "Free delivery from $75: below that ..." is a name and what holds of it; what says neither is for the front page. */
function promiseOf(words: string): DeliveryFact[] {
  const [told = ""] = words.split(/:\s+/);
  const [, name, value] = /^(free delivery|sent|delivery|returns?|pick-?up)\b,?\s+(.+)$/i.exec(told) ?? [];
  if (name !== undefined && value !== undefined) return [{ name, value }];
  if (!/return|mind|money back/i.test(told)) return [];
  return [{ name: "Returns", value: told.charAt(0).toLowerCase() + told.slice(1) }];
}
