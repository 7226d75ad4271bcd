// Hand-made parts for drawing still lifes as small SVG files. Everything returns a string; one picture at a time.
// Light comes from the upper left. Coordinates are those of an 800 x 1000 sheet.

export type P = number[][]; // first entry [x, y], then [x, y] (line) or [x1, y1, x2, y2, x, y] (curve)

export const INK = "#2B211C";
export const LINE = "#45372F"; // the contour
export const SH = "#4B270F"; // shade: a warm dark, always used with an opacity
export const PAPER = "#FBF7F0";
export const SUNK = "#F2EBDF";

let R: () => number = () => 0.5;
let defs: string[] = [];
let used = new Set<string>();
let count = 0;
let pre = "a";

export function begin(seed: string) {
  let h = 2166136261;
  for (const c of seed) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  let t = h >>> 0;
  pre = "abcdefghijklmnopqrstuvwxyz"[t % 26]! + ((t >>> 5) % 36).toString(36);
  R = () => {
    t = (t + 0x6d2b79f5) | 0;
    let r = Math.imul(t ^ (t >>> 15), 1 | t);
    r = (r + Math.imul(r ^ (r >>> 7), 61 | r)) ^ r;
    return ((r ^ (r >>> 14)) >>> 0) / 4294967296;
  };
  defs = [];
  used = new Set();
  stamps = new Map();
  fine = 1;
  count = 0;
}
export const rnd = (a: number, b: number) => a + (b - a) * R();
export const j = (a: number) => rnd(-a, a);
export const pick = <T>(list: T[]): T => list[Math.floor(R() * list.length)]!;

const r1 = (v: number) => Math.round(v * 10) / 10;
const num = (v: number) => {
  const s = String(r1(v));
  return s.startsWith("0.") ? s.slice(1) : s.startsWith("-0.") ? "-" + s.slice(2) : s;
};
const join = (v: number[]) => v.map(num).reduce((a, b) => (a === "" || b[0] === "-" ? a + b : a + " " + b), "");

const ints = (v: number[]) => join(v.map(Math.round));

export function d(p: P, close = true): string {
  let lo = 1e9,
    hi = -1e9,
    le = 1e9,
    ri = -1e9;
  for (const q of p) {
    le = Math.min(le, q.at(-2)!);
    ri = Math.max(ri, q.at(-2)!);
    lo = Math.min(lo, q.at(-1)!);
    hi = Math.max(hi, q.at(-1)!);
  }
  const big = Math.max(hi - lo, ri - le) > 16;
  const rd = big ? Math.round : (v: number) => Math.round(v * 10) / 10;
  let x = rd(p[0]![0]!);
  let y = rd(p[0]![1]!);
  let s = "M" + join([x, y]);
  let last = "";
  for (const seg of p.slice(1)) {
    const q = seg.map(rd);
    const rel = q.map((v, i) => v - (i % 2 ? y : x));
    const c = q.length === 2 ? "l" : "c";
    const body = join(rel);
    s += (c === last ? (body[0] === "-" ? "" : " ") : c) + body;
    last = c;
    x = q.at(-2)!;
    y = q.at(-1)!;
  }
  return s + (close ? "z" : "");
}

// ---- ways of making a path -------------------------------------------------------------------------------------

