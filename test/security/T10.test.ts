import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, setDefaultTimeout } from "bun:test";
import { Database } from "bun:sqlite";
import { contact, lastPage } from "./doors.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";

setDefaultTimeout(60_000);

// The binary itself, on a port of its own: what only shows on the wire, on the disk, and when it is told to stop.

const given = process.env["PUSHCART_TEST_BINARY"] ?? "";
const binary = given || join(import.meta.dir, "../../dist/pushcart");
const newest = Math.max(
  ...["src", "views", "db", "public"].flatMap((name) =>
    [...new Bun.Glob(`${join(import.meta.dir, "../..", name)}/**/*.{ts,tsx,js,css,sql}`).scanSync()].map(
      (file) => statSync(file).mtimeMs,
    ),
  ),
);
const isBuilt = existsSync(binary) && (given !== "" || statSync(binary).mtimeMs > newest);
const isThere = isBuilt && !process.env["DATABASE_URL"];
if (!isThere)
  console.warn(
    "SKIPPED the tests of the binary: dist/pushcart is not there, or older than the code (bun run build makes it)",
  );

const port = 25_000 + Math.floor(Math.random() * 20_000);
const origin = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), "pushcart-binary-"));
let server: ReturnType<typeof start>;

function start() {
  const env = {
    PORT: String(port),
    HOST: "127.0.0.1",
    PUSHCART_DATA: join(folder, "data"),
    PUSHCART_LIFT_LIMITS: "yes",
    LOG_LEVEL: "error",
  };
  return Bun.spawn([binary, "serve"], { cwd: folder, env, stdout: "ignore", stderr: "ignore" });
}

const isReady = () =>
  fetch(`${origin}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

beforeAll(async () => {
  if (!isThere) return;
  mkdirSync(join(folder, "data"), { mode: 0o755 }); // as one makes it by hand, or a volume is
  server = start();
  for (let tries = 0; tries < 400 && !(await isReady()); tries += 1) await Bun.sleep(25);
});
afterAll(() => {
  if (isThere) server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Sends these bytes and answers what came back until the other side closed, or one and a half seconds were over. */
function wire(bytes: string): Promise<string> {
  return new Promise((done) => {
    let heard = "";
    const socket = net.connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    socket.on("data", (data) => (heard += data.toString("latin1")));
    socket.on("close", () => done(heard));
    socket.on("error", () => done(heard));
    setTimeout(() => socket.destroy(), 1500);
  });
}
const statuses = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const visitor = (): TestVisitor => testVisitor((request) => fetch(request, { redirect: "manual" }), origin);

describe.skipIf(!isThere)("the binary", () => {
  test.skipIf(process.platform === "win32")(
    "S06: what it keeps is for its owner alone, also in a folder that was open",
    () => {
      for (const name of ["secret", "shop.db"]) expect(statSync(join(folder, "data", name)).mode & 0o077, name).toBe(0);
    },
  );

  test("D01: no second request is smuggled in behind a broken one", async () => {
    const host = `Host: localhost:${port}\r\n`;
    const second = `GET /robots.txt HTTP/1.1\r\n${host}\r\n`;
    const post = `POST /theme HTTP/1.1\r\n${host}`;
    const broken = [
      `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
      `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${second}`,
      `${post}Content-Length: 0\r\nContent-Length: 5\r\n\r\n${second}`,
      `${post}Content-Length: +1\r\n\r\na${second}`,
      `${post}Content-Length: -1\r\n\r\n${second}`,
      `${post}Content-Length : 5\r\n\r\n${second}`,
      `${post}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nZ\r\n\r\n${second}`,
      `GET / HTTP/1.1\r\n${host}X: a\r\n b: c\r\n\r\n${second}`,
      `GET / HTTP/1.1\n${host.replaceAll("\r", "")}\n`,
    ];
    const heard = await Promise.all(broken.map(wire));
    for (const [at, answer] of heard.entries()) {
      expect(answer, broken[at]).not.toContain("Sitemap:");
      for (const status of statuses(answer)) expect([400, 411, 505], broken[at]).toContain(status);
    }
  });

  test("Z09, F05: a wrong Host, a broken address and a way around lead nowhere, and are no fault", async () => {
    const ask = (path: string, host = `localhost:${port}`) =>
      wire(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    for (const host of ["a", "abc", "evil.example", `localhost:${port}@evil`, "localhost/evil", ""])
      expect(statuses(await ask("/admin/orders", host)), host).toEqual([421]);
    for (const path of ["/products/%E0%A4%A", "/orders/%", "/%00"])
      expect(statuses(await ask(path)), path).toEqual([400]);
    const around = [
      "/assets/..%2f..%2fetc%2fpasswd",
      "/pictures/..%2fshop.db",
      "/pictures/....//secret",
      "/pictures/..%5csecret",
    ];
    for (const path of [
      ...around,
      "/.env",
      "/shop.db",
      "/%61dmin/orders",
      "//admin/orders",
      "/admin;x/orders",
      "/ADMIN/orders",
    ])
      expect(statuses(await ask(path)), path).toEqual([404]);
    for (const path of ["/x/../admin/orders", "/admin/orders/", "/./admin/orders", "http://evil.example/admin/orders"])
      expect(statuses(await ask(path)), path).toEqual([401]);
  });

  test("T08: while another program holds the books, pages come and a write waits its turn", async () => {
    const books = new Database(join(folder, "data", "shop.db"));
    books.run("BEGIN IMMEDIATE");
    setTimeout(() => books.run("ROLLBACK"), 2000);
    const adding = visitor().post("/cart/items", { handle: "pushcart-mug", quantity: "1" });
    const began = performance.now();
    expect((await visitor().get("/products/pushcart-mug")).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1800);
    expect((await adding).status).toBe(303);
    books.close();
  });

  test("T10: told to stop, it finishes what is running and leaves nobody in line outside", async () => {
    const shoppers = Array.from({ length: 12 }, visitor);
    const pages: Record<string, string>[] = [];
    for (const shopper of shoppers) {
      await shopper.post("/cart/items", { handle: "pushcart-mug", quantity: "1" });
      const address = { ...contact, city: "Harrow Mills", region: "WI", postcode: "54699" };
      await shopper.post("/checkout", address);
      const ship = /name="ship"[^>]*value="([^"]*)"/.exec(await (await shopper.get("/checkout/delivery")).text())?.[1];
      await shopper.post("/checkout/delivery", { ship: ship ?? "" });
      pages.push({ ...(await lastPage(shopper)), pay: "transfer" });
    }
    const pressed = shoppers.map((shopper, at) => shopper.post("/checkout/place", pages[at] ?? {}));
    await Bun.sleep(20);
    server.kill("SIGTERM");
    const answers = await Promise.all(pressed);
    const placed = answers.filter(({ headers }) => headers.get("Location")?.startsWith("/orders/"));
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(placed.length).toBeGreaterThan(0);
    expect(await server.exited).toBe(0);
    const books = new Database(join(folder, "data", "shop.db"), { readonly: true });
    expect(books.query("select count(*) as count from orders").get()).toEqual({ count: placed.length });
    expect(books.query("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
    books.close();
  }, 40_000);
});
