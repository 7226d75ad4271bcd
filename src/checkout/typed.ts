import { paths } from "#src/paths.ts";
import type { Posted } from "#src/web/forms.ts";
import type { MissingStep } from "./standing.ts";

export type Typed = Readonly<Record<string, string | undefined>>;

/** Whatever arrived as text, too long or not: what is wrong is said beside the field, and nothing typed is lost. */
export const typedOf = (body: Posted<Readonly<Record<string, unknown>>>): Typed =>
  (body.ok ? body.value : body.typed) as Typed;

/** Where a step is taken that was left out. */
export const pathOfStep: Readonly<Record<MissingStep | "payment", string>> = {
  cart: paths.cart,
  contact: paths.checkout,
  delivery: paths.checkoutDelivery,
  payment: paths.checkoutPayment,
};
