import type { Tx } from "#db/open.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { keepProducts } from "../../catalog/keep.ts";
import { plainMoney, readMoney, type Cents } from "../../pricing/money.ts";
import { loadKinds, setKinds, type Shared } from "./kinds-store.ts";

type Kinds = Awaited<ReturnType<typeof loadKinds>>;
type Texts = { readonly weight: string; readonly compareAt: string };
type Given = By & { readonly currency: string };
export type KindsChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: "gone" }
  | { readonly ok: false; readonly why: "wrong"; readonly errors: Readonly<Record<string, string>> };

/** What all kinds have, as it is typed; "" where they differ, or have none. */
export function sharedTexts(kinds: Kinds, currency: string): Texts {
  const one = (texts: readonly string[]) => (new Set(texts).size === 1 ? (texts[0] ?? "") : "");
  return {
    weight: one(kinds.map(({ weight }) => (weight === 0 ? "" : String(weight)))),
    compareAt: one(kinds.map(({ compareAt }) => (compareAt === null ? "" : plainMoney(compareAt, currency)))),
  };
}

/**
 * Sets weight and former price for every kind of a product at once. What is as it was seen stays: kinds that differ are
 * made the same only by who types something.
 */
export async function changeAllKinds(
  tx: Tx,
  { productId, typed, was }: { readonly productId: string; readonly typed: Texts; readonly was: Texts },
  { who, address, now, newId, currency }: Given,
): Promise<KindsChange> {
  const kinds = await loadKinds(tx, productId);
  if (kinds.length === 0) return { ok: false, why: "gone" };
  const errors: Record<string, string> = {};
  const shared: { weight?: number; compareAt?: Cents | null } = {};
  if (typed.weight !== was.weight) {
    if (/^\d{0,7}$/.test(typed.weight)) shared.weight = Number(typed.weight);
    else errors["weight"] = "Write whole grams, such as 350.";
  }
  if (typed.compareAt !== was.compareAt) {
    const before = typed.compareAt === "" ? null : readMoney(typed.compareAt, currency);
    if (before === undefined) errors["compareAt"] = `Write a price in ${currency}, such as 48.00; or nothing.`;
    else if (before !== null && kinds.every(({ price }) => before <= price))
      errors["compareAt"] = "Write more than it costs now, or nothing.";
    else shared.compareAt = before;
  }
  if (Object.keys(errors).length > 0) return { ok: false, why: "wrong", errors };
  if (Object.keys(shared).length === 0) return { ok: true };
  await setKinds(tx, productId, shared satisfies Shared);
  await keepProducts(tx, [productId]);
  const line = { id: newId(), at: now, who, address, act: "change kinds", subject: `product:${productId}` };
  await audit(tx, { ...line, detail: { before: changed(was, shared), after: changed(typed, shared) } });
  return { ok: true };
}

const changed = (texts: Texts, shared: Shared) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => Object.hasOwn(shared, name)));
