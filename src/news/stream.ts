import type { NewsRow } from "./store.ts";

/** Whose news a stream carries, and where it begins. */
export type Listening = {
  /** "c:<customer>" or "g:<guest>"; undefined for who is neither. */
  readonly owner: string | undefined;
  /** An order whose page is open, for whoever has its address. */
  readonly orderId: string | undefined;
  /** The session that says who it is: where it ends, so does the stream. */
  readonly sessionId: string | undefined;
  /** From where it is asked. */
  readonly address: string;
  /** What was heard last; undefined where the page does not know. */
  readonly since: number | undefined;
};

export type NewsStream = Listening & {
  readonly body: ReadableStream<Uint8Array>;
  /** Whether a row is for this stream. */
  concerns(row: NewsRow): boolean;
  /** Sends what comes after all that was sent; rows in the order in which they were saved. */
  tell(rows: readonly NewsRow[]): void;
  /** Tells what was missed, then what came meanwhile, past `floor` only; from here on rows go out at once. */
  begin(missed: readonly NewsRow[], floor: number): void;
  /** A line that says nothing: proxies and browsers then know that somebody is there. */
  beat(): void;
  /** Ends it. With a word the page does not come again. */
  end(word?: string): void;
};

/** A reader so far behind has gone away without a word. */
const mostUnread = 100;
/** Milliseconds after which a page that lost its stream asks again. */
const retry = 4000;

type Say = (row: NewsRow, isOrder: boolean) => object;

/** One open answer of server-sent events. `onEnd` is called once, whoever ends it. */
export function newsStream(listening: Listening, say: Say, onEnd: () => void): NewsStream {
  const { owner, orderId } = listening;
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let after = 0;
  let early: NewsRow[] | undefined = [];

  function close(): void {
    const open = controller;
    controller = undefined;
    if (!open) return;
    onEnd();
    try {
      open.close();
    } catch {
      // The other side was quicker.
    }
  }

  function send(text: string): void {
    if (!controller) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < -mostUnread) close();
  }

  const concerns = (row: NewsRow) =>
    (row.listed && owner !== undefined && row.owner === owner) || (orderId !== undefined && row.orderId === orderId);

  function tell(rows: readonly NewsRow[]): void {
    if (early) return void early.push(...rows);
    const due = rows.filter((row) => row.seq > after && concerns(row));
    const last = due.at(-1);
    if (!last) return;
    after = last.seq;
    // One piece with one id at its end: a reader that is cut off half-way gets all of it again.
    const events = due.map((row) => `event: news\ndata: ${JSON.stringify(say(row, row.orderId === orderId))}\n`);
    send(`${events.join("\n")}id: ${after}\n\n`);
  }

  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
      send(`retry: ${retry}\n\n`);
    },
    cancel() {
      if (!controller) return;
      controller = undefined;
      onEnd();
    },
  });

  return {
    ...listening,
    body,
    concerns,
    tell,
    begin(missed, floor) {
      const meanwhile = early ?? [];
      early = undefined;
      tell(missed);
      after = Math.max(after, floor);
      tell(meanwhile);
    },
    beat: () => send(": here\n\n"),
    end(word) {
      if (word !== undefined) send(`event: bye\ndata: ${word}\n\n`);
      close();
    },
  };
}
