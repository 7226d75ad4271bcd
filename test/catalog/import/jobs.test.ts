import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { importJobs, products } from "#db/schema.ts";
import { importFolder, jobFile, type NewJob } from "#src/catalog/import/jobs/job.ts";
import * as jobs from "#src/catalog/import/jobs/store.ts";
import { sweepImports } from "#src/catalog/import/jobs/sweep.ts";
import { workOnImports } from "#src/catalog/import/jobs/work.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

const table = (count: number, price = "5.00") =>
  ["Handle,Title,Variant Price", ...Array.from({ length: count }, (_, at) => `mug-${at},Mug ${at},${price}`)].join(
    "\n",
  );

async function send({ deps }: TestShop, text: string | Uint8Array, given: Partial<NewJob> = {}): Promise<string> {
  const id = given.id ?? deps.newId();
  mkdirSync(importFolder(deps.config.dataFolder), { recursive: true });
  writeFileSync(jobFile(deps.config.dataFolder, id), text);
  const job: NewJob = { id, file: "mugs.csv", bytes: text.length, form: "", who: "staff:ines", ...given };
  expect(await deps.store.write((tx) => jobs.insertJob(tx, job, deps.now()))).toBe(true);
  return id;
}

const work = ({ deps }: TestShop, holder = "here", signal?: AbortSignal) => workOnImports({ ...deps, holder }, signal);
const jobOf = ({ deps }: TestShop, id: string) => jobs.loadJob(deps.store.read, id);
const count = ({ deps }: TestShop) => deps.store.read.$count(products);
const begin = ({ deps }: TestShop, id: string, to: "importing" | "undoing") =>
  deps.store.write((tx) =>
    jobs.beginAct(tx, { id, from: ["checked", "done", "canceled", "failed"], to, now: deps.now() }),
  );

