import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { journey } from "#test/support/journey.ts";
import { addToCart } from "#test/support/journey-goods.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// What stands on which side of the wire, as a browser meets it: statements S39 to S54, S63.

const pages = [
  "/",
  "/products/pushcart-mug",
  "/collections/ceramics",
  "/search?q=tea",
  "/cart",
  "/login",
  "/pickup",
  "/guide",
];
const tellsTales =
  /node_modules|\bat [^<\n]{0,80}\(?[\w/.-]+\.tsx?:\d+|sqlite|drizzle|elysia|typebox|Failed query|(?:Type|Reference)Error/i;

journey("the boundary", {}, ({ server, visit }) => {
  test("S39: keys and presses are answered at once, however slow the shop is", async () => {
    await visit({ viewport: narrow }, async ({ page, go }) => {
      await go("/products/pushcart-mug");
      await page.route(/preview/, async (route) => {
        await Bun.sleep(1500);
        await route.continue();
      });
      const took = await page.evaluate(() => {
        const began = performance.now();
        document.querySelector<HTMLElement>("[data-step='1']")?.click();
        const field = document.querySelector<HTMLInputElement>("#item-quantity")?.value;
        document.querySelector<HTMLElement>(".menu-button")?.click();
        return {
          field,
          isOpen: document.querySelector("#menu")?.matches(":popover-open"),
          ms: performance.now() - began,
        };
      });
      expect(took).toMatchObject({ field: "2", isOpen: true });
      expect(took.ms).toBeLessThan(100);
    });
  }, 120_000);

  test("S41: a page reaches no file, process, socket or secret, and text for a shell is text", async () => {
    const planted = join(import.meta.dir, "../../planted-by-a-shell");
    await visit({ viewport: wide }, async ({ page, go, sees }) => {
      await go("/");
      const found = await page.evaluate(() =>
        ["process", "require", "Bun", "Deno", "module", "Buffer", "env"].filter((name) => name in globalThis),
      );
      expect(found).toEqual([]);
      for (const text of [
        `$(touch ${planted})`,
        `\`touch ${planted}\``,
        `; touch ${planted} #`,
        `| touch ${planted}`,
      ]) {
        await page.fill("#q", text);
        await page.press("#q", "Enter");
        await page.waitForURL(/\/search\?q=/);
        expect(await page.inputValue("#q")).toBe(text);
      }
      await go("/pickup");
      await page.fill("#near", `$(touch ${planted})`);
      await page.press("#near", "Enter");
      await sees("#near-error", "We do not know that place");
      expect(await Bun.file(planted).exists()).toBe(false);
    });
  }, 120_000);

  test("S42: the browser speaks HTTP with this shop and nobody else, and JSON says that it is JSON", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      const spoken = new Set<string>();
      page.on("request", (request) => spoken.add(new URL(request.url()).origin));
      page.on("websocket", (socket) => spoken.add(socket.url()));
      for (const path of pages) await go(path);
      expect([...spoken].filter((origin) => origin !== "null")).toEqual([server().url]);
      const types = await page.evaluate(async () => {
        const ask = async (path: string, init?: RequestInit) =>
          (await fetch(path, init)).headers.get("content-type") ?? "";
        return [
          await ask("/api/me"),
          await ask("/api/v1/cart"),
          await ask("/api/v1/nowhere"),
          await ask("/api/register", { method: "POST" }),
        ];
      });
      for (const type of types) expect(type).toMatch(/^application\/(problem\+)?json/);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    });
  }, 120_000);

  for (const scripts of [true, false])
    test(`S44: what goes wrong is told calmly, ${scripts ? "with" : "without"} scripts`, async () => {
      await visit({ scripts, viewport: narrow }, async ({ page, go, text }) => {
        for (const path of [
          "/nowhere",
          "/products/nowhere",
          "/orders/none",
          "/products/%E0%A4%A",
          "/newsletter/none",
          "/api/v1/products/nowhere",
        ]) {
          await go(path);
          expect(await page.content(), path).not.toMatch(tellsTales);
        }
        await go("/login");
        await page.fill("#email", "' OR 1=1 --");
        await page.fill("#password", "x");
        await page.locator("#password").press("Enter");
        await page.locator("[role=alert]").first().waitFor();
        expect(await text("main")).not.toMatch(tellsTales);
      });
    }, 120_000);

  test("S49: no script that a page loads asks for a part of the server", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      const scripts = new Set<string>();
      page.on("response", (response) => {
        if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.add(response.url());
      });
      for (const path of [...pages, "/register", "/search/everything", "/finder"]) {
        await go(path);
        await page.waitForLoadState("load");
      }
      const texts = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).text()));
      expect(texts.length).toBeGreaterThan(3);
      for (const text of texts)
        expect(text).not.toMatch(/["'](?:node|bun):|\brequire\(["']|["']#(?:src|db|views)\/|process\.env/);
    });
  }, 120_000);

  test("S52: each answer has the status that fits", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      await go("/");
      const got = await page.evaluate(async () => {
        const json = { "Content-Type": "application/json" };
        const account = { email: "s52@example.com", password: "a long walk home", displayName: "S" };
        const post = async (path: string, body: unknown, headers: Record<string, string> = json) =>
          (await fetch(path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) }))
            .status;
        const get = async (path: string) => (await fetch(path)).status;
        return {
          page: await get("/cart"),
          nobody: await get("/api/me"),
          broken: await post("/api/register", "{"),
          made: await post("/api/register", account),
          taken: await post("/api/register", account),
          wrong: await post("/auth/login", { ...account, password: "no" }),
          right: await post("/auth/login", account),
          type: await post("/api/register", "a", { "Content-Type": "text/plain" }),
          method: (await fetch("/api/register", { method: "PUT", body: "{}", headers: json })).status,
          large: await post("/api/register", "x".repeat(300_000)),
          nowhere: await get("/nowhere"),
          desk: (await fetch("/admin/orders", { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } }))
            .status,
        };
      });
      expect(got).toEqual({
        ...{ page: 200, nobody: 401, broken: 400, made: 201, taken: 409, wrong: 401, right: 200 },
        ...{ type: 415, method: 405, large: 413, nowhere: 404, desk: 401 },
      });
    });
  }, 120_000);

  for (const scripts of [true, false])
    test(`S53: the cart survives a reload, another tab and a shop that was away, ${scripts ? "with" : "without"} scripts`, async () => {
      await visit({ scripts, viewport: wide, mayFail: true }, async (shopper) => {
        const { page, go, sees, tab } = shopper;
        await go("/products/pushcart-mug");
        await addToCart(shopper, "Pushcart Mug");
        await go("/cart");
        await page.reload();
        await sees(".lines .line", "Pushcart Mug");
        const other = await tab();
        await other.goto(`${server().url}/cart`);
        expect(await other.locator(".lines .line").innerText()).toContain("Pushcart Mug");
        await server().stop();
        server().start();
        await go("/cart");
        await sees(".lines .line", "Pushcart Mug");
      });
    }, 120_000);

  for (const scripts of [true, false])
    test(`S54: hidden fields, limits and buttons that were changed have no effect, ${scripts ? "with" : "without"} scripts`, async () => {
      await visit({ scripts, viewport: wide }, async ({ page, go, text }) => {
        await go("/products/pushcart-mug");
        // Without scripts of the page's own, somebody still has the tools of the browser.
        await page.evaluate(() => {
          const form = document.querySelector<HTMLFormElement>("#add-to-cart")?.form;
          for (const [name, value] of Object.entries({
            price: "0.01",
            unit: "1",
            total: "1",
            role: "owner",
            discount: "99",
          }))
            form?.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
        });
        await page.click("#add-to-cart");
        await go("/cart");
        expect(await text(".lines .line")).toContain("$29.99");
        expect(await text("#totals")).toContain("$29.99");
      });
    }, 120_000);

  test("S63: what a page runs is what was generated, byte for byte, and nothing is evaluated", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      await go("/");
      const file = readFileSync(join(import.meta.dir, "../../public/generated/paths.js"), "utf8");
      expect(await page.evaluate(async () => (await fetch("/assets/paths.js")).text())).toBe(file);
      const policy = (await page.request.get(server().url)).headers()["content-security-policy"] ?? "";
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe-(eval|inline)/);
    });
  }, 120_000);
});

