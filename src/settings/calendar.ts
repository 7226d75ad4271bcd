/** Where and how a shop tells the day: `ShopSettings` is one. */
export type Calendar = { readonly timeZone: string; readonly locale: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than a whole page: each is kept. */
function formatOf({ timeZone, locale }: Calendar, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(parts)}`;
  const format = formats.get(key) ?? makeFormat({ timeZone, locale }, parts);
  formats.set(key, format);
  return format;
}

/** A place that nobody knows is no reason not to show a page. */
function makeFormat({ timeZone, locale }: Calendar, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(englishOf(locale), { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
  }
}

/** Our sentences are English: the locale's region says in which order, and by which clock. */
function englishOf(locale: string): string {
  const { region } = new Intl.Locale(locale);
  return region === undefined ? "en-GB" : `en-${region}`;
}

/** "30 November", or "November 30" where one says it so; "9:41 am" or "09:41". */
export function sayDate(at: Date, calendar: Calendar, parts: Intl.DateTimeFormatOptions): string {
  const said = formatOf(calendar, parts).format(at);
  return said.replaceAll("\u202f", " ").replace(/ ([AP])M\b/, (_, half: string) => ` ${half.toLowerCase()}m`);
}

export const sayDay = (at: Date, calendar: Calendar): string =>
  sayDate(at, calendar, { day: "numeric", month: "long" });

export const sayTime = (at: Date, calendar: Calendar): string =>
  sayDate(at, calendar, { hour: "numeric", minute: "2-digit" });

/** "28 to 30 November", "November 28 to December 1". */
export function saySpan(from: Date, to: Date, calendar: Calendar): string {
  const [first, last] = [sayDay(from, calendar), sayDay(to, calendar)];
  if (first === last) return first;
  const month = (at: Date) => sayDate(at, calendar, { month: "long" });
  if (month(from) !== month(to)) return `${first} to ${last}`;
  const day = (at: Date) => sayDate(at, calendar, { day: "numeric" });
  return first.startsWith(month(from)) ? `${first} to ${day(to)}` : `${day(from)} to ${last}`;
}
