import type { ImportedProduct } from "./product.ts";
import { isUpload } from "../uploads/upload-name.ts";
import type { PictureRow } from "./store.ts";
import type { Setting } from "./plan.ts";

export type PicturePlan = {
  readonly add: readonly PictureRow[];
  readonly change: readonly { readonly id: string; readonly change: Partial<PictureRow> }[];
  readonly drop: readonly string[];
  /** Which picture an address has become. */
  readonly idOf: (address: string) => string | null;
};

/** Where a picture came from: an address, a path beside the file, or the name of a picture that the shop had. */
export const originOf = ({ source, file }: Pick<PictureRow, "source" | "file">): string => source || file;

/** Brings a product's pictures to what the file says. A picture that was fetched before is kept, wherever it stands now. */
export function planPictures(
  { pictures }: ImportedProduct,
  before: readonly PictureRow[] = [],
  productId: string,
  { newId, tells, hasPicture }: Setting,
): PicturePlan {
  const known = new Map(before.map((row) => [originOf(row), row]));
  const none = { add: [], change: [], drop: [], idOf: (address: string) => known.get(address)?.id ?? null };
  if (before.length > 0 && !tells("pictures")) return none;

  const rows = pictures.map(({ address, alt }, position) => {
    const same = known.get(address);
    // Words in the file are news to a picture that was called decoration.
    const decorative = same?.decorative === true && alt === "";
    return { same, row: same ? { ...same, alt, decorative, position } : fresh(address, alt, position) };
  });
  const ids = new Map(rows.map(({ row }) => [originOf(row), row.id]));
  // Pictures that were uploaded at the desk are no file's to drop: those that it does not name stand behind the others.
  const named = new Set(ids.values());
  const own = before.filter(({ id, source, file }) => source === "" && isUpload(file) && !named.has(id));
  for (const same of own) rows.push({ same, row: { ...same, position: rows.length } });
  const stay = new Set(rows.map(({ row }) => row.id));
  return {
    add: rows.filter(({ same }) => !same).map(({ row }) => row),
    change: rows.flatMap(({ same, row: { id, alt, decorative, position } }) =>
      same && (same.alt !== alt || same.position !== position) ? [{ id, change: { alt, decorative, position } }] : [],
    ),
    drop: before.map((row) => row.id).filter((id) => !stay.has(id)),
    idOf: (address) => ids.get(address) ?? null,
  };

  function fresh(address: string, alt: string, position: number): PictureRow {
    const ours = hasPicture(address);
    return {
      id: newId(),
      productId,
      position,
      alt,
      width: 0,
      height: 0,
      tries: 0,
      trouble: "",
      file: ours ? address : "",
      source: ours ? "" : address,
      state: ours ? "ready" : "waiting",
      decorative: false,
    };
  }
}
