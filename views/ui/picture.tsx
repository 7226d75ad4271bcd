import { link, paths } from "#src/paths.ts";

type Props = {
  /** Name below /pictures, as the catalogue keeps it; "" draws one. */
  readonly file: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** The largest of the first view: fetched first. All others wait until they come near. */
  readonly eager?: boolean | undefined;
  /** How wide it is shown, for those that exist in several sizes. */
  readonly sizes?: string | undefined;
  /** Chooses among the drawn ones: the same thing always gets the same. */
  readonly seed?: string | undefined;
};

const folder = link(paths.picture, { name: "" });
const widths = [320, 640, 960, 1440];
const drawn = ["parcel", "crate", "bag", "box"].map((name) => link(paths.asset, { name: `no-picture-${name}.svg` }));

/** Where a picture lies, in its smallest size of at least `width` where it has sizes. */
export function pictureAddress(file: string, width = 1440, seed = ""): string {
  if (file === "") return drawn[hashOf(seed) % drawn.length] ?? "";
  const size = widths.find((each) => each >= width) ?? 1440;
  return folder + encodeURIComponent(hasSizes(file) ? sized(file, size) : file);
}

/** Where a picture lies that a shared link can show: a vector has one drawn from it, 640 pixels wide. */
export function sharedPicture(file: string | undefined): string | undefined {
  if (!file) return undefined;
  return pictureAddress(file.replace(/\.svg$/, ".webp"), file.endsWith(".svg") ? 640 : 1440);
}

/** How high a picture is where it is so wide, or as wide as it is. */
export const heightAt = (most: number, width: number, height: number): number =>
  width > most ? Math.max(1, Math.round((height * most) / width)) : height;

/** Pictures made from an upload; drawn ones are vectors and need no sizes. */
const hasSizes = (file: string) => file.endsWith(".webp");
const sized = (file: string, width: number) => `${file.slice(0, -".webp".length)}-${width}.webp`;

function hashOf(seed: string): number {
  let hash = 0;
  for (let at = 0; at < seed.length; at += 1) hash = (hash * 31 + seed.charCodeAt(at)) >>> 0;
  return hash;
}

/** One picture of a product; a thing without one gets a drawn one. Stands in a `.picture`. */
export function Picture({ file, alt, width, height, eager = false, sizes, seed = "" }: Props) {
  const several = sizes !== undefined && hasSizes(file);
  return (
    <img
      src={pictureAddress(file, width, seed)}
      srcset={
        several
          ? widths.map((each) => `${folder}${encodeURIComponent(sized(file, each))} ${each}w`).join(", ")
          : undefined
      }
      sizes={several ? sizes : undefined}
      alt={alt}
      width={width}
      height={height}
      loading={eager ? undefined : "lazy"}
      fetchpriority={eager ? "high" : undefined}
    />
  );
}
