import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { products } from "#db/schema.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";
import { until } from "#test/support/until.ts";

// S37, S62: a product file of a hundred thousand rows is looked at by workers while the page stays free; then the shop has
// its say, takes it in and takes it back, with scripts and without.

const rows = 100_000;
/** Rows with quoted line ends and commas, some of them wrong: no handle, a price that is none, a cell too many, no title. */
function bigTable(count = rows): string {
  const lines = ["Handle,Title,Body (HTML),Variant Price,Variant Inventory Qty"];
  for (let at = 0; at < count; at += 1) {
    const handle = at % 9973 === 5 ? "" : `thing-${at >> 1}`;
    const title = at % 2 === 1 || at % 7919 === 4 ? "" : `"Thing, no. ${at}"`;
    const price = at % 4999 === 7 ? "a lot" : `${at % 300}.50`;
    const extra = at % 12_007 === 11 ? ",one,too,many" : "";
    lines.push(`${handle},${title},"<p>Made of\r\n""stone""; ${at}</p>",${price},${at % 40}${extra}`);
  }
  return lines.join("\r\n");
}
const csv = (text: string, name = "things.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const isTold = `document.querySelector("#import-preview").dataset.state === "told"`;
const profile = '[data-part="profile"]';

/** What the panel shows, as plain values. */
const shown = ({ page }: Visit) =>
  page.evaluate(() => {
    const root = document.querySelector("#import-preview");
    const figure = (name: string) =>
      Number((root?.querySelector(`[data-figure=${name}]`)?.textContent ?? "").replaceAll(",", ""));
    return {
      ...{ rows: figure("rows"), products: figure("products"), troubled: figure("troubled"), ragged: figure("ragged") },
      troubles: [...(root?.querySelectorAll("tbody tr") ?? [])].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      ),
    };
  });

/** The same rules on the page's own thread, over the same file. */
const alone = ({ page }: Visit) =>
  page.evaluate(async () => {
    const modules = await Promise.all(["open", "check"].map((name) => import(`/assets/import-${name}.js`)));
    const [{ openTable }, { checkAlone }] = modules as [
      { openTable(bytes: Uint8Array, asked: object): object },
      { checkAlone(bytes: Uint8Array, opened: object): Found },
    ];
    type Found = Record<"rows" | "products" | "troubled" | "ragged", number> & {
      troubles: { row: number; column: string; reason: string }[];
    };
    const file = document.querySelector<HTMLInputElement>("#file")?.files?.[0];
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    const found = checkAlone(bytes, openTable(bytes.subarray(0, 1 << 20), { currency: "USD" }));
    const { rows, products, troubled, ragged, troubles } = found;
    const listed = troubles
      .slice(0, 50)
      .map(({ row, column, reason }) => [row.toLocaleString("en-US"), column, reason]);
    return { rows, products, troubled, ragged, troubles: listed };
  });

/** Of the folder beside the repository; packed ones as they are when unpacked. */
function realFiles() {
  const folder = join(import.meta.dir, "../../../shared/data");
  return [
    ...new Bun.Glob("{shopify,woocommerce,big,orders,vendure}/*.csv*").scanSync(
      existsSync(folder) ? folder : import.meta.dir,
    ),
  ].map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, mimeType: "text/csv", buffer: Buffer.from(name.endsWith(".gz") ? gunzipSync(bytes) : bytes) };
  });
}

