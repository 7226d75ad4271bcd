/** A letter as it lies in the outbox: one recipient, a subject of one line, and the same content as HTML and as text. */
export type Letter = {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Where one stops such letters, whole. Mail programs show a button for it. */
  readonly leave?: string;
};

/**
 * Whether this is one mailbox and nothing else: no list, no name, no comment, no quoting, no line break. Letters go to
 * no other, whatever a form let through.
 */
export function isMailbox(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{Cc}@<>()[\],;:"\\]{1,64}@[^\s\p{Cc}@<>()[\],;:"\\]+$/u.test(address);
}

export const noMailbox = "Enter an email address, such as name@example.com.";
export const mailboxTrouble = (typed: string) => (isMailbox(typed) ? undefined : noMailbox);

/** Whether a letter holds a link that opens an account, sets a password or confirms an address: not for other eyes. */
export const isSecretLetter = (kind: string): boolean => !kind.startsWith("order_");

/** One line without control characters, of a length that mail programs show. */
export function headerLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200);
}

/** Minutes to wait before each further try: a day in all. */
const pauses = [1, 2, 5, 10, 20, 40, 60, 120, 180, 240, 360, 420];

/** When to try a letter again that failed `tries` times; undefined once a day has gone by. */
export function nextTry(tries: number, now: Date): Date | undefined {
  const minutes = pauses[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** The kind of the last letter to somebody who was erased: once it went, or cannot go, it is forgotten like the rest. */
export const farewell = "account_erased";
