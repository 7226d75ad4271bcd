import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isEndless } from "../uploads/picture-bytes.ts";
import { PictureTrouble } from "./fetch-picture.ts";

const pictureWidths = [320, 640, 960, 1440] as const;
/** A few bytes can claim any size: what would not fit into memory is refused by its header. */
const maxPixels = 40e6;

export type MadePicture = { readonly file: string; readonly width: number; readonly height: number };

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a shop's picture of bytes that somebody sent: read whole and drawn again, so that nothing of the file itself is
 * ever served. Writes "<name>.webp" and one of each width ("<name>-320.webp"), none larger than the original. One at a
 * time, since a large one takes all the memory that a small machine can spare. Where it fails, nothing of it is left.
 *
 * @throws PictureTrouble when it is no picture, or too large.
 */
export function makePicture(bytes: Uint8Array, name: string, folder: string): Promise<MadePicture> {
  const turn = last.then(() => drawAgain(bytes, name, folder));
  last = turn.catch(() => {});
  return turn;
}

async function drawAgain(bytes: Uint8Array, name: string, folder: string): Promise<MadePicture> {
  if (isEndless(bytes)) throw new PictureTrouble("it is drawn in more passes than any picture needs");
  const { width, height } = await readable(() => new Bun.Image(bytes, { maxPixels }).metadata());
  if (width < 1 || height < 1 || width * height > maxPixels)
    throw new PictureTrouble(`it is ${width} by ${height}, which is too large`);
  await mkdir(folder, { recursive: true });
  try {
    return await drawEach(bytes, { name, width }, folder);
  } catch (cause) {
    for (const path of filesOf(name).map((file) => join(folder, file))) {
      await rm(path, { force: true });
      await rm(`${path}.part`, { force: true });
    }
    throw cause;
  }
}

/** All files of a picture, by its name without ending. */
export const filesOf = (name: string): string[] =>
  ["", ...pictureWidths.map((width) => `-${width}`)].map((size) => `${name}${size}.webp`);

type Drawing = { readonly name: string; readonly width: number };

async function drawEach(bytes: Uint8Array, { name, width }: Drawing, folder: string): Promise<MadePicture> {
  let made = { width: 0, height: 0 };
  for (const wide of pictureWidths) {
    const drawn = await readable(() =>
      new Bun.Image(bytes, { maxPixels }).resize(Math.min(wide, width)).webp({ quality: 82 }).bytes(),
    );
    if (wide === pictureWidths.at(-1)) {
      made = await readable(() => new Bun.Image(drawn).metadata());
      await put(drawn, join(folder, `${name}.webp`));
    }
    await put(drawn, join(folder, `${name}-${wide}.webp`));
  }
  return { file: `${name}.webp`, width: made.width, height: made.height };
}

/** Whoever reads the folder sees a whole picture or none. */
async function put(bytes: Uint8Array, path: string): Promise<void> {
  await Bun.write(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? "";
    if (!code.startsWith("ERR_IMAGE")) throw cause;
    throw new PictureTrouble(
      /PIXELS|LARGE|LIMIT/.test(code) ? "it is too large" : "it is no JPEG, PNG, WebP or GIF that can be read",
    );
  }
}
