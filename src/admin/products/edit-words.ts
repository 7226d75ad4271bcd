import type { Tx } from "#db/open.ts";
import { bump } from "#db/versions.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { keepProducts } from "../../catalog/keep.ts";
import * as store from "./editor-store.ts";

export type Edit =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: "gone" }
  | { readonly ok: false; readonly why: "taken" }
  /** Somebody changed it meanwhile: how it stands now. */
  | { readonly ok: false; readonly why: "changed"; readonly now: store.WordsRow };

type Wanted = { readonly id: string; readonly version: number; readonly words: store.NewWords };

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/**
 * Writes what a product is called and said to be, as `words` has it (the description sanitised already). Who had it at
 * another address finds it at the new one. Where nothing differs, nothing is written.
 */
export async function editWords(tx: Tx, { id, version, words }: Wanted, by: By): Promise<Edit> {
  const row = await store.loadWords(tx, id);
  if (!row) return { ok: false, why: "gone" };
  const { version: isAt, ...before } = row;
  const names = (Object.keys(before) as (keyof typeof before)[]).filter((name) => !same(before[name], words[name]));
  if (isAt !== version) return names.length === 0 ? { ok: true } : { ok: false, why: "changed", now: row };
  if (names.length === 0) return { ok: true };
  const isMoved = before.handle !== words.handle;
  if (isMoved && (await store.isTaken(tx, words.handle, id))) return { ok: false, why: "taken" };

  await store.saveWords(tx, { id, version }, words, by.now);
  if (isMoved) {
    await store.leadOn(tx, id, before.handle, words.handle);
    await bump(tx, [`product:${before.handle}`, "catalog"]);
  }
  await keepProducts(tx, [id]);
  const { who, address, now, newId } = by;
  const told = (all: store.NewWords) => Object.fromEntries(names.map((name) => [name, short(all[name])]));
  const detail = { title: before.title, before: told(before), after: told(words) };
  await audit(tx, { id: newId(), at: now, who, address, act: "change product", subject: `product:${id}`, detail });
  return { ok: true };
}

/** The log says what was changed; it is no archive of descriptions. */
const short = (value: string | readonly string[]) =>
  typeof value === "string" && value.length > 200 ? `${value.slice(0, 200)}...` : value;
