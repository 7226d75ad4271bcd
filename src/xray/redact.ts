const hidden = "…";

/** Fields whose value opens something, or pays for it. */
const secretField = /pass|code|token|ticket|secret|card|cvc|cvv|expir|iban|mail|phone/i;

/** What is as long as a key and spelled like one: links to orders, sessions, tickets. Handles and class names are in small letters. */
const long = /[\w-]{20,}/g;
const looksLikeKey = (text: string) => /[A-Z]/.test(text) && /[a-z]/.test(text);

/** A text without anything in it that could open something. */
export const withoutKeys = (text: string): string => text.replace(long, (word) => (looksLikeKey(word) ? hidden : word));

/** Fields of a form or query, as they may be shown. */
export const shownFields = (fields: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] =>
  [...fields]
    .slice(0, 40)
    .map(([name, value]) => [
      withoutKeys(name.slice(0, 80)),
      secretField.test(name) ? hidden : withoutKeys(value.slice(0, 300)),
    ]);

/** Pages that hold what is somebody's own: names, addresses, orders, keys. Of them only the figures are remembered. */
const own =
  /^\/(admin|account|orders|checkout|login|logout|register|forgot|reset|newsletter|news|goodbye|auth|xray)(\/|$)|^\/api\/(register|me|v1\/orders)/;

export const isOwn = (path: string): boolean => own.test(path);

/** An address as it may be shown. */
export function shownAddress(path: string, query: string): string {
  const fields = shownFields(new URLSearchParams(query)).map(([name, value]) => `${name}=${value}`);
  return withoutKeys(path) + (fields.length > 0 ? `?${fields.join("&")}` : "");
}
