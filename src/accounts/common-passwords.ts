import list from "./common-passwords.txt" with { type: "text" };

let known: ReadonlySet<string> | undefined;

/** Whether a password, capitals aside, is among the few thousand that anybody would try first. */
export function isCommon(password: string): boolean {
  known ??= new Set(list.split("\n").filter((line) => /^[^#]/.test(line)));
  return known.has(password.toLowerCase());
}
