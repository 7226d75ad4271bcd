import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { expectCalm, few, openHouse, type Door } from "./doors.ts";

setDefaultTimeout(90_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.shop.close());

const partial = { "HX-Request": "true", "HX-Request-Type": "partial" };
const isPage = ({ method, path }: Door) =>
  method === "GET" &&
  !/\/assets|\/pictures|favicon|robots|sitemap|healthz|readyz|\/api\/|\.csv|\/body|\/raw/.test(path);

describe("C06: one address, two sizes, and neither is kept for somebody else", () => {
  test("a page is whole without htmx and may be less with it; caches are told what it depends on", async () => {
    for (const door of house.doors.filter(isPage)) {
      const target = house.address(door);
      const page = await house.whose(door).get(target);
      const part = await house.whose(door).get(target, { headers: partial });
      for (const answer of [page, part]) {
        const type = answer.headers.get("Content-Type") ?? "";
        if (answer.status !== 200 || !type.startsWith("text/html")) continue;
        expect(answer.headers.get("Vary"), target).toContain("HX-Request-Type");
        expect(answer.headers.get("Vary"), target).toContain("Cookie");
        expect(answer.headers.get("Cache-Control"), target).toMatch(/private/);
      }
      if (page.status === 200 && page.headers.get("Content-Type")?.startsWith("text/html"))
        expect((await page.text()).toLowerCase(), target).toStartWith("<!doctype html>");
    }
  });

  test("what is personal is never stored: account, cart, checkout, orders and the desk", async () => {
    const personal = house.doors
      .filter(isPage)
      .filter(({ path }) => /^\/(account|cart|checkout|orders|admin)/.test(path));
    expect(personal.length).toBeGreaterThan(15);
    for (const door of personal) {
      const answer = await house.whose(door).get(house.address(door));
      if (answer.status !== 200) continue;
      expect(answer.headers.get("Cache-Control"), door.path).toContain("no-store");
    }
  });

  test("an answer that bakes a cookie is not stored either", async () => {
    for (const door of house.doors.filter(isPage)) {
      const answer = await house.shop.visitor().get(house.address(door));
      if (answer.headers.getSetCookie().length > 0)
        expect(answer.headers.get("Cache-Control"), door.path).toContain("no-store");
    }
  });

  test("every answer says who may keep it, redirects and errors included; with a cookie it is nobody", async () => {
    for (const door of house.doors) {
      for (const headers of [{}, partial]) {
        const filled = Object.fromEntries(door.fields.map((name) => [name, "1"]));
        const form = { "Content-Type": "application/x-www-form-urlencoded" };
        const sent = door.method === "GET" ? {} : { body: new URLSearchParams(filled).toString() };
        // Each with the cookies of now: some of these sign their owner out.
        const cookie = [...house.whose(door).cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const asked = { ...form, ...headers, ...(cookie && { cookie }) };
        const answer = await house.shop.visitor().send(house.address(door), {
          method: door.method,
          ...sent,
          headers: asked,
        });
        const kept = answer.headers.get("Cache-Control") ?? "nothing said";
        const said = `${door.method} ${door.path} ${answer.status}`;
        expect(kept, said).toMatch(/no-store|private|public/);
        if (answer.headers.getSetCookie().length > 0) expect(kept, said).toContain("no-store");
        if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) await answer.body?.cancel();
      }
    }
  });

  test("HX-* headers are hostile input: they open nothing and break nothing", async () => {
    const stranger = house.shop.visitor();
    for (const text of few.map((each) => each.replaceAll(/[\0\r\n]|[^\x01-\xff]/g, ""))) {
      const headers = {
        ...partial,
        "HX-Request": text || "true",
        "HX-Target": text,
        "HX-Trigger": text,
        "HX-Boosted": text,
      };
      await expectCalm(await stranger.get("/", { headers }), text, "HX-*");
      const desk = await stranger.get("/admin/orders", { headers });
      expect([303, 401], text).toContain(desk.status);
    }
  });
});
