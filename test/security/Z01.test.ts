import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { auditLog } from "#db/schema.ts";
import { mayOf, roles, type Permission, type Role } from "#src/accounts/permissions.ts";
import { member } from "#test/admin/staff.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { openHouse, type Door } from "./doors.ts";

setDefaultTimeout(90_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.shop.close());

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
const form = { "Content-Type": "application/x-www-form-urlencoded" };
const neededFor = ({ policies }: Door): readonly Permission[] =>
  policies.flatMap((policy) => (policy.who === "staff" ? [policy.permission] : []));
const atDesk = () => house.doors.filter((door) => neededFor(door).length > 0);
const bareHeaders = (method: string) => (method === "GET" || method === "HEAD" ? {} : { body: "x=1", headers: form });

/** What a route answers to a request that is wrong in every field: whoever is denied must not learn even that. */
const ask = (visitor: TestVisitor, door: Door, method: string, headers: Record<string, string> = {}) => {
  const plain = bareHeaders(method);
  return visitor.send(house.address(door), { method, ...plain, headers: { ...plain.headers, ...headers } });
};

describe("Z01: who may use which address is said where it is made", () => {
  test("every route has declared a policy. Mend: forEverybody or forCustomers in src/app.ts, or staffScreens(deps, ...)", () => {
    const forgotten = house.doors.filter(({ policies }) => policies.length === 0);
    expect(forgotten.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test("whatever changes something at the desk needs more than to look. Mend: { transform: needs(deps, ...) }", () => {
    const looking = atDesk().filter(
      (door) => door.method !== "GET" && neededFor(door).every((permission) => permission.endsWith(".see")),
    );
    expect(looking.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test("the desk is behind its guard, but for the door itself", () => {
    const open = house.doors.filter((door) => door.path.startsWith("/admin") && neededFor(door).length === 0);
    const names = open.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name) => !openAtTheDoor.includes(name))).toEqual([]);
  });

  test("nobody, and no customer, comes in, by whichever method", async () => {
    const customer = house.shopper;
    await customer.post("/register", { displayName: "C", email: "c@example.com", password: "long enough to be one" });
    const disguised = house.shop.visitor();
    disguised.cookies.set("pc_admin", customer.cookies.get("pc") ?? "");
    expect(customer.cookies.get("pc")).toBeDefined();
    for (const [name, visitor] of [
      ["nobody", house.shop.visitor()],
      ["a customer", customer],
      ["a customer's token", disguised],
    ] as const) {
      for (const door of atDesk()) {
        for (const method of methods) {
          const answer = await ask(visitor, door, method);
          const said = `${name}: ${method} ${door.path}`;
          expect([401, 404, 405], said).toContain(answer.status);
          if (method === door.method && method !== "GET") expect(answer.status, said).toBe(401);
        }
        const part = { "HX-Request": "true", "HX-Request-Type": "partial" };
        const asPart = await ask(visitor, door, door.method, part);
        expect(asPart.status, `${name}: a part of ${door.path}`).toBe(401);
      }
    }
  });

  test("what is a customer's own is for those who are signed in: others are sent to do that, or refused", async () => {
    const open = /:token|\/check\//;
    const own = house.doors.filter(
      ({ path, policies }) =>
        policies.some(({ who }) => who === "customer") || (path.startsWith("/account") && !open.test(path)),
    );
    expect(own.length).toBeGreaterThan(8);
    for (const door of own) {
      for (const headers of [{}, { "HX-Request": "true", "HX-Request-Type": "partial" }]) {
        const answer = await ask(house.shop.visitor(), door, door.method, headers);
        const said = `${door.method} ${door.path}`;
        expect([303, 401, 403], said).toContain(answer.status);
        if (answer.status === 303) expect(answer.headers.get("Location"), said).toStartWith("/login");
      }
    }
  });

  for (const role of roles) {
    test(`a ${role} gets 403 where the role does not reach, and never sees how it would have answered`, async () => {
      const visitor = await member(house.shop, role);
      const may = mayOf(role);
      let refused = 0;
      for (const door of atDesk()) {
        const missing = neededFor(door).filter((permission) => !may(permission));
        if (missing.length === 0) continue;
        refused += 1;
        for (const headers of [{}, { "HX-Request": "true", "HX-Request-Type": "partial" }]) {
          const answer = await ask(visitor, door, door.method, headers);
          expect(answer.status, `${role}: ${door.method} ${door.path}`).toBe(403);
        }
      }
      expect(refused > 0 || role === "owner").toBe(true);
      const rows = await house.shop.deps.store.read.select().from(auditLog);
      const noted = rows.filter(({ detail }) => (detail as { role?: Role } | null)?.role === role);
      expect(noted).toHaveLength(refused * 2);
      for (const row of noted) expect(row).toMatchObject({ act: "enter the desk", result: "denied" });
    });

    test(`a ${role} sees no way to what the role does not include`, async () => {
      const visitor = await member(house.shop, role);
      const may = mayOf(role);
      const front = await visitor.get("/admin");
      expect([200, 303]).toContain(front.status);
      const pages = atDesk().filter(
        (door) => door.method === "GET" && neededFor(door).every(may) && !door.path.endsWith(".csv"),
      );
      for (const page of pages) {
        const html = await (await visitor.get(house.address(page))).text();
        for (const [, target = ""] of html.matchAll(/(?:href|action|formaction)="(\/admin[^"?]*)/g)) {
          const exact = atDesk().filter((each) => each.path === target);
          const there = exact.length > 0 ? exact : atDesk().filter((each) => isAt(each, target));
          for (const door of there) {
            const isForm = html.includes(`action="${target}"`);
            if (isForm !== (door.method === "POST")) continue;
            const missing = neededFor(door).filter((permission) => !may(permission));
            expect(missing, `${role}: ${page.path} leads to ${door.method} ${target}`).toEqual([]);
          }
        }
      }
    });
  }
});

/** Where one comes in, and what leads there: by a link that works once, or by a password. */
const openAtTheDoor: readonly string[] = [
  "GET /admin/forgot",
  "POST /admin/forgot",
  "GET /admin/reset/:token",
  "POST /admin/reset/:token",
  "GET /admin/join/:token",
  "GET /admin/login",
  "GET /admin/login/code",
  "GET /admin/setup/:token",
  "POST /admin/join/:token",
  "POST /admin/login",
  "POST /admin/login/code",
  "POST /admin/logout",
  "POST /admin/setup/:token",
];

function isAt({ path }: Door, target: string): boolean {
  const parts = path.split("/");
  const given = target.split("/");
  return parts.length === given.length && parts.every((part, at) => part.startsWith(":") || part === given[at]);
}
