/** After the first slash: another, or what some software decodes into one, or drops until one is left. */
const misread = /^\/(?:\/|\\|%2f|%5c|%[01][0-9a-f]|%20|%7f)/i;

/**
 * A place in this shop to go on to, taken from a field, a `Referer` or `HX-Current-URL`: all of them are anybody's words.
 * Answers a path of our own, or undefined for anything that would lead, or could be read as leading, elsewhere.
 */
export function ownPath(wanted: string | null | undefined, base: string): string | undefined {
  if (!wanted || wanted.length > 2000 || /[\\\u0000-\u0020\u007f-\uffff]/.test(wanted)) return undefined;
  if (!URL.canParse(wanted, base)) return undefined;
  const url = new URL(wanted, base);
  if (url.origin !== new URL(base).origin || url.username !== "" || url.pathname.startsWith("//")) return undefined;
  const isOwn = wanted.startsWith("/") ? !misread.test(wanted) : wanted.startsWith(`${url.origin}/`);
  return isOwn ? `${url.pathname}${url.search}${url.hash}` : undefined;
}
