import { expect, setDefaultTimeout, test } from "bun:test";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { linkTo } from "#test/accounts/letters.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { contact, fillCart, openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

const password = "a hook and a line";
const chosen = "another hook and line";
type House = Awaited<ReturnType<typeof openHouse>>;
type Ending = (house: House, here: TestVisitor, email: string) => Promise<unknown>;

/** Every way in which somebody ends what goes on elsewhere with their account. */
const endings: Readonly<Record<string, Ending>> = {
  "all devices are signed out": (_house, here) => here.post("/account/sessions/end"),
  "that device is signed out": async (_house, here) => {
    const html = await (await here.get("/account/security")).text();
    for (const [, path = ""] of html.matchAll(/action="(\/account\/sessions\/[0-9a-f]{64}\/end)"/g))
      await here.post(path);
  },
  "the password is changed": (_house, here) => here.post("/account/password", { password, newPassword: chosen }),
  "the password is chosen anew by a letter": async ({ shop }, _here, email) => {
    await shop.visitor().post("/forgot", { email });
    await shop.visitor().post(await linkTo(shop, email, "password_reset"), { password: chosen });
  },
  "the address is changed": async ({ shop }, here, email) => {
    await here.post("/account/email", { email: `new.${email}`, password });
    await here.post(await linkTo(shop, `new.${email}`, "email_change"));
  },
  "a second step is set up": async ({ shop }, here) => {
    const html = await (await here.get("/account/second-step")).text();
    const sealed = /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const seed = /[A-Z2-7]{32}/.exec(html)?.[0] ?? "";
    await here.post("/account/second-step", { act: "confirm", code: codeAt(seed, shop.deps.now()), sealed });
  },
  "the account is deleted": (_house, here, email) => here.post("/account/delete", { email, password }),
};

const pages = ["/account", "/account/security", "/account/addresses", "/account/data", "/news", "/likes", "/"].concat(
  ...["/cart", "/cart/why", "/checkout", "/checkout/payment", "/products/mug"],
  ...["/api/me", "/api/v1/cart", "/api/v1/orders"],
);

test("S03: whichever way it ends, a device that was signed in shows nothing of the account, by any cookie or token", async () => {
  const house = await openHouse();
  const { shop } = house;
  for (const [nth, [how, end]] of Object.entries(endings).entries()) {
    const email = `them${nth}@example.com`;
    const [here, there] = [shop.visitor(), shop.visitor()];
    await here.post("/register", { displayName: "NameOfThem", email, password });
    await fillCart(here);
    const answer = await there.json.post("/auth/login", { email, password });
    const { token } = (await answer.json()) as { readonly token: string };
    const jar = [...there.cookies].map(([name, value]) => `${name}=${value}`);
    const mine = new RegExp(`NameOfThem|${contact.street}|${contact.email}|${email}`);
    expect(await (await shop.visitor().get("/checkout", { headers: { cookie: jar.join("; ") } })).text()).toMatch(mine);

    await end(house, here, email);
    for (const [what, headers] of [
      ["all cookies", { cookie: jar.join("; ") }],
      ["all but the session's", { cookie: jar.filter((each) => !each.startsWith("pc=")).join("; ") }],
      ["the token", { authorization: `Bearer ${token}` }],
    ] as const)
      for (const path of pages)
        expect(await (await shop.visitor().get(path, { headers })).text(), `${how}: ${path} by ${what}`).not.toMatch(
          mine,
        );
  }
  await shop.close();
});
