// The browser runs this file too (public/generated): it knows nothing but what was typed.

/** Trimmed and in small letters: what must be unique, and what is looked up. */
export const emailKeyOf = (typed: string): string => typed.trim().toLowerCase();

const part = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** An address that a letter can go to: one @, a name without blanks or quotes, a host of plain labels. */
export function isEmail(typed: string): boolean {
  if (typed.length > 254) return false;
  const at = typed.lastIndexOf("@");
  const [name, host] = [typed.slice(0, at), typed.slice(at + 1)];
  const labels = host.split(".");
  return (
    at > 0 &&
    name.length <= 64 &&
    part.test(name) &&
    host.length <= 253 &&
    labels.every((each) => each.length <= 63 && label.test(each)) &&
    !/^\d+$/.test(labels.at(-1) ?? "")
  );
}

/** At least 8 UTF-16 units, as the message says; at most 1,024 bytes, checked before any hashing. */
export const leastPassword = 8;
export const mostPasswordBytes = 1024;

export const sentences = {
  required: "All fields are required.",
  short: `Password must be at least ${leastPassword} characters.`,
  long: "Password must be at most 1,024 bytes.",
  common: "That password is one of the first that others would try. Choose another.",
  email: "Enter an email address such as name@example.com.",
  name: "Enter a name of at most 100 characters.",
  taken: "An account with this email already exists.",
  refused: "Invalid email or password.",
  wrongCode: "That code is not right, or was used already. Wait for the next one.",
  noCode: "Enter the six digits that your app shows.",
  noMatch: "That is not your password.",
  noEmail: "Enter your email address.",
  noPassword: "Enter your password.",
  noName: "Enter your name.",
} as const;

export const emailTrouble = (typed: string) => (isEmail(typed) ? undefined : sentences.email);

/** What is wrong with a password's length, before anybody looks it up or hashes it. */
export function lengthTrouble(password: string): string | undefined {
  if (password.length < leastPassword) return sentences.short;
  return new TextEncoder().encode(password).length > mostPasswordBytes ? sentences.long : undefined;
}
