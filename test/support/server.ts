import type { Tx } from "#db/open.ts";
import { pickupPoints, shippingMethods } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { workOnImports } from "#src/catalog/import/jobs/work.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { addPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import type { Edge } from "#src/web/edge.ts";
import { openShop, type ShopOptions, type TestShop } from "./shop.ts";

/** A shop on a port of its own, for a real browser to visit. */
export type ShopServer = {
  readonly shop: TestShop;
  readonly url: string;
  /** The path that makes the owner's account. */
  readonly ownerPath: string;
  /** From here on nobody answers at the address. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  start(): void;
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

/** The demo shop with the code STAFF50; where products are given, a small shop with those instead. */
export async function openServer(options: ShopOptions = {}): Promise<ShopServer> {
  let answer: Edge = async () => new Response("not open yet", { status: 503 });
  const listen = (port: number) =>
    Bun.serve({
      port,
      reusePort: false,
      idleTimeout: 120,
      development: false,
      fetch: (request, server) => answer(request, undefined, (seconds) => server.timeout(request, seconds)),
    });
  let server = listen(0);
  const port = server.port ?? 0;
  const url = `http://localhost:${port}`;

  const shop = await openShop({ ...options, env: { PUSHCART_URL: url, ...options.env } });
  shop.clock.set(new Date());
  if (options.products === undefined) {
    await shop.deps.store.write(takeWorldAway);
    await seedDemo(shop.deps);
  }
  await shop.deps.store.write((tx) => addPromotion(tx, "staff-half", staffHalf));
  answer = workingOn(shop, createApp(shop.deps));
  const ownerPath = (await setupLink(shop.deps)) ?? "";

  return {
    shop,
    url,
    ownerPath,
    stop: () => server.stop(true),
    start() {
      server = listen(port);
    },
    async close() {
      await server.stop(true);
      await shop.close();
    },
  };
}

/** What the shop does by itself where a page waits for it: product files, a moment after something was asked of them. */
function workingOn({ deps }: TestShop, app: Edge): Edge {
  const importer = { ...deps, holder: "the server" };
  const work = () => void workOnImports(importer).catch(() => {}); // the shop may be closed by then
  return async (request) => {
    const response = await app(request);
    if (request.method === "POST" && new URL(request.url).pathname.startsWith("/admin/import")) setTimeout(work, 1200);
    return response;
  };
}

/** The ways of delivery that every test's shop has: the demo brings its own. */
async function takeWorldAway(tx: Tx): Promise<void> {
  await tx.delete(shippingMethods);
  await tx.delete(pickupPoints);
}
