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
  /** Answers that were neither 2xx nor 3xx. */
  readonly refused: number;
};

type Waiting = { nth: number; sentAt: number; left: number; head: string };

const headEnd = "\r\n\r\n";
/** How long after its time the last answer may come. */
const grace = 5000;

/**
 * Keeps `connections` sockets busy, each with one request at a time, and times every answer. Plain sockets, because a
 * client that builds Response objects would be slower than what it measures. Answers must say their Content-Length.
 */
export async function load({ port, connections, milliseconds, request }: Load): Promise<Measured> {
  const times: number[] = [];
  let refused = 0;
  const startedAt = performance.now();
  const deadline = startedAt + milliseconds;

  function send(socket: Socket<Waiting>, connection: number): void {
    const waiting = socket.data;
    waiting.nth += 1;
    waiting.left = -1;
    waiting.head = "";
    waiting.sentAt = performance.now();
    socket.write(request(connection, waiting.nth));
  }

  /** Whether the answer is whole. Only its head is read; the body is counted. */
  function take(waiting: Waiting, chunk: Buffer): boolean {
    if (waiting.left >= 0) return (waiting.left -= chunk.length) <= 0;
    const end = chunk.indexOf(headEnd);
    waiting.head += chunk.toString("latin1", 0, end < 0 ? chunk.length : end);
    if (end < 0) return false;
    if (!/^HTTP\/1\.1 [23]/.test(waiting.head)) refused += 1;
    const length = /content-length: (\d+)/i.exec(waiting.head)?.[1] ?? 0;
    waiting.left = Number(length) - (chunk.length - end - headEnd.length);
    return waiting.left <= 0;
  }

  function open(connection: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const closed = () =>
      performance.now() < deadline ? reject(new Error(`Port ${port} closed a connection.`)) : resolve();
    const connecting = Bun.connect<Waiting>({
      hostname: "127.0.0.1",
      port,
      data: { nth: -1, sentAt: 0, left: -1, head: "" },
      socket: {
        open: (socket) => send(socket, connection),
        data(socket, chunk) {
          if (!take(socket.data, chunk)) return;
          const at = performance.now();
          times.push(at - socket.data.sentAt);
          if (at < deadline) send(socket, connection);
          else socket.end();
        },
        close: closed,
        error: (_, error) => reject(error),
      },
    });
    connecting.catch(reject);
    return promise;
  }

  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Port ${port} did not answer in time.`)), milliseconds + grace);
  await Promise.race([Promise.all(Array.from({ length: connections }, (_, each) => open(each))), late.promise]);
  clearTimeout(timer);
  return summary(times, performance.now() - startedAt, refused);
}

function summary(times: number[], milliseconds: number, refused: number): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const perSecond = (times.length / milliseconds) * 1000;
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), answers: times.length, refused };
}
