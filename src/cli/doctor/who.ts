import { loadShop } from "../../settings/store.ts";
import { ok, warn, type Examine } from "./finding.ts";

/** What buyers and the law want to know of a shop, and what keeps it from being paid. */
export const who: Examine = async ({ store }) => {
  const { name, email, address, bank, payments, testMode } = await loadShop(store.read);
  const isPaid = testMode || payments.onDelivery || payments.onPickup || (payments.transfer && bank.account !== "");
  const missing = [
    email === "" && "no email address",
    (address.street === "" || address.city === "") && "no address",
    payments.transfer && bank.account === "" && "no bank account, so bank transfer is not offered",
    !isPaid && "no way to be paid",
  ].filter((each) => each !== false);
  if (missing.length === 0) return ok("shop", `${name}, ${address.city}`);
  return warn("shop", `it has ${missing.join("; ")}`, "fill it in at the desk, under Settings");
};
