import { Elysia } from "elysia";
import { termsReader } from "#src/cart/terms.ts";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { countriesServed } from "#src/shipping/countries.ts";
import { screens } from "#src/web/screens.tsx";
import { GoElsewhere, ShopError } from "#src/web/shop-error.ts";
import { AddressBookPage, AddressBookPart } from "#views/addresses/book.tsx";
import { AddressFormPage, AddressFormPart, type AddressFormProps } from "#views/addresses/form.tsx";
import { mostAddresses, type BookAddress } from "./address.ts";
import { addressLines } from "./address-lines.ts";
import { addressTroubles } from "./address-troubles.ts";
import { addAddress, changeAddress, makeDefault, putBackAddress, takeOutAddress } from "./change-book.ts";
import { countryChoices, countryForm } from "./country-form.ts";
import { AddressForm, DefaultForm, readAddress, Removed, type TypedForm } from "./forms.ts";
import { loadAddress, loadBook, loadRemoved } from "./store.ts";

const gone = () => new ShopError("not_found", "That address is not in your account, or not any more.");
const full = `Your account holds ${mostAddresses} addresses at most. Take one out first.`;

/** The addresses that a customer keeps. */
export function addressRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "addresses" })
    .use(screens(deps))
    .derive(({ screen, visitor }) => {
      async function mine() {
        const { customer } = await visitor.load();
        if (customer) return customer;
        throw new GoElsewhere(`${paths.login}?next=${encodeURIComponent(paths.accountAddresses)}`);
      }

      async function book(news: { readonly removed?: string | undefined; readonly said?: string | undefined }) {
        const { id: customerId } = await mine();
        const { removed = "", said } = news;
        const all = await loadBook(store.read, customerId);
        const out = removed === "" ? undefined : await loadRemoved(store.read, { customerId, id: removed });
        const props = {
          addresses: all.map(shown),
          removed: out && shown(out),
          notice: said ?? visitor.told(),
          mayAdd: all.length < mostAddresses,
        };
        return screen({
          page: (shell) => <AddressBookPage shell={shell} {...props} />,
          part: () => <AddressBookPart {...props} />,
        });
      }

      type Asking = Pick<AddressFormProps, "id" | "errors" | "refused"> & TypedForm & { readonly status: number };
      async function ask({ status, address, uses, ...rest }: Asking) {
        const { shop, terms } = await termsReader(store).readWithShop();
        const props = {
          ...rest,
          values: address,
          uses,
          form: countryForm(address.country ?? ""),
          countries: countryChoices(terms.methods, shop.country),
        };
        return screen({
          status,
          page: (shell) => <AddressFormPage shell={shell} {...props} />,
          part: () => <AddressFormPart {...props} />,
        });
      }
      return { mine, book, ask };
    })

    .get(paths.accountAddresses, async ({ book, query }) => book(query.ok ? query.value : {}), {
      query: Removed.inQuery,
    })

    .get(paths.accountAddressNew, async ({ mine, ask }) => {
      const { id, displayName } = await mine();
      const [shop, all] = await Promise.all([deps.shop.read(), loadBook(store.read, id)]);
      const isFirst = all.length === 0;
      const refused = all.length < mostAddresses ? undefined : full;
      const address = { name: displayName, country: shop.country };
      const uses = { forDelivery: isFirst, forBills: isFirst };
      return ask({ status: 200, id: undefined, errors: {}, address, uses, isUpdate: false, refused });
    })

    .post(
      paths.accountAddresses,
      async ({ mine, ask, visitor, goTo, body }) => {
        const { id: customerId } = await mine();
        const typed = readAddress(body);
        const asked = { ...typed, id: undefined, refused: undefined };
        if (typed.isUpdate) return ask({ ...asked, status: 200, errors: {} });
        const errors = addressTroubles(typed.address, { countries: await countriesOf(deps) });
        if (Object.keys(errors).length > 0) return ask({ ...asked, status: 422, errors });
        const adding = { customerId, id: newId(), address: typed.address, at: now(), ...typed.uses };
        const added = await store.write((tx) => addAddress(tx, adding));
        if (!added.ok) return ask({ ...asked, status: 422, errors: {}, refused: full });
        visitor.tell(`${nameOf(added.address)} is in your account.`);
        return goTo(paths.accountAddresses);
      },
      { body: AddressForm },
    )

    .get(paths.accountAddress, async ({ mine, ask, params: { id } }) => {
      const address = await loadAddress(store.read, { customerId: (await mine()).id, id });
      if (!address) throw gone();
      return ask({ status: 200, id, errors: {}, refused: undefined, address, uses: address, isUpdate: false });
    })

    .post(
      paths.accountAddress,
      async ({ mine, ask, visitor, goTo, params: { id }, body }) => {
        const whose = { customerId: (await mine()).id, id };
        const typed = readAddress(body);
        const asked = { ...typed, id, refused: undefined };
        if (!(await loadAddress(store.read, whose))) throw gone();
        if (typed.isUpdate) return ask({ ...asked, status: 200, errors: {} });
        const errors = addressTroubles(typed.address, { countries: await countriesOf(deps) });
        if (Object.keys(errors).length > 0) return ask({ ...asked, status: 422, errors });
        if (!(await store.write((tx) => changeAddress(tx, whose, typed.address, typed.uses)))) throw gone();
        visitor.tell("The address is changed.");
        return goTo(paths.accountAddresses);
      },
      { body: AddressForm },
    )

    .post(
      paths.accountAddressDefault,
      async ({ mine, book, visitor, partial, seeOther, params: { id }, body }) => {
        const whose = { customerId: (await mine()).id, id };
        const use = body.ok ? body.value.use : undefined;
        if (use === undefined || !(await store.write((tx) => makeDefault(tx, whose, use)))) throw gone();
        const said = use === "delivery" ? "Goods go there from now on." : "Bills go there from now on.";
        if (partial) return book({ said });
        visitor.tell(said);
        return seeOther(paths.accountAddresses);
      },
      { body: DefaultForm },
    )

    .post(paths.accountAddressRemove, async ({ mine, book, partial, seeOther, params: { id } }) => {
      const whose = { customerId: (await mine()).id, id };
      if (!(await store.write((tx) => takeOutAddress(tx, whose, now())))) throw gone();
      return partial ? book({ removed: id }) : seeOther(bookWithout(id));
    })

    .post(paths.accountAddressUndo, async ({ mine, book, visitor, partial, seeOther, params: { id } }) => {
      const whose = { customerId: (await mine()).id, id };
      const back = await store.write((tx) => putBackAddress(tx, whose));
      if (back === "gone") throw gone();
      const said = back === "full" ? full : "The address is back.";
      if (partial) return book({ said });
      visitor.tell(said);
      return seeOther(paths.accountAddresses);
    });
}

/** Codes of the countries that goods go to; undefined: all. */
async function countriesOf({ store }: Deps): Promise<readonly string[]> {
  return countriesServed((await termsReader(store).read()).methods).map(({ code }) => code);
}

const nameOf = ({ street, city }: BookAddress) => `${street}, ${city}`;

const shown = (address: BookAddress) => ({
  id: address.id,
  name: nameOf(address),
  lines: addressLines(address),
  forDelivery: address.forDelivery,
  forBills: address.forBills,
});

/** The page that offers to put this one back. */
const bookWithout = (id: string) => `${paths.accountAddresses}?removed=${encodeURIComponent(id)}`;
