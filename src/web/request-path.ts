/** The path of an address as it was sent. Of a `Host` that is none, Bun makes an address without one: then the path is all of it. */
export function pathOf(url: string): string {
  const start = url.startsWith("/") ? 0 : url.indexOf("/", url.indexOf("//") + 2);
  const end = url.indexOf("?", start);
  return start < 0 ? "/" : url.slice(start, end < 0 ? undefined : end);
}

/** Whether each of its percent signs stands for something, and none for a NUL: names that are anything else are nowhere. */
export function isReadable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** As it is written down: without the secret that some links hold. */
export const loggedPath = (path: string): string =>
  path.replace(
    /^(\/(?:orders|newsletter(?:\/leave)?|news\/leave|reset|account\/(?:verify|email)|admin\/(?:setup|join|reset)|checkout\/test-card)\/)[^/]{12,}/,
    "$1…",
  );
