import { describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { takePicture } from "#src/catalog/uploads/take-picture.ts";
import { runProgram } from "#src/cli/program.ts";
import { freshDatabase } from "#test/support/database.ts";
import { png } from "#test/support/picture-files.ts";

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** A data folder of its own and a way to run commands in it, as `src/main.ts` does. */
async function machine(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "pushcart-cli-"));
  const database = isPostgres ? await freshDatabase() : undefined;
  let made = 0;
  async function run(...words: string[]): Promise<Ran> {
    const said = { out: "", err: "" };
    const code = await runProgram(words, {
      env: {
        PUSHCART_DATA: join(folder, "data"),
        LOG_LEVEL: "silent",
        ...(database ? { DATABASE_URL: database.url } : {}),
        ...env,
      },
      now: () => new Date("2026-11-25T10:00:00Z"),
      newId: () => `made-${(made += 1)}`,
      newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
      out: (text) => void (said.out += `${text}\n`),
      err: (text) => void (said.err += `${text}\n`),
      terminal: false,
      onSignal: () => {},
      exit: (code) => {
        throw new Error(`exit ${code}`);
      },
    });
    return { code, ...said };
  }
  const data = join(folder, "data");
  return {
    run,
    data,
    folder,
    async [Symbol.asyncDispose]() {
      await database?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe("pushcart", () => {
  test("says how it is used, examples first", async () => {
    await using shop = await machine();
    const help = await shop.run("--help");
    expect(help.code).toBe(0);
    expect(help.out.trimStart()).toStartWith("Examples:");
    const wrong = await shop.run("servee");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Did you mean serve?");
  });

  test("shows examples first in the help of every command", async () => {
    await using shop = await machine();
    const nouns = "serve import export backup restore demo settings staff promotion quote doctor config version";
    const adds = ["settings set", "staff add", "staff reset", "promotion add", "promotion off"];
    for (const words of [...nouns.split(" "), ...adds]) {
      const { out } = await shop.run(...words.split(" "), "--help");
      expect(out, words).toMatch(/^Examples:\n(  (PORT=.+ )?pushcart .+\n)+\nUsage: pushcart/);
    }
  });

  test("lists wrong settings and ends with 3", async () => {
    await using shop = await machine({ PORT: "x" });
    const ran = await shop.run("config", "check");
    expect([ran.code, ran.err.includes("PORT")]).toEqual([3, true]);
  });

  test("hides secrets when it shows the settings", async () => {
    await using shop = await machine({ SMTP_URL: "smtp://me:hunter2@mail.example", PUSHCART_SECRET: "x".repeat(40) });
    const ran = await shop.run("config", "--json");
    expect(ran.code).toBe(0);
    expect(ran.out).not.toContain("hunter2");
    expect(ran.out).not.toContain("xxxxx");
  });

  test("makes a data folder that only its owner may enter, and a secret that only they may read", async () => {
    await using shop = await machine();
    await shop.run("settings");
    expect(statSync(shop.data).mode & 0o777).toBe(0o700);
    expect(statSync(join(shop.data, "secret")).mode & 0o777).toBe(0o600);
  });

  test("sets what the shop is, and refuses nonsense without saving any of it", async () => {
    await using shop = await machine();
    expect(
      (
        await shop.run(
          "settings",
          "set",
          "name=Mein Laden",
          "currency=eur",
          "prices-include-tax=yes",
          "shipping-price=4.90",
          "tax-rate=19",
        )
      ).code,
    ).toBe(0);
    const shown = async () => JSON.parse((await shop.run("settings", "--json")).out) as Record<string, unknown>;
    expect(await shown()).toMatchObject({ name: "Mein Laden", currency: "EUR", pricesIncludeTax: true });
    for (const wrong of [
      "currency=XX",
      "tax-rate=a",
      "tax-rate=101",
      "shipping-price=-1",
      "shipping-price=4.999",
      "foo=1",
      "nothing",
      "time-zone=Nowhere",
    ]) {
      const ran = await shop.run("settings", "set", "name=Changed", wrong);
      expect([ran.code, ran.err !== ""], wrong).toEqual([2, true]);
    }
    expect(await shown()).toMatchObject({ name: "Mein Laden" });
  });

  test("change the currency of prices only on purpose, and say a day as the country does", async () => {
    await using shop = await machine();
    const shown = async () => JSON.parse((await shop.run("settings", "--json")).out) as Record<string, unknown>;
    await shop.run("settings", "set", "shipping-price=4.90", "country=DE");
    expect(await shown()).toMatchObject({ currency: "USD", locale: "en-DE" });
    const refused = await shop.run("settings", "set", "name=Other", "currency=EUR");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("This shop has prices in USD");
    expect(refused.err).toContain("--keep-amounts");
    expect(await shown()).toMatchObject({ currency: "USD", name: "Pushcart" });
    expect((await shop.run("settings", "set", "currency=USD")).code).toBe(0);
    expect((await shop.run("settings", "set", "currency=EUR", "--keep-amounts", "locale=de-de")).code).toBe(0);
    expect(await shown()).toMatchObject({ currency: "EUR", locale: "de-DE" });
    expect((await shop.run("settings", "set", "locale=no such place")).code).toBe(2);
  });
});

describe.skipIf(isPostgres)("backup and restore", () => {
  test("go round: one file, checked, put back with the old data kept", async () => {
    await using shop = await machine();
    await shop.run("settings", "set", "name=Before");
    const file = join(shop.folder, "shop.tar.gz");
    const saved = await shop.run("backup", file, "--json");
    expect([saved.code, JSON.parse(saved.out)]).toMatchObject([0, { file, orders: 0 }]);
    expect([...(await Bun.file(file).slice(0, 2).bytes())], "as its name says").toEqual([0x1f, 0x8b]);
    expect((await shop.run("backup", file)).code).toBe(2);
    await shop.run("settings", "set", "name=After");
    expect((await shop.run("restore", file)).code).toBe(2);
    expect((await shop.run("restore", file, "--yes")).code).toBe(0);
    expect((await shop.run("settings", "--json")).out).toContain('"name":"Before"');
    expect(existsSync(join(shop.data, "backups", "replaced-20261125T100000", "shop.db"))).toBe(true);
  });

  test("S40 pictures that were uploaded are in it, and come back", async () => {
    await using shop = await machine();
    await shop.run("settings", "set", "name=Mine");
    const given = { config: { dataFolder: shop.data }, newToken: () => Buffer.alloc(32, 7).toString("base64url") };
    expect(await takePicture({ bytes: png(30, 20), mostMebibytes: 1 }, given)).toMatchObject({ ok: true });
    const folder = join(shop.data, "pictures");
    const before = readdirSync(folder);
    const file = join(shop.folder, "pictured.tar.gz");
    expect(JSON.parse((await shop.run("backup", file, "--json")).out)).toMatchObject({ pictures: 5 });
    rmSync(folder, { recursive: true });
    expect((await shop.run("restore", file, "--yes")).code).toBe(0);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("what is no backup is told so, and changes nothing", async () => {
    await using shop = await machine();
    await shop.run("settings", "set", "name=Mine");
    const file = join(shop.folder, "bad.tar.gz");
    for (const content of ["", "no archive", "PK\u0003\u0004"]) {
      writeFileSync(file, content);
      const ran = await shop.run("restore", file, "--yes");
      expect([ran.code, ran.err.includes("not a sound backup")], content).toEqual([1, true]);
    }
    expect((await shop.run("restore", join(shop.folder, "none"))).code).toBe(2);
    expect((await shop.run("settings", "--json")).out).toContain('"name":"Mine"');
  });

  test("F02: what would fill the memory is refused before it does", async () => {
    await using shop = await machine();
    const file = join(shop.folder, "bomb.tar.gz");
    const parts = { "manifest.json": "{}", "shop.db": "x", "pictures/a.webp": new Uint8Array(100 * 1024 * 1024) };
    const packed = await new Bun.Archive(parts, { compress: "gzip" }).bytes();
    await Bun.write(file, packed);
    expect(packed.length).toBeLessThan(1024 * 1024);
    const ran = await shop.run("restore", "--check", file);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("it unpacks to far more than a backup does")]);
  });
});

test.skipIf(isPostgres)("a database of a newer Pushcart is left alone, with a word on what to do", async () => {
  await using shop = await machine();
  await shop.run("settings");
  const { Database } = await import("bun:sqlite");
  const database = new Database(join(shop.data, "shop.db"));
  database.run("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of a later release', 9999999999999)");
  database.close();
  const ran = await shop.run("settings");
  expect(ran.code).toBe(4);
  expect(ran.err).toContain("newer");
});

test("a port that is taken says which other to use", async () => {
  const other = Bun.serve({ port: 0, hostname: "0.0.0.0", reusePort: false, fetch: () => new Response("taken") });
  await using shop = await machine({ PORT: String(other.port) });
  const ran = await shop.run("serve");
  expect([ran.code, ran.err.includes(`PORT=${(other.port ?? 0) + 1}`)]).toEqual([3, true]);
  await other.stop(true);
});
