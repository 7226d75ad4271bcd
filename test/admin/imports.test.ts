import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditLog, importJobs, products } from "#db/schema.ts";
import { importFolder } from "#src/catalog/import/jobs/job.ts";
import { workOnImports } from "#src/catalog/import/jobs/work.ts";
import { undoImport } from "#src/catalog/import/undo.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

setDefaultTimeout(60_000);

const mugs = (count: number) =>
  ["Handle,Title,Variant Price", ...Array.from({ length: count }, (_, at) => `mug-${at},Mug ${at},5.00`)].join("\n");

/** Sends a form with a file, as a browser does. */
async function send(
  visitor: TestVisitor,
  content: string | Uint8Array<ArrayBuffer>,
  {
    name = "mugs.csv",
    fields = {},
    headers = {},
  }: { name?: string; fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Response> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new File([content], name, { type: "text/csv" }));
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  const body = await whole.arrayBuffer();
  return visitor.send("/admin/import", {
    method: "POST",
    body,
    headers: {
      "Content-Type": type,
      "Content-Length": String(body.byteLength),
      ...headers,
    },
  });
}

const work = ({ deps }: TestShop) => workOnImports({ ...deps, holder: "here" });
const count = ({ deps }: TestShop) => deps.store.read.$count(products);
const filesOf = ({ deps }: TestShop) => {
  const folder = importFolder(deps.config.dataFolder);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const placeOf = (answer: Response) => answer.headers.get("Location") ?? "none";

describe("product files at the desk", () => {
  test("are sent, checked, taken in and taken back, by plain forms alone", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const start = await (await desk.get("/admin/import")).text();
    expect(start).toContain('enctype="multipart/form-data"');
    expect(start).toContain('<a href="/admin/products" aria-current="page">');
    const sent = await send(desk, `${mugs(3)}\nmug-9,<i>Jug</i>,lots`);
    const place = placeOf(sent);
    expect([sent.status, place]).toEqual([303, expect.stringMatching(/^\/admin\/import\/made-/)]);
    const waiting = await (await desk.get(place)).text();
    expect(waiting).toContain('<noscript><meta http-equiv="refresh" content="3"/></noscript>');
    expect(waiting).toContain('hx-trigger="every 1s"');
    expect(waiting).toContain("Being checked");

    await work(shop);
    const checked = await (await desk.get(place)).text();
    expect(checked).not.toContain("http-equiv");
    expect(checked).toContain("Checked, nothing changed yet");
    expect(checked).toContain("&quot;lots&quot; is not a price");
    expect(await count(shop)).toBe(0);

    const begun = await desk.post(`${place}/start`);
    expect([begun.status, placeOf(begun)]).toEqual([303, place]);
    await work(shop);
    expect(await count(shop)).toBe(3);
    const done = await (await desk.get(place)).text();
    expect(done).toContain("Undo this import");
    expect(await (await desk.get("/admin/import")).text()).toContain("mugs.csv");
    expect(await (await shop.get("/products/mug-1")).text()).toContain("$5.00");

    expect((await desk.post(`${place}/undo`)).status).toBe(303);
    await work(shop);
    expect(await count(shop)).toBe(0);
    const undone = await (await desk.get(place)).text();
    expect(undone).toContain("Taken back");
    expect(undone).not.toContain("Undo this import");
    expect((await desk.post(`${place}/undo`)).status).toBe(409);
    expect(filesOf(shop)).toEqual([]);
    const acts = (await shop.deps.store.read.select().from(auditLog)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(["send product file", "import products", "take import back"]));
  });

  test("show how far they are, as a part that htmx puts in place and that says when it is over", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const place = placeOf(await send(desk, mugs(2)));
    await shop.deps.store.write((tx) => tx.update(importJobs).set({ done: 1200, total: 3000, row: 2500, holder: "x" }));
    shop.clock.forward(10_000);
    const part = await (await desk.htmx.get(place)).text();
    expect(part).toStartWith('<div id="import-job"');
    expect(part).toContain("1,200 of 3,000 products, row 2,500, 120 a second, about 15 seconds left.");
    expect(part).toContain('<progress aria-label="Being checked" value="1200" max="3000">');
    shop.clock.forward(10_000);
    await work(shop);
    const last = await (await desk.htmx.get(place)).text();
    expect(last).not.toContain("hx-trigger");
    expect(last).toContain('hx-target="#live"');
    expect(last).toContain("mugs.csv: Checked, nothing changed yet.");
  });

  test("what is wrong in them comes as a file, in which no cell is a formula", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const rows = Array.from({ length: 60 }, (_, at) => `mug-${at},Mug,=cmd|' /C calc'!A${at}`).join("\n");
    const place = placeOf(await send(desk, `Handle,Title,Variant Price\n${rows}\n`, { name: "=cmd.csv" }));
    await work(shop);
    const page = await (await desk.get(place)).text();
    expect(page).toContain("60 things to look at");
    expect(page).toContain("The first 50 are shown.");
    const answer = await desk.get(`${place}/errors.csv`);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="import-errors.csv"');
    const lines = (await answer.text()).trim().split("\n");
    expect([lines.length, lines[0]]).toEqual([61, "Row,Column,Reason,Left out"]);
    expect(lines[1]).toBe(`2,Variant Price,"""=cmd|' /C calc'!A0"" is not a price",yes`);
    for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
  });

  test("the file to begin with is itself taken without a word", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const template = await (await desk.get("/admin/import.csv")).text();
    const place = placeOf(await send(desk, template));
    await work(shop);
    const [job] = await shop.deps.store.read.select().from(importJobs);
    expect(job).toMatchObject({ state: "checked", troubles: 0, counts: { products: 2, variants: 3, created: 2 } });
    expect(await (await desk.get(place)).text()).not.toContain("to look at");
  });

  test("are canceled, put away, and one after another: a second is refused while one is worked on", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const place = placeOf(await send(desk, mugs(2)));
    const second = await send(desk, mugs(3));
    expect([second.status, (await second.text()).includes("Another file is being worked on")]).toEqual([409, true]);
    expect(filesOf(shop)).toHaveLength(1);
    expect((await desk.post(`${place}/start`)).status).toBe(409);
    expect((await desk.post(`${place}/cancel`)).status).toBe(303);
    shop.clock.forward(1000);
    await work(shop);
    expect(await count(shop)).toBe(0);
    const other = placeOf(await send(desk, mugs(3)));
    await work(shop);
    expect((await desk.post(`${other}/cancel`)).status).toBe(303);
    expect(filesOf(shop).filter((name) => other.endsWith(name.replace(".csv", "")))).toEqual([]);
    expect((await desk.post(`${other}/cancel`)).status).toBe(409);
    expect((await desk.post(`${other}/start`)).status).toBe(410);
    for (const act of ["start", "undo", "cancel"])
      expect([404, 409]).toContain((await desk.post(`/admin/import/none/${act}`)).status);
    expect((await desk.get("/admin/import/none")).status).toBe(404);
  });

  test("only the newest import can be taken back", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const places: string[] = [];
    for (const size of [2, 4]) {
      shop.clock.forward(60_000);
      const place = placeOf(await send(desk, mugs(size)));
      await work(shop);
      await desk.post(`${place}/start`);
      await work(shop);
      places.push(place);
    }
    const [first = "", second = ""] = places;
    expect(await (await desk.get(first)).text()).toContain("A later import stands on this one");
    // As if the first had been canceled half-way: what came after would be undone in the wrong order.
    await shop.deps.store.write((tx) =>
      tx
        .update(importJobs)
        .set({ state: "canceled" })
        .where(eq(importJobs.id, first.split("/").at(-1) ?? "")),
    );
    writeFileSync(`${importFolder(shop.deps.config.dataFolder)}/${first.split("/").at(-1)}.csv`, mugs(9));
    expect((await desk.post(`${first}/start`)).status).toBe(409);
    expect(await (await desk.get(first)).text()).not.toContain("Go on with it");
    expect((await desk.post(`${first}/undo`)).status).toBe(409);
    for (const place of [second, first]) {
      expect((await desk.post(`${place}/undo`)).status).toBe(303);
      await work(shop);
    }
    expect(await count(shop)).toBe(0);
  });

  test("what the command took back is told, and not taken back again", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const place = placeOf(await send(desk, mugs(2)));
    await work(shop);
    await desk.post(`${place}/start`);
    await work(shop);
    await undoImport(shop.deps);
    const page = await (await desk.get(place)).text();
    expect(page).toContain("It was taken back by the command since.");
    expect(page).not.toContain("Undo this import");
    expect((await desk.post(`${place}/undo`)).status).toBe(409);
  });
});