journey(
  "a shop set up by its environment",
  { env: { PUSHCART_FEATURES: "-likes,-guide,-newsletter" } },
  ({ visit }) => {
    for (const scripts of [true, false])
      test(`S50: what a variable leaves out is nowhere, ${scripts ? "with" : "without"} scripts`, async () => {
        await visit({ scripts, viewport: wide }, async ({ page, go, text }) => {
          await go("/products/pushcart-mug");
          expect(await page.locator(".like:visible, #newsletter:visible, a[href='/guide']:visible").count()).toBe(0);
          for (const path of ["/guide", "/likes"]) {
            await go(path);
            expect(await text("h1"), path).toBe("That one has left the cart");
          }
        });
      }, 120_000);
  },
);

journey("a shop whose books are broken", {}, ({ server, visit }) => {
  for (const scripts of [true, false])
    test(`S44: a fault within is a sentence and a number, ${scripts ? "with" : "without"} scripts`, async () => {
      const fault = new TypeError("SQLITE_CORRUPT at /srv/secret/shop.db in insert into likes");
      Object.assign(server().shop.deps.store, { write: () => Promise.reject(fault) });
      await visit({ scripts, viewport: wide, mayFail: true }, async ({ page, go, sees }) => {
        await go("/products/round-teapot");
        await page.locator("#like button").click();
        await sees(scripts ? "#notices [role=alert]" : "main", "The shop broke and this step was not saved.");
        await sees(scripts ? "#notices [role=alert]" : "main", /request \w+/);
        expect(await page.content()).not.toMatch(tellsTales);
        expect(await page.content()).not.toContain("/srv/secret");
      });
    }, 120_000);
});
