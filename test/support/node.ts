import { join } from "node:path";
import { testVisitor, type TestVisitor } from "./visitor.ts";

/** A process of the shop as it is run, on a port of its own. */
export type ShopNode = {
  readonly server: Bun.Subprocess;
  readonly origin: string;
  isReady(): Promise<boolean>;
  visitor(): TestVisitor;
};

/** Starts the shop on a database that is there already, and waits until it is ready. */
export async function startNode({ url, folder }: { readonly url: string; readonly folder: string }): Promise<ShopNode> {
  const probe = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  const { port } = probe;
  probe.stop(true);
  const origin = `http://localhost:${port}`;
  const shop = { PUSHCART_DATA: folder, DATABASE_URL: url, PORT: String(port), PUSHCART_LIFT_LIMITS: "yes" };
  const server = Bun.spawn([process.execPath, "src/main.ts", "serve"], {
    cwd: join(import.meta.dir, "../.."),
    env: { ...process.env, ...shop, LOG_LEVEL: "silent" },
    stdout: "ignore",
    stderr: "ignore",
  });
  const isReady = async () => (await fetch(`${origin}/readyz`).catch(() => undefined))?.ok ?? false;
  while (!(await isReady())) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await Bun.sleep(50);
  }
  return {
    server,
    origin,
    isReady,
    visitor: () => testVisitor((request) => fetch(request, { redirect: "manual" }), origin),
  };
}
