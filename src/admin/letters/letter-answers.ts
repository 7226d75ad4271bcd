import { rawLetter, type Sender } from "../../mail/transport.ts";
import type { DueLetter } from "../../mail/store.ts";

/** A letter as it looks, in a page that may do nothing: its own policy forbids all but its own styles. */
export function htmlAnswer(html: string): Response {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; frame-ancestors 'none'";
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "private, no-store",
    },
  });
}

/** A letter as plain text, headers and all, word for word as a mail server would get it. */
export async function rawAnswer(letter: DueLetter, from: Sender): Promise<Response> {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };
  return new Response(await rawLetter(letter, from), { headers });
}
