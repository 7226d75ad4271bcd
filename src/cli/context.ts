import type { Command } from "commander";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import type { Outside } from "./outside.ts";

/** What a subcommand gets: results go to `out`, talk to `say`. */
export type CliContext = {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Somebody is looking: progress may be drawn, questions asked. */
  readonly terminal: boolean;
  readonly colour: boolean;
  /** A line of result, on standard output. */
  out(text: string): void;
  /** A line of talk, on standard error; nothing with --quiet. */
  say(text: string): void;
  config(): Config;
  /** Opens the shop's database (made and migrated if need be); closed by the program at the end. */
  open(): Promise<Deps>;
  readonly outside: Outside;
  /** The exit code when the command is done, 0 unless set. */
  exitCode: number;
};

/** Adds one noun or verb to the program. `context` is asked for when the command runs, after options were read. */
export type AddCommand = (program: Command, context: () => CliContext) => void;

export const exitCodes = { ok: 0, failed: 1, usage: 2, config: 3, database: 4, network: 5, interrupted: 130 } as const;

/** What stands first in a command's help: lines that can be copied. */
export const examples = (...lines: readonly string[]): string =>
  `Examples:\n${lines.map((line) => `  pushcart ${line}\n`).join("")}`;

/** A trouble that the person at the keyboard can mend: its message says how. */
export class CliError extends Error {
  override readonly name = "CliError";

  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message);
  }
}