describe("a product file that was sent", () => {
  test("is checked first and changes nothing; then it is taken in, and taken back", async () => {
    await using shop = await openShop();
    const id = await send(shop, `${table(30)}\nmug-30,No price,\n,No handle,5\n`);
    expect(await work(shop)).toBe(true);
    expect(await jobOf(shop, id)).toMatchObject({
      ...{ state: "checked", form: "shopify", turn: null, troubles: 2, done: 30, total: 30 },
      counts: { products: 30, created: 30, updated: 0, unchanged: 0, skipped: 2 },
    });
    expect(await count(shop)).toBe(0);
    expect(await work(shop)).toBe(false);
    const troubles = await jobs.listTroubles(shop.deps.store.read, id, 0, 10);
    expect(troubles).toMatchObject([
      { nth: 1, row: 32, column: "Variant Price", reason: "the product has no price", leftOut: true },
      { nth: 2, row: 33, column: "Handle", reason: "there is no handle" },
    ]);

    expect(await begin(shop, id, "importing")).toBe(true);
    await work(shop);
    const done = await jobOf(shop, id);
    expect(done).toMatchObject({ state: "done", counts: { created: 30, updated: 0, unchanged: 0, skipped: 2 } });
    expect([await count(shop), existsSync(jobFile(shop.deps.config.dataFolder, id))]).toEqual([30, false]);

    expect(await begin(shop, id, "undoing")).toBe(true);
    await work(shop);
    expect(await jobOf(shop, id)).toMatchObject({ state: "undone", counts: { removed: 30, restored: 0 } });
    expect(await count(shop)).toBe(0);
  });

  test("is read a little at a time: others are answered in between", async () => {
    await using shop = await openShop();
    await send(shop, table(6000));
    let answered = 0;
    const others = setInterval(() => (answered += 1), 1);
    await work(shop);
    clearInterval(others);
    expect(answered).toBeGreaterThan(20); // some 120 KiB, read three times
  });

  test("what it would change of what is there already is counted, and what stays the same", async () => {
    await using shop = await openShop();
    const first = await send(shop, table(10));
    await work(shop);
    await begin(shop, first, "importing");
    await work(shop);
    const second = await send(shop, table(12).replace("mug-3,Mug 3,5.00", "mug-3,Mug 3,6.00"));
    await work(shop);
    expect((await jobOf(shop, second))?.counts).toMatchObject({ created: 2, updated: 1, unchanged: 9 });
  });

  test("there is one at a time: another is not even taken in", async () => {
    await using shop = await openShop();
    const { deps } = shop;
    const first = await send(shop, table(2));
    const other: NewJob = { id: "other", file: "b.csv", bytes: 1, form: "", who: "staff:ines" };
    const both = await Promise.all(
      [other, { ...other, id: "third" }].map((job) => deps.store.write((tx) => jobs.insertJob(tx, job, deps.now()))),
    );
    expect(both).toEqual([false, false]);
    await work(shop);
    const second = await send(shop, table(3));
    expect(await begin(shop, first, "importing")).toBe(false);
    await work(shop);
    expect(await begin(shop, second, "importing")).toBe(true);
    expect(await deps.store.read.$count(importJobs)).toBe(2);
  });

  test("cut off by a closing shop, it is gone on with by another process, as one import", async () => {
    await using shop = await openShop();
    const id = await send(shop, table(400));
    await work(shop);
    await begin(shop, id, "importing");
    const closing = new AbortController();
    const cut = work(shop, "first", closing.signal);
    while ((await count(shop)) === 0) await Bun.sleep(1);
    closing.abort(new Error("the shop closes"));
    await cut;
    const left = await jobOf(shop, id);
    const already = await count(shop);
    expect(left).toMatchObject({ state: "importing", holder: "", turn: "one" });
    expect(already).toBeGreaterThan(0);
    await work(shop, "second");
    expect(await jobOf(shop, id)).toMatchObject({ state: "done", counts: { created: 400, unchanged: 0 } });
    await begin(shop, id, "undoing");
    await work(shop, "second");
    expect([await count(shop), (await jobOf(shop, id))?.state]).toEqual([0, "undone"]);
  });

  test("while one process works on it no other does, until nothing was heard for ten seconds", async () => {
    await using shop = await openShop();
    const { deps, clock } = shop;
    const id = await send(shop, table(2));
    const stale = () => new Date(deps.now().getTime() - 10_000);
    const claim = (holder: string) =>
      deps.store.write((tx) => jobs.claim(tx, { id, holder, now: deps.now(), stale: stale() }));
    expect([await claim("a"), await claim("b")]).toEqual([true, false]);
    expect(await work(shop, "b")).toBe(false);
    clock.forward(11_000);
    expect(await work(shop, "b")).toBe(true);
    expect(await jobOf(shop, id)).toMatchObject({ state: "checked", holder: "" });
  });

  test("canceled half-way it stands in good order, may be gone on with, and is taken back by one undo", async () => {
    await using shop = await openShop();
    const { deps } = shop;
    const id = await send(shop, table(3000));
    await work(shop);
    await begin(shop, id, "importing");
    const running = work(shop);
    while ((await count(shop)) === 0) await Bun.sleep(1);
    expect(await deps.store.write((tx) => jobs.askToCancel(tx, id))).toBe(true);
    await running;
    const canceled = await jobOf(shop, id);
    const already = await count(shop);
    expect(canceled).toMatchObject({ state: "canceled", turn: null, cancelAsked: false });
    expect(canceled?.counts["created"]).toBe(already);
    expect(already).toBeLessThan(3000);
    await begin(shop, id, "importing");
    await work(shop);
    expect(await jobOf(shop, id)).toMatchObject({ state: "done", counts: { created: 3000 } });
  });

  test("one that is no product file is refused in a sentence, and so is one that is packed badly", async () => {
    await using shop = await openShop();
    for (const [text, sentence] of [
      ["a,b,c\n1,2,3\n", /not a product file .*its header reads "a, b, c".*Save it as CSV/s],
      ["", /holds nothing/],
      [Uint8Array.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6]), /packed, but broken/],
    ] as const) {
      const id = await send(shop, text);
      await work(shop);
      const job = await jobOf(shop, id);
      expect(job).toMatchObject({ state: "failed", turn: null });
      expect(job?.trouble).toMatch(sentence);
      expect(job?.trouble).not.toContain(shop.deps.config.dataFolder);
    }
  });

  test("whose file is nowhere can be canceled all the same", async () => {
    await using shop = await openShop();
    const { deps } = shop;
    const job: NewJob = { id: "gone", file: "x.csv", bytes: 1, form: "", who: "staff:ines" };
    await deps.store.write((tx) => jobs.insertJob(tx, job, deps.now()));
    expect(await work(shop)).toBe(false);
    await deps.store.write((tx) => jobs.askToCancel(tx, "gone"));
    await work(shop);
    expect(await jobOf(shop, "gone")).toMatchObject({ state: "canceled", turn: null });
  });

  test("is swept away when nobody has wanted it for a day, with what broke off on its way", async () => {
    await using shop = await openShop();
    const { deps, clock } = shop;
    clock.set(new Date());
    const id = await send(shop, table(1));
    await work(shop);
    const folder = importFolder(deps.config.dataFolder);
    const part = `${folder}/broken.part`;
    writeFileSync(part, "x");
    const old = new Date(deps.now().getTime() - 2 * 3_600_000);
    for (const path of [part, jobFile(deps.config.dataFolder, id)]) utimesSync(path, old, old);
    await sweepImports(deps);
    expect([existsSync(part), existsSync(jobFile(deps.config.dataFolder, id))]).toEqual([false, true]);
    clock.forward(25 * 3_600_000);
    await sweepImports(deps);
    expect(existsSync(jobFile(deps.config.dataFolder, id))).toBe(false);
    expect(await deps.store.read.$count(importJobs)).toBe(1);
    clock.forward(90 * 24 * 3_600_000);
    await sweepImports(deps);
    expect(await deps.store.read.$count(importJobs)).toBe(0);
  });
});
