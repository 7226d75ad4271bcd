/** These stand in addresses of the desk where an id would. */
const reserved = ["new", "preview"];

/** Why a promotion cannot have this id, in a sentence; undefined where it can. */
export function idTrouble(id: string): string | undefined {
  if (reserved.includes(id)) return `Give it another id than "${id}".`;
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(id)) return undefined;
  return "Give it an id of 1 to 64 letters, digits, hyphens, dots or underscores.";
}
