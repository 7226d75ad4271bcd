import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, type Visit } from "#test/support/journey-visit.ts";

// S36: the device is asked where it is by a press of a button only, and each way that fails has words of its own.

const nearest = async ({ page }: Visit) => page.locator(".points h2").first().innerText();

journey("near you", {}, ({ visit }) => {
  test("S36: a press asks the device, and the nearest comes first", async () => {
    const viewport = narrow;
    await visit({ viewport }, async (shopper) => {
      const { page, go, context, settled } = shopper;
      await context.grantPermissions(["geolocation"]);
      await context.setGeolocation({ latitude: 43.4823, longitude: -90.7932 });
      let asked = 0;
      await page.exposeFunction("noteAsked", () => (asked += 1));
      await page.addInitScript(() => {
        const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
        navigator.geolocation.getCurrentPosition = (...given) => {
          void (globalThis as unknown as { noteAsked(): void }).noteAsked();
          ask(...given);
        };
      });
      await go("/pickup");
      expect(await nearest(shopper)).toBe("The Old Mill");
      expect(asked).toBe(0);
      await page.getByRole("button", { name: "Use where I am" }).click();
      await page.waitForURL(/lat=43\.482&lon=-90\.793/);
      await settled();
      expect(await nearest(shopper)).toBe("Sparling Post & General");
      expect(asked).toBe(1);
    });
  }, 120_000);

  test("S36: refused, unavailable and late each say so, and a postcode does as well", async () => {
    await visit({ viewport: narrow }, async (shopper) => {
      const { page, go, sees, settled } = shopper;
      await page.addInitScript(() => {
        navigator.geolocation.getCurrentPosition = (_, failed) => {
          const code = Number(new URLSearchParams(location.search).get("code"));
          failed?.({ code } as GeolocationPositionError);
        };
      });
      for (const [code, words] of [
        [1, "was told not to say"],
        [2, "does not know where it is"],
        [3, "took too long"],
      ] as const) {
        await go(`/pickup?code=${code}`);
        await page.getByRole("button", { name: "Use where I am" }).click();
        await sees("#near-news", words);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("near");
      }
      await page.fill("#near", "54698");
      await page.keyboard.press("Enter");
      await sees("#points", "The nearest to Kettle Ferry");
      await settled();
      expect(await nearest(shopper)).toBe("Kettle Ferry Orchards");
    });
  }, 120_000);

  test("S36: without scripts there is no button that does nothing, and a postcode does", async () => {
    await visit({ viewport: narrow, scripts: false }, async (shopper) => {
      const { page, go } = shopper;
      await go("/products/pushcart-mug");
      await page.getByRole("link", { name: "Where you can pick it up" }).click();
      expect(await page.locator("#near-me").isVisible()).toBe(false);
      await page.fill("#near", "Upper Marl");
      await page.getByRole("button", { name: "Find the nearest" }).click();
      await page.waitForURL(/near=Upper/);
      expect(await nearest(shopper)).toBe("Marl Hardware");
      expect(await page.locator("#points").innerText()).toContain("Pushcart Mug");
    });
  }, 120_000);
});
