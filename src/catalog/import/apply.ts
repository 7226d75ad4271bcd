import type { Tx } from "#db/open.ts";
import { changesAnything, type Plan } from "./plan.ts";
import { noteChanges } from "./runs-store.ts";
import * as store from "./store.ts";

type Run = { readonly runId: string; readonly now: Date; readonly newId: () => string };

/** Does what was planned, and keeps what stood there before. Answers the ids of products that must be kept again. */
export async function applyPlans(tx: Tx, plans: readonly Plan[], run: Run): Promise<string[]> {
  const fresh = plans.filter((plan) => !plan.before);
  const changed = plans.filter((plan) => plan.before && changesAnything(plan));
  const images = [...fresh, ...changed].map((plan) => ({ subjectId: plan.id, before: imageOf(plan) }));
  await noteChanges(
    tx,
    images.map((image) => ({ ...image, runId: run.runId, what: "product" })),
  );
  await store.insertProducts(
    tx,
    fresh.map((plan) => plan.product),
  );
  for (const plan of changed) await changeProduct(tx, plan, run);
  for (const { id, digest, before } of plans) {
    if (before && before.product.digest !== digest) await store.updateProduct(tx, id, { digest });
  }
  const all = [...fresh, ...changed];
  await store.insertPictures(
    tx,
    all.flatMap((plan) => plan.pictures.add),
  );
  await store.insertVariants(
    tx,
    all.flatMap((plan) => plan.variants.add),
  );
  await store.insertMemberships(
    tx,
    all.flatMap((plan) => plan.memberships.join),
  );
  const old = all.flatMap(({ id, imported }) =>
    (imported.own?.oldAddresses ?? []).map((from) => ({ from, targetId: id })),
  );
  await store.addRedirects(
    tx,
    old.map((each) => ({ ...each, what: "product" })),
  );
  return all.map((plan) => plan.id);
}

/** What stood there, as JSON on both databases, with how the import moved each shelf. */
export type Image = store.Known & { readonly moved: Readonly<Record<string, number>> };

function imageOf({ before, variants }: Plan): unknown {
  if (!before) return null;
  const moved = variants.change.map(({ row, change }) => [row.id, (change.stock ?? row.stock) - row.stock] as const);
  return JSON.parse(JSON.stringify({ ...before, moved: Object.fromEntries(moved) }));
}

async function changeProduct(
  tx: Tx,
  { id, product, change, variants, pictures, memberships, before }: Plan,
  run: Run,
): Promise<void> {
  const version = (before?.product.version ?? 0) + 1;
  await store.updateProduct(tx, id, { ...change, updatedAt: run.now, version, source: product.source });
  await store.deletePictures(tx, pictures.drop);
  for (const each of pictures.change) await store.updatePicture(tx, each.id, each.change);
  await store.deleteVariants(tx, variants.drop);
  await changeVariants(tx, variants.change);
  const counted = variants.change.flatMap(({ row, change: { stock } }) =>
    stock === undefined ? [] : [{ variantId: row.id, change: stock - row.stock }],
  );
  await store.noteCounted(
    tx,
    counted.map((each) => ({ ...each, id: run.newId(), cause: "imported", orderId: null, at: run.now })),
  );
  await store.leaveCollections(tx, id, memberships.leave);
  for (const row of memberships.move) await store.updatePlace(tx, row);
}

/** Options may change places among variants: each is moved out of the way first. */
async function changeVariants(tx: Tx, changes: Plan["variants"]["change"]): Promise<void> {
  const moving = changes.filter(({ change }) => ["option1", "option2", "option3"].some((name) => name in change));
  for (const { row } of moving) await store.updateVariant(tx, row.id, { option3: `\u0001${row.id}` });
  for (const { row, change } of changes) {
    const placed = moving.some((each) => each.row === row) ? { option3: row.option3, ...change } : change;
    await store.updateVariant(tx, row.id, placed);
  }
}
