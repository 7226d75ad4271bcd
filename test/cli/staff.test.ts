import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { Command } from "commander";
import { auditLog, secondFactors, sessions, staff } from "#db/schema.ts";
import type { CliContext } from "#src/cli/context.ts";
import { staffCommand } from "#src/cli/staff.ts";
import { openShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000); // programs are started

const main = join(import.meta.dir, "../../src/main.ts");
const password = "a stall of my own";

/** The shop, and the program beside it on the same database. */
async function shopAndProgram() {
  const shop = await openShop();
  const { url, dataFolder, databaseUrl } = { ...shop.deps.config };
  const env = {
    ...process.env,
    PUSHCART_DATA: dataFolder,
    DATABASE_URL: databaseUrl,
    PUSHCART_URL: url,
    LOG_LEVEL: "silent",
  };
  async function run(words: readonly string[], typed = "") {
    const program = Bun.spawn([process.execPath, main, "staff", ...words], {
      env,
      stdin: new Blob([typed]),
      stdout: "pipe",
      stderr: "pipe",
    });
    const [out, said, code] = await Promise.all([
      new Response(program.stdout).text(),
      new Response(program.stderr).text(),
      program.exited,
    ]);
    return { out, said, code };
  }
  return { shop, run, [Symbol.asyncDispose]: () => shop.close() };
}

describe("pushcart staff", () => {
  test("adds, lists and resets, with the password from standard input", async () => {
    await using both = await shopAndProgram();
    const { shop, run } = both;
    const added = await run(["add", "Ines@example.com", "--name", "Ines", "--role", "packer"], `${password}\n`);
    expect([added.code, added.said.includes("Ines may come to the desk as packer")]).toEqual([0, true]);
    const visitor = shop.visitor();
    const signIn = (secret: string) => visitor.post("/admin/login", { email: "ines@example.com", password: secret });
    expect((await signIn(password)).status).toBe(303);
    expect((await visitor.get("/admin/orders")).status).toBe(200);

    const listed = JSON.parse((await run(["list", "--json"])).out) as object[];
    expect(listed).toEqual([
      expect.objectContaining({ email: "Ines@example.com", role: "packer", displayName: "Ines" }),
    ]);
    expect(JSON.stringify(listed)).not.toContain("argon2id");

    const owner = `staff:${(listed as { id: string }[])[0]?.id}`;
    await shop.deps.store.write((tx) =>
      tx.insert(secondFactors).values({ owner, seed: "sealed", confirmedAt: new Date(), createdAt: new Date() }),
    );
    expect((await run(["otp", "--reset", "nobody@example.com"])).code).not.toBe(0);
    const reset = await run(["otp", "--reset", "INES@example.com"]);
    expect([reset.code, reset.said.includes("with the password alone")]).toEqual([0, true]);
    expect(await shop.deps.store.read.$count(secondFactors)).toBe(0);
    expect((await visitor.get("/admin/orders")).status).toBe(401);
    expect((await signIn(password)).status).toBe(303);

    expect((await run(["reset", "ines@example.com"], "another stall entirely\n")).code).toBe(0);
    expect((await visitor.get("/admin/orders")).status).toBe(401);
    expect((await signIn(password)).status).toBe(422);
    expect((await signIn("another stall entirely")).status).toBe(303);
    const acts = (await shop.deps.store.read.select().from(auditLog)).map(({ who, act }) => `${who} ${act}`);
    expect(acts).toContain("command add staff");
    expect(acts).toContain("command reset password");
    expect(await shop.deps.store.read.$count(sessions)).toBe(1);
  });

  test("says what is wrong, how to mend it, and changes nothing", async () => {
    await using both = await shopAndProgram();
    const { code, said } = await both.run(["add", "ines@example.com"], "password1");
    expect([code, said]).toEqual([2, expect.stringMatching(/Choose another[^]*mend: /)]);
    expect(said).not.toMatch(/\bat .*\.ts:/);
    expect(await both.shop.deps.store.read.$count(staff)).toBe(0);
  });

  test("asks for no password where the rest is wrong already", async () => {
    const program = new Command().exitOverride();
    staffCommand(program, () => ({}) as CliContext);
    const run = (...words: string[]) => program.parseAsync(["staff", ...words], { from: "user" });
    expect(run("add", "ines")).rejects.toThrow('"ines" is not an email address');
    expect(run("add", "ines@example.com", "--role", "king")).rejects.toThrow(/no role "king"[^]*owner, manager/);
  });

  test("prints a link that makes the owner once, and none where there is an owner", async () => {
    await using both = await shopAndProgram();
    const { shop, run } = both;
    const link = new URL((await run(["link"])).out.trim());
    const owner = { displayName: "Ines", email: "ines@example.com", password };
    expect((await shop.post(link.pathname, owner)).status).toBe(303);
    expect((await shop.get("/admin/orders")).status).toBe(200);
    const again = await run(["link"]);
    expect([again.code, again.out]).toEqual([2, ""]);
  });
});
