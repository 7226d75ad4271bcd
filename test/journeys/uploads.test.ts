import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { orders, reviews } from "#db/schema.ts";
import { digestOf } from "#src/keys.ts";
import { acting } from "#src/orders/acting.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { order } from "#test/checkout/small-shop.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, type Visit } from "#test/support/journey-visit.ts";
import { grains, jpeg } from "#test/support/picture-files.ts";

// S40 in a browser: pictures are chosen, dropped and pasted at the desk, sent with how far they have come, and sent again.

const file = (name: string, bytes: Uint8Array, mimeType = "image/jpeg") => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
const cards = ({ page }: Visit) => page.locator("#picture-list > li");
const editor = "/admin/products/mug";

/** Lets go of a file over the page, or pastes it. */
const hand = ({ page }: Visit, type: "drop" | "paste", name: string, bytes: Uint8Array) =>
  page.evaluate(
    ([how, called, text]) => {
      const held = new DataTransfer();
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      held.items.add(new File([content], called, { type: "image/jpeg" }));
      const target = document.querySelector("#add-pictures") ?? document.body;
      const more = { bubbles: true, cancelable: true } as const;
      if (how === "paste") return target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, ...more }));
      target.dispatchEvent(new DragEvent("dragover", { dataTransfer: held, ...more }));
      const isShown = target.classList.contains("over");
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: held, ...more }));
      return isShown;
    },
    [type, name, Buffer.from(bytes).toString("base64")] as const,
  );