/** A smooth line through points; a third entry of 1 makes a corner. */
export function smooth(pts: number[][], closed = true, wob = 1): P {
  const q = pts.map(([x, y, c]) => [x! + j(wob), y! + j(wob), c ?? 0]);
  const m = q.length;
  const at = (i: number) => (closed ? q[(i + m) % m]! : q[Math.max(0, Math.min(m - 1, i))]!);
  const out: P = [[q[0]![0]!, q[0]![1]!]];
  for (let i = 0; i < (closed ? m : m - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const t = 1 / 5.6;
    const lim = (dx: number, dy: number) => {
      const len = Math.hypot(dx, dy);
      const max = Math.hypot(c[0]! - b[0]!, c[1]! - b[1]!) * 0.5;
      const k = len > max && len > 0 ? max / len : 1;
      return [dx * k, dy * k];
    };
    const [t1x, t1y] = b[2]
      ? [(c[0]! - b[0]!) * 0.3, (c[1]! - b[1]!) * 0.3]
      : lim((c[0]! - a[0]!) * t, (c[1]! - a[1]!) * t);
    const [t2x, t2y] = c[2]
      ? [(c[0]! - b[0]!) * 0.3, (c[1]! - b[1]!) * 0.3]
      : lim((e[0]! - b[0]!) * t, (e[1]! - b[1]!) * t);
    out.push([b[0]! + t1x!, b[1]! + t1y!, c[0]! - t2x!, c[1]! - t2y!, c[0]!, c[1]!]);
  }
  return out;
}

/** A polygon with softened corners and edges that are not quite straight. */
export function poly(pts: number[][], r = 5, wob = 1.3): P {
  const q = pts.map(([x, y]) => [x! + j(wob), y! + j(wob)]);
  const m = q.length;
  const out: P = [];
  for (let i = 0; i < m; i++) {
    const [a, b, c] = [q[(i + m - 1) % m]!, q[i]!, q[(i + 1) % m]!];
    const la = Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
    const lc = Math.hypot(c[0]! - b[0]!, c[1]! - b[1]!);
    const ra = Math.min(r, la / 2.2) / la;
    const rc = Math.min(r, lc / 2.2) / lc;
    const s = [b[0]! + (a[0]! - b[0]!) * ra, b[1]! + (a[1]! - b[1]!) * ra];
    const e = [b[0]! + (c[0]! - b[0]!) * rc, b[1]! + (c[1]! - b[1]!) * rc];
    const push = (to: number[]) => {
      if (!out.length) return void out.push(to);
      const f = out.at(-1)!.slice(-2);
      const bow = Math.min(2.5, Math.hypot(to[0]! - f[0]!, to[1]! - f[1]!) * 0.008);
      out.push([
        f[0]! + (to[0]! - f[0]!) * 0.33 + j(bow),
        f[1]! + (to[1]! - f[1]!) * 0.33 + j(bow),
        f[0]! + (to[0]! - f[0]!) * 0.66 + j(bow),
        f[1]! + (to[1]! - f[1]!) * 0.66 + j(bow),
        to[0]!,
        to[1]!,
      ]);
    };
    push(s);
    out.push([
      s[0]! + (b[0]! - s[0]!) * 0.6,
      s[1]! + (b[1]! - s[1]!) * 0.6,
      e[0]! + (b[0]! - e[0]!) * 0.6,
      e[1]! + (b[1]! - e[1]!) * 0.6,
      e[0]!,
      e[1]!,
    ]);
  }
  return out;
}
export const rect = (x: number, y: number, w: number, h: number, r = 5, wob = 1.3) =>
  poly(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
    r,
    wob,
  );

const K = 0.5523;
export function ell(cx: number, cy: number, rx: number, ry = rx, wob = 0.8): P {
  const a = rx + j(wob),
    b = ry + j(wob),
    c = rx + j(wob),
    e = ry + j(wob);
  return [
    [cx - a, cy],
    [cx - a, cy - b * K, cx - a * K, cy - b, cx, cy - b],
    [cx + c * K, cy - b, cx + c, cy - b * K, cx + c, cy],
    [cx + c, cy + e * K, cx + c * K, cy + e, cx, cy + e],
    [cx - a * K, cy + e, cx - a, cy + e * K, cx - a, cy],
  ];
}
export const map = (p: P, fn: (x: number, y: number) => [number, number]): P =>
  p.map((s) => {
    const o: number[] = [];
    for (let i = 0; i < s.length; i += 2) o.push(...fn(s[i]!, s[i + 1]!));
    return o;
  });
export const mv = (p: P, dx: number, dy: number) => map(p, (x, y) => [x + dx, y + dy]);
export const rot = (p: P, deg: number, cx = 0, cy = 0) => {
  const a = (deg * Math.PI) / 180,
    c = Math.cos(a),
    s = Math.sin(a);
  return map(p, (x, y) => [cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c]);
};
export const line = (...pts: number[][]): P => pts.map(([x, y]) => [x!, y!]);

// ---- paint -----------------------------------------------------------------------------------------------------

const G: Record<string, string> = {
  v: lin(0, [
    [0, SH, 0.2],
    [0.2, "#fff", 0.26],
    [0.48, SH, 0],
    [0.94, SH, 0.44],
    [1, SH, 0.34],
  ]),
  h: lin(90, [
    [0, "#fff", 0.26],
    [0.45, SH, 0],
    [1, SH, 0.34],
  ]),
  f: lin(45, [
    [0, "#fff", 0.24],
    [0.5, SH, 0],
    [1, SH, 0.26],
  ]),
  i: lin(0, [
    [0, SH, 0.66],
    [0.45, SH, 0.4],
    [1, SH, 0.08],
  ]),
  k: lin(0, [
    [0, SH, 0.5],
    [0.45, SH, 0.34],
    [1, SH, 0],
  ]),
  m: lin(0, [
    [0, SH, 0.3],
    [0.14, "#fff", 0.6],
    [0.34, SH, 0.04],
    [0.82, SH, 0.45],
    [0.94, "#fff", 0.2],
  ]),
  g: lin(0, [
    [0, "#fff", 0.55],
    [0.2, "#fff", 0.05],
    [0.86, SH, 0.18],
    [1, "#fff", 0.3],
  ]),
  r: rad(0.32, 0.28, [
    [0, "#fff", 0.42],
    [0.42, SH, 0],
    [1, SH, 0.42],
  ]),
  y: rad(0.5, 0.5, [
    [0, SH, 0.55],
    [0.55, SH, 0.3],
    [1, SH, 0],
  ]),
  w: rad(0.5, 0.5, [
    [0, "#fffaf0", 0.95],
    [1, "#fffaf0", 0],
  ]),
  o: rad(0.5, 0.5, [
    [0, "#FFD36B", 0.75],
    [0.4, "#FFD36B", 0.28],
    [1, "#FFD36B", 0],
  ]),
};
function lin(deg: number, list: [number, string, number][]) {
  const v = deg === 0 ? `x2="1" y2="0"` : deg === 90 ? `x2="0" y2="1"` : `x2="1" y2="1"`;
  return `<linearGradient id="@" ${v}>${list.map(([o, c, a]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join("")}</linearGradient>`;
}
function rad(fx: number, fy: number, list: [number, string, number][]) {
  return `<radialGradient id="@" cx="${fx}" cy="${fy}" r="${fx >= 0.4 ? 0.5 : 0.72}">${list.map(([o, c, a]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join("")}</radialGradient>`;
}
export const grad = (g: string) => {
  used.add(g);
  return `url(#${pre}${g.toUpperCase()})`;
};

export interface ShapeOptions {
  g?: string | undefined; // gradient over the fill
  in?: string | undefined; // painted inside, clipped to the shape
  sh?: number; // strength of the shade on the lower right (0 to 1), default 1
  w?: number; // breadth of that shade
  ink?: number; // breadth of the contour, 0 for none
  lit?: number; // strength of the light edge on the upper left
  over?: string; // clipped, painted over the shade
}
/** One painted thing: fill, decoration, form, contour. */
export function shape(p: P, fill: string, o: ShapeOptions = {}): string {
  const id = pre + (count++).toString(36);
  const at_ = defs.push("") - 1;
  const use = (a: string) => `<use href="#${id}" ${a}/>`;
  const sh = o.sh ?? 1,
    w = o.w ?? 34,
    ink = o.ink ?? 2.6,
    lit = o.lit ?? 0.5;
  let s = use(fill ? `fill="${fill}"` : "");
  if (o.g && !o.in) s += use(`fill="${grad(o.g)}"`);
  const sw = (c: string, a: number, width: number, t: number, u: number) =>
    use(
      `stroke${c === SH ? "" : `="${c}" stroke`}-opacity="${num(a * 10) === "0" ? 0 : num2(a)}" stroke-width="${num(width)}" x="${Math.round(t)}" y="${Math.round(u)}"`,
    );
  const strokes =
    sh <= 0 && lit <= 0
      ? ""
      : `<g fill="none" stroke="${SH}">` +
        (sh > 0
          ? sw(SH, 0.13 * sh, w * 2, -w * 0.45, -w * 0.4) + sw(SH, 0.2 * sh, w * 0.7, -w * 0.13, -w * 0.13)
          : "") +
        (lit > 0 ? sw("#fff", lit, w * 0.22, w * 0.09, w * 0.1) : "") +
        `</g>`;
  if (o.in || strokes || o.over) {
    defs[at_] = `<clipPath id="${id}_"><path id="${id}" d="${d(p)}"/></clipPath>`;
    s += `<g clip-path="url(#${id}_)">${o.in ?? ""}${o.in && o.g ? use(`fill="${grad(o.g)}"`) : ""}${strokes}${o.over ?? ""}</g>`;
  }
  defs[at_] ||= `<path id="${id}" d="${d(p)}"/>`;
  if (ink) {
    const dash = `${Math.round(rnd(120, 260))} ${Math.round(rnd(2, 6))} ${Math.round(rnd(60, 140))} 2 ${Math.round(rnd(200, 420))} ${Math.round(rnd(3, 7))}`;
    s += use(`fill="none" stroke="${LINE}" stroke-width="${ink}" stroke-dasharray="${dash}"`);
  }
  return s;
}
/** A flat patch without contour. */
export const fill = (p: P, c: string, a = 1) =>
  `<path d="${d(p)}" fill="${c}"${a < 1 ? ` fill-opacity="${num2(a)}"` : ""}/>`;
const num2 = (v: number) => String(Math.round(v * 100) / 100).replace(/^0\./, ".");
export const stroke = (p: P | P[], c: string, w: number, a = 1, extra = "") =>
  `<path d="${(typeof p[0]![0] === "number" ? [p as P] : (p as P[])).map((q) => d(q, false)).join("")}" fill="none" stroke="${c}" stroke-width="${num(w)}"${a < 1 ? ` stroke-opacity="${num2(a)}"` : ""}${extra ? " " + extra : ""}/>`;
export const inkline = (p: P | P[], w = 2.2, a = 0.75) => stroke(p, INK, w, a);
export const group = (s: string, t: string) => `<g transform="${t}">${s}</g>`;
export const at = (s: string, x: number, y: number, k = 1, r = 0) =>
  `<g transform="translate(${num(x)} ${num(y)})${k !== 1 ? ` scale(${num2(k)})` : ""}${r ? ` rotate(${num(r)})` : ""}">${s}</g>`;

let stamps = new Map<string, string>();
/** Between two pictures on one sheet: what was drawn once belongs to the first. */
export const forget = () => {
  stamps = new Map();
};
/** How much texture: 1 for a picture of its own, less for things seen small. */
let fine = 1;
export const texture = (v: number) => {
  fine = v;
};
const few = (n: number) => Math.max(fine < 1 ? 1 : 0, Math.round(n * fine));
/** Something drawn once around the origin and used many times; its own fill may be left open. */
export function stamp(key: string, make: () => string) {
  let id = stamps.get(key);
  if (!id) {
    id = "_" + pre + (count++).toString(36);
    stamps.set(key, id);
    defs.push(`<g id="${id}">${make()}</g>`);
  }
  return (x: number, y: number, k: number | [number, number] = 1, r = 0, c = "") => {
    const sc = typeof k === "number" ? (k === 1 ? "" : `scale(${num2(k)})`) : `scale(${num2(k[0])} ${num2(k[1])})`;
    if (!r && !sc) return `<use href="#${id}" x="${Math.round(x)}" y="${Math.round(y)}"${c ? ` fill="${c}"` : ""}/>`;
    return `<use href="#${id}" transform="translate(${Math.round(x)} ${Math.round(y)})${r ? `rotate(${Math.round(r)})` : ""}${sc}"${c ? ` fill="${c}"` : ""}/>`;
  };
}
/** A round bar: handles, stems, cords, spoons. */
export function tube(p: P, w: number, col: string, o: { cap?: string; ink?: number; hi?: number; sh?: number } = {}) {
  const id = pre + (count++).toString(36);
  defs.push(`<path id="${id}" d="${d(p, false)}"/>`);
  const use = (c: string, sw: number, a: number, t = "") =>
    `<use href="#${id}" stroke="${c}" stroke-width="${num(sw)}"${a < 1 ? ` stroke-opacity="${num2(a)}"` : ""}${t}/>`;
  return (
    `<g fill="none"${o.cap ? ` stroke-linecap="${o.cap}"` : ""}>` +
    use(LINE, w + (o.ink ?? 4.8), 1) +
    use(col, w, 1) +
    (w > 8 ? use(SH, w * 0.42, 0.3 * (o.sh ?? 1), ` x="${num(w * 0.2)}" y="${num(w * 0.22)}"`) : "") +
    use("#fff", w * 0.2, 0.5 * (o.hi ?? 1), ` x="${num(-w * 0.2)}" y="${num(-w * 0.2)}"`) +
    `</g>`
  );
}

/** Dots of a round brush inside a box. */
export function speckle(x: number, y: number, w: number, h: number, n: number, c: string, size = 4, a = 0.7) {
  let big = "",
    small = "";
  n = few(n);
  for (let i = 0; i < n; i++) {
    const s = `M${Math.round(x + R() * w)} ${Math.round(y + R() * h)}h0`;
    if (i % 4) small += s;
    else big += s;
  }
  return `<g stroke="${c}" stroke-opacity="${num2(a)}"><path d="${big}" stroke-width="${num(size)}"/><path d="${small}" stroke-width="${num(size * 0.55)}"/></g>`;
}
/** Dry-brush strokes across a box; angle in degrees. */
export function brush(
  x: number,
  y: number,
  w: number,
  h: number,
  n: number,
  c: string,
  a = 0.25,
  angle = 0,
  len = 90,
  sw = 5,
) {
  const ca = Math.cos((angle * Math.PI) / 180),
    sa = Math.sin((angle * Math.PI) / 180);
  let s = "";
  n = few(n);
  for (let i = 0; i < n; i++) {
    const l = len * rnd(0.4, 1),
      b = j(len * 0.05);
    s += `M${Math.round(x + R() * w)} ${Math.round(y + R() * h)}q${ints([(l / 2) * ca - b * sa, (l / 2) * sa + b * ca, l * ca, l * sa])}`;
  }
  return `<path d="${s}" fill="none" stroke="${c}" stroke-opacity="${num2(a)}" stroke-width="${num(sw)}"/>`;
}
/** A crescent of light. */
export const gleam = (x: number, y: number, h: number, bend = 14, w = 10, a = 0.55) =>
  `<path d="M${join([x, y])}q${join([-bend, h / 2, 0, h])}q${join([-bend + w, -h / 2, 0, -h])}z" fill="#fff" fill-opacity="${num2(a)}"/>`;

// ---- turned things ---------------------------------------------------------------------------------------------

export interface Lathe {
  p: P;
  cx: number;
  k: number;
  r: (y: number) => number;
  yt: number;
  rt: number;
  yb: number;
  rb: number;
  max: number;
}
/** Profile from top to bottom: [y, radius, corner?]. `open` leaves out the mouth, for things that stand in it. */
export function lathe(cx: number, prof: number[][], k = 0.2, open = false): Lathe {
  const up_ = open ? -1 : 1;
  const L = smooth(
    prof.map(([y, r, c]) => [cx - r!, y!, c ?? 0]),
    false,
    0.7,
  );
  const Rr = smooth(
    prof.map(([y, r, c]) => [cx + r!, y!, c ?? 0]),
    false,
    0.7,
  );
  const lt = L[0]!,
    lb = L.at(-1)!.slice(-2),
    rtp = Rr[0]!,
    rbp = Rr.at(-1)!.slice(-2);
  const rb = (rbp[0]! - lb[0]!) / 2,
    rt = (rtp[0]! - lt[0]!) / 2;
  const yb = prof.at(-1)![0]!,
    yt = prof[0]![0]!;
  const up: P = [];
  const flat = [Rr[0]!, ...Rr.slice(1)];
  for (let i = flat.length - 1; i > 0; i--) {
    const s = flat[i]!,
      e = flat[i - 1]!.slice(-2);
    up.push([s[2]!, s[3]!, s[0]!, s[1]!, e[0]!, e[1]!]);
  }
  const p: P = [
    ...L,
    [lb[0]!, lb[1]! + rb * k * K, cx - rb * K, yb + rb * k, cx, yb + rb * k],
    [cx + rb * K, yb + rb * k, rbp[0]!, rbp[1]! + rb * k * K, rbp[0]!, rbp[1]!],
    ...up,
    [rtp[0]!, rtp[1]! - rt * k * K * up_, cx + rt * K, yt - rt * k * up_, cx, yt - rt * k * up_],
    [cx - rt * K, yt - rt * k * up_, lt[0]!, lt[1]! - rt * k * K * up_, lt[0]!, lt[1]!],
  ];
  const sam: number[][] = [];
  for (let i = 1; i < L.length; i++) {
    const a = L[i - 1]!.slice(-2),
      s = L[i]!;
    for (let t = 0; t <= 1; t += 0.1) {
      const u = 1 - t;
      sam.push([
        u ** 3 * a[1]! + 3 * u * u * t * s[1]! + 3 * u * t * t * s[3]! + t ** 3 * s[5]!,
        cx - (u ** 3 * a[0]! + 3 * u * u * t * s[0]! + 3 * u * t * t * s[2]! + t ** 3 * s[4]!),
      ]);
    }
  }
  const r = (y: number) => sam.reduce((b, s) => (Math.abs(s[0]! - y) < Math.abs(b[0]! - y) ? s : b))[1]!;
  return { p, cx, k, r, yt, rt, yb, rb, max: Math.max(...sam.map((s) => s[1]!)) };
}
/** A ring around a turned thing from y to y + h. */
export function band(l: Lathe, y: number, h: number, c: string, a = 1) {
  const r0 = l.r(y) + 2,
    r1_ = l.r(y + h) + 2,
    k = l.k;
  return `<path d="M${ints([l.cx - r0, y])}A${ints([r0, r0 * k])} 0 0 0 ${ints([l.cx + r0, y])}L${ints([l.cx + r1_, y + h])}A${ints([r1_, r1_ * k])} 0 0 1 ${ints([l.cx - r1_, y + h])}z" fill="${c}"${a < 1 ? ` fill-opacity="${num2(a)}"` : ""}/>`;
}
export function ring(l: Lathe, y: number, c: string, w = 2, a = 0.6) {
  const r = l.r(y);
  return `<path d="M${ints([l.cx - r, y])}A${ints([r, r * l.k])} 0 0 0 ${ints([l.cx + r, y])}" fill="none" stroke="${c}" stroke-width="${num(w)}" stroke-opacity="${num2(a)}"/>`;
}
/** Glaze dipped from the top down to y, with a running edge. */
export function dip(l: Lathe, y: number, c: string, runs = 6, a = 1) {
  const r = l.max + 6;
  const pts: number[][] = [
    [l.cx - r, l.yt - r * l.k - 10, 1],
    [l.cx - r, y, 1],
  ];
  for (let i = 1; i < runs; i++) {
    const u = i / runs;
    const x = l.cx - r + 2 * r * u;
    pts.push([x, y + Math.sqrt(Math.max(0, 1 - ((x - l.cx) / r) ** 2)) * r * l.k + j(9)]);
  }
  pts.push([l.cx + r, y, 1], [l.cx + r, l.yt - r * l.k - 10, 1]);
  return fill(smooth(pts, true, 0), c, a);
}
/** Strokes of a turning brush around a vessel. */
export function turned(l: Lathe, n: number, c: string, a = 0.2, sw = 4, y0 = l.yt, y1 = l.yb) {
  let s = "";
  n = few(n);
  for (let i = 0; i < n; i++) {
    const y = rnd(y0, y1),
      r = l.r(y),
      p0 = rnd(-1.2, 0.9),
      p1 = p0 + rnd(0.25, 0.7);
    const pt = (q: number) => [l.cx + r * Math.sin(q), y + r * l.k * Math.cos(q)];
    const [ax, ay] = pt(p0),
      [bx, by] = pt((p0 + p1) / 2),
      [cx, cy] = pt(p1);
    s += `M${ints([ax!, ay!])}q${ints([2 * bx! - (ax! + cx!) / 2 - ax!, 2 * by! - (ay! + cy!) / 2 - ay!, cx! - ax!, cy! - ay!])}`;
  }
  return `<path d="${s}" fill="none" stroke="${c}" stroke-opacity="${num2(a)}" stroke-width="${num(sw)}"/>`;
}
/** The open mouth of a vessel. */
export function mouth(l: Lathe, lip: string, inside: string, th = 9, content = "", g = "i") {
  const ry = l.rt * l.k;
  return (
    shape(ell(l.cx, l.yt, l.rt, ry, 0.5), lip, { sh: 0, lit: 0.7, w: 26 }) +
    shape(ell(l.cx, l.yt + th * 0.22, l.rt - th, ry - th * 0.55, 0.5), inside, {
      g,
      sh: 0,
      lit: 0,
      ink: 1.8,
      over: content,
    })
  );
}

// ---- ground and shadow -----------------------------------------------------------------------------------------

export const T = {
  sand: "#E3D4BA",
  rose: "#DFC3B4",
  sage: "#C9CFB6",
  honey: "#EBD5A3",
  blue: "#C2CCCC",
  clay: "#D8B295",
  dusk: "#C9B8AA",
  linen: "#E9E0D0",
};
export function ground(tint = T.sand, y = 640, w = 800, h = 1000, wall = SUNK) {
  const edge = smooth(
    [
      [-10, y + j(3), 1],
      [w * 0.3, y + j(3)],
      [w * 0.65, y + j(3)],
      [w + 10, y + j(3), 1],
    ],
    false,
    0,
  );
  const table: P = [...edge, [w + 10, h + 10], [-10, h + 10]];
  return (
    `<path fill="${wall}" d="M0 0h${w}v${h}H0z"/>` +
    `<ellipse cx="${w * 0.36}" cy="${y * 0.48}" rx="${w * 0.52}" ry="${y * 0.56}" fill="${grad("w")}"/>` +
    brush(-80, 30, w, y - 90, 6, "#fff", 0.2, -6, 380, 20) +
    `<path d="${d(table)}" fill="${tint}"/>` +
    brush(-60, y + 26, w, h - y - 40, 10, "#fff", 0.16, -1.5, 300, 9) +
    brush(-60, y + 40, w, h - y - 40, 5, SH, 0.05, -1.5, 260, 7) +
    stroke(edge, INK, 2.2, 0.42, `stroke-dasharray="310 5 150 9 420 4"`)
  );
}
/** Shadow on the table: from x0 to x1 along y, thrown to the right. */
let hung = false;
/** Things that hang throw no shadow on the table. */
export const hanging = (v: boolean) => {
  hung = v;
};
export function cast(x0: number, x1: number, y: number, len: number, k = 0.2, a = 1) {
  if (hung) return "";
  const ry = ((x1 - x0) / 2) * k;
  const p = smooth(
    [
      [x0 + 4, y],
      [(x0 + x1) / 2, y + ry + 3],
      [x1 + len * 0.25, y + ry * 0.75],
      [x1 + len, y - ry * 0.2 - len * 0.04],
      [x1 + len * 0.92, y - ry * 0.9 - len * 0.1],
      [x1 + len * 0.2, y - ry * 1.25],
      [(x0 + x1) / 2, y - ry],
    ],
    true,
    1.5,
  );
  return `<g${a < 1 ? ` opacity="${num2(a)}"` : ""}><path d="${d(p)}" fill="${grad("k")}"/><ellipse cx="${num((x0 + x1) / 2 + 8)}" cy="${num(y + ry * 0.35)}" rx="${num((x1 - x0) * 0.6)}" ry="${num(Math.max(10, ry * 1.1))}" fill="${grad("y")}"/></g>`;
}

/** Smaller to write: a colour takes its opacity as further digits; "no fill" is the outermost default. */
function tighten(svg: string) {
  return svg.replace(/<[a-z][^>]*>/gi, (tag) => {
    for (const kind of ["fill", "stroke", "stop"]) {
      const name = kind === "stop" ? "stop-color" : kind;
      const c = tag.match(new RegExp(` ${name}="#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"`));
      const a = tag.match(new RegExp(` ${kind}-opacity="([0-9.]+)"`));
      if (!c || !a) continue;
      const v = Math.min(1, Number(a[1]));
      const hex =
        c[1]!.length === 3
          ? Math.round(v * 15).toString(16)
          : Math.round(v * 255)
              .toString(16)
              .padStart(2, "0");
      tag = tag.replace(a[0], "").replace(c[0], ` ${name}="#${c[1]}${v === 1 ? "" : hex}"`);
    }
    return tag;
  });
}
export function finish(body: string, title: string, w = 800, h = 1000) {
  for (const u of used) defs.push(G[u]!.replace("@", pre + u.toUpperCase()));
  const inner = body.replaceAll(' fill="none"', "");
  return (
    tighten(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img"><title>${title}</title><defs>${defs.join("")}</defs><g fill="none" stroke-linecap="round" stroke-linejoin="round">${inner}</g></svg>`,
    ) + "\n"
  );
}

// ---- small helpers used by many pictures -----------------------------------------------------------------------

export const quad =
  (A: number[], B: number[], C: number[], D: number[]) =>
  (u: number, v: number): [number, number] => [
    (A[0]! * (1 - u) + B[0]! * u) * (1 - v) + (D[0]! * (1 - u) + C[0]! * u) * v,
    (A[1]! * (1 - u) + B[1]! * u) * (1 - v) + (D[1]! * (1 - u) + C[1]! * u) * v,
  ];
export const patch = (
  q: (u: number, v: number) => [number, number],
  u0: number,
  v0: number,
  u1: number,
  v1: number,
): P => line(q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1));

