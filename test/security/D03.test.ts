import { readFileSync } from "node:fs";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { binary, openBinaryShop, type BinaryShop } from "#test/support/binary-shop.ts";
import { doorsOf } from "./doors.ts";
import { statuses, wire } from "./wire.ts";

setDefaultTimeout(120_000);

// What only shows on the wire: the release binary is asked by hand, and its memory looked at.

if (binary === undefined)
  console.warn("SKIPPED D03, D04, D05, D08: they need PUSHCART_TEST_BINARY, which `bun run test:security` sets");

let shop: BinaryShop;
beforeAll(async () => {
  if (binary === undefined) return;
  shop = await openBinaryShop(binary, { products: [{ title: "Mug", price: 2999, stock: 50 }], limits: true });
});
afterAll(() => shop?.close());

const host = "Host: localhost:3000\r\n";
const ask = (bytes: string, patience?: number) => wire(shop.port, bytes, patience);
const megabytes = () =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${shop.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const home = async () => {
  const began = performance.now();
  const { status } = await fetch(`http://127.0.0.1:${shop.port}/`, { headers: { Host: "localhost:3000" } });
  return { status, ms: performance.now() - began };
};

describe.skipIf(binary === undefined)("D03: more than any browser sends, and what no browser does", () => {
  test("too many headers, a header and an address that are too long", async () => {
    const many = Array.from({ length: 250 }, (_, at) => `X-${at}: 1\r\n`).join("");
    for (const [name, bytes] of [
      ["250 headers", `GET / HTTP/1.1\r\n${host}${many}\r\n`],
      ["a header of 20 KB", `GET / HTTP/1.1\r\n${host}X: ${"a".repeat(20_000)}\r\n\r\n`],
      ["an address of 20 KB", `GET /?${"a".repeat(20_000)} HTTP/1.1\r\n${host}\r\n`],
    ] as const) {
      const [status = 0] = statuses(await ask(bytes));
      expect([400, 414, 431], name).toContain(status);
    }
    expect((await home()).status).toBe(200);
  });

  test("TRACE, CONNECT and words that are no method are refused, and nothing is sent back that was sent", async () => {
    for (const method of ["TRACE", "CONNECT", "BREW", "PROPFIND", "get"]) {
      const heard = await ask(`${method} / HTTP/1.1\r\n${host}X-Secret: mirror\r\nConnection: close\r\n\r\n`);
      expect([400, 404, 405, 501], `${method}: ${heard.slice(0, 40)}`).toContain(statuses(heard)[0] ?? 400);
      expect(heard, method).not.toContain("mirror");
    }
  });

  test("HEAD is GET without its body", async () => {
    for (const path of ["/", "/products/mug", "/cart", "/nowhere", "/healthz"]) {
      const send = (method: string) =>
        fetch(`http://127.0.0.1:${shop.port}${path}`, {
          method,
          redirect: "manual",
          headers: { Host: "localhost:3000" },
        });
      const [get, head] = [await send("GET"), await send("HEAD")];
      expect([head.status, await head.text()], path).toEqual([get.status, ""]);
      expect(head.headers.get("Content-Security-Policy"), path).toBe(get.headers.get("Content-Security-Policy"));
    }
  });
});

describe.skipIf(binary === undefined || process.platform !== "linux")("D05, T13: 100 MB to every address", () => {
  test("is refused before it is read, with its length and in pieces, and takes no memory", async () => {
    const before = megabytes();
    const doors = doorsOf(shop).filter(({ method }) => method === "POST");
    let slowest = 0;
    for (const { path } of doors) {
      const address = path.replaceAll(/:\w+/g, "x");
      const start = `POST ${address} HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n`;
      const piece = "a=".repeat(32_000);
      const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`;
      for (const bytes of [
        `${start}Content-Length: 104857600\r\n\r\n${piece}`,
        `${start}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
      ]) {
        const began = performance.now();
        const status = await firstStatus(bytes);
        slowest = Math.max(slowest, performance.now() - began);
        expect([401, 403, 404, 411, 413], `${address} ${status}`).toContain(status);
      }
    }
    const grown = megabytes() - before;
    console.log(`D05: ${doors.length * 2} requests, slowest ${slowest.toFixed(0)} ms, memory +${grown.toFixed(0)} MB`);
    expect(slowest).toBeLessThan(3000);
    expect(grown).toBeLessThan(60);
  });

  test("a hundred megabytes that are really sent, twenty at once", async () => {
    const before = megabytes();
    const start = `POST /cart/items HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\n`;
    const all = await Promise.all(Array.from({ length: 20 }, () => pour(`${start}Content-Length: 104857600\r\n\r\n`)));
    for (const status of all) expect([411, 413]).toContain(status);
    expect(megabytes() - before).toBeLessThan(60);
    expect((await home()).status).toBe(200);
  });
});

