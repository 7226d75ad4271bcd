import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { AddRefusedPage, AddRefusedPart } from "#views/cart/add-refused.tsx";
import { CartPage, countAndTotal } from "#views/cart/cart.tsx";
import { DrawerPart } from "#views/cart/drawer.tsx";
import { addItem, type Added } from "./add-item.ts";
import { AddForm } from "./forms.ts";
import { lookAt } from "./look.ts";
import type { Choice } from "./store.ts";

const choiceFields = ["variant", "product", "option1", "option2", "option3"] as const;
type ChoiceFields = { readonly [K in (typeof choiceFields)[number]]?: string | undefined };

/** A variant by its id; without one, by its product and the values of its options: no script need have chosen it. */
function readChoice({ variant, product, option1 = "", option2 = "", option3 = "" }: ChoiceFields): Choice | undefined {
  if (variant !== undefined) return { variantId: variant };
  return product === undefined ? undefined : { handle: product, options: [option1, option2, option3] };
}

const sentAgain = (fields: ChoiceFields) =>
  Object.fromEntries(choiceFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));

/** With htmx a refusal goes beside the quantity of the product's page; a drawer that is open stays as it is. */
const beside = { "HX-Retarget": "#quantity-error", "HX-Reswap": "innerHTML" };
const intoDrawer = { "HX-Retarget": "#cart-drawer", "HX-Reswap": "innerMorph", "HX-Trigger": "cart:open" };

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
          headers: partial ? beside : {},
          page: (shell) => (
            <AddRefusedPage shell={shell} refusal={{ message, quantity, choice: sentAgain(fields), product }} />
          ),
          part: () => <AddRefusedPart message={message} />,
        });
      if (!body.ok) return refuse(Object.values(body.errors)[0] ?? "", body.typed["quantity"] ?? "", body.typed);

      const { quantity } = body.value;
      const choice = readChoice(body.value);
      if (!choice) return refuse("Choose what to put in the cart.", String(quantity), body.value);
      const add = (cartId: string): Promise<Added> =>
        store.write((tx) => addItem(tx, { cartId, choice, quantity, at: now(), newId }));
      let added = await add(visitor.startCart());
      if (!added.ok && added.why === "closed") added = await add(visitor.newCart());
      if (!added.ok && added.why === "refused")
        return refuse(added.message, String(quantity), body.value, added.wanted);
      if (!added.ok)
        throw new ShopError("not_found", "That is no longer on the stall, or not in that shape. Choose again.");
      if (!partial) return seeOther(paths.cart);

      const seen = await lookAt(deps, added.cart, visitor);
      const message = `${quantity} ${added.line.title} added.`;
      const news = { added: { lineId: added.line.id, message }, said: `${message} ${countAndTotal(seen)}` };
      return screen({
        cartCount: seen.count,
        headers: intoDrawer,
        page: (shell) => <CartPage shell={shell} screen={seen} />,
        part: () => <DrawerPart screen={seen} news={news} />,
      });
    },
    { body: AddForm },
  );
}
