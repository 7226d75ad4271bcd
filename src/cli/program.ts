import { Command, CommanderError } from "commander";
import { ConfigError, readConfig, type Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { openShop, type OpenShop } from "./open-shop.ts";
import type { Outside } from "./outside.ts";
import { commands } from "./commands.ts";
import { version } from "../version.ts";

const first = [
  "serve                     open the shop on http://localhost:3000",
  "import products.csv       load a product export",
  'settings set name="My shop" currency=EUR',
  "backup                    one file with everything in it",
];

/** Runs one command of the binary. Answers the exit code: 0 ok, 1 failed, 2 usage, 3 settings, 4 database, 5 network. */
export async function runProgram(words: readonly string[], outside: Outside): Promise<number> {
  const opened: { shop?: OpenShop } = {};
  const program = buildProgram(outside, opened);
  try {
    await program.parseAsync(words.length === 0 ? ["--help"] : [...words], { from: "user" });
    return contextOf(program, outside, opened).exitCode;
  } catch (error) {
    return tell(error, outside);
  } finally {
    await opened.shop?.close();
  }
}

function buildProgram(outside: Outside, opened: { shop?: OpenShop }): Command {
  const program = new Command("pushcart")
    .description("A whole shop in one file.")
    .version(version, "-V, --version")
    .addHelpText("before", examples(...first))
    .option("--json", "results as JSON on standard output")
    .option("-q, --quiet", "results only, no talk")
    .option("--env-file <file>", "read settings from a file with lines NAME=value")
    .showSuggestionAfterError()
    .showHelpAfterError("(pushcart --help lists the commands)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => outside.out(text.replace(/\n$/, "")),
      writeErr: (text) => outside.err(text.trimEnd()),
    });
  for (const add of commands) add(program, () => contextOf(program, outside, opened));
  for (const command of program.commands) inherit(command);
  return program;
}

/** Subcommands answer errors the same way, and take the global options behind their name as well. */
function inherit(command: Command): void {
  command.exitOverride().option("--json", "results as JSON").option("-q, --quiet", "results only");
  for (const each of command.commands) inherit(each);
}

const contexts = new WeakMap<Command, CliContext>();

function contextOf(program: Command, outside: Outside, opened: { shop?: OpenShop }): CliContext {
  const known = contexts.get(program);
  if (known) return known;
  const asked = (name: string) => [program, ...allCommands(program)].some((each) => each.opts()[name] === true);
  const quiet = asked("quiet");
  let config: Config | undefined;
  const readOnce = () => (config ??= readConfig(outside.env));
  const context: CliContext = {
    json: asked("json"),
    quiet,
    terminal: outside.terminal,
    colour: outside.terminal && (outside.env.NO_COLOR ?? "") === "",
    out: outside.out,
    say: (text) => (quiet ? undefined : outside.err(text)),
    config: readOnce,
    outside,
    async open(): Promise<Deps> {
      opened.shop ??= await openShop(readOnce(), outside);
      return opened.shop.deps;
    },
    exitCode: 0,
  };
  contexts.set(program, context);
  return context;
}

const allCommands = (program: Command): Command[] => program.commands.flatMap((each) => [each, ...allCommands(each)]);

function tell(error: unknown, outside: Outside): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage; // commander has printed its message
  }
  if (error instanceof ConfigError) return say(error.message, exitCodes.config);
  if (error instanceof CliError) return say(error.message, error.exitCode);
  if (error instanceof Error && /^(Newer|Migration|Store)/.test(error.name))
    return say(error.message, exitCodes.database);
  return say(error instanceof Error ? (error.stack ?? error.message) : String(error), exitCodes.failed);

  function say(message: string, code: number): number {
    outside.err(message);
    return code;
  }
}

export type { AddCommand };
