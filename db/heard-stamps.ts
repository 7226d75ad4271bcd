import { SQL } from "bun";
import { listeners } from "./listeners.ts";
import { joined, type Moved } from "./versions.ts";

export const channel = "pushcart_versions";

type Given = {
  readonly url: string;
  /** Runs a query that counts, on any connection of the pool. */
  readonly ask: (text: string, values: unknown[]) => Promise<unknown[][]>;
  /** Sends a word on the channel, and is not counted. */
  readonly send: (word: string) => Promise<unknown>;
};

export type HeardStamps = {
  stamp(keys: readonly string[]): string | Promise<string>;
  /** What this process has saved itself: known before the answer to who asked for it. */
  wrote(moved: Moved): void;
  /** Calls `act` after either. Answers how to end that. */
  onMoved(act: () => void): () => void;
  close(): Promise<void>;
};

/** How often the connection that listens is tried, and how long a word may take to come back on it. */
const every = 10_000;
const longestWay = 2000;
const proof = "heard";

type Seqs = Map<string, number>;

function advance(seqs: Seqs | undefined, key: string, seq: number): void {
  if (seqs && (seqs.get(key) ?? 0) < seq) seqs.set(key, seq);
}

/**
 * Stamps on PostgreSQL: kept in memory, and moved by what every process of the shop says on a channel when it has saved
 * something. Where nothing can be heard (the connection was lost, a pooler swallows it), each stamp is a query, until the
 * channel is proven again by a word of our own and everything has been read anew.
 */
export function heardStamps({ url, ask, send }: Given): HeardStamps {
  let seqs: Seqs | undefined;
  /** What was heard while all is being read. */
  let meanwhile: Seqs | undefined;
  let ear: SQL | undefined;
  let starting: Promise<void> | undefined;
  let isStarted = false;
  let isListening = false;
  let losses = 0;
  let onWord = () => {};
  const moved = listeners();
  let timer: ReturnType<typeof setInterval> | undefined;

  function forget(): void {
    seqs = undefined;
    losses += 1;
  }

  function hear(payload: string): void {
    onWord();
    const at = payload.lastIndexOf(" ");
    if (at < 0) return;
    const [key, seq] = [payload.slice(0, at), Number(payload.slice(at + 1))];
    for (const each of [seqs, meanwhile]) advance(each, key, seq);
    moved.tell();
  }

  /** Whether the channel carries: a word sent, and any heard in time, be it another process's. */
  async function carries(): Promise<boolean> {
    const late = AbortSignal.timeout(longestWay);
    const heard = new Promise<boolean>((done) => {
      onWord = () => done(true);
      late.addEventListener("abort", () => done(false));
    });
    const sent = send(proof).then(
      () => heard,
      () => false,
    );
    return Promise.race([sent, heard]);
  }

  async function readAll(): Promise<void> {
    const before = losses;
    const arriving: Seqs = new Map();
    meanwhile = arriving;
    if (!isListening || !(await carries())) return;
    const rows = await ask("select key, seq from versions", []).catch(() => undefined);
    if (!rows || losses !== before || meanwhile !== arriving) return;
    seqs = new Map(rows.map(([key, seq]) => [String(key), Number(seq)]));
    for (const [key, seq] of arriving) advance(seqs, key, seq);
    meanwhile = undefined;
  }

  async function listen(): Promise<void> {
    ear ??= new SQL({
      url,
      max: 1,
      connectionTimeout: 5,
      connection: { application_name: "pushcart-versions", idle_session_timeout: "0" },
      onclose: () => {
        isListening = false;
        forget();
      },
    });
    let first: Promise<void> | undefined;
    await ear.listen(channel, hear, () => {
      isListening = true;
      first = readAll();
    });
    await first;
  }

  async function tend(): Promise<void> {
    if (!isListening) return;
    if (seqs === undefined) return readAll();
    const before = losses;
    if (!(await carries()) && losses === before) forget();
  }

  function start(): Promise<void> {
    starting ??= listen()
      .catch(() => {
        starting = undefined; // tried again with the next round
      })
      .finally(() => (isStarted = true));
    timer ??= setInterval(() => void (starting ? tend() : start()), every);
    timer.unref();
    return starting;
  }

  async function asked(keys: readonly string[]): Promise<string> {
    const rows = await ask("select key, seq from versions where key = any($1)", [[...keys]]);
    return joined(keys, new Map(rows.map(([key, seq]) => [String(key), Number(seq)])));
  }

  return {
    stamp(keys) {
      if (seqs) return joined(keys, seqs);
      if (isStarted) return asked(keys);
      return start().then(() => (seqs ? joined(keys, seqs) : asked(keys)));
    },
    onMoved: moved.add,
    wrote(rows) {
      for (const { key, seq } of rows) for (const each of [seqs, meanwhile]) advance(each, key, seq);
      if (rows.length > 0) moved.tell();
    },
    async close() {
      clearInterval(timer);
      forget();
      isListening = false;
      await ear?.close({ timeout: 1 });
    },
  };
}
