import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { orderLinks, orders } from "#db/schema.ts";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { createApp } from "#src/app.ts";
import { readSecrets } from "#src/cli/data-folder.ts";
import { readConfig } from "#src/config.ts";
import { deriveKeys, digestOf, orderToken, seal, unseal, type Keys } from "#src/keys.ts";
import { rotateKeys } from "#src/orders/rotate-keys.ts";
import { wire } from "#src/wire.ts";
import { actor, placeMugs } from "#test/orders/an-order.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";

const first = "a secret for tests, long enough to be one";
const second = "another secret for tests, as long as that one";
const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 9 }] });
  await shop.json.post("/api/register", odile);
});
afterEach(() => shop.close());

/** The same shop after a start with other secrets, for a browser that was here before. */
async function restarted(keys: Keys, cookies?: TestVisitor) {
  await rotateKeys({ store: shop.deps.store, keys });
  const visitor = testVisitor(createApp(wire({ ...shop.deps, keys })), shop.deps.config.url);
  for (const [name, value] of cookies?.cookies ?? []) visitor.cookies.set(name, value);
  return visitor;
}

describe("a new secret", () => {
  test("S09: who was signed in stays so while the secret before is known, and is a guest afterwards", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    const after = await restarted(deriveKeys(second, first), visitor);
    expect((await after.get("/account")).status).toBe(200);
    expect((await (await restarted(deriveKeys(second), visitor)).get("/account")).status).toBe(303);
  });

  test("signs with the key of now, and says which in the token", async () => {
    const visitor = await restarted(deriveKeys(second, first));
    await visitor.json.post("/auth/login", odile);
    const only = await restarted(deriveKeys(second), visitor);
    expect((await only.get("/account")).status).toBe(200);
    const [head = ""] = (visitor.cookies.get("pc") ?? "").split(".");
    expect(JSON.parse(Buffer.from(head, "base64url").toString())).toMatchObject({
      alg: "HS256",
      kid: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
  });

  test("S04: a token that names another key, or none that is known, is nobody's", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    const [, body, mac] = (visitor.cookies.get("pc") ?? "").split(".");
    for (const kid of ["00000000", "__proto__", "../../dev/null", { a: 1 }, null]) {
      const head = Buffer.from(JSON.stringify({ alg: "HS256", typ: "pc-session", kid })).toString("base64url");
      expect((await shop.visitor().get("/account", { headers: { cookie: `pc=${head}.${body}.${mac}` } })).status).toBe(
        303,
      );
    }
  });

  test("leaves every order's address as it was, and the new ones work as well, then and when the old secret is gone", async () => {
    await shop.deps.store.write(async (tx) => {
      const id = await placeMugs(tx, actor(shop.clock));
      await tx.update(orders).set({ linkHash: digestOf(orderToken(deriveKeys(first).orderLink, id)) });
    });
    const [order] = await shop.deps.store.read.select().from(orders);
    const address = (secret: string) => `/orders/${orderToken(deriveKeys(secret).orderLink, order?.id ?? "")}`;
    expect((await shop.get(address(first))).status).toBe(200);
    expect((await shop.get(address(second))).status).toBe(404);
    for (const keys of [deriveKeys(second, first), deriveKeys(second)]) {
      const visitor = await restarted(keys);
      expect([(await visitor.get(address(first))).status, (await visitor.get(address(second))).status]).toEqual([
        200, 200,
      ]);
    }
    await rotateKeys({ store: shop.deps.store, keys: deriveKeys(second, first) });
    expect(await shop.deps.store.read.$count(orderLinks)).toBe(1);
  });

  test("keeps second steps, then and when the old secret is gone", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    const html = await (await visitor.get("/account/second-step")).text();
    const seed = /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(" ", "") ?? "";
    const sealed = /name="sealed" value="([^"]*)"/.exec(html)?.[1] ?? "";
    const code = () => codeAt(seed, shop.clock.now());
    await visitor.post("/account/second-step", { act: "confirm", code: code(), sealed });
    for (const keys of [deriveKeys(second, first), deriveKeys(second)]) {
      shop.clock.forward(60_000);
      const after = await restarted(keys);
      expect((await after.json.post("/auth/login", { ...odile, code: code() })).status).toBe(200);
    }
  });
});

describe("what is sealed", () => {
  const key = deriveKeys(first).secondFactor;
  test("opens by its key, for whom it was meant, and never when a letter of it is another", () => {
    const sealed = seal(key, "hook and line", "customer:1");
    expect(seal(key, "hook and line", "customer:1")).not.toBe(sealed);
    expect(unseal([key], sealed, "customer:1")).toBe("hook and line");
    expect(unseal([key], sealed, "customer:2")).toBeUndefined();
    expect(unseal([deriveKeys(second).secondFactor], sealed, "customer:1")).toBeUndefined();
    for (let at = 0; at < sealed.length; at++) {
      const flipped = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      if (unseal([key], flipped, "customer:1") !== undefined)
        // The last letter of a part may hold bits that stand for nothing.
        expect(["hook and line"]).toContain(unseal([key], flipped, "customer:1") ?? "");
    }
    for (const broken of ["", ".", "...", "x".repeat(5000)])
      expect(unseal([key], broken, "customer:1")).toBeUndefined();
  });
});

describe("S06: where the secrets are kept", () => {
  test("the first line of the file is the one of now, a second line the one before, for the owner alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "pushcart-secret-"));
    try {
      const none = { secret: "", secretBefore: "" };
      const made = readSecrets(folder, none, () => "x".repeat(43));
      expect(made).toEqual({ secret: "x".repeat(43), secretBefore: "" });
      expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
      writeFileSync(join(folder, "secret"), `${second}\n${first}\n`);
      expect(readSecrets(folder, none, () => "")).toEqual({ secret: second, secretBefore: first });
      const given = { secret: first, secretBefore: "" };
      expect(readSecrets(folder, given, () => "")).toEqual(given);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("by variables both or neither", () => {
    const config = readConfig({ PUSHCART_SECRET: second, PUSHCART_SECRET_PREVIOUS: first });
    expect([config.secret, config.secretBefore]).toEqual([second, first]);
    expect(() => readConfig({ PUSHCART_SECRET_PREVIOUS: first })).toThrow("PUSHCART_SECRET_PREVIOUS is set without");
  });
});