/** A leaf with its darker half; drawn twice by hand, then used wherever one of its colour grows. */
export function leaf(x: number, y: number, len: number, wd: number, ang: number, c: string, ink = 1.6) {
  const n = Math.round(Math.abs(x + y)) % 2;
  const make = () => {
    const ty = n ? 2 : -2;
    return `<path d="M0 0C12-${12 + n * 2} 35-${11 - n} 50 ${ty} 38 ${10 - n} 15 12 0 0z" fill="${c}" stroke="${LINE}" stroke-width="${ink}"/><path d="M0 0C20 2 35 0 50 ${ty} 38 ${10 - n} 15 12 0 0z" fill="${SH}" fill-opacity=".24"/>`;
  };
  return stamp("leaf" + c + n, make)(x, y, [len / 50, wd / 12], ang);
}
export const leaves = (list: number[][], c: string, ink = 1.6) =>
  list.map(([x, y, l, w, a]) => leaf(x!, y!, l!, w!, a!, c, ink)).join("");
export function along(p: P): number[][] {
  const sam: number[][] = [];
  for (let i = 1; i < p.length; i++) {
    const a = p[i - 1]!.slice(-2),
      s = p[i]!;
    for (let t = 0; t < 1; t += 0.05) {
      const u = 1 - t;
      sam.push([
        u ** 3 * a[0]! + 3 * u * u * t * s[0]! + 3 * u * t * t * s[2]! + t ** 3 * s[4]!,
        u ** 3 * a[1]! + 3 * u * u * t * s[1]! + 3 * u * t * t * s[3]! + t ** 3 * s[5]!,
      ]);
    }
  }
  return sam;
}
export function sprig(pts: number[][], n: number, len: number, wd: number, c: string, stem = c, spread = 48) {
  const p = smooth(pts, false, 1),
    sam = along(p),
    list: number[][] = [];
  for (let i = 0; i < n; i++) {
    const q = Math.floor(sam.length * (0.18 + (0.8 * i) / n)),
      a = sam[q]!,
      b = sam[Math.min(sam.length - 1, q + 2)]!,
      e = sam[Math.max(0, q - 2)]!;
    const dir = (Math.atan2(b[1]! - e[1]!, b[0]! - e[0]!) * 180) / Math.PI,
      k = 1 - 0.35 * (i / n);
    list.push([a[0]!, a[1]!, len * k * rnd(0.85, 1.1), wd * k, dir + (i % 2 ? 1 : -1) * (spread + j(8))]);
  }
  const e = sam.at(-1)!,
    e0 = sam.at(-4)!;
  list.push([e[0]!, e[1]!, len * 0.7, wd * 0.65, (Math.atan2(e[1]! - e0[1]!, e[0]! - e0[0]!) * 180) / Math.PI]);
  return stroke(p, INK, 6, 0.75) + stroke(p, stem, 3.6) + leaves(list, c);
}
export const stem = (pts: number[][], c = "#4F7A45", w = 4) => {
  const p = smooth(pts, false, 1);
  return stroke(p, INK, w + 2.6, 0.75) + stroke(p, c, w);
};
export function ball(x: number, y: number, r: number, c: string, ry = r, o: ShapeOptions = {}) {
  return shape(ell(x, y, r, ry, r * 0.03), c, {
    g: "r",
    sh: 0.5,
    w: r * 0.5,
    lit: 0,
    ink: Math.min(2.6, 1 + r / 30),
    ...o,
  });
}
/** Small round things: berries, beans, knobs. Many of one colour share their paths. */
export function beads(list: number[][], c: string, ink = 1.8) {
  const n = (v: number) => num(v);
  const circ = list.map(([x, y, r]) => `<circle cx="${n(x!)}" cy="${n(y!)}" r="${n(r!)}"/>`).join("");
  const shade = list
    .map(
      ([x, y, r]) =>
        `M${join([x! + r! * 0.5, y! - r! * 0.75])}A${join([r! * 0.9, r! * 0.9])} 0 0 1 ${join([x! - r! * 0.6, y! + r! * 0.68])}A${join([r! * 1.3, r! * 1.3])} 0 0 0 ${join([x! + r! * 0.5, y! - r! * 0.75])}z`,
    )
    .join("");
  const hi = list
    .map(([x, y, r]) => `M${join([x! - r! * 0.5, y! - r! * 0.1])}q${join([0, -r! * 0.35, r! * 0.35, -r! * 0.4])}`)
    .join("");
  return `<g fill="${c}" stroke="${INK}" stroke-opacity=".8" stroke-width="${ink}">${circ}</g><path d="${shade}" fill="${SH}" fill-opacity=".32"/><path d="${hi}" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="${n(Math.max(1.4, (list[0]?.[2] ?? 10) * 0.16))}"/>`;
}
export function apple(x: number, y: number, r: number, c: string) {
  return stamp("apple", () => {
    const q = 60;
    const p = smooth(
      [
        [0, -q * 0.78],
        [q * 0.5, -q * 0.98],
        [q, -q * 0.3],
        [q * 0.78, q * 0.62],
        [q * 0.22, q * 0.92],
        [-q * 0.2, q * 0.92],
        [-q * 0.78, q * 0.62],
        [-q, -q * 0.28],
        [-q * 0.5, -q * 0.98],
      ],
      true,
      1,
    );
    return (
      shape(p, "", {
        g: "r",
        w: 30,
        sh: 0.5,
        lit: 0,
        in: brush(-36, -42, 66, 78, 9, "#F7D98B", 0.4, 82, 30, 3) + gleam(-30, -33, 36, 12, 7, 0.6),
      }) +
      stroke(line([0, -43], [6, -69]), INK, 5.4) +
      stroke(
        smooth(
          [
            [-17, -44],
            [0, -40],
            [17, -44],
          ],
          false,
          0,
        ),
        INK,
        2,
        0.5,
      )
    );
  })(x, y, r / 60, j(8), c);
}
export function lemon(x: number, y: number, r: number, a = -20) {
  return stamp("lemon", () =>
    shape(
      smooth(
        [
          [-78, 0],
          [-60, -24],
          [0, -52],
          [60, -24],
          [81, 0],
          [60, 25],
          [0, 52],
          [-60, 25],
        ],
        true,
        1,
      ),
      "#F0C23F",
      { g: "r", w: 27, sh: 0.6, lit: 0, in: speckle(-60, -42, 120, 84, 20, "#B97F14", 3, 0.4) },
    ),
  )(x, y, r / 60, a);
}
export function egg(x: number, y: number, r: number, c: string, a = 20) {
  return stamp("egg", () =>
    shape(
      smooth(
        [
          [-62, 0],
          [-30, -40],
          [20, -46],
          [51, 0],
          [20, 46],
          [-30, 40],
        ],
        true,
        0.5,
      ),
      "",
      { g: "r", w: 25, sh: 0.5, lit: 0, in: speckle(-50, -50, 100, 100, 12, "#7A4A2E", 2.6, 0.4) },
    ),
  )(x, y, r / 50, a, c);
}
export function steam(x: number, y: number, h = 120) {
  const one = (dx: number, k: number) =>
    smooth(
      [
        [x + dx, y],
        [x + dx + 18 * k, y - h * 0.25],
        [x + dx - 12 * k, y - h * 0.55],
        [x + dx + 12 * k, y - h * 0.85],
        [x + dx + 4, y - h],
      ],
      false,
      2,
    );
  return (
    stroke([one(-30, 1), one(24, -0.8)], "#C9BBA8", 6, 0.55) + stroke([one(-30, 1), one(24, -0.8)], "#fff", 3, 0.8)
  );
}

