import { and, asc, eq, like, not, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "#db/prepared.ts";
import { pictures } from "#db/schema.ts";
import { keepProducts } from "../keep.ts";
import type { MadePicture } from "./make-picture.ts";

const columns = { id: pictures.id, productId: pictures.productId, source: pictures.source, tries: pictures.tries };
const waiting = eq(pictures.state, "waiting");
const remote = like(pictures.source, "http%");

export type Waiting = {
  readonly id: string;
  readonly productId: string;
  readonly source: string;
  readonly tries: number;
};

const fromAfar = prepared((db: Reader) =>
  db
    .select(columns)
    .from(pictures)
    .where(and(waiting, remote))
    .orderBy(asc(pictures.tries), asc(pictures.id))
    .limit(200),
);
/** Pictures to be fetched, those first that were tried least. */
export const loadRemote = (db: Reader): Promise<Waiting[]> => fromAfar(db).execute();

const fromBeside = prepared((db: Reader) =>
  db
    .select(columns)
    .from(pictures)
    .where(and(waiting, not(remote), sql`${pictures.id} > ${sql.placeholder("after")}`))
    .orderBy(asc(pictures.id))
    .limit(200),
);
/** Pictures that an import looks for beside its file. */
export const loadBeside = (db: Reader, after: string): Promise<Waiting[]> => fromBeside(db).execute({ after });

/** It is there: the product and its lists show it. */
export async function pictureReady(tx: Tx, { id, productId }: Waiting, made: MadePicture): Promise<void> {
  await tx
    .update(pictures)
    .set({ ...made, state: "ready", trouble: "" })
    .where(eq(pictures.id, id));
  await keepProducts(tx, [productId]);
}

export async function pictureFailed(tx: Tx, { id, tries }: Waiting, trouble: string, final: boolean): Promise<void> {
  await tx
    .update(pictures)
    .set({ tries: tries + 1, trouble, state: final ? "failed" : "waiting" })
    .where(eq(pictures.id, id));
}