journey("pictures at the desk", { products: [{ title: "Mug", price: 2999 }] }, ({ server, visit, owner }) => {
  test("S40: dropped and pasted ones are sent at once, and asked what they show", async () => {
    await visit({ storageState: await owner() }, async (desk) => {
      const { page, go, sees, settled } = desk;
      await go(editor);
      await sees("#add-pictures label", "choose, drop or paste");
      expect(await hand(desk, "drop", "one.jpg", await jpeg(400, 300))).toBe(true);
      await cards(desk).nth(0).waitFor();
      await page.locator("#picture-list [data-asks]:focus").waitFor();
      await page.keyboard.type("A mug from the left");
      await hand(desk, "paste", "two.jpg", await jpeg(300, 400));
      await cards(desk).nth(1).waitFor();
      expect(await page.locator("#picture-list [value=later]").count()).toBe(2);
      expect(await page.inputValue("#picture-list [name=alt] >> nth=0")).toBe("A mug from the left");
      const isTaken = await page.evaluate(() => {
        const held = new DataTransfer();
        held.setData("text/plain", "Words from an office");
        held.items.add(new File(["x"], "words.png", { type: "image/png" }));
        const event = new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true });
        return !document.querySelector("#description")?.dispatchEvent(event);
      });
      expect([isTaken, await page.locator("#sending li").count()]).toEqual([false, 0]);
      await page.keyboard.press("Enter");
      await sees("#pictures-words", "One still needs its words");
      await page.locator("#picture-list [name=decorative]").nth(1).check();
      await sees("#pictures-words", "All have their words");
      await settled();
      const [first, second] = await cards(desk).evaluateAll((all) => all.map(({ id }) => id));
      await page.locator("#picture-list > li >> nth=1").locator("[value=earlier]").click();
      await page.waitForFunction((id) => document.querySelector("#picture-list > li")?.id === id, second);
      await settled();
      expect(await page.evaluate(() => document.activeElement?.id)).toStartWith("earlier-");
      await page.locator(`#${first} img`).dragTo(page.locator(`#${second} img`), { targetPosition: { x: 5, y: 50 } });
      await page.waitForFunction((id) => document.querySelector("#picture-list > li")?.id === id, first);
      await settled();
      await go(editor);
      expect(await cards(desk).evaluateAll((all) => all.map(({ id }) => id))).toEqual([first ?? "", second ?? ""]);
    });
  }, 120_000);

  test("S40: a large one is made smaller first, shows how far it has come, and says why another is not taken", async () => {
    await visit({ storageState: await owner() }, async (desk) => {
      const { page, go, sees, context } = desk;
      await go(editor);
      const wire = await context.newCDPSession(page);
      await wire.send("Network.enable");
      const slow = { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 1_500_000 };
      await wire.send("Network.emulateNetworkConditions", slow);
      const large = await grains(3200, 2400);
      expect(large.length).toBeGreaterThan(2_000_000);
      await page.evaluate(() => {
        const seen: number[] = [];
        Object.assign(window, { seen });
        const watch = () => {
          const bar = document.querySelector<HTMLProgressElement>("#sending progress");
          if (bar && bar.value !== seen.at(-1)) seen.push(bar.value);
          requestAnimationFrame(watch);
        };
        watch();
        const { send } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.send = function (body) {
          const picture = (body as FormData).get("picture") as globalThis.File;
          void createImageBitmap(picture).then(
            ({ width, height }) => {
              Object.assign(window, { sent: { name: picture.name, size: picture.size, width, height } });
            },
            () => {},
          );
          send.call(this, body);
        };
      });
      const before = await cards(desk).count();
      await page.setInputFiles("#files", [file("large.jpg", large), file("notes.jpg", Buffer.from("only words"))]);
      await page.locator("#sending canvas:visible").waitFor();
      await page.waitForFunction(() => "sent" in window);
      const sent = await page.evaluate(() => (window as unknown as { sent: unknown }).sent);
      expect(sent).toMatchObject({ name: "large.jpg", width: 2560, height: 1920 });
      expect((sent as { size: number }).size).toBeLessThan(large.length);
      await cards(desk).nth(before).waitFor();
      const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
      expect(seen.some((share) => share > 0 && share < 1)).toBe(true);
      expect(seen.slice(0, 3)).toEqual(seen.slice(0, 3).toSorted());
      await sees("#sending .error", "it is no picture");
      await page.getByRole("button", { name: "Leave it out" }).click();
      await page.locator("#sending li").waitFor({ state: "detached" });
      await page.setInputFiles("#files", file("photo.heic", Buffer.from("none"), "image/heic"));
      await sees("#sending .error", "cannot read this kind of picture");
    });
  }, 120_000);

  test("S40: what does not arrive is kept, and sent again by a press", async () => {
    await visit({ storageState: await owner(), mayFail: true }, async (desk) => {
      const { page, go, sees } = desk;
      await go(editor);
      const before = await cards(desk).count();
      await server().stop();
      await page.setInputFiles("#files", file("kept.jpg", await jpeg(500, 500)));
      await sees("#sending .soft", "Trying again");
      await sees("#sending .error", "It did not arrive. It is kept here.");
      server().start();
      await page.getByRole("button", { name: "Try again" }).click();
      await cards(desk).nth(before).waitFor();
      expect(await page.locator("#sending li").count()).toBe(0);
    });
  }, 120_000);

  test("S40: without scripts an ordinary file field, buttons and words do the same", async () => {
    await visit({ storageState: await owner(), scripts: false, viewport: narrow }, async (desk) => {
      const { page, go, sees } = desk;
      await go(editor);
      const before = await cards(desk).count();
      await page.setInputFiles("#files", [file("a.jpg", await jpeg()), file("b.jpg", await jpeg(200, 300))]);
      await page.getByRole("button", { name: "Send them" }).click();
      await page.waitForURL(/#pictures$/);
      expect(await cards(desk).count()).toBe(before + 2);
      await page.locator("#picture-list [name=alt]").last().fill("Seen from above");
      await page.getByRole("button", { name: "Save its words" }).last().click();
      await page.waitForLoadState();
      expect(await page.locator("#picture-list [name=alt]").last().inputValue()).toBe("Seen from above");
      await page.locator("[value=remove]").last().click();
      await sees("#picture-shelf", "The picture is taken away.");
      expect(await cards(desk).count()).toBe(before + 1);
      await page.getByRole("button", { name: "Put it back" }).click();
      await page.waitForLoadState();
      expect(await cards(desk).count()).toBe(before + 2);
      await page.setInputFiles("#files", file("notes.jpg", Buffer.from("only words")));
      await page.getByRole("button", { name: "Send them" }).click();
      await sees("[role=alert]", "notes.jpg was not taken: it is no picture");
    });
  }, 120_000);

  /** The form of somebody who bought a mug and paid for it. */
  async function formOfBuyer(): Promise<string> {
    const { shop } = server();
    const response = await order(shop.visitor(), "transfer");
    const token = (response.headers.get("Location") ?? "").slice("/orders/".length);
    const [row] = await shop.deps.store.read
      .select()
      .from(orders)
      .where(eq(orders.linkHash, digestOf(token)));
    const by = await acting(shop.deps, "staff:1");
    await shop.deps.store.write((tx) => markPaid(tx, by, { id: row?.id ?? "", version: 1 }));
    return `/orders/${token}/review/mug`;
  }

  test("S40: a buyer sees the picture before it goes, and a large one goes smaller", async () => {
    const form = await formOfBuyer();
    await visit({}, async ({ page, go, sees }) => {
      await go(form);
      const large = await grains(3200, 2400);
      await page.setInputFiles("#picture", file("large.jpg", large));
      await page.locator("#chosen").waitFor();
      await page.waitForFunction(
        (size) => (document.querySelector<HTMLInputElement>("#picture")?.files?.[0]?.size ?? size) < size,
        large.length,
      );
      await page.fill("#pictureAlt", "Grains");
      await page.getByRole("button", { name: "Say it" }).click();
      await page.locator(".error-summary").waitFor();
      expect(await page.evaluate(() => document.querySelector<HTMLInputElement>("#picture")?.files?.length)).toBe(1);
      await page.locator("#chosen").waitFor();
      await page.getByLabel("5 stars").check();
      await page.getByRole("button", { name: "Say it" }).click();
      await page.waitForURL(/\/thanks$/);
      await sees("h1", "Thank you");
    });
    const [review] = await server().shop.deps.store.read.select().from(reviews);
    expect(review).toMatchObject({ pictureAlt: "Grains", pictureWidth: 1440, pictureHeight: 1080 });
  }, 120_000);

  test("S40: without scripts a buyer's picture goes with the form", async () => {
    const form = await formOfBuyer();
    await visit({ scripts: false, viewport: narrow }, async ({ page, go, sees }) => {
      await go(form);
      await page.getByLabel("5 stars").check();
      await page.getByRole("button", { name: /^Say it/ }).click();
      await page.waitForURL(/\/thanks$/);
      await go(form);
      await page.setInputFiles("#picture", file("notes.jpg", Buffer.from("words")));
      await page.getByRole("button", { name: /^Say it/ }).click();
      await sees("#picture-error", "it is no picture, whatever its name says");
      await page.setInputFiles("#picture", file("a.jpg", await jpeg()));
      await page.getByRole("button", { name: /^Say it/ }).click();
      await page.waitForURL(/\/thanks$/);
    });
  }, 120_000);
});
