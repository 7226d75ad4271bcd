import type { Store, Tx } from "#db/open.ts";
import { readTaxCsv, type NumberedTax, type TaxFile, type TaxTrouble } from "./tax-csv.ts";
import { readTaxJson } from "./tax-json.ts";
import { rateKey, type TaxRow } from "./tax-row.ts";
import { listTaxes, saveTaxes, type StoredTax, type TaxChanges } from "./tax-store.ts";

export type TaxReport = {
  /** Taxes that the file names. */
  readonly taxes: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly errors: readonly TaxTrouble[];
};

type Options = {
  readonly newId: () => string;
  readonly dryRun?: boolean | undefined;
  /** Taxes that the file does not name go. */
  readonly replace?: boolean | undefined;
  readonly note?: (tx: Tx) => Promise<void>;
};

/** Sets up what a file says, WooCommerce's CSV or JSON: all of it, or nothing where anything is wrong. */
export async function importTaxes(store: Store, bytes: Uint8Array, options: Options): Promise<TaxReport> {
  const file = once(looksLikeJson(bytes) ? readTaxJson(new TextDecoder().decode(bytes)) : await readTaxCsv(bytes));
  const { taxes, errors } = file;
  if (errors.length > 0) return { ...none, taxes: taxes.length, errors };
  const rows = taxes.map(({ tax }) => tax);
  const run = async (tx: Tx): Promise<TaxReport> => {
    const stored = await listTaxes(tx);
    const { changes, unchanged } = changesFor(rows, stored, options.replace === true);
    const { created, updated, removed } = changes;
    const report = { created: created.length, updated: updated.length, removed: removed.length, unchanged };
    if (!options.dryRun) {
      await saveTaxes(tx, changes, { stored, newId: options.newId });
      if (report.created + report.updated + report.removed > 0) await options.note?.(tx);
    }
    return { ...report, taxes: rows.length, errors: [] };
  };
  return store.write(run);
}

const none = { created: 0, updated: 0, unchanged: 0, removed: 0 };

const looksLikeJson = (bytes: Uint8Array) => /^[\s\uFEFF]*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

/** A place, class and priority that is named twice is a slip: only one of the two could hold. */
function once({ taxes, errors }: TaxFile): TaxFile {
  const first = new Map<string, number>();
  const twice = taxes.flatMap(({ row, tax }: NumberedTax): TaxTrouble[] => {
    const before = first.get(rateKey(tax));
    if (before === undefined) first.set(rateKey(tax), row);
    return before === undefined
      ? []
      : [
          {
            row,
            column: "Priority",
            reason: `row ${before} has this place, class and priority already: only one can hold`,
          },
        ];
  });
  return { taxes, errors: [...errors, ...twice].toSorted((a, b) => a.row - b.row) };
}

function changesFor(
  rows: readonly TaxRow[],
  stored: readonly StoredTax[],
  replace: boolean,
): { readonly changes: TaxChanges; readonly unchanged: number } {
  const known = new Map(stored.map((each) => [rateKey(each.tax), each]));
  const found = rows.flatMap((tax) => {
    const before = known.get(rateKey(tax));
    return before ? [{ tax, before }] : [];
  });
  const updated = found.filter(({ tax, before }) => !same(tax, before.tax));
  const named = new Set(rows.map(rateKey));
  return {
    unchanged: found.length - updated.length,
    changes: {
      created: rows.filter((tax) => !known.has(rateKey(tax))),
      updated: updated.map(({ tax, before }) => ({ id: before.id, tax })),
      removed: replace ? stored.filter(({ tax }) => !named.has(rateKey(tax))).map(({ id }) => id) : [],
    },
  };
}

const same = (a: TaxRow, b: TaxRow) =>
  a.rate === b.rate && a.name === b.name && a.compound === b.compound && a.onShipping === b.onShipping;
