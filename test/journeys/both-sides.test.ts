import { expect, test } from "bun:test";
import { sentences } from "#src/accounts/account.ts";
import { journey } from "#test/support/journey.ts";
import { saidByShop, typedTable, type Row, type Troubles } from "#test/generated/typed-table.ts";

// The rules as a real browser runs them, fetched from the shop under its policy.

journey("rules of forms in a browser", {}, ({ visit }) => {
  test("S45: a real browser gives more than a thousand inputs the shop's verdict in the shop's words", async () => {
    const rows = typedTable().filter((_, at) => at % 4 === 0);
    expect(rows.length).toBeGreaterThan(2000);
    await visit({}, async ({ page, go }) => {
      await go("/register");
      const inBrowser = (part: readonly Row[]): Promise<Troubles[]> =>
        page.evaluate(async (given) => {
          const answers = [];
          for (const { form, typed, asked } of given) {
            const address = `/assets/rules-${form}.js`;
            const { troubles } = (await import(address)) as { troubles: (typed: unknown, asked: unknown) => Troubles };
            answers.push({ ...troubles(typed, asked) });
          }
          return answers;
        }, part);
      for (let from = 0; from < rows.length; from += 1000) {
        const part = rows.slice(from, from + 1000);
        const answers = await inBrowser(part);
        for (const [at, row] of part.entries()) {
          const shop = Object.entries(saidByShop(row)).filter(([, sentence]) => sentence !== sentences.common);
          expect({ row, said: answers[at] }).toEqual({ row, said: Object.fromEntries(shop) });
        }
      }
    });
  }, 120_000);
});
