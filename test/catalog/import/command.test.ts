import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { pictures } from "#db/schema.ts";
import type { CliContext } from "#src/cli/context.ts";
import { exportCommand } from "#src/cli/export.ts";
import { importCommand } from "#src/cli/import.ts";
import { emptyShop, type EmptyShop } from "./import-shop.ts";
import { fixture } from "./reading.ts";

setDefaultTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), "pushcart-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(shop: EmptyShop, words: readonly string[], json = false) {
  const [out, said]: [string[], string[]] = [[], []];
  const deps = { ...shop, config: { dataFolder: shop.folder } };
  const cli = {
    json,
    quiet: false,
    terminal: false,
    out: (text: string) => void out.push(text),
    say: (text: string) => void said.push(text),
    open: async () => deps,
    exitCode: 0,
  } as unknown as CliContext;
  const program = new Command().exitOverride();
  importCommand(program, () => cli);
  exportCommand(program, () => cli);
  await program.parseAsync([...words], { from: "user" });
  return { out: out.join("\n"), said: said.join("\n"), exitCode: cli.exitCode };
}

describe("pushcart import", () => {
  test("prints counts as JSON, and every row left out with its reason", async () => {
    await using shop = await emptyShop();
    const { out } = await run(shop, ["import", fixture("shopify-old.csv")], true);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(
      "products variants images collections created updated unchanged skipped errors".split(" "),
    );
    expect(report).toMatchObject({
      products: 3,
      variants: 5,
      images: 4,
      created: 3,
      updated: 0,
      unchanged: 0,
      skipped: 5,
    });
    expect(report.errors).toContainEqual({ row: 13, column: "Handle", reason: "there is no handle" });
  });

  test("talks to people, tries first, and takes back", async () => {
    await using shop = await emptyShop();
    const dry = await run(shop, ["import", fixture("woo.csv"), "--dry-run"]);
    expect(dry.out).toContain("Would be: 6 created, 0 updated, 0 unchanged; 2 rows left out.");
    expect(dry.said).toContain("row 13, Parent: its product is not in this file");
    await run(shop, ["import", fixture("woo.csv")]);
    expect((await run(shop, ["import", "--undo"])).out).toBe(
      "Took back the import of woo.csv: 6 products removed, 0 as they were before.",
    );
    await expect(run(shop, ["import", "--undo"])).rejects.toThrow("no import to take back");
  });

  test("writes the rows left out to a file of their own", async () => {
    await using shop = await emptyShop();
    const path = join(folder, "errors.csv");
    await run(shop, ["import", fixture("woo.csv"), "--errors", path]);
    expect(await Bun.file(path).text()).toContain("12,Regular price,");
  });

  test("says what to do when there is no file, no known form, nothing to read", async () => {
    await using shop = await emptyShop();
    await expect(run(shop, ["import", join(folder, "none.csv")])).rejects.toThrow("There is no file");
    await expect(run(shop, ["import"])).rejects.toThrow("Which file?");
    await expect(run(shop, ["import", fixture("woo.csv"), "--from", "magento"])).rejects.toThrow(
      '"magento" is no form',
    );
    await expect(run(shop, ["import", fixture("woo.csv"), "--from", "shopify"])).rejects.toThrow("is not shopify");
    const packed = join(folder, "half.csv.gz");
    await Bun.write(packed, Bun.gzipSync(`Handle,Title,Variant Price\n${"mug,Mug,5\n".repeat(99)}`).slice(0, 50));
    await expect(run(shop, ["import", packed])).rejects.toThrow("packed by gzip, but broken");
    await expect(run(shop, ["import", folder])).rejects.toThrow("There is no file");
    const path = join(folder, "bad.csv");
    await Bun.write(path, 'Handle,Title,Variant Price\nmug,Mug,"1,234"\n');
    expect((await run(shop, ["import", path])).exitCode).toBe(1);
  });

  test("takes pictures from beside the file, and says which are not there", async () => {
    await using shop = await emptyShop();
    await Bun.write(join(folder, "img/red.png"), await onePixel());
    await Bun.write(join(folder, "img/text.png"), "no picture");
    const rows = ["img/red.png", "img/text.png", "img/none.png", "../outside.png", "/etc/hostname"];
    const lines = rows.map((path, at) => `p-${at},P ${at},5,${path}`);
    const path = join(folder, "pictures.csv");
    await Bun.write(path, `Handle,Title,Variant Price,Image Src\n${lines.join("\n")}\n`);
    const { out } = await run(shop, ["import", path], true);
    expect(JSON.parse(out).errors.map((each: { row: number; reason: string }) => [each.row, each.reason])).toEqual([
      [3, '"img/text.png": it is no JPEG, PNG, WebP or GIF that can be read'],
      [4, '"img/none.png": it is not beside the file'],
      [5, '"../outside.png": it is not beside the file'],
      [6, '"/etc/hostname": it is not beside the file'],
    ]);
    const ready = (await shop.read.select().from(pictures)).filter((row) => row.state === "ready");
    expect(ready).toMatchObject([{ source: "img/red.png", width: 1, height: 1 }]);
    for (const size of ["", "-320", "-640", "-960", "-1440"]) {
      expect(await Bun.file(join(shop.folder, "pictures", `${ready[0]?.id}${size}.webp`)).exists()).toBe(true);
    }
  });
});

const onePixel = () =>
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
    "base64",
  );

describe("pushcart export", () => {
  test("writes a file that import takes, with a mark for spreadsheets", async () => {
    await using shop = await emptyShop();
    await run(shop, ["import", fixture("woo.csv")]);
    const path = join(folder, "shop.csv");
    await run(shop, ["export", path]);
    const text = await Bun.file(path).text();
    expect((await Bun.file(path).bytes()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const { out } = await run(shop, ["export"]);
    expect(`${out}\n`).toBe(text);
    await using other = await emptyShop();
    expect(JSON.parse((await run(other, ["import", path], true)).out)).toMatchObject({
      created: 6,
      skipped: 0,
      errors: [],
    });
  });

  test("copies pictures that have no address of their own beside it", async () => {
    await using shop = await emptyShop();
    await Bun.write(join(folder, "img/red.png"), await onePixel());
    const path = join(folder, "one.csv");
    await Bun.write(path, "Handle,Title,Variant Price,Image Src\nmug,Mug,5,img/red.png\n");
    await run(shop, ["import", path]);
    mkdirSync(join(folder, "out"));
    const { out } = await run(shop, ["export", join(folder, "out/shop.csv"), "--pictures"], true);
    expect(JSON.parse(out).pictures).toBe(1);
    await using other = await emptyShop();
    const again = await run(other, ["import", join(folder, "out/shop.csv")], true);
    expect(JSON.parse(again.out)).toMatchObject({ created: 1, errors: [] });
    expect((await other.read.select().from(pictures))[0]).toMatchObject({ state: "ready", source: "img/red.png" });
  });
});
