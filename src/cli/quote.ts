import { quoteLines, type QuoteLine, type QuoteOptions } from "../pricing/quote.ts";
import { CliError, examples, exitCodes, type AddCommand } from "./context.ts";

/** `pushcart quote`: prices carts from standard input with the function that the shop itself uses. */
export const quoteCommand: AddCommand = (program, context) => {
  program
    .command("quote")
    .description("price carts given as JSON on standard input, one answer a line")
    .option("--explain", "add the steps with their exact fractions")
    .option("--rounding <line|document>", "how tax is rounded where a cart's taxRounding does not say", "line")
    .addHelpText("before", examples("quote --json < carts.json", "quote --json --rounding document < carts.json"))
    .action(async (options: { explain?: boolean; rounding: string }) => {
      const cli = context();
      const troubles: string[] = [];
      let carts = 0;
      for (const { line, trouble } of read(await Bun.stdin.text(), wanted(options))) {
        cli.out(line);
        carts += 1;
        if (trouble !== undefined) troubles.push(trouble);
      }
      if (troubles.length === 0) return;
      cli.exitCode = exitCodes.failed;
      const [first] = troubles;
      cli.say(
        troubles.length === 1 ? `${first}` : `${troubles.length} of ${carts} carts have no price. First ${first}`,
      );
    });
};

function wanted({ explain = false, rounding }: { explain?: boolean; rounding: string }): QuoteOptions {
  if (rounding === "line" || rounding === "document") return { explain, taxRounding: rounding };
  throw new CliError(`"${rounding}" is no rounding.\n  mend: --rounding line or document`, exitCodes.usage);
}

function read(text: string, options: QuoteOptions): Iterable<QuoteLine> {
  try {
    return quoteLines(text, options);
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof RangeError || cause instanceof TypeError)) throw cause;
    throw new CliError(
      `The carts cannot be read: ${cause.message}\n  mend: send an array of carts as JSON`,
      exitCodes.usage,
    );
  }
}
