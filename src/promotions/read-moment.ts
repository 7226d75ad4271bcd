const day = 86_400_000;

const parts = { dateStyle: "short", timeStyle: "medium" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function ahead(at: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, ...parts });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`) - at;
}

/**
 * Reads "2026-12-01" (its first moment) or "2026-12-01 09:00" by the clocks of a time zone, or an exact moment as it is
 * exported: "2026-12-01T08:00:30.500Z". Undefined for anything else and for days that do not exist. Where clocks are put
 * forward, a time that is left out is as long after midnight as it says; where they are put back, the first of two.
 */
export function readMoment(text: string, timeZone: string): Date | undefined {
  if (/^\s*(0000|9999)/.test(text)) return undefined; // by other clocks it may be a year that no database keeps
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text.trim())) return exactMoment(text.trim());
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const written = `${found[1]}T${found[2] ?? "00:00"}:00`;
  const utc = Date.parse(`${written}Z`);
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 19) !== written) return undefined;
  // By the clocks of the day before and of the day after; both are the same but where clocks are changed.
  const guesses = [utc - ahead(utc - day, timeZone), utc - ahead(utc + day, timeZone)].toSorted((a, b) => a - b);
  const exact = guesses.find((at) => at + ahead(at, timeZone) === utc);
  return new Date(exact ?? utc - ahead(utc - day, timeZone));
}

function exactMoment(text: string): Date | undefined {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text ? at : undefined;
}

/** What `readMoment` reads back as the same moment. */
export function momentText(at: Date, timeZone: string): string {
  const local = new Date(at.getTime() + ahead(at.getTime(), timeZone)).toISOString();
  const text = local.slice(11, 16) === "00:00" ? local.slice(0, 10) : `${local.slice(0, 10)} ${local.slice(11, 16)}`;
  return readMoment(text, timeZone)?.getTime() === at.getTime() ? text : at.toISOString();
}
