import { isDuplicate } from "#db/faults.ts";
import type { Deps } from "../deps.ts";
import { emailKeyOf, sentences } from "./account.ts";
import { AccountForm } from "./forms.ts";
import { findCustomer, insertCustomer } from "./store.ts";
import { verification } from "./verify-email.ts";

export type Registration = { readonly email: string; readonly password: string; readonly displayName: string };
export type Field = keyof Registration;
export type Registered =
  | {
      readonly ok: true;
      readonly customer: { readonly id: string; readonly email: string; readonly displayName: string };
    }
  | { readonly ok: false; readonly status: 400 | 409; readonly field: Field | "form"; readonly message: string };

const refused = (field: Field | "form", message: string, status: 400 | 409 = 400): Registered => ({
  ok: false,
  status,
  field,
  message,
});

/** What is wrong with each field, all at once, as forms tell it. */
export function troublesOf(typed: Registration): Readonly<Record<string, string>> {
  const read = AccountForm.read(typed);
  return read.ok ? {} : read.errors;
}

/** Checks in the order that people are told: all there, long enough, an address, not taken. (Contract S10 to S15, S20.) */
function troubleOf(typed: Registration): Registered | undefined {
  const { email, password, displayName } = typed;
  if (email.trim() === "" || password === "" || displayName.trim() === "") return refused("form", sentences.required);
  const troubles = troublesOf(typed);
  for (const field of ["password", "email", "displayName"] as const) {
    const trouble = troubles[field];
    if (trouble !== undefined) return refused(field, trouble);
  }
  return undefined;
}

/**
 * Makes an account. Two at the same moment for one address: the table takes one, the other is told that it is taken.
 * @throws ShopError when it was tried too often from where it comes. What is not filled in right does not count.
 */
export async function register(deps: Deps, typed: Registration, from: string): Promise<Registered> {
  const trouble = troubleOf(typed);
  if (trouble) return trouble;
  await deps.limits.count("register", from);
  const email = typed.email.trim();
  const emailKey = emailKeyOf(email);
  if (await findCustomer(deps.store.read, emailKey)) return refused("email", sentences.taken, 409);

  const passwordHash = await deps.passwords.hash(typed.password);
  const customer = { id: deps.newId(), email, displayName: typed.displayName.trim() };
  const askThem = await verification(deps, customer);
  try {
    await deps.store.write(async (tx) => {
      await insertCustomer(tx, { ...customer, emailKey, passwordHash, createdAt: deps.now() });
      await askThem(tx);
    });
  } catch (error) {
    if (isDuplicate(error)) return refused("email", sentences.taken, 409);
    throw error;
  }
  return { ok: true, customer };
}