function firstStatus(bytes: string): Promise<number> {
  return new Promise((done) => {
    const socket = net.connect(shop.port, "127.0.0.1", () => socket.write(bytes));
    const end = (status: number) => (socket.destroy(), done(status));
    socket.on("data", (data) => end(statuses(data.toString("latin1"))[0] ?? 0));
    socket.on("error", () => end(413)); // it hung up on us, which says the same
    setTimeout(() => end(0), 5000);
  });
}

/** Sends without end until the other side has had enough. */
function pour(head: string): Promise<number> {
  return new Promise((done) => {
    const piece = Buffer.alloc(256 * 1024, "a");
    let heard = "";
    const socket = net.connect(shop.port, "127.0.0.1", () => {
      socket.write(head);
      const more = () => {
        while (!socket.destroyed && socket.write(piece));
      };
      socket.on("drain", more);
      more();
    });
    const end = () => (socket.destroy(), done(statuses(heard)[0] ?? 413));
    socket.on("data", (data) => ((heard += data.toString("latin1")), end()));
    socket.on("error", end);
    socket.on("close", end);
    setTimeout(end, 10_000);
  });
}

describe.skipIf(binary === undefined)("D04, T12: slow connections keep nobody waiting", () => {
  test("300 that drip their header or body: pages come as ever, and the slow ones are closed", async () => {
    const open = Array.from({ length: 300 }, (_, at) => {
      const head = `${at % 2 === 0 ? "GET /" : "POST /cart/items"} HTTP/1.1\r\n${host}`;
      const body = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n`;
      const socket = net.connect(shop.port, "127.0.0.1", () => socket.write(at % 2 === 0 ? head : head + body));
      const dripping = setInterval(() => !socket.destroyed && socket.write(at % 2 === 0 ? "X-A: b\r\n" : "a"), 4000);
      const closed = new Promise<void>((done) => socket.on("close", () => (clearInterval(dripping), done())));
      socket.on("error", () => {});
      return { socket, closed, stop: () => (clearInterval(dripping), socket.destroy()) };
    });
    await Bun.sleep(500);
    const took: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const { status, ms } = await home();
      expect(status).toBe(200);
      took.push(ms);
    }
    const p95 = took.toSorted((a, b) => a - b)[37] ?? 0;
    const everyone = Promise.all(open.map(({ closed }) => closed));
    const stillOpen = await Promise.race([everyone.then(() => 0), Bun.sleep(45_000).then(() => 1)]);
    const left = open.filter(({ socket }) => !socket.destroyed).length;
    for (const { stop } of open) stop();
    console.log(`D04: p95 of a page ${p95.toFixed(0)} ms with 300 slow connections; ${left} of them open after 45 s`);
    expect(p95).toBeLessThan(300);
    expect([stillOpen, left > 0 ? "some were left open" : ""]).toEqual([0, ""]);
  });
});

describe.skipIf(binary === undefined)("D08: what costs much is counted", () => {
  test("searching on and on ends in 429 that says when to come back; sizes of pictures are those that are listed", async () => {
    const visitor = shop.visitor("10.9.8.7");
    const answers = [];
    for (let tries = 0; tries < 70; tries += 1) answers.push(await visitor.get(`/search?q=mug${tries}`));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(9);
    expect(Number(refused[0]?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await refused[0]?.text()).toContain("Try again in");
    for (const name of ["mug-99999.webp", "mug-1x1.webp", "mug-320.webp?w=9999&h=9999"])
      expect((await shop.visitor("10.9.8.6").get(`/pictures/${name}`)).status, name).toBe(404);
  });
});
