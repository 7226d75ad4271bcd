import { writeCursor } from "./cursor.ts";
import type { Piece } from "./source.ts";

type Page<T> = { readonly items: T[]; readonly next: string | null };

/** A piece of a list with the path of the next one: what was asked, from where this one ends. */
export function pageOf<T>(request: Request, { items, next }: Piece<T>): Page<T> {
  if (next === undefined) return { items, next: null };
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("cursor", writeCursor(next));
  return { items, next: `${pathname}?${searchParams}` };
}

/** The same as a header. */
export const linkTo = ({ next }: Page<unknown>): Readonly<Record<string, string>> =>
  next === null ? {} : { Link: `<${next}>; rel="next"` };
