import { plugin } from "bun";

// Run by one-source.test.ts: the shop as it would be if one figure in one place were another.

plugin({
  name: "nine",
  setup(build) {
    build.onLoad({ filter: /src\/accounts\/account\.ts$/ }, async ({ path }) => {
      const text = await Bun.file(path).text();
      const changed = text.replace("leastPassword = 8;", "leastPassword = 9;");
      if (changed === text) throw new Error("the figure is not where it was");
      return { contents: changed, loader: "ts" };
    });
  },
});

const { openShop } = await import("#test/support/shop.ts");
await using shop = await openShop();
const eight = { displayName: "Mia", email: "mia@example.com", password: "hx7!qz9w" };
const page = await (await shop.get("/register")).text();
const form = await (await shop.post("/register", eight)).text();
const field = await (await shop.htmx.post("/account/check/register/password", eight)).text();
const json = await (await shop.json.post("/api/register", eight)).text();
console.log(JSON.stringify({ page, form, field, json }));
