import { encode } from "uqr";

/** A square for a camera, as the path of an SVG: `size` modules wide, margin included. */
export type QrSquare = { readonly size: number; readonly path: string };

export function qrSquare(text: string): QrSquare {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { size, path: runs.join("") };
}

/** Where dark modules stand side by side in a row: from where, and how many. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
}
