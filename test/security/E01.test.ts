import { expect, test, setDefaultTimeout } from "bun:test";
import { expectCalm, openHouse } from "./doors.ts";

setDefaultTimeout(60_000);

test("E01: an address that cannot be decoded is nowhere, and no fault", async () => {
  const { shop, doors, whose } = await openHouse();
  for (const door of doors.filter(({ path }) => path.includes(":"))) {
    for (const text of ["%E0%A4%A", "%", "%c0%ae%c0%ae", "%ff", "%00", "a%00b"]) {
      const path = door.path.replace(/:\w+/, text);
      const where = `${door.method} ${path}`;
      const visitor = whose(door);
      const answer = await (door.method === "GET" ? visitor.get(path) : visitor.post(path));
      expect(answer.status, where).toBe(400);
      await expectCalm(answer, text, where);
    }
  }
  await shop.close();
});

test("E03: there is no page for those who build it", async () => {
  const { shop } = await openHouse();
  for (const path of ["/openapi", "/openapi/json", "/swagger", "/metrics", "/debug", "/seed", "/test", "/.env"])
    expect((await shop.get(path)).status, path).toBe(404);
  for (const path of ["/.git/config", "/assets/app.css.map", "/assets/shop.js.map", "/pushcart.map", "/data/secret"])
    expect((await shop.get(path)).status, path).toBe(404);
  await shop.close();
});

test("E01: a supervisor is answered, however many ask from its address", async () => {
  const { shop } = await openHouse({ limits: true });
  const visitor = shop.visitor("10.0.0.7");
  for (let asked = 0; asked < 601; asked += 1) await visitor.get("/robots.txt");
  expect((await visitor.get("/robots.txt")).status).toBe(429);
  expect((await visitor.get("/healthz")).status).toBe(200);
  expect((await visitor.get("/readyz")).status).toBe(200);
  await shop.close();
});
