import { choice, form, optional, text, type Posted } from "#src/web/forms.ts";
import { addressOf } from "./address-troubles.ts";
import type { Uses } from "./change-book.ts";
import { addressFields, type AddressField, type TypedAddress } from "./check-address.ts";

const field = () => optional(text({ maxLength: 1000 }, "Shorten this."));
const fields = Object.fromEntries(addressFields.map((name) => [name, field()] as const)) as Record<
  AddressField,
  ReturnType<typeof field>
>;

/** Too long or not: what is wrong is said by address-troubles.ts, and nothing typed is lost. */
export const AddressForm = form({ ...fields, forDelivery: field(), forBills: field(), op: field() });
export const DefaultForm = form({ use: choice(["delivery", "bills"], "Choose what goes there.") });
/** An address that was taken out just now. */
export const Removed = form({ removed: optional(text({ maxLength: 64 }, "")) });

export type TypedForm = {
  readonly address: TypedAddress;
  readonly uses: Uses;
  /** Another country was chosen: its fields are asked for. */
  readonly isUpdate: boolean;
};

type Typed = Readonly<Partial<Record<AddressField | keyof Uses | "op", string>>>;

export function readAddress(body: Posted<Typed>): TypedForm {
  const typed: Typed = body.ok ? body.value : body.typed;
  return {
    address: addressOf(typed),
    uses: { forDelivery: typed.forDelivery === "yes", forBills: typed.forBills === "yes" },
    isUpdate: typed.op === "update",
  };
}
