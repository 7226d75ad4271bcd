/** What the edge found out about a request before any route saw it. */
export type RequestFacts = {
  /** Stands on every log line, in the answer's `X-Request-Id` and on error pages. */
  readonly id: string;
  /** The client's address; a trusted proxy's word where there is one. */
  readonly address: string;
  readonly startedAt: number;
  /**
   * Lets the request go on for so many seconds although its bytes come slowly, 0 for without end: for a file, from
   * somebody who was let in, or for an answer that is a stream.
   * Others are cut off as before.
   */
  readonly takeTime: (seconds: number) => void;
};

const known = new WeakMap<Request, RequestFacts>();

export function noteFacts(request: Request, facts: RequestFacts): void {
  known.set(request, facts);
}

export function factsOf(request: Request): RequestFacts {
  return known.get(request) ?? { id: "-", address: "", startedAt: 0, takeTime: () => {} };
}
