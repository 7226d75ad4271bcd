import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type DestinationStream, type Logger } from "pino";

export type { Logger };

/** What Drizzle says of a query that failed, without the values it ran with: names, addresses, hashes. */
const withoutValues = (text: string) => text.replace(/\nparams: [^]*?(?=\n {4}at |\ncaused by: |$)/g, "");

/** An error as it is written down: all that helps to mend it, nothing that people typed. */
export function loggedError(error: Error): object {
  const { params: _, message, stack, ...others } = pino.stdSerializers.err(error);
  return { ...others, message: withoutValues(message), stack: withoutValues(stack) };
}

/** The id of the request that is being answered: it stands on every line written meanwhile, whoever writes it. */
export const requestScope = new AsyncLocalStorage<string>();

function scope(): { request?: string } {
  const request = requestScope.getStore();
  return request === undefined ? {} : { request };
}

/** One JSON line each, on standard error, so that standard output stays for results. Never given bodies or cookies. */
export function openLog(level: string, to: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: null,
      mixin: scope,
      serializers: { err: loggedError },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.password", "*.token", "*.cookie"],
    },
    to,
  );
}
