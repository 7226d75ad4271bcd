import type { Reader, Tx } from "#db/prepared.ts";
import { codeKey } from "./code.ts";
import { describePromotion, type DescribingShop, type DescribedPromotion } from "./described.ts";
import { FactError } from "./facts.ts";
import { readPromotionFile, type FileRow, type FileTrouble } from "./file.ts";
import { goodsAsked, type FoundGoods } from "./found-goods.ts";
import { findGoods } from "./goods-store.ts";
import { idTrouble } from "./promotion-id.ts";
import { addPromotion, changePromotion, loadSetUp, type SetUp } from "./setup-store.ts";

export type PromotionReport = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Any of them, and nothing was written. */
  readonly errors: readonly FileTrouble[];
};

type Writer = { write<T>(work: (tx: Tx) => Promise<T>): Promise<T>; readonly read: Reader };
type Given = { readonly shop: DescribingShop; readonly dryRun?: boolean; readonly note?: (tx: Tx) => Promise<void> };
type Planned = {
  readonly id: string;
  readonly act: "created" | "updated" | "unchanged";
  readonly to: DescribedPromotion;
};

/** Thrown, so that all of it is undone. */
class FileRefused extends Error {
  override readonly name = "FileRefused";

  constructor(readonly report: PromotionReport) {
    super("nothing of the file was written");
  }
}

/** Sets up what a file says: all of it, or nothing where anything in it is wrong. The same file twice changes nothing. */
export async function importPromotions(store: Writer, bytes: Uint8Array, given: Given): Promise<PromotionReport> {
  const file = await readPromotionFile(bytes);
  try {
    return await store.write(async (tx) => {
      const { plan, troubles } = await planned(tx, file.rows, given.shop);
      const errors = [...file.troubles, ...troubles].toSorted((a, b) => a.row - b.row);
      const report = { ...countsOf(plan), errors };
      if (errors.length > 0) throw new FileRefused({ created: 0, updated: 0, unchanged: 0, errors });
      if (given.dryRun) throw new FileRefused(report);
      for (const { id, act, to } of plan) {
        if (act === "created") await addPromotion(tx, id, to);
        if (act === "updated") await changePromotion(tx, id, to);
      }
      if (report.created + report.updated > 0) await given.note?.(tx);
      return report;
    });
  } catch (cause) {
    if (cause instanceof FileRefused) return cause.report;
    throw cause;
  }
}

function countsOf(plan: readonly Planned[]) {
  const count = (act: Planned["act"]) => plan.filter((each) => each.act === act).length;
  return { created: count("created"), updated: count("updated"), unchanged: count("unchanged") };
}

async function planned(tx: Tx, rows: readonly FileRow[], shop: DescribingShop) {
  const found = await findGoods(tx, goodsAsked(rows.map(({ facts }) => facts)));
  const keys = rows.flatMap(({ facts }) => (facts.codes ?? []).map(codeKey));
  const known = await loadSetUp(
    tx,
    rows.flatMap(({ facts }) => facts.id ?? []),
    keys,
  );
  const plan: Planned[] = [];
  const troubles: FileTrouble[] = [];
  const seen = { ids: new Set<string>(), codes: new Set<string>() };
  for (const { row, facts } of rows) {
    try {
      plan.push(planOne({ row, facts }, { shop, found, known, seen }));
    } catch (cause) {
      if (!(cause instanceof FactError)) throw cause;
      troubles.push({ row, field: cause.field, reason: cause.reason });
    }
  }
  return { plan, troubles };
}

type Around = {
  readonly shop: DescribingShop;
  readonly found: FoundGoods;
  readonly known: SetUp;
  readonly seen: { readonly ids: Set<string>; readonly codes: Set<string> };
};

function planOne({ facts }: FileRow, { shop, found, known, seen }: Around): Planned {
  const id = facts.id ?? "";
  const trouble = idTrouble(id);
  if (trouble !== undefined) throw new FactError("id", trouble);
  if (seen.ids.has(id)) throw new FactError("id", `Another promotion of this file has the id "${id}".`);
  seen.ids.add(id);
  const before = known.promotions.get(id);
  const described = describePromotion(facts, shop, found);
  const to = facts.active === undefined && before ? { ...described, active: before.active } : described;
  const foreign = to.codes.find((key) => seen.codes.has(key) || (known.codes.get(key)?.promotionId ?? id) !== id);
  if (foreign !== undefined) throw new FactError("codes", `Another promotion has the code "${foreign}".`);
  for (const key of to.codes) seen.codes.add(key);
  if (!before) return { id, act: "created", to };
  if (to.useLimit !== null && before.used > to.useLimit)
    throw new FactError("limit", `It was used ${before.used} times already.`);
  if (!to.coded && before.codes > 0) throw new FactError("needsCode", "It has codes already, so it needs one.");
  const worn = to.codes.find((key) => to.codeLimit !== null && (known.codes.get(key)?.used ?? 0) > to.codeLimit);
  if (worn !== undefined) throw new FactError("perCode", `"${worn}" was used more often already.`);
  return { id, act: isSame(to, before, known) ? "unchanged" : "updated", to };
}

function isSame({ codes, codeLimit, ...to }: DescribedPromotion, before: SetUpRow, known: SetUp): boolean {
  const { id: _id, used: _used, codes: _codes, ...from } = before;
  return Bun.deepEquals(to, from) && codes.every((key) => known.codes.get(key)?.useLimit === codeLimit);
}

type SetUpRow = NonNullable<ReturnType<SetUp["promotions"]["get"]>>;
