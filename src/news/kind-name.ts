import { link, paths } from "../paths.ts";

type Named = {
  readonly handle: string;
  readonly title: string;
  readonly option1: string;
  readonly option2: string;
  readonly option3: string;
};

const optionsOf = ({ option1, option2, option3 }: Named) => [option1, option2, option3];

/** "Linen apron, Oat": a kind as it is spoken of. */
export const kindName = (kind: Named): string =>
  [kind.title, ...optionsOf(kind)].filter((part) => part !== "").join(", ");

/** Where it is sold, with its options chosen. */
export function kindPath(kind: Named): string {
  const chosen = optionsOf(kind).flatMap((value, at) => (value === "" ? [] : [[`option${at + 1}`, value]]));
  const path = link(paths.product, { handle: kind.handle });
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}
