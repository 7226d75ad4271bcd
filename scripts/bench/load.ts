import type { Socket } from "bun";

export type Load = {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** The bytes of the n-th request of a connection. */
  readonly request: (connection: number, nth: number) => string;
};

export type Measured = {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answers: number;
  /** Answers that were not 2xx or 3xx. */
  readonly refused: number;
};

type State = { nth: number; sentAt: number; wanted: number; got: number; head: string };

const headEnd = "\r\n\r\n";

/**
 * Keeps `connections` sockets busy, each with one request at a time, and times every answer. Plain sockets, because a
 * client that builds Response objects would be slower than what it measures. Answers must say their Content-Length.
 */
export async function load({ port, connections, milliseconds, request }: Load): Promise<Measured> {
  const times: number[] = [];
  let refused = 0;
  const deadline = performance.now() + milliseconds;

  function send(socket: Socket<State>, connection: number): void {
    socket.data = { nth: socket.data.nth + 1, sentAt: performance.now(), wanted: -1, got: 0, head: "" };
    socket.write(request(connection, socket.data.nth));
  }

  function read(socket: Socket<State>, chunk: Buffer): boolean {
    const state = socket.data;
    if (state.wanted < 0) {
      state.head += chunk.toString("latin1");
      const end = state.head.indexOf(headEnd);
      if (end < 0) return false;
      const length = /content-length: (\d+)/i.exec(state.head.slice(0, end))?.[1];
      state.wanted = Number(length ?? 0);
      state.got = state.head.length - end - headEnd.length;
      if (!/^HTTP\/1\.1 [23]/.test(state.head)) refused += 1;
    } else {
      state.got += chunk.length;
    }
    return state.got >= state.wanted;
  }

  await Promise.all(
    Array.from({ length: connections }, (_, connection) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      void Bun.connect<State>({
        hostname: "127.0.0.1",
        port,
        data: { nth: -1, sentAt: 0, wanted: -1, got: 0, head: "" },
        socket: {
          open: (socket) => send(socket, connection),
          data(socket, chunk) {
            if (!read(socket, chunk)) return;
            const at = performance.now();
            times.push(at - socket.data.sentAt);
            if (at < deadline) send(socket, connection);
            else socket.end();
          },
          close: () => resolve(),
          connectError: (_, error) => reject(error),
        },
      });
      return promise;
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: (times.length / milliseconds) * 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answers: times.length,
    refused,
  };
}

export const get = (path: string, headers: Readonly<Record<string, string>> = {}): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines(headers)}\r\n`;

export function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): string {
  const body = new URLSearchParams(fields).toString();
  const all = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(body.length),
    "Sec-Fetch-Site": "same-origin",
    ...headers,
  };
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${lines(all)}\r\n${body}`;
}

const lines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
