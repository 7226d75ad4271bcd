import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import fc from "fast-check";
import { orders } from "#db/schema.ts";
import { openShop } from "#test/support/shop.ts";
import { orderRow } from "./order-rows.ts";
import { member } from "./staff.ts";

type Points = { readonly minutes: Uint32Array; readonly amounts: Float64Array };
const draw = (await import(join(import.meta.dir, "../../public/long-chart-draw.js"))) as {
  readPoints(buffer: ArrayBuffer): Points;
  firstFrom(minutes: Uint32Array, from: number): number;
  binned(points: Points, from: number, until: number, count: number): Float64Array;
};

describe("the long view", () => {
  test("puts each order into one bar: the sums are those of a plain count", () => {
    const list = fc.array(fc.tuple(fc.nat(5000), fc.nat(1_000_000)), { maxLength: 60 });
    fc.assert(
      fc.property(
        list,
        fc.nat(4000),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 50 }),
        (all, from, span, count) => {
          const sorted = all.toSorted(([a], [b]) => a - b);
          const points = {
            minutes: Uint32Array.from(sorted.map(([at]) => at)),
            amounts: Float64Array.from(sorted.map(([, n]) => n)),
          };
          const bins = draw.binned(points, from, from + span, count);
          const seen = sorted.filter(([at]) => at >= from && at < from + span);
          expect(bins.reduce((sum, each) => sum + each, 0)).toBe(seen.reduce((sum, [, n]) => sum + n, 0));
          expect(draw.firstFrom(points.minutes, from)).toBe(sorted.filter(([at]) => at < from).length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("gets every order that was not canceled, the oldest first, exact to the cent", async () => {
    await using shop = await openShop({ products: [] });
    const rows = Array.from({ length: 120 }, (_, at) => {
      const placedAt = new Date(Date.UTC(2024, 0, 1, 0, at * 37));
      return orderRow(at, placedAt, at === 7 ? 999_999_999_999 : at * 101, at % 10 === 3 ? "canceled" : "placed");
    });
    await shop.deps.store.write((tx) => tx.insert(orders).values(rows.toReversed()));
    const reader = await member(shop, "reader");
    const answer = await reader.get("/admin/figures/orders.bin");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const { minutes, amounts } = draw.readPoints(await answer.arrayBuffer());
    const kept = rows.filter(({ state }) => state === "placed");
    expect([...amounts]).toEqual(kept.map(({ total }) => total));
    expect([...minutes]).toEqual(kept.map(({ placedAt }) => placedAt.getTime() / 60_000));
    expect((await (await member(shop, "packer")).get("/admin/figures/orders.bin")).status).toBe(403);
    expect((await shop.get("/admin/figures/orders.bin")).status).not.toBe(200);
    expect(await (await reader.get("/admin/figures")).text()).toContain('<figure class="pad long" hidden');
  });
});