// ---- labels ----------------------------------------------------------------------------------------------------

/** Small pictures for labels and stamps, about 100 units wide around the origin, in one colour. */
export const EMBLEM: Record<string, (c: string) => string> = {
  cart: (c) =>
    `<path d="M-44-20q0 12 11 12t11-12q0 12 11 12T0-20q0 12 11 12t11-12q0 12 11 12t11-12l-6-24h-76zM-36-6h4v16h64V-6h4v16h16v5h-9l-6 18h-62l-8-23h3zM-12 36a15 15 0 1 0 .1 0zM20 36a15 15 0 1 0 .1 0z" fill="${c}"/>`,
  bee: (c) =>
    `<g fill="${c}"><path d="M-10-4a12 18 0 1 1 .1 0zM14-4a12 18 0 1 1 .1 0z" fill-opacity=".45"/><path d="M-28-6q28-16 56 0l-1 8h-54zM-27 6h54q-1 6-3 9h-48q-2-3-3-9zM-22 19H22Q14 34 0 40q-14-6-22-21z"/></g>`,
  leaf: (c) => `<path d="M0 44C-44 20-34-26 0-48 34-26 44 20 0 44zm-2-8V-24h4V36z" fill="${c}" fill-rule="evenodd"/>`,
  sun: (c) =>
    `<g fill="none" stroke="${c}" stroke-width="6"><circle r="18" fill="${c}"/><path d="M0-30v-12M0 30v12M-30 0h-12M30 0h12M-21-21l-9-9M21-21l9-9M-21 21l-9 9M21 21l9 9"/></g>`,
  apple: (c) =>
    `<path d="M0-22c14-14 42-8 40 20C38 26 18 46 0 38-18 46-38 26-40-2-42-30-14-36 0-22zM3-24q-2-16 16-22 2 16-16 22z" fill="${c}"/>`,
  berry: (c) =>
    `<g fill="${c}"><circle r="13" cx="-14" cy="-4"/><circle r="13" cx="14" cy="-4"/><circle r="13" cx="0" cy="-14"/><circle r="13" cy="8"/><circle r="13" cx="-10" cy="20"/><circle r="13" cx="11" cy="20"/><circle r="11" cy="34"/><path d="M0-20q-22-4-26-22 18 0 26 14 8-14 26-14-4 18-26 22z"/></g>`,
  wheat: (c) =>
    `<path d="M-2 48V-8h4v56zM0-46q12 14 0 28-12-14 0-28zM4-14q20-4 22-20Q6-32 4-14zm0 20q20-4 22-20Q6-12 4 6zm0 20q20-4 22-20Q6 8 4 26zM-4-14q-20-4-22-20Q-6-32-4-14zm0 20q-20-4-22-20Q-6-12-4 6zm0 20q-20-4-22-20Q-6 8-4 26z" fill="${c}"/>`,
  flame: (c) =>
    `<path d="M0-46C8-22 30-8 26 16 24 36 12 44 0 44s-24-8-26-28c-2-16 14-22 14-38 6 6 8 12 8 18 6-8 6-26 4-42z" fill="${c}"/>`,
  star: (c) => `<path d="M0-42l12 28 30 2-23 20 7 30L0 22l-26 16 7-30-23-20 30-2z" fill="${c}"/>`,
  moon: (c) => `<path d="M16-40A42 42 0 1 0 34 24 34 34 0 1 1 16-40z" fill="${c}"/>`,
  drop: (c) => `<path d="M0-46C12-18 30-4 30 16a30 30 0 0 1-60 0C-30-4-12-18 0-46z" fill="${c}"/>`,
  fig: (c) => `<path d="M0-46l4 14c22 8 34 28 32 46C34 34 16 44 0 44s-34-10-36-30c-2-18 10-38 32-46z" fill="${c}"/>`,
  tomato: (c) =>
    `<path d="M0-22c22-10 44 4 42 26C40 28 20 40 0 40S-40 28-42 4C-44-18-22-32 0-22zM0-26l-6-16 6 6 6-8 2 10 14-4-12 14z" fill="${c}"/>`,
};
export const emblem = (name: string, x: number, y: number, k: number, c: string) => at(EMBLEM[name]!(c), x, y, k);

