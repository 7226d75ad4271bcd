import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { variants } from "#db/schema.ts";
import { toCents } from "#src/pricing/money.ts";
import { addAddress, changeBook, usesOf } from "#test/support/journey-account.ts";
import { journey } from "#test/support/journey.ts";
import { signIn } from "#test/support/journey-order.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";

// A customer keeps addresses, the checkout knows them, and an order is wanted again: with scripts and without.

const goods = {
  products: [
    { title: "Mug", price: 2999, stock: 99 },
    { title: "Soap", price: 500, stock: 99 },
  ],
};

journey("an account that knows where one lives", goods, ({ server, visit }) => {
  for (const scripts of [true, false])
    test(`${scripts ? "with" : "without"} scripts`, async () => {
      const customer = { email: `ada-${scripts}@example.com`, password: "a long walk home", name: "Ada Lovelace" };
      const { shop } = server();
      await shop.visitor().json.post("/api/register", { ...customer, displayName: customer.name });
      await visit({ scripts, viewport: scripts ? wide : narrow }, async (shopper) => {
        await shopper.go("/");
        await signIn(shopper, customer);
        await keepAddresses(shopper);
        await buyTwice(shopper);
        await wantAgain(shopper);
      });
    }, 240_000);

  async function keepAddresses(shopper: Visit): Promise<void> {
    const { page, go, sees, settled } = shopper;
    await go("/account/addresses");
    await sees("main", "None yet.");
    await page.getByRole("link", { name: "Add an address" }).click();
    await page.waitForURL(/\/new$/);
    expect(await page.inputValue("#name")).toBe("Ada Lovelace");
    await page.fill("#postcode", "1");
    if (shopper.scripts) {
      await page.keyboard.press("Tab");
      await sees("#postcode-error", "Enter a ZIP code like 12534");
    }
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.locator(".error-summary").waitFor();
    await settled();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    expect(await page.title()).toStartWith("Error:");
    expect(await page.inputValue("#postcode")).toBe("1");
    await page.focus("#country");
    await page.selectOption("#country", "CA");
    if (!shopper.scripts) await page.getByRole("button", { name: "Update" }).click();
    await sees("label", "Province");
    await addAddress(shopper, { street: "231 Warren Street" });
    await addAddress(shopper, { name: "Ada at the mill", street: "14 Mill Street" });
    expect(await usesOf(shopper)).toEqual(["Goods go here · Bills go here", ""]);
    await changeBook(shopper);
  }

  async function buyTwice(shopper: Visit): Promise<void> {
    const { page, go, sees, settled } = shopper;
    for (const handle of ["mug", "soap"]) {
      await go(`/products/${handle}`);
      await page.fill("#item-quantity", "2");
      await page.click("#add-to-cart");
      await (shopper.scripts ? page.locator("#cart-drawer[open]").waitFor() : page.waitForURL(/\/cart/));
    }
    await go("/checkout");
    expect(await page.inputValue("#street")).toBe("231 Warren Street");
    expect(await page.inputValue("#billStreet")).toBe("14 Mill Street");
    expect(await page.locator("#keep").count()).toBe(0);
    await page.fill("#email", "ada-at-work@example.com");
    await page.fill("#street", "half a str");
    await page.selectOption("#book", { label: "Ada at the mill, 14 Mill Street, Harrow Mills" });
    await page.locator("#use-book").click();
    await settled();
    await page.locator("#street[value='14 Mill Street']").waitFor();
    expect(await page.inputValue("#street")).toBe("14 Mill Street");
    expect(await page.inputValue("#name")).toBe("Ada at the mill");
    expect(await page.inputValue("#email")).toBe("ada-at-work@example.com");
    await page.fill("#street", "2 Barn Lane");
    if (!shopper.scripts) await page.getByRole("button", { name: "Update" }).click();
    else {
      await page.locator("#postcode").fill("54698");
      await page.locator("#postcode").press("Tab");
    }
    await page.locator("#keep").check();
    await settled();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.waitForURL(/\/payment$/);
    await page.check("input[value=transfer]");
    await page.getByRole("button", { name: /^Place the order/ }).click();
    await page.waitForURL(/\/orders\//);
    await sees("main", "2 Barn Lane");
    await go("/account/addresses");
    await sees("main", "2 Barn Lane");
    expect(await page.locator("#addresses li").count()).toBe(3);
  }

  async function wantAgain(shopper: Visit): Promise<void> {
    const { page, go, sees, text } = shopper;
    const { store } = server().shop.deps;
    await store.write((tx) =>
      tx
        .update(variants)
        .set({ price: toCents(3100), stock: 1 })
        .where(eq(variants.id, "mug-0")),
    );
    await go("/account");
    await page.getByRole("button", { name: /^Order this again/ }).click();
    await page.waitForURL(/\/cart$/);
    await sees(".notice", /^Order P-\d+ is in your cart again\.|things of order/);
    await sees("#cart li", "Mug: only 1 left of the 2.");
    await sees("#cart li", "Mug costs $31.00 now, it was $29.99.");
    expect(await text("#cart-count")).toStartWith("3");
    await page.getByRole("button", { name: /^Undo that/ }).click();
    await sees("#cart-body", "The cart is empty");
    await store.write((tx) =>
      tx
        .update(variants)
        .set({ price: toCents(2999), stock: 99 })
        .where(eq(variants.id, "mug-0")),
    );
  }
});
