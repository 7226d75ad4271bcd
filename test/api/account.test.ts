import { afterAll, beforeAll, expect, test } from "bun:test";
import { operations } from "#src/api/operations.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { expectFit } from "./fits.ts";

// S51: the endpoints that came before answer just what the description says of them.

let shop: TestShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const good = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };

async function holds(id: string, body: unknown, status: number, type = "application/json") {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`no ${id}`);
  const { method, path, answer, refusal, refusals } = operation;
  const sent = method === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await shop.send(path, { method, ...sent, headers: { "Content-Type": type } });
  expect([response.status, response.headers.get("Content-Type")], id).toEqual([status, "application/json"]);
  const isGood = status === operation.status;
  expectFit(isGood ? answer : refusal, await response.json(), `${id} ${status}`);
  if (!isGood) expect([...refusals], id).toContain(status);
}

test("S10 to S29: each answer and each refusal has the declared shape", async () => {
  await holds("readMe", undefined, 401);
  await holds("register", good, 201);
  await holds("register", good, 409);
  await holds("register", { ...good, password: "short" }, 400);
  await holds("register", "{", 400);
  await holds("register", good, 415, "text/plain");
  await holds("register", { ...good, email: "x".repeat(300_000) }, 413);
  await holds("logIn", { ...good, password: "wrong horse" }, 401);
  await holds("logIn", "[]", 400);
  await holds("logIn", good, 200);
  await holds("readMe", undefined, 200);
  await holds("logOut", {}, 200);
  await holds("readMe", undefined, 401);
});