journey("a product file at the desk", {}, ({ server, visit, owner }) => {
  test("S62: 100,000 rows are checked by workers, the page answers clicks within 100 ms, and one thread finds the same", async () => {
    await visit({ viewport: wide, storageState: await owner() }, async (visitor) => {
      const { page, go, text } = visitor;
      await go("/admin/import");
      await page.evaluate(() => {
        const waits: number[] = [];
        Object.assign(globalThis, { waits });
        document.addEventListener("click", ({ timeStamp }) => void waits.push(performance.now() - timeStamp));
      });
      /** The slowest of the clicks while the file is looked at. */
      async function slowestClick(): Promise<number> {
        await page.evaluate("waits.length = 0");
        await page.setInputFiles("#file", csv(bigTable()));
        while (!(await page.evaluate(isTold))) await page.mouse.click(640, 30);
        const waits = (await page.evaluate("waits")) as number[];
        expect(waits.length).toBeGreaterThan(2);
        return Math.max(...waits);
      }
      // Where the machine does much else, a click may wait for that: a page that is not free would be slow each time.
      let slowest = await slowestClick();
      for (let again = 0; again < 3 && slowest >= 100; again += 1) slowest = await slowestClick();
      const seen = await shown(visitor);
      expect(seen).toMatchObject({ rows, ragged: 9 });
      expect(seen.troubled).toBeGreaterThan(20);
      const began = performance.now();
      expect(seen).toEqual(await alone(visitor));
      const onOneThread = performance.now() - began;
      const said = await text(profile);
      const [, block = "none"] = /busy for (\d+) ms at most/.exec(said) ?? [];
      console.log(
        `S62: ${said} The slowest click was answered after ${slowest.toFixed(1)} ms; one thread takes ${onOneThread.toFixed(0)} ms`,
      );
      expect(slowest).toBeLessThan(100);
      expect(Number(block)).toBeLessThan(onOneThread / 2);
      expect(said).toMatch(/by \d+ workers in \d+ tasks\. \d+ pieces of memory were handed over, 0 kept here\./);
    });
  }, 120_000);

  for (const [what, code, said] of [
    ["hangs", "for (;;);", "it said nothing for 4000 ms"],
    ["throws", 'throw new Error("a worker fell over")', "a worker fell over"],
    ["throws where nobody catches it", 'setTimeout(() => { throw new Error("out of the blue") });', "out of the blue"],
    ["does not start", undefined, "it did not start"],
  ] as const) {
    test(`S62: a worker that ${what} is told of and replaced, and its task is done by another`, async () => {
      await visit({ viewport: wide, storageState: await owner() }, async (visitor) => {
        const { page, go, text } = visitor;
        let served = 0;
        await page.route("**/import-worker.js*", async (route) => {
          served += 1;
          if (served > 1) return route.fallback();
          const real = await (await route.fetch()).text();
          const bad = real.replace("const done = acts[act](given);", `${code}\n    const done = acts[act](given);`);
          return route.fulfill({
            contentType: "text/javascript",
            body: code === undefined ? "this is no script" : bad,
          });
        });
        await go("/admin/import");
        await page.evaluate(() => document.querySelector("#import-preview")?.setAttribute("data-watchdog", "4000"));
        await page.setInputFiles("#file", csv(bigTable(20_000)));
        await until(page, isTold, 30_000);
        expect(await shown(visitor)).toEqual(await alone(visitor));
        expect(await text(profile)).toMatch(/(One worker was|\d workers were) replaced: /);
        expect(await text(profile)).toContain(said);
      });
    }, 120_000);
  }

  test("S62: where no worker ever works it says so, and the file can be sent all the same", async () => {
    await visit({ viewport: narrow, storageState: await owner() }, async ({ page, go, sees }) => {
      await page.route("**/import-worker.js*", (route) =>
        route.fulfill({ contentType: "text/javascript", body: "none" }),
      );
      await go("/admin/import");
      await page.setInputFiles("#file", csv(bigTable(100)));
      await sees('[data-part="words"]', "Your browser could not look at it");
      expect(await page.getByRole("button", { name: "Send and check it" }).isEnabled()).toBe(true);
    });
  }, 120_000);

  test("S62: files of real shops get the verdict in pieces that they get whole", async () => {
    const files = realFiles();
    if (files.length === 0) console.warn("SKIPPED real files: ../shared/data is not there");
    await visit({ viewport: wide, storageState: await owner() }, async (visitor) => {
      const { page, go } = visitor;
      await go("/admin/import");
      for (const file of files) {
        await page.setInputFiles("#file", file);
        await until(page, isTold, 30_000);
        if (await page.locator('[data-part="figures"]').isVisible())
          expect(await shown(visitor), file.name).toEqual(await alone(visitor));
      }
    });
  }, 120_000);

  test("looking is stopped by a button, and another file is looked at afterwards", async () => {
    await visit({ viewport: narrow, storageState: await owner() }, async (visitor) => {
      const { page, go, sees } = visitor;
      await go("/admin/import");
      await page.evaluate(() => {
        const stop = document.querySelector<HTMLButtonElement>('[data-part="cancel"]');
        new MutationObserver(() => stop?.checkVisibility() && stop.click()).observe(document.body, {
          attributes: true,
          subtree: true,
        });
      });
      await page.setInputFiles("#file", csv(bigTable()));
      await sees('[data-part="words"]', "You stopped it.");
      expect(await page.locator('[data-part="looking"]').isVisible()).toBe(false);
      await go("/admin/import");
      await page.setInputFiles("#file", csv("a,b\n1,2\n"));
      await sees('[data-part="words"]', "its header reads");
      await page.setInputFiles("#file", csv("Handle;Title;Price\r\ncaf\u00e9;Caf\u00e9;1,50\r\n"));
      await sees('[data-part="words"]', "Nothing is wrong that a browser can see.");
    });
  }, 120_000);

  for (const scripts of [true, false]) {
    test(`S37: sent, checked, taken in and taken back ${scripts ? "as one looks on" : "without scripts"}`, async () => {
      await visit({ viewport: scripts ? wide : narrow, scripts, storageState: await owner() }, async (visitor) => {
        const { page, go, sees, text } = visitor;
        const count = () => server().shop.deps.store.read.$count(products);
        const before = await count();
        await go("/admin/products");
        await page.getByRole("link", { name: "Import products" }).click();
        await page.waitForURL(/\/admin\/import$/);
        expect(await page.locator("#import-preview").isVisible()).toBe(false);
        const table = `${bigTable(300)}\r\nlast,Last,,lots,1`;
        await page.setInputFiles("#file", csv(table));
        if (scripts) await until(page, isTold);
        await page.getByRole("button", { name: "Send and check it" }).click();
        await page.waitForURL(/\/admin\/import\/[\w-]+$/);
        // Whoever stands on the button while it is replaced each second, and at last is gone, is not sent to the top.
        if (scripts) await page.locator("#cancel-import").focus();
        await sees("#import-job .status", "Checked, nothing changed yet");
        expect(await count()).toBe(before);
        expect(await text("#import-job .figures")).toContain("New149");
        if (scripts) {
          await sees("#live", "things.csv: Checked, nothing changed yet.");
          await until(page, `document.activeElement.id === "job-h"`);
        }
        expect(await page.locator("#import-preview").isVisible()).toBe(scripts);
        if (scripts) expect(await text("#import-preview")).toContain("Products149");
        await page.getByRole("button", { name: "Import", exact: true }).click();
        await sees("#import-job .status", /^Done$/);
        expect(await count()).toBe(before + 149);
        await page.getByRole("button", { name: "Undo this import" }).click();
        await sees("#import-job .status", /^Taken back$/);
        expect(await count()).toBe(before);
      });
    }, 180_000);
  }
});
