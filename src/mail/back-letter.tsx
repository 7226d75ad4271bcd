import { ShortLetter } from "#views/mail/short-letter.tsx";
import type { Letter } from "./letter.ts";
import type { LetterShop } from "./order-facts.ts";

type Telling = {
  readonly to: string;
  readonly shop: LetterShop;
  /** "Linen apron, Oat" */
  readonly name: string;
  /** Where it is sold, whole. */
  readonly link: string;
  /** Where all such letters to this address end, whole. */
  readonly leave: string;
};

const see = "See it";
const stop = "Stop everything that was asked for with this address";

/** The one letter for who asked to be told when something is back. It advertises nothing else. */
export function backLetter({ to, shop, name, link, leave }: Telling): Letter {
  const heading = `${name} is back`;
  const sentences = [
    `You asked ${shop.name} to tell you when it is on the shelf again. It is, and it is kept for nobody: who comes first gets it.`,
    "This is the only letter about it. If you did not ask, somebody mistyped their address, and you need do nothing.",
  ];
  const drawn = { heading, sentences, button: { label: see, link }, stop: { label: stop, link: leave } };
  const html = `<!doctype html>${(<ShortLetter shop={shop} {...drawn} />) as string}`;
  const text = [heading, "", ...sentences, "", `${see}: ${link}`, "", `${stop}: ${leave}`, ""].join("\n");
  return { kind: "back_in_stock", to, subject: heading, html, text, leave };
}
