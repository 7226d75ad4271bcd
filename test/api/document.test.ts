import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { routes } from "#src/app.ts";
import { makeDocument, type ApiDocument } from "#src/api/document.ts";
import { examples } from "#src/api/examples.ts";
import { operations } from "#src/api/operations.ts";
import { Problem } from "#src/api/shapes.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { expectFit } from "./fits.ts";

let shop: TestShop;
beforeAll(async () => void (shop = await openShop({ settings: { name: "The Stall" } })));
afterAll(() => shop.close());

/** Addresses that answer no JSON of their own, or the description itself. */
const aside = ["/api", "/api/openapi.json"];

describe("the published description", () => {
  test("S51: is sound OpenAPI 3.1", async () => {
    const response = await shop.get("/api/openapi.json");
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/json"]);
    const text = await response.text();
    const result = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
    const document = JSON.parse(text) as ApiDocument;
    expect(document.openapi).toBe("3.1.1");
    expect(document.info.title).toBe("The Stall");
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    const known = Object.keys(document.components.schemas);
    expect([...named].filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(text).not.toContain('"say"');
    const tag = response.headers.get("ETag") ?? "";
    expect((await shop.get("/api/openapi.json", { headers: { "If-None-Match": tag } })).status).toBe(304);
  });

  test("S51: every route is in it, and it names none that is not there", () => {
    const served = routes(shop.deps)
      .routes.filter(({ path }) => /^\/(api|auth)(\/|$)/.test(path) && !aside.includes(path))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((each) => !each.startsWith("ALL "));
    const facts = { name: "x", version: "1", url: "http://localhost", sessionCookie: "pc" };
    const document = makeDocument(operations, facts);
    const told = Object.entries(document.paths).flatMap(([path, all]) =>
      Object.keys(all).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(told.toSorted()).toEqual([...new Set(served)].toSorted());
  });

  test("each example fits its shape", () => {
    for (const { id, answer, example, body, sends } of operations) {
      expectFit(answer, example, id);
      if (body) expectFit(body, sends, `what ${id} sends`);
    }
    expectFit(Problem, examples.problem, "problem");
  });

  test("what is switched off is not in it", async () => {
    await using small = await openShop({ env: { PUSHCART_FEATURES: "-accounts,-coupons" } });
    const paths = Object.keys(((await (await small.get("/api/openapi.json")).json()) as ApiDocument).paths);
    expect(paths.filter((path) => /coupon|orders|auth|register|me$/.test(path))).toEqual([]);
    const { status, headers } = await small.get("/api/v1/orders");
    expect([status, headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
  });

  test("its page has all of it, without a script of its own and from no other host", async () => {
    const html = await (await shop.get("/api")).text();
    for (const { id, path } of operations) {
      expect(html, id).toContain(`id="${id}"`);
      expect(html, path).toContain(path.replaceAll(/:(\w+)/g, "{$1}"));
    }
    for (const status of [400, 401, 404, 405, 409, 413, 415, 422, 429])
      expect(html).toContain(`id="problem-${status}"`);
    const targets = [...html.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    const scripts = [...html.matchAll(/<script src="([^"?]*)/g)].map(([, src]) => src);
    expect(scripts).toEqual(["/assets/htmx-4.0.1.min.js", "/assets/shop.js"]);
  });

  test("errors lead to their words on that page", async () => {
    const body = (await (await shop.get("/api/v1/products/none")).json()) as { type: string };
    expect(body.type).toBe("/api#problem-404");
  });
});
