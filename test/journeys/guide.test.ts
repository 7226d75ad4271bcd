import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// The guide shows the boundary on the running shop: a price of one's own is sent, and nobody reads it.

journey("the guide", {}, ({ server, visit }) => {
  for (const scripts of [true, false])
    test(`S54: a price of one's own is sent and read by nobody, ${scripts ? "with" : "without"} scripts`, async () => {
      await visit({ scripts, viewport: narrow }, async ({ page, go, sees, text }) => {
        await go("/guide");
        await page.fill("#try-price [name=price]", "0.01");
        await page.fill("#try-price [name=quantity]", "3");
        await page.locator("#try-price").getByRole("button", { name: "Send it" }).click();
        await sees("#try-price [role=status]", "no rule asks for it");
        const said = await text("#try-price [role=status]");
        expect(said).toMatch(/3 × .+: \$\d+\.\d\d\./);
        expect(said).toContain("The price that was sent, 0.01, was not read by anybody.");
        expect(await text("#try-price pre")).toContain("price=0.01");
        await page.fill("#try-price [name=quantity]", "100");
        await page.locator("#try-price").getByRole("button", { name: "Send it" }).click();
        await sees("#try-price", "Choose a quantity from 1 to 99.");
        await go("/cart");
        await sees("main", "The cart is empty");
      });
    }, 120_000);

  test("without scripts every place that it leads to is there, on the page and in the shop", async () => {
    await visit({ scripts: false, viewport: wide }, async ({ page, go }) => {
      await go("/guide");
      const links = await page
        .locator("main article a, main .toc a")
        .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
      expect(links.length).toBeGreaterThan(45);
      for (const href of new Set(links)) {
        const [path = "", id] = href.split("#");
        if (path === "") {
          expect([href, await page.locator(`[id="${id}"]`).count()]).toEqual([href, 1]);
          continue;
        }
        const status = (await page.request.get(server().url + path)).status();
        // The desk shows the way in to who is not signed in there.
        expect(path.startsWith("/admin") ? status === 401 : status < 400, href).toBe(true);
      }
      expect(await page.locator("#questions ~ dl dt").count()).toBe(5);
      await page.locator("main").getByRole("button", { name: "X-ray: see inside" }).click();
      await page.waitForLoadState();
      expect(await page.locator("main").getByRole("button", { name: "X-ray: switch it off" }).count()).toBe(1);
    });
  }, 120_000);
});
