import { form, line, optional, wholeNumber } from "#src/web/forms.ts";
import { FieldsRefused } from "#src/web/shop-error.ts";
import type { Posted } from "#src/web/forms.ts";
import { readCursor } from "./cursor.ts";
import type { PieceAsked, ProductsAsked } from "./source.ts";

const usual = 20;
const limit = optional(
  wholeNumber({ minimum: 1, maximum: 100 }, "Choose a limit from 1 to 100.", {
    description: `How many to answer at most; ${usual} where nothing is said.`,
  }),
);
const badCursor = "That is no cursor of this list. Begin without one.";
const cursor = optional(
  line({ maxLength: 400 }, badCursor, { description: "Where the page before ended, as its `next` says." }),
);

export const PageQuery = form({ limit, cursor });

const badMoment = "Write a moment such as 2026-11-25T09:30:00Z.";

export const ProductsQuery = form({
  q: optional(line({ maxLength: 200 }, "Search for 200 characters at most.", { description: "Words to look for." })),
  collection: optional(
    line({ maxLength: 200 }, "There is no such collection.", { description: "The handle of a collection." }),
  ),
  updated: optional(
    line(
      {
        maxLength: 40,
        pattern: "^(19[7-9]\\d|2\\d{3})-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d))?$",
      },
      badMoment,
      { description: "Only those whose description has changed since this day or moment (RFC 3339)." },
    ),
  ),
  limit,
  cursor,
});

/** The values of a form. @throws FieldsRefused where they are not right. */
export function valuesOf<T>(posted: Posted<T>): T {
  if (!posted.ok) throw new FieldsRefused(posted.errors);
  return posted.value;
}

type Page = { readonly limit?: number; readonly cursor?: string };

export function pieceAsked({ limit: asked, cursor: text }: Page): PieceAsked {
  const after = text === undefined ? undefined : readCursor(text);
  if (text !== undefined && after === undefined) throw new FieldsRefused({ cursor: badCursor });
  return { limit: asked ?? usual, after };
}

type Products = Page & { readonly q?: string; readonly collection?: string; readonly updated?: string };

export function productsAsked({ q, collection, updated, ...page }: Products): ProductsAsked {
  const since = updated === undefined ? undefined : new Date(updated);
  if (since && Number.isNaN(since.getTime())) throw new FieldsRefused({ updated: badMoment });
  return { ...pieceAsked(page), q: q?.toWellFormed(), collection: collection?.toWellFormed(), updated: since };
}

/** For sources: keys that are of another list. */
export const wrongCursor = (): never => {
  throw new FieldsRefused({ cursor: badCursor });
};
