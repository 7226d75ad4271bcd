import { checkContact, type Asked, type DraftErrors } from "./check-draft.ts";
import { cleaned, type Draft } from "./draft.ts";

// The browser runs this too (public/generated/rules-checkout.js): it knows nothing but what was typed and what is asked.

/**
 * The form of contact and address as a draft. Where it asked for the bill's address, an unticked box says that there is
 * another one; where it asked whether to keep the address, an unticked one says no.
 */
export function draftOf(typed: Readonly<Record<string, string | undefined>>): Draft {
  const { bill, same, keeping, keep } = typed;
  const elsewhere = bill === "asked" && same !== "yes" ? "yes" : "";
  return cleaned({ ...typed, elsewhere, keep: keeping === "asked" && keep !== "yes" ? "" : keep });
}

/** What is wrong with it, in the order of the page. */
export const contactTroubles = (typed: Readonly<Record<string, string | undefined>>, asked: Asked): DraftErrors =>
  checkContact(draftOf(typed), asked);
