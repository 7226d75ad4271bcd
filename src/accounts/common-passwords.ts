import { lengthTrouble, sentences } from "./account.ts";
import list from "./common-passwords.txt" with { type: "text" };

let known: ReadonlySet<string> | undefined;

/** Whether a password, capitals aside, is among the few thousand that anybody would try first. */
export function isCommon(password: string): boolean {
  known ??= new Set(list.split("\n").filter((line) => /^[^#]/.test(line)));
  return known.has(password.toLowerCase());
}

/** What only the list can find wrong with a password. It stays in the shop: it is larger than all that a browser gets. */
export const commonTrouble = (password: string) => (isCommon(password) ? sentences.common : undefined);

/** What is wrong with a password, before anybody hashes it. */
export const passwordTrouble = (password: string) => lengthTrouble(password) ?? commonTrouble(password);
