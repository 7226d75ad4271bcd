import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { AddRefusedPage } from "#views/cart/add-refused.tsx";
import { CartPage } from "#views/cart/cart.tsx";
import { DrawerPart } from "#views/cart/drawer.tsx";
import { countAndTotal } from "#views/cart/word.tsx";
import { BuyRefusal } from "#views/catalog/buy-box.tsx";
import { addItem, type Added } from "./add-item.ts";
import { AddForm } from "./forms.ts";
import { lookAt } from "./look.ts";
import type { Choice } from "./wanted-store.ts";

const choiceFields = ["variant", "handle", "option1", "option2", "option3"] as const;
type ChoiceFields = { readonly [K in (typeof choiceFields)[number]]?: string | undefined };

/** A variant by its id; without one, by its product and the values of its options: no script need have chosen it. */
function readChoice({ variant, handle, option1 = "", option2 = "", option3 = "" }: ChoiceFields): Choice | undefined {
  if (variant !== undefined) return { variantId: variant };
  return handle === undefined ? undefined : { handle, options: [option1, option2, option3] };
}

const sentAgain = (fields: ChoiceFields) =>
  Object.fromEntries(choiceFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));

/** Putting things into the cart. */
export function itemRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "cart-items" }).use(screens(deps)).post(
    paths.cartItems,
    async ({ screen, seeOther, partial, visitor, body }) => {
      const refuse = (
        message: string,
        quantity: string,
        fields: ChoiceFields,
        product?: { handle: string; title: string },
      ) =>
        screen({
          status: 422,
          page: (shell) => (
            <AddRefusedPage shell={shell} refusal={{ message, quantity, choice: sentAgain(fields), product }} />
          ),
          part: () => <BuyRefusal message={message} />,
        });
      if (!body.ok) return refuse(Object.values(body.errors)[0] ?? "", body.typed["quantity"] ?? "", body.typed);

      const { quantity } = body.value;
      const choice = readChoice(body.value);
      if (!choice) return refuse("Choose what to put in the cart.", String(quantity), body.value);
      const customerId = (await visitor.signedIn()).customer?.id;
      const add = (cartId: string): Promise<Added> =>
        store.write((tx) => addItem(tx, { cartId, customerId, choice, quantity, at: now(), newId }));
      let added = await add(await visitor.startCart());
      if (!added.ok && added.why === "closed") added = await add(visitor.newCart());
      if (!added.ok && added.why === "refused")
        return refuse(added.message, String(quantity), body.value, added.wanted);
      if (!added.ok)
        return refuse("That is not on the stall, or not made like this. Choose again.", String(quantity), body.value);
      if (!partial) return seeOther(paths.cart);

      const seen = await lookAt(deps, added.cart, visitor);
      const message = `${quantity === 1 ? "" : `${quantity} × `}${added.line.title} added.`;
      const news = { added: { lineId: added.line.id, message }, said: `${message} ${countAndTotal(seen)}` };
      return screen({
        cartCount: seen.count,
        headers: { "HX-Trigger": "cart:open" },
        page: (shell) => <CartPage shell={shell} screen={seen} />,
        part: () => <DrawerPart screen={seen} news={news} />,
      });
    },
    { body: AddForm },
  );
}
