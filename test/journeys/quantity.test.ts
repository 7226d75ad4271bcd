import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";

/** Contract S3 to S7: what is typed, the total, whether the button is on, and what the field then says. */
const table: readonly (readonly [typed: string, total: string, on: boolean, field?: string])[] = [
  ["1", "$29.99", true],
  ["2", "$59.98", true],
  ["3", "$89.97", true],
  ["10", "$299.90", true],
  ["33", "$989.67", true],
  ["50", "$1499.50", true],
  ["98", "$2939.02", true],
  ["99", "$2969.01", true],
  ["100", "$2969.01", true, "99"],
  ["0", "$0.00", false],
  ["150", "$2969.01", true, "99"],
  ["-1", "$0.00", false],
  ["99999999999", "$2969.01", true, "99"],
  ["", "$0.00", false],
  ["99.99", "$2969.01", true],
  ["abc", "$0.00", false],
  ["1.9", "$29.99", true],
  ["-5", "$0.00", false],
  ["1e3", "$29.99", true],
  ["0.9", "$0.00", false],
  ["1,000", "$29.99", true],
  ["0x10", "$0.00", false],
  ["5abc", "$149.95", true],
  ["NaN", "$0.00", false],
  [" 7 ", "$209.93", true],
  ["Infinity", "$0.00", false],
  ["007", "$209.93", true],
  ["٣", "$0.00", false],
  ["+4", "$119.96", true],
];

/** Field, total and button as they stand. */
const shown = ({ page }: Visit) =>
  page.evaluate(() => ({
    field: document.querySelector<HTMLInputElement>("#item-quantity")?.value,
    total: document.querySelector("#total-price")?.textContent,
    on: document.querySelector<HTMLButtonElement>("#add-to-cart")?.disabled === false,
    focus: document.activeElement?.id,
  }));

const isAsked = (typed: string) => (url: URL) =>
  url.pathname.endsWith("/preview") && url.searchParams.get("quantity") === typed;

journey("the quantity adjuster", {}, ({ visit }) => {
  test("S1 to S8: the total for whatever is typed, without a page load", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, settled } = shopper;
      await go("/products/pushcart-mug");
      await page.evaluate(() => document.body.setAttribute("data-same", ""));
      for (const [typed, total, on, field = typed] of table) {
        const answered = page.waitForResponse((response) => isAsked(typed)(new URL(response.url())));
        await page.fill("#item-quantity", typed);
        await answered;
        await settled();
        expect(await shown(shopper), `typed "${typed}"`).toEqual({ field, total, on, focus: "item-quantity" });
      }
      expect(await page.getAttribute("body", "data-same")).toBe("");
    });
  }, 120_000);

  test("one key after the other, also while answers come in between", async () => {
    await visit({ viewport: narrow }, async (shopper) => {
      const { page, go, settled } = shopper;
      await go("/products/pushcart-mug");
      for (const [typed, total, on, field = typed] of table.filter(([each]) => each.length > 1 && each.length < 6)) {
        await page.locator("#item-quantity").focus();
        await page.keyboard.press("ControlOrMeta+a");
        for (const key of typed) {
          await page.keyboard.insertText(key);
          if (typed.length % 2 === 0) await settled();
          else await Bun.sleep(15);
        }
        await page.waitForFunction((wanted) => document.querySelector("#total-price")?.textContent === wanted, total);
        await settled();
        expect(await shown(shopper), `typed "${typed}"`).toEqual({ field, total, on, focus: "item-quantity" });
      }
    });
  }, 120_000);

  test("a late answer to an earlier keystroke never wins, and a press of the stepper is never lost", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, settled } = shopper;
      await go("/products/pushcart-mug");
      let late: Promise<unknown> = Promise.resolve();
      await page.route(isAsked("5"), (route) => {
        late = Bun.sleep(900).then(() => route.continue().catch(() => {}));
      });
      await page.fill("#item-quantity", "5");
      await Bun.sleep(100);
      await page.fill("#item-quantity", "7");
      await page.waitForFunction(() => document.querySelector("#total-price")?.textContent === "$209.93");
      await late;
      await Bun.sleep(300);
      expect(await shown(shopper)).toEqual({ field: "7", total: "$209.93", on: true, focus: "item-quantity" });
      await page.evaluate(() => {
        for (let pressed = 0; pressed < 5; pressed += 1)
          document.querySelector<HTMLButtonElement>("#item-quantity-more")?.click();
      });
      await page.waitForFunction(() => document.querySelector("#total-price")?.textContent === "$359.88");
      await settled();
      expect((await shown(shopper)).field).toBe("12");
    });
  }, 120_000);

  test("S3, S4, S9: without scripts its buttons count, and what cannot be is said beside it", async () => {
    await visit({ viewport: narrow, scripts: false }, async ({ page, go, text, sees }) => {
      await go("/products/pushcart-mug");
      await page.getByRole("button", { name: "One more" }).click();
      await sees("#total-price", "$59.98");
      expect(await page.inputValue("#item-quantity")).toBe("2");
      await page.fill("#item-quantity", "1e3");
      await page.click("#add-to-cart");
      await page.locator(".error-summary").waitFor();
      expect(await page.title()).toStartWith("Error:");
      expect(await page.inputValue("#quantity")).toBe("1e3");
      expect(await text("#cart-count")).toStartWith("0");
    });
  }, 120_000);
});
