export type Heard = { readonly event: string; readonly id: string; readonly data: string };

export type Listener = {
  /** The next event, comments left out; undefined where the stream ended. */
  next(milliseconds?: number): Promise<Heard | undefined>;
  /** All that has come so far, word for word. */
  readonly text: () => string;
  leave(): Promise<void>;
};

/** Reads a stream of server-sent events as a browser would. */
export function listenTo(response: Response): Listener {
  const reader = response.body?.getReader();
  if (!reader) throw new Error(`no stream: ${response.status}`);
  const decoder = new TextDecoder();
  let [all, rest] = ["", ""];
  let reading: ReturnType<typeof reader.read> | undefined;

  function taken(): Heard | undefined {
    for (;;) {
      const end = rest.indexOf("\n\n");
      if (end < 0) return undefined;
      const lines = rest.slice(0, end).split("\n");
      rest = rest.slice(end + 2);
      const field = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2))
          .join("\n");
      if (field("data") !== "") return { event: field("event"), id: field("id"), data: field("data") };
    }
  }

  return {
    async next(milliseconds = 6000) {
      const deadline = performance.now() + milliseconds;
      for (;;) {
        const event = taken();
        if (event) return event;
        reading ??= reader.read();
        const late = Bun.sleep(Math.max(0, deadline - performance.now())).then(() => "late" as const);
        const got = await Promise.race([reading, late]);
        if (got === "late") throw new Error(`nothing was heard in ${milliseconds} ms, but: ${all}`);
        reading = undefined;
        if (got.done) return undefined;
        const text = decoder.decode(got.value, { stream: true });
        all += text;
        rest += text;
      }
    },
    text: () => all,
    leave: () => reader.cancel(),
  };
}

export const eventStream = { Accept: "text/event-stream" } as const;
