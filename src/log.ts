import pino, { type Logger } from "pino";

export type { Logger };

/** What Drizzle says of a query that failed, without the values it ran with: names, addresses, hashes. */
const withoutValues = (text: string) => text.replace(/\nparams: [^]*?(?=\n {4}at |\ncaused by: |$)/g, "");

/** An error as it is written down: all that helps to mend it, nothing that people typed. */
export function loggedError(error: Error): object {
  const { params: _, message, stack, ...others } = pino.stdSerializers.err(error);
  return { ...others, message: withoutValues(message), stack: withoutValues(stack) };
}

/** One JSON line each, on standard error, so that standard output stays for results. Never given bodies or cookies. */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: loggedError },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.password", "*.token", "*.cookie"],
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
