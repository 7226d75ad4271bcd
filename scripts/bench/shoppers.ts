import { handleOf } from "./catalogue.ts";

/** A browser with a cart that holds one line. */
export type Shopper = { readonly cookie: string; readonly lineId: string };

const ownHost = { "Sec-Fetch-Site": "same-origin" };

/** So many visitors who have each put something different into a cart. */
export async function shoppers(port: number, count: number): Promise<readonly Shopper[]> {
  const all: Shopper[] = [];
  for (let each = 0; each < count; each += 1) all.push(await shopper(`http://localhost:${port}`, handleOf(each)));
  return all;
}

async function shopper(origin: string, handle: string): Promise<Shopper> {
  const body = new URLSearchParams({ handle, option1: "Small", quantity: "1" });
  const added = await fetch(`${origin}/cart/items`, { method: "POST", body, headers: ownHost, redirect: "manual" });
  const cookie = added.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const cart = await (await fetch(`${origin}/cart`, { headers: { Cookie: cookie } })).text();
  const lineId = /\/cart\/lines\/([\w-]+)/.exec(cart)?.[1];
  if (lineId === undefined) throw new Error(`The cart of ${handle} holds no line (${added.status}).`);
  return { cookie, lineId };
}
