import { isDuplicate } from "#db/faults.ts";
import type { Deps } from "../deps.ts";
import { emailKeyOf, isEmail, leastPassword, mostPasswordBytes, sentences } from "./account.ts";
import { isCommon } from "./common-passwords.ts";
import { findCustomer, insertCustomer } from "./store.ts";

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

/** What is wrong with a password, before anybody hashes it. */
export function passwordTrouble(password: string): string | undefined {
  if (password.length < leastPassword) return sentences.short;
  if (Buffer.byteLength(password) > mostPasswordBytes) return sentences.long;
  return isCommon(password) ? sentences.common : undefined;
}

/** What is wrong with each field, all at once, as forms tell it. */
export function troublesOf({ email, password, displayName }: Registration): Readonly<Record<string, string>> {
  const found = {
    displayName: nameTrouble(displayName.trim()),
    email: email.trim() === "" ? sentences.noEmail : isEmail(email.trim()) ? undefined : sentences.email,
    password: password === "" ? sentences.noPassword : passwordTrouble(password),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const nameTrouble = (name: string) => (name === "" ? sentences.noName : name.length > 100 ? sentences.name : undefined);

/** Checks in the order that people are told: all there, long enough, an address, not taken. (Contract S10 to S15, S20.) */
function troubleOf({ email, password, displayName }: Registration): Registered | undefined {
  if (email.trim() === "" || password === "" || displayName.trim() === "") return refused("form", sentences.required);
  const trouble = passwordTrouble(password);
  if (trouble !== undefined) return refused("password", trouble);
  if (!isEmail(email.trim())) return refused("email", sentences.email);
  return displayName.trim().length > 100 ? refused("displayName", sentences.name) : undefined;
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
  try {
    await deps.store.write((tx) => insertCustomer(tx, { ...customer, emailKey, passwordHash, createdAt: deps.now() }));
  } catch (error) {
    if (isDuplicate(error)) return refused("email", sentences.taken, 409);
    throw error;
  }
  return { ok: true, customer };
}
