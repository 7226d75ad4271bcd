type Where = { readonly locale: string; readonly timeZone: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** "October 2026", as it is said where the shop is. Making a format takes longer than a whole page: it is kept. */
export function monthOf(at: Date, { locale, timeZone }: Where): string {
  const key = `${locale} ${timeZone}`;
  const format = formats.get(key) ?? formatFor({ locale, timeZone });
  formats.set(key, format);
  return format.format(at);
}

/** A place that nobody knows is no reason not to show a page. */
function formatFor({ locale, timeZone }: Where): Intl.DateTimeFormat {
  const parts = { month: "long", year: "numeric" } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-US", { ...parts, timeZone: "UTC" });
  }
}
