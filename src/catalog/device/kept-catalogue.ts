import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Deps } from "#src/deps.ts";
import { formVersion } from "./catalogue.ts";
import { gatherCatalogue, type PictureOf } from "./gather.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Packing = "br" | "gzip";
type Kept = {
  readonly tag: string;
  readonly plain: Bytes;
  /** It is answered with until then, whatever was written meanwhile. */
  readonly restsUntil: number;
  readonly packed: Map<Packing, Promise<Bytes>>;
};

/** After a gathering so many times as long as it took nothing is gathered: a busy shop spends no more than that on it. */
const restFor = 20;

const pack: Readonly<Record<Packing, (plain: Bytes) => Promise<Buffer>>> = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (plain) => promisify(gzip)(plain),
};

type Asked = { readonly had: string | null; readonly accepts: string };
/** No bytes: the browser has just that. */
type Answer = { readonly tag: string; readonly bytes?: Bytes; readonly packing?: Packing | undefined };

/**
 * The catalogue for devices, gathered when it is asked for and kept until a write has moved what is in it. Its tag is made
 * of the versions in the database: nothing is gathered to say that a browser has it already.
 */
export function catalogueKeeper({ store, now }: Pick<Deps, "store" | "now">, pictureOf: PictureOf) {
  let kept: Kept | undefined;
  let coming: Promise<Kept> | undefined;

  async function gather(tag: string): Promise<Kept> {
    const began = now().getTime();
    const plain = await gatherCatalogue(store.read, pictureOf);
    const ended = now().getTime();
    kept = { tag, plain, restsUntil: ended + restFor * (ended - began), packed: new Map() };
    return kept;
  }

  async function current(tag: string): Promise<Kept> {
    if (kept && (kept.tag === tag || now().getTime() < kept.restsUntil)) return kept;
    coming ??= gather(tag).finally(() => (coming = undefined));
    return coming;
  }

  return async ({ had, accepts }: Asked): Promise<Answer> => {
    // Asked before anything is read: what is written meanwhile makes the catalogue old, never wrongly new.
    const tag = `"${formVersion}-${Bun.hash(await store.stamp(["catalog", "shell"])).toString(36)}"`;
    if (had === tag) return { tag };
    const found = await current(tag);
    if (had === found.tag) return { tag: found.tag };
    const packing = (["br", "gzip"] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepts));
    if (!packing) return { tag: found.tag, bytes: found.plain };
    const packed = found.packed.get(packing) ?? pack[packing](found.plain).then((bytes) => new Uint8Array(bytes));
    found.packed.set(packing, packed);
    return { tag: found.tag, bytes: await packed, packing };
  };
}
