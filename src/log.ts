import pino, { type Logger } from "pino";

export type { Logger };

/** One JSON line each, on standard error, so that standard output stays for results. Never given bodies or cookies. */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ["*.password", "*.token", "*.cookie"] },
    pino.destination({ fd: 2, sync: true }),
  );
}
