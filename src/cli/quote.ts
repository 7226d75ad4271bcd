import { quoteLines } from "../pricing/quote.ts";
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
      const text = await Bun.stdin.text();
      const answers = read(text, options.explain === true);
      for (const answer of answers) cli.out(answer);
    });
};

function read(text: string, explain: boolean): readonly string[] {
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
