const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      hour12: true,
      timeZone,
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The calendar and clock of the shop, in words: "Sunday 22 November" and "9:41 am". */
export function momentParts(at: Date, timeZone: string) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    day: `${of("weekday")} ${of("day")} ${of("month")}`,
    date: `${of("day")} ${of("month")} ${of("year")}`,
    time: `${of("hour")}:${of("minute")} ${of("dayPeriod").toLowerCase()}`,
  };
}

/** "Sunday 22 November, 9:41 am" */
export function momentInWords(at: Date, timeZone: string): string {
  const { day, time } = momentParts(at, timeZone);
  return `${day}, ${time}`;
}
