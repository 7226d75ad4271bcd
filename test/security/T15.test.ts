import { expect, setDefaultTimeout, test } from "bun:test";
import net from "node:net";
import { createApp } from "#src/app.ts";
import { largestBody } from "#src/web/body-limits.ts";
import { owner } from "#test/admin/staff.ts";
import { filesBody } from "#test/support/files-body.ts";
import { grains } from "#test/support/picture-files.ts";
import { openShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

const pause = 500;
const seconds = 12;

/** Sends a picture so slowly that it takes a dozen seconds; answers the first line of what came back, and when. */
function sendSlowly(port: number, cookie: string, { body, headers }: Awaited<ReturnType<typeof filesBody>>) {
  const lines = { host: `localhost:${port}`, "sec-fetch-site": "same-origin", cookie, ...headers };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  const piece = Math.ceil(body.length / ((seconds * 1000) / pause));
  return new Promise<{ readonly line: string; readonly after: number }>((done) => {
    const began = performance.now();
    let heard = "";
    let at = 0;
    const socket = net.connect(port, "127.0.0.1");
    const over = () => {
      clearInterval(timer);
      socket.destroy();
      done({ line: heard.split("\r\n")[0] ?? "", after: performance.now() - began });
    };
    const timer = setInterval(() => {
      if (at < body.length) socket.write(body.subarray(at, (at += piece)));
    }, pause);
    socket.on("data", (bytes) => {
      heard += String(bytes);
      over();
    });
    socket.on("close", over);
    socket.on("error", over);
    socket.write(`POST /admin/products/mug/pictures HTTP/1.1\r\n${head.join("")}\r\n`);
  });
}

test("T15, S40: a slow honest upload of the desk's gets its time; nobody else's connection is held for it", async () => {
  await using shop = await openShop({ products: [{ title: "Mug", price: 2999 }] });
  const desk = await owner(shop);
  const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const app = createApp(shop.deps);
  using listening = Bun.serve({
    ...{ port: 0, hostname: "127.0.0.1", idleTimeout: 4, maxRequestBodySize: largestBody },
    fetch: (request, server) =>
      app(request, server.requestIP(request)?.address, (time) => server.timeout(request, time)),
  });
  const sent = await filesBody([["slow.jpg", await grains(200, 150)]]);
  const [slow, stranger] = await Promise.all([
    sendSlowly(listening.port ?? 0, cookie, sent),
    sendSlowly(listening.port ?? 0, "", sent),
  ]);
  expect(slow.line).toBe("HTTP/1.1 303 See Other");
  expect(slow.after).toBeGreaterThan((seconds - 1) * 1000);
  expect(stranger.line).toBe("HTTP/1.1 401 Unauthorized");
  expect(stranger.after).toBeLessThan(1000);
});