export const rule = (x: number, y: number, w: number, c: string, sw = 2.6, a = 0.75) =>
  stroke(
    smooth(
      [
        [x, y],
        [x + w / 2, y + j(1)],
        [x + w, y],
      ],
      false,
      0.4,
    ),
    c,
    sw,
    a,
  );
/** A paper label on something round: bowed edges, frame, emblem, ruled lines. */
export function label(
  cx: number,
  y: number,
  w: number,
  h: number,
  bow: number,
  paper: string,
  c: string,
  emb = "cart",
  frame = c,
) {
  const half = w / 2;
  const edge = (yy: number, hw: number): P => [
    [cx - hw, yy],
    [cx - hw * 0.5, yy + bow, cx + hw * 0.5, yy + bow, cx + hw, yy],
  ];
  const a = edge(y, half);
  const p: P = [
    ...a,
    [cx + half, y + h],
    [cx + half * 0.5, y + h + bow, cx - half * 0.5, y + h + bow, cx - half, y + h],
  ];
  const e = Math.min(w, h) / 100;
  return shape(p, paper, {
    sh: 0.35,
    w: 16,
    lit: 0,
    ink: 1.8,
    in:
      stroke([edge(y + 9, half - 9), edge(y + h - 10, half - 9)], frame, 2.4, 0.9) +
      emblem(emb, cx, y + h * 0.4 + bow * 0.75, e * 0.5, c) +
      stroke([edge(y + h * 0.7, half * 0.62), edge(y + h * 0.8, half * 0.44)], c, 3, 0.7),
  });
}
export function tag(x: number, y: number, a = 12, c = "#F2B33D") {
  const p = rot(
    poly(
      [
        [x, y - 16],
        [x + 16, y - 28],
        [x + 92, y - 28],
        [x + 92, y + 28],
        [x + 16, y + 28],
        [x, y + 16],
      ],
      3,
    ),
    a,
    x,
    y,
  );
  return (
    shape(p, c, { w: 10, sh: 0.6, ink: 2 }) +
    group(
      `<circle cx="${x + 14}" cy="${y}" r="5" fill="${INK}"/>` +
        rule(x + 34, y - 6, 44, INK, 3, 0.7) +
        rule(x + 34, y + 8, 30, INK, 3, 0.7),
      `rotate(${a} ${x} ${y})`,
    )
  );
}
/** A box seen a little from above and from the left. */
export function box(
  x: number,
  y: number,
  w: number,
  h: number,
  dx: number,
  dy: number,
  c: string,
  o: { front?: string; top?: string; side?: string; topc?: string; r?: number } = {},
) {
  const A = [x, y],
    B = [x + w, y],
    C = [x + w, y + h],
    D = [x, y + h],
    E = [x + dx, y - dy],
    F = [x + w + dx, y - dy],
    G_ = [x + w + dx, y + h - dy];
  const r = o.r ?? 3;
  return (
    shape(poly([B, F, G_, C], r), c, {
      sh: 0,
      lit: 0,
      in: `${o.side ?? ""}<path d="${d(line(B, F, G_, C))}" fill="${SH}" fill-opacity=".34"/>`,
    }) +
    shape(poly([A, B, C, D], r), c, { sh: 0.7, w: 26, lit: 0.3, in: o.front, g: "f" }) +
    shape(poly([A, E, F, B], r), o.topc ?? c, {
      sh: 0,
      lit: 0,
      in: `<path d="${d(line(A, E, F, B))}" fill="#fff" fill-opacity=".2"/>${o.top ?? ""}`,
    })
  );
}
