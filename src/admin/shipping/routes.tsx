import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import { termsReader } from "../../cart/terms.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { everyCountry } from "../../shipping/countries.ts";
import { switchShipping } from "../../shipping/method-store.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { ShippingPage } from "#views/admin/shipping.tsx";
import { WaysPart } from "#views/admin/shipping-tables.tsx";
import { TryPart, type TryProps } from "#views/admin/shipping-try.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { loadDeskShipping } from "./desk-shipping.ts";
import { tryParcel, type Typed } from "./try-parcel.ts";

const field = () => optional(text({ maxLength: 200 }, "Shorten this."));
const TryForm = form({
  ...{ goods: field(), weight: field(), class: field(), country: field() },
  ...{ region: field(), postcode: field(), city: field(), vat: field() },
});
const SwitchForm = form({ state: choice(["on", "off"], "Press one of the buttons.") });

/** Undefined until something was asked. Read by hand: Elysia would take "Lyon, France" in a query for a list of two. */
function typedIn({ url }: Request): Typed | undefined {
  const { searchParams } = new URL(url);
  if (!searchParams.has("goods") && !searchParams.has("country")) return undefined;
  const read = TryForm.read(Object.fromEntries(searchParams));
  return read.ok ? read.value : read.typed;
}

/** Ways of delivery, places and taxes: what there is, what is switched on, and what it would come to. */
export function shippingDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "admin-shipping" })
    .use(staffScreens(deps, "settings.see"))

    .get(paths.adminShipping, async ({ screen, desk, may, request, partial }) => {
      const typed = typedIn(request);
      const { shop, terms } = await termsReader(store).readWithShop();
      const tried = typed ? tryParcel(typed, { shop, terms, now: now() }) : undefined;
      const shipping = await loadDeskShipping(store.read, shop.currency);
      const props: TryProps = {
        typed: typed ?? { country: shop.country, weight: "2", goods: "40" },
        tried,
        currency: shop.currency,
        classes: shipping.classes,
        countries: everyCountry(),
        asksVat: shop.vatNumbers,
      };
      const status = tried?.ok === false ? 422 : 200;
      if (partial) return screen({ status, page: () => <></>, part: () => <TryPart {...props} /> });
      const title = status === 422 ? "Error: Shipping and tax" : "Shipping and tax";
      const frame = await desk(title);
      const mayEdit = may("settings.edit");
      return screen({
        status,
        page: () => <ShippingPage desk={frame} trial={props} shipping={shipping} mayEdit={mayEdit} />,
      });
    })

    .post(
      paths.adminShippingSwitch,
      async ({ screen, seeOther, partial, params, body, staff, facts }) => {
        if (!body.ok) throw new ShopError("unreadable", "Press one of the buttons.");
        const { state } = body.value;
        const found = await store.write(async (tx) => {
          const switched = await switchShipping(tx, params.id, state === "on");
          const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: `switch ${state} delivery` };
          if (switched) await audit(tx, { ...line, subject: `${switched.what}:${params.id}`, address: facts.address });
          return switched;
        });
        if (!found) throw new ShopError("not_found", "That is gone. Reload the page.");
        if (!partial) return seeOther(`${paths.adminShipping}#ways`);
        const { currency } = await deps.shop.read();
        const shipping = await loadDeskShipping(store.read, currency);
        const said = `${found.name} is ${state} now.`;
        return screen({ page: () => <></>, part: () => <WaysPart shipping={shipping} mayEdit said={said} /> });
      },
      { body: SwitchForm, transform: needs(deps, "settings.edit") },
    );
}
