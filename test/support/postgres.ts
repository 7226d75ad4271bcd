import { join } from "node:path";

export type TestPostgres = {
  /** The server's own database, from which test databases are made. Hand it to `bun test` as DATABASE_URL. */
  readonly url: string;
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
  lines.releaseLock();
  if (!value) throw new Error(`PostgreSQL did not start: ${await new Response(keeper.stderr).text()}`);

  return {
    url: new TextDecoder().decode(value).trim(),
    async stop() {
      await keeper.stdin.end();
      await keeper.exited;
    },
  };
}
