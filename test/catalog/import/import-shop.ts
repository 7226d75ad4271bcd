import { freshDatabase } from "#test/support/database.ts";
import { importCatalog, type ImportOptions, type ImportReport, type Shop } from "#src/catalog/import/import-catalog.ts";
import { fileSource, textSource, type Source } from "#src/catalog/import/source.ts";
import { fixture } from "./reading.ts";

/** A fresh database to import into, with ids that grow and a clock that stands. */
export async function emptyShop() {
  const database = await freshDatabase();
  let made = 0;
  let now = new Date("2026-01-15T12:00:00Z");
  const newId = () => `id-${String((made += 1)).padStart(9, "0")}`;
  const shop: Shop = { store: database.store, now: () => now, newId };
  const take = (source: Source, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importCatalog(shop, source, { currency: "USD", hasPicture: () => false, ...options });
  return {
    ...shop,
    folder: database.folder,
    read: database.store.read,
    take,
    takeFile: async (path: string, options?: Partial<ImportOptions>) => take(await fileSource(path), options),
    takeFixture: async (name: string, options?: Partial<ImportOptions>) =>
      take(await fileSource(fixture(name)), options),
    takeText: (text: string, options?: Partial<ImportOptions>) => take(textSource(text), options),
    later: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

export type EmptyShop = Awaited<ReturnType<typeof emptyShop>>;
