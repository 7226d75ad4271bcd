import type { Deps } from "../../deps.ts";

/** One line of what the doctor says: how it stands, and what to do where it does not stand well. */
export type Finding = {
  readonly what: string;
  readonly state: "ok" | "warn" | "fail";
  readonly say: string;
  /** What to do; left out where nothing is to be done. */
  readonly mend?: string;
};

export type Examine = (deps: Deps) => Promise<Finding> | Finding;

export const ok = (what: string, say: string): Finding => ({ what, state: "ok", say });
export const warn = (what: string, say: string, mend: string): Finding => ({ what, state: "warn", say, mend });
export const fail = (what: string, say: string, mend: string): Finding => ({ what, state: "fail", say, mend });

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
