import { freshDatabase } from "#test/support/database.ts";
import { readConfig } from "#src/config.ts";
import { deriveKeys } from "#src/keys.ts";
import { openLog } from "#src/log.ts";
import type { Edge } from "#src/web/edge.ts";
import { wire } from "#src/wire.ts";
import type { ShopOptions, TestShop } from "./shop.ts";
import { testVisitor } from "./visitor.ts";
import { makeWorld } from "./world.ts";

const secret = "a secret for tests, long enough to be one";

/** The release binary as security tests meet it: over HTTP, on a database that the test may look into. */
export const binary: string | undefined = process.env["PUSHCART_TEST_BINARY"] || undefined;

/** Where it listens, and which process it is: for what only shows on the wire. */
export type BinaryShop = TestShop & { readonly port: number; readonly pid: number };

/**
 * The same shop as `openShop` opens, but served by the release binary on a port of its own. Its clock is the real one,
 * and what it keeps in memory is its own: tests that move the clock or break something inside are run in process.
 */
export async function openBinaryShop(program: string, options: ShopOptions = {}): Promise<BinaryShop> {
  const database = await freshDatabase();
  const env = {
    PUSHCART_DATA: database.folder,
    DATABASE_URL: database.url,
    PUSHCART_SECRET: secret,
    LOG_LEVEL: "fatal",
    TRUSTED_PROXIES: "127.0.0.1",
    ...(options.limits ? {} : { PUSHCART_LIFT_LIMITS: "yes" }),
    ...options.env,
  };
  const config = readConfig(env);
  const now = () => new Date();
  let made = 0;
  const deps = wire({
    ...{ store: database.store, config, keys: deriveKeys(secret), log: openLog("silent"), now },
    newId: () => `made-${String((made += 1)).padStart(9, "0")}`,
    newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
  });
  await deps.store.write((tx) => makeWorld(tx, options));
  const server = Bun.spawn([program, "serve"], {
    cwd: database.folder,
    env: { ...env, PORT: "0", HOST: "127.0.0.1" },
    stdout: "ignore",
    stderr: "pipe",
  });
  process.once("exit", () => server.kill("SIGKILL")); // also where a test failed before it could close
  const port = await portOf(server.stderr);

  const app: Edge = async (request, address = "127.0.0.1") => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    if (address !== "127.0.0.1") headers.set("x-forwarded-for", address);
    const body = request.body === null ? undefined : await request.arrayBuffer();
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      method: request.method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
  };
  async function close() {
    server.kill("SIGKILL");
    await server.exited;
    await database.close();
  }
  const still = () => {
    throw new Error("the binary's clock is the real one: run this test in process");
  };
  return {
    ...testVisitor(app, config.url),
    deps,
    clock: { now, set: still, forward: still },
    visitor: (address) => testVisitor(app, config.url, address),
    close,
    [Symbol.asyncDispose]: close,
    port,
    pid: server.pid,
  };
}

/** Where it opened, from what it says, once it has made its link for the owner: the test then makes another. Whatever it says later is read and forgotten, so that it never waits. */
async function portOf(said: ReadableStream<Uint8Array>): Promise<number> {
  const reader = said.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  for (;;) {
    const { done, value } = await reader.read();
    heard += decoder.decode(value, { stream: true });
    const port = /open at http:\/\/localhost:(\d+)/.exec(heard)?.[1];
    if (port && heard.includes("owner's account")) {
      void (async () => {
        while (!(await reader.read()).done);
      })();
      return Number(port);
    }
    if (done) throw new Error(`the binary did not open a shop: ${heard}`);
  }
}
