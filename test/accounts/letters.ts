import { outbox } from "#db/schema.ts";
import type { TestShop } from "#test/support/shop.ts";

/** What lies in the outbox for an address, oldest first. */
export async function lettersTo(shop: TestShop, address: string, kind?: string) {
  const all = await shop.deps.store.read.select().from(outbox).orderBy(outbox.id);
  return all.filter((letter) => letter.to === address && (kind === undefined || letter.kind === kind));
}

/** The path of the link in the newest letter of a kind. */
export async function linkTo(shop: TestShop, address: string, kind: string): Promise<string> {
  const letter = (await lettersTo(shop, address, kind)).at(-1);
  const found = /https?:\/\/\S+/.exec(letter?.text ?? "")?.[0];
  if (found === undefined) throw new Error(`no ${kind} letter to ${address}`);
  return new URL(found).pathname;
}
