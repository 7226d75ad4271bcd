import { quoteLines, type QuoteLine } from "../pricing/quote.ts";
import { CliError, examples, exitCodes, type AddCommand } from "./context.ts";

/** `pushcart quote`: prices carts from standard input with the function that the shop itself uses. */
export const quoteCommand: AddCommand = (program, context) => {
  program
    .command("quote")
    .description("price carts given as JSON on standard input, one answer a line")
    .option("--explain", "add the steps with their exact fractions")
    .addHelpText("before", examples("quote --json < carts.json"))
    .action(async (options: { explain?: boolean }) => {
      const cli = context();
      const troubles: string[] = [];
      let carts = 0;
      for (const { line, trouble } of read(await Bun.stdin.text(), options.explain === true)) {
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

function read(text: string, explain: boolean): Iterable<QuoteLine> {
  try {
    return quoteLines(text, { explain });
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof RangeError || cause instanceof TypeError)) throw cause;
    throw new CliError(
      `The carts cannot be read: ${cause.message}\n  mend: send an array of carts as JSON`,
      exitCodes.usage,
    );
  }
}