describe("what is not taken", () => {
  test("403 and 401 come before a byte of the file is read, and nothing is kept", async () => {
    await using shop = await openShop();
    let asked = 0;
    const body = () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            asked += 1;
            controller.enqueue(new Uint8Array(1 << 16));
          },
        },
        { highWaterMark: 0 },
      );
    const headers = { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": String(40 << 20) };
    for (const role of ["reader", "packer", "content"] as const) {
      const visitor = await member(shop, role);
      const answer = await visitor.send("/admin/import", { method: "POST", body: body(), headers });
      expect([answer.status, asked], role).toEqual([403, 0]);
    }
    const stranger = await shop.visitor().send("/admin/import", { method: "POST", body: body(), headers });
    expect([stranger.status, asked]).toEqual([401, 0]);
    const elsewhere = await (
      await owner(shop)
    ).send("/admin/import", {
      method: "POST",
      body: body(),
      headers: { ...headers, "Sec-Fetch-Site": "cross-site" },
    });
    expect([elsewhere.status, asked]).toEqual([403, 0]);
    expect([filesOf(shop), await shop.deps.store.read.$count(importJobs)]).toEqual([[], 0]);
  });

  test("more than 50 MiB is refused by its length, and 64 KiB where it is no form with a file", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const big = { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": String((50 << 20) + (1 << 17)) };
    const answer = await desk.send("/admin/import", { method: "POST", body: "x", headers: big });
    expect([answer.status, (await answer.text()).includes("larger than 50 MiB")]).toEqual([413, true]);
    const plain = { "Content-Type": "text/csv", "Content-Length": String(1 << 17) };
    expect((await desk.send("/admin/import", { method: "POST", body: "x", headers: plain })).status).toBe(413);
    expect(
      (await desk.send("/admin/import", { method: "POST", body: "a=b", headers: { "Content-Type": "text/csv" } }))
        .status,
    ).toBe(415);
    expect(filesOf(shop)).toEqual([]);
  });

  for (const [what, content, name, sentence] of [
    ["an empty file", "", "a.csv", "That file is empty."],
    ["no file", "", "", "Choose a file."],
    ["a workbook", "PK\u0003\u0004 and so on", "products.csv", "Save the table as CSV"],
    [
      "a picture that says it is a table",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]),
      "a.csv",
      "no table of text",
    ],
    ["a PDF", "%PDF-1.7 ...", "a.csv", "no table of text"],
  ] as const) {
    test(`F01: ${what}: said beside the field, and nothing is kept`, async () => {
      await using shop = await openShop();
      const answer = await send(await owner(shop), content, { name });
      const text = await answer.text();
      expect(answer.status).toBe(422);
      expect(text).toContain(sentence);
      expect(text).toContain('id="file-error"');
      expect([filesOf(shop), await shop.deps.store.read.$count(importJobs)]).toEqual([[], 0]);
    });
  }

  test("more than sixty in an hour are not read", async () => {
    await using shop = await openShop({ limits: true });
    const desk = await owner(shop);
    const statuses = new Set<number>();
    for (let count = 0; count < 60; count += 1) statuses.add((await send(desk, "")).status);
    expect([...statuses]).toEqual([422]);
    expect((await send(desk, mugs(1))).status).toBe(429);
    expect(filesOf(shop)).toEqual([]);
  });

  test("one that breaks off on its way leaves nothing behind", async () => {
    await using shop = await openShop();
    const desk = await owner(shop);
    const half = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${mugs(3)}`;
    const answer = await desk.send("/admin/import", {
      method: "POST",
      body: half,
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
    });
    expect([answer.status, filesOf(shop)]).toEqual([400, []]);
  });

  const mayMount =
    process.platform === "linux" && Bun.spawnSync(["unshare", "--mount", "--propagation", "private", "true"]).success;
  if (!mayMount) console.warn("SKIPPED a full disk: this user may not mount one");
  test.skipIf(!mayMount)("a disk that is full is told in a sentence, and nothing of the file stays on it", () => {
    const disk = mkdtempSync(join(tmpdir(), "pushcart-full-"));
    try {
      const own = ["unshare", "--mount", "--propagation", "private"];
      const run = Bun.spawnSync([...own, process.execPath, join(import.meta.dir, "full-disk.ts"), disk]);
      if (!run.success) throw new Error(run.stderr.toString());
      expect(JSON.parse(run.stdout.toString())).toEqual({
        kind: "busy",
        message: "The shop's disk is full, so the file was not kept. Make room and send it again.",
        left: [],
      });
    } finally {
      rmSync(disk, { recursive: true, force: true });
    }
  });

  for (const name of [
    "../../etc/passwd",
    "..\\..\\shop.db",
    "/etc/cron.d/x",
    "con",
    "\u202egnp.csv",
    '"><img src=x onerror=alert(1)>.csv',
    `${"a".repeat(400)}.csv`,
    "a\u0000b.csv",
  ]) {
    test(`F01: a file called ${JSON.stringify(name.slice(0, 40))} is kept under a name of ours, and shown as text`, async () => {
      await using shop = await openShop();
      const desk = await owner(shop);
      const place = placeOf(await send(desk, mugs(1), { name }));
      const id = place.split("/").at(-1) ?? "";
      expect(filesOf(shop)).toEqual([`${id}.csv`]);
      const path = `${importFolder(shop.deps.config.dataFolder)}/${id}.csv`;
      expect([statSync(path).mode & 0o077, readFileSync(path, "utf8")]).toEqual([0, mugs(1)]);
      const [job] = await shop.deps.store.read.select().from(importJobs);
      expect(job?.file).not.toMatch(/[\\/\u0000-\u001f\u202e]/);
      expect(job?.file.length).toBeLessThanOrEqual(120);
      expect(await (await desk.get(place)).text()).not.toContain("<img src=x");
    });
  }
});
