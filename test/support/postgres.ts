import { join } from "node:path";

export type TestPostgres = {
  /** The server's own database, from which test databases are made. Hand it to `bun test` as DATABASE_URL. */
  readonly url: string;
  /** Ends the server and keeps its data: "fast" ends connections first, "immediate" is as a crash. */
  halt(how: "fast" | "immediate"): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a PostgreSQL of its own for the tests, in a folder that goes when it stops; also when this process is killed.
 *
 * @throws Error when the server cannot start here; the message says why.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const keeper = Bun.spawn([process.execPath, join(import.meta.dir, "postgres-keeper.ts")], {
    stdin: "pipe",
    stdout: "pipe",
    stderr: "pipe",
  });
  const lines = keeper.stdout.getReader();
  const { value } = await lines.read();
  if (!value) throw new Error(`PostgreSQL did not start: ${await new Response(keeper.stderr).text()}`);
  const url = new TextDecoder().decode(value).trim();

  return {
    url,
    async halt(how) {
      keeper.stdin.write(`halt ${how}\n`);
      await keeper.stdin.flush();
      while (await answers(url)) await Bun.sleep(20);
    },
    async start() {
      keeper.stdin.write("start\n");
      await keeper.stdin.flush();
      await lines.read();
    },
    async stop() {
      await keeper.stdin.end();
      await keeper.exited;
    },
  };
}

/** Whether anything listens at this address. */
async function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = { data() {} };
  const found = await Bun.connect({ hostname, port: Number(port), socket }).catch(() => undefined);
  found?.end();
  return found !== undefined;
}
