import { createApp } from "#src/app.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { addPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import { openShop, type TestShop } from "./shop.ts";

export type LiveShop = {
  readonly shop: TestShop;
  readonly url: string;
  /** The path that makes the owner's account. */
  readonly ownerPath: string;
  close(): Promise<void>;
};

const staffHalf: NewPromotion = {
  name: "For those who work here",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codes: ["STAFF50"],
  codeLimit: null,
};

/** The demo shop on a port of its own, with the code STAFF50, for a real browser to visit. */
export async function openLiveShop(): Promise<LiveShop> {
  let answer: (request: Request) => Promise<Response> = async () => new Response("not open yet", { status: 503 });
  const server = Bun.serve({ port: 0, reusePort: false, development: false, fetch: (request) => answer(request) });
  const url = `http://localhost:${server.port}`;
  const shop = await openShop({ env: { PUSHCART_URL: url } });
  shop.clock.set(new Date());
  await seedDemo(shop.deps);
  await shop.deps.store.write((tx) => addPromotion(tx, "staff-half", staffHalf));
  answer = createApp(shop.deps);
  const ownerPath = (await setupLink(shop.deps)) ?? "";
  return {
    shop,
    url,
    ownerPath,
    async close() {
      await server.stop(true);
      await shop.close();
    },
  };
}
