import { regionOf } from "#src/shipping/regions.ts";
import { choice, form, optional, text, type Posted } from "#src/web/forms.ts";
import type { Uses } from "./change-book.ts";
import {
  addressFields,
  nameError,
  placeErrors,
  typedLine,
  type AddressField,
  type TypedAddress,
} from "./check-address.ts";

const field = () => optional(text({ maxLength: 1000 }, "Shorten this."));
const fields = Object.fromEntries(addressFields.map((name) => [name, field()] as const)) as Record<
  AddressField,
  ReturnType<typeof field>
>;

/** Too long or not, what is wrong is said beside the field, and nothing typed is lost. */
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

/** What was typed, tidied; the region where the postcode tells it. */
export function readAddress(body: Posted<Typed>): TypedForm {
  const typed: Typed = body.ok ? body.value : body.typed;
  const kept = addressFields.flatMap((name) => {
    const value = typed[name];
    return value === undefined ? [] : [[name, typedLine(value)] as const];
  });
  const address: TypedAddress = Object.fromEntries(kept);
  const region = address.region || regionOf(address.country ?? "", address.postcode ?? "");
  return {
    address: { ...address, region },
    uses: { forDelivery: typed.forDelivery === "yes", forBills: typed.forBills === "yes" },
    isUpdate: typed.op === "update",
  };
}

/** A sentence for each field that is wrong, in the order of the page. */
export function addressErrors(
  address: TypedAddress,
  countries: readonly string[] | undefined,
): Readonly<Record<string, string>> {
  const name = nameError(address.name);
  return { ...(name !== undefined && { name }), ...placeErrors(address, countries) } as Record<string, string>;
}
