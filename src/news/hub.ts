import type { Deps } from "../deps.ts";
import { ShopError } from "../web/shop-error.ts";
import { loadFresh, loadLiveSessions, loadSince } from "./listening-store.ts";
import { toldOf } from "./news-words.ts";
import { newsKey, type NewsRow } from "./store.ts";
import { newsStream, type Listening, type NewsStream } from "./stream.ts";

type Needs = Pick<Deps, "store" | "keys" | "now" | "log">;

export type NewsHub = {
  /** Opens a stream of news as it happens. @throws ShopError where there are too many: of one visitor, address, or in all. */
  open(listening: Listening): Promise<ReadableStream<Uint8Array>>;
  /** How many are open. */
  count(): number;
  /** Ends all, and opens none any more. */
  close(): void;
};

const usual = {
  total: 1000,
  ofAddress: 30,
  ofVisitor: 6,
  /** Milliseconds between looks at the stamp for where nothing is heard: another process on the same SQLite file. */
  look: 2000,
  /** Milliseconds between signs of life, with each of which it is asked whose session is over. */
  beat: 20_000,
} as const;

/** Between the making of a page and the opening of its stream. */
const justNow = 60_000;

/**
 * All open streams of this process. They wait for one thing together: that the version of news moves. Then one query
 * finds what is new for any of them, so a thousand that wait cost what one does.
 */
export function newsHub(needs: Needs, given: Partial<Record<keyof typeof usual, number>> = {}): NewsHub {
  const { store, keys, now, log } = needs;
  const most = { ...usual, ...given };
  const streams = new Set<NewsStream>();
  let heard = 0;
  let stop: (() => void) | undefined;
  let closed = false;
  let looking = false;
  let again = false;

  const stamp = async () => Number(await store.stamp([newsKey]));
  const quietly = (work: () => Promise<void>) =>
    void work().catch((error: unknown) => log.warn({ err: error }, "news could not be read just now"));

  function say(row: NewsRow, isOrder: boolean): object {
    const told = row.listed ? toldOf(row, keys.orderLink) : {};
    return { id: row.id, ...told, ...(isOrder ? { moved: true } : {}) };
  }

  function start(): void {
    if (stop) return;
    const hear = () => quietly(look);
    const off = store.onMoved(hear);
    const timers = [setInterval(hear, most.look), setInterval(() => quietly(beat), most.beat)];
    for (const timer of timers) timer.unref();
    stop = () => {
      off();
      for (const timer of timers) clearInterval(timer);
      stop = undefined;
    };
  }

  const idsOf = (list: Iterable<NewsStream>, name: "owner" | "orderId" | "sessionId") => [
    ...new Set([...list].flatMap((stream) => stream[name] ?? [])),
  ];

  /** Ends streams whose session is over, and answers the others. */
  async function living(list: readonly NewsStream[]): Promise<readonly NewsStream[]> {
    const ids = idsOf(list, "sessionId");
    const live = ids.length === 0 ? new Set<string>() : await loadLiveSessions(store.read, ids, now());
    const isOver = ({ sessionId }: NewsStream) => sessionId !== undefined && !live.has(sessionId);
    for (const stream of list.filter(isOver)) stream.end("signed out");
    return list.filter((stream) => !isOver(stream));
  }

  async function look(): Promise<void> {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        const seq = await stamp();
        if (seq <= heard || streams.size === 0) continue;
        const whose = { owners: idsOf(streams, "owner"), orderIds: idsOf(streams, "orderId") };
        const rows = await loadSince(store.read, { after: heard, ...whose });
        const wanting = [...streams].filter((stream) => rows.some((row) => stream.concerns(row)));
        for (const stream of await living(wanting)) stream.tell(rows);
        heard = Math.max(seq, rows.at(-1)?.seq ?? 0); // not before all are told: what fails is tried again
      }
    } finally {
      looking = false;
    }
  }

  async function beat(): Promise<void> {
    for (const stream of await living([...streams])) stream.beat();
  }

  function refuse({ owner, orderId, address }: Listening): void {
    if (closed || streams.size >= most.total) throw new ShopError("busy", "Too many listen for news just now.", 60);
    const whose = (stream: Listening) => stream.owner ?? stream.orderId;
    const same = [...streams].filter((stream) => whose(stream) === (owner ?? orderId)).length;
    const near = [...streams].filter((stream) => stream.address === address).length;
    if (same >= most.ofVisitor || near >= most.ofAddress)
      throw new ShopError("too_many", "News is shown in other windows already. Close one of them.", 60);
  }

  /** What happened since the page was made, or in the last moments. */
  async function missed({ owner, orderId, since }: Listening): Promise<readonly NewsRow[]> {
    if (since !== undefined)
      return (
        await loadSince(store.read, { after: since, owners: owner ? [owner] : [], orderIds: orderId ? [orderId] : [] })
      ).slice(-20);
    return owner === undefined ? [] : loadFresh(store.read, owner, new Date(now().getTime() - justNow));
  }

  return {
    async open(listening) {
      refuse(listening);
      const onEnd = () => {
        streams.delete(stream);
        if (streams.size === 0) stop?.();
      };
      const stream = newsStream(listening, say, onEnd);
      streams.add(stream);
      start();
      try {
        const seq = await stamp();
        // A number from before a backup was put back is ahead of us.
        const since = listening.since === undefined ? undefined : Math.min(listening.since, seq);
        stream.begin(await missed({ ...listening, since }), since ?? seq);
      } catch (error) {
        stream.end();
        throw error;
      }
      return stream.body;
    },
    count: () => streams.size,
    close() {
      closed = true;
      for (const stream of [...streams]) stream.end();
    },
  };
}
