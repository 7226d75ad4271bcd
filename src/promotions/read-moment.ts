/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function ahead(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`) - at;
}

/**
 * Reads "2026-12-01" (its first moment) or "2026-12-01 09:00" by the clocks of a time zone. Undefined for anything else
 * and for days that do not exist.
 */
export function readMoment(text: string, timeZone: string): Date | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const written = `${found[1]}T${found[2] ?? "00:00"}:00`;
  const utc = Date.parse(`${written}Z`);
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 19) !== written) return undefined;
  // The first guess may lie on the other side of a change of clocks; the second look is right.
  const guess = utc - ahead(utc, timeZone);
  return new Date(utc - ahead(guess, timeZone));
}
