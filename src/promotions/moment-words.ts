const formats = new Map<string, Intl.DateTimeFormat>();

function inWords(at: Date, timeZone: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone} ${JSON.stringify(parts)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat("en-GB", { ...parts, timeZone })));
  return format.format(at);
}

/** "30 November", in the shop's time zone. */
export const dateInWords = (at: Date, timeZone: string): string =>
  inWords(at, timeZone, { day: "numeric", month: "long" });

const sixDays = 6 * 86_400_000;

/** "Monday 09:00" for the next six days, "14 December, 09:00" after that. */
export function momentInWords(at: Date, now: Date, timeZone: string): string {
  const clock = inWords(at, timeZone, { hour: "2-digit", minute: "2-digit" });
  const soon = at.getTime() - now.getTime() < sixDays;
  return soon ? `${inWords(at, timeZone, { weekday: "long" })} ${clock}` : `${dateInWords(at, timeZone)}, ${clock}`;
}
