import { join } from "node:path";
import { ShopError } from "#src/web/shop-error.ts";
import { PictureTrouble } from "../import/fetch-picture.ts";
import { makePicture, type MadePicture } from "../import/make-picture.ts";
import { refusalOf, withoutBallast } from "./picture-bytes.ts";
import { uploadName } from "./upload-name.ts";

type Sent = {
  readonly bytes: Uint8Array;
  readonly mostMebibytes: number;
};
type Given = {
  readonly config: { readonly dataFolder: string };
  readonly newToken: () => string;
};

export type Taken =
  | { readonly ok: true; readonly made: MadePicture }
  /** Why not, as the end of a sentence. */
  | { readonly ok: false; readonly why: string };

/**
 * Takes in a picture that somebody uploaded: told by its bytes, drawn again in the shop's sizes under a name of ours, and
 * so without anything that came along (where it was taken, what it was called, what hangs behind it). Refused or broken
 * off, nothing of it is left.
 *
 * @throws ShopError "busy" where the disk does not take it.
 */
export async function takePicture({ bytes, mostMebibytes }: Sent, { config, newToken }: Given): Promise<Taken> {
  if (bytes.length > mostMebibytes * 1024 * 1024) return { ok: false, why: `it is larger than ${mostMebibytes} MiB` };
  const why = refusalOf(bytes);
  if (why !== undefined) return { ok: false, why };
  try {
    const folder = join(config.dataFolder, "pictures");
    return { ok: true, made: await makePicture(withoutBallast(bytes), uploadName(newToken), folder) };
  } catch (cause) {
    if (cause instanceof PictureTrouble) return { ok: false, why: cause.message };
    if (!isDiskTrouble(cause)) throw cause;
    throw new ShopError(
      "busy",
      "The shop has no room left on its disk for a picture, so it was not kept. Make room there, then send it again.",
      60,
    );
  }
}

const isDiskTrouble = (cause: unknown) =>
  /^(ENOSPC|EDQUOT|EROFS|EFBIG)$/.test(String((cause as { code?: unknown } | null)?.code));
