import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";
import * as goods from "#test/support/journey-goods.ts";
import * as order from "#test/support/journey-order.ts";

// A stranger looks around, fills a cart, uses a code, signs in and pays; the owner finds the order and sends it off. With
// scripts and without, on a wide screen and on a phone.

journey("a whole visit", {}, ({ server, visit, owner }) => {
  for (const scripts of [true, false])
    for (const viewport of [wide, narrow])
      test(`${scripts ? "with" : "without"} scripts at ${viewport.width} px`, async () => {
        const name = "Odile <b>Bernard</b>";
        const customer = {
          email: `odile-${viewport.width}-${scripts}@example.com`,
          password: "a long walk home",
          name,
        };
        const { email, password } = customer;
        const made = await server().shop.visitor().json.post("/api/register", { email, password, displayName: name });
        expect(made.status).toBe(201);

        let number = "";
        await visit({ scripts, viewport }, async (shopper) => {
          await shopper.go("/");
          expect(await shopper.text("h1")).not.toBe("");
          await goods.filterShelf(shopper);
          await goods.findByTypo(shopper);
          await shopper.page.fill("#item-quantity", "2");
          if (scripts) await shopper.sees("#total-price", "$59.98");
          await goods.addToCart(shopper, "Pushcart Mug");
          await goods.leaveDrawer(shopper);
          await goods.chooseJug(shopper);
          await goods.addToCart(shopper, "Milk Jug");
          await goods.changeCart(shopper);
          await goods.useCode(shopper, " welcome 10", "$11.60");
          await order.signIn(shopper, customer);
          await order.giveAddress(shopper, name);
          number = await order.payByCard(shopper);
          await shopper.go("/account");
          await shopper.sees("main", number);
          expect(await shopper.text("#cart-count")).toStartWith("0");
        });

        await visit({ scripts, viewport, storageState: await owner() }, async (desk) => {
          await order.shipAtDesk(desk, number, name);
        });
      }, 240_000);
});
