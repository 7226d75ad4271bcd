/** The name of a group of customers as it is kept: small letters, single spaces. Undefined for what cannot be one. */
export function groupName(typed: string): string | undefined {
  const name = typed.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u.test(name) ? name : undefined;
}
