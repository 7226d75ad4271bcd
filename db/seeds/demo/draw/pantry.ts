import {
  apple,
  at,
  band,
  beads,
  box,
  brush,
  cast,
  ell,
  emblem,
  fill,
  gleam,
  group,
  INK,
  j,
  label,
  lathe,
  leaves,
  line,
  LINE,
  mv,
  poly,
  quad,
  rect,
  rnd,
  rot,
  rule,
  SH,
  shape,
  smooth,
  speckle,
  sprig,
  stamp,
  stroke,
  T,
  tube,
  turned,
} from "./kit.ts";
import type { Book } from "./book.ts";

/** A straight glass jar: what is in it, and a lid. */
export function jar(
  cx: number,
  y: number,
  r: number,
  h: number,
  inside: string,
  o: {
    lid?: string;
    lidh?: number;
    level?: number;
    content?: string;
    clear?: number;
    neck?: number;
    nolid?: boolean;
  } = {},
) {
  const nk = o.neck ?? 0.84;
  const l = lathe(
    cx,
    [
      [y, r * nk],
      [y + 16, r * nk],
      [y + 44, r * 0.99],
      [y + h * 0.5, r],
      [y + h - 24, r * 0.98],
      [y + h, r * 0.86, 1],
      [y + h + 4, r * 0.84],
    ],
    0.18,
  );
  const lv = y + (o.level ?? 40);
  let s = shape(l.p, "#EEF0E8", {
    g: "g",
    w: 34,
    sh: 0.7,
    lit: 0.7,
    in:
      fill(
        [
          [cx - r - 8, lv],
          [cx - r * 0.5, lv + r * 0.2, cx + r * 0.5, lv + r * 0.2, cx + r + 8, lv],
          [cx + r + 8, y + h + 60],
          [cx - r - 8, y + h + 60],
        ],
        inside,
        o.clear ?? 0.96,
      ) +
      fill(ell(cx, lv, r, r * 0.15), "#fff", 0.28) +
      (o.content ?? ""),
    over:
      gleam(cx - r * 0.8, y + 60, h - 110, 6, r * 0.11, 0.7) +
      gleam(cx + r * 0.84, y + 80, h - 150, -4, -r * 0.05, 0.5),
  });
  if (!o.nolid) {
    const lh = o.lidh ?? 54,
      ll = lathe(
        cx,
        [
          [y - lh, r * nk * 1.04],
          [y - lh + 8, r * nk * 1.08],
          [y + 4, r * nk * 1.08, 1],
          [y + 8, r * nk * 1.08],
        ],
        0.18,
      );
    s +=
      shape(ll.p, o.lid ?? "#C99A3C", { g: "m", w: 18 }) +
      shape(ell(cx, y - lh, r * nk * 1.04, r * nk * 0.187), o.lid ?? "#C99A3C", { g: "f", w: 14, sh: 0.3, lit: 0.6 });
  }
  return s;
}
/** Cloth tied over a jar. */
export function bonnet(cx: number, y: number, r: number, c: string, check: string) {
  const p = smooth(
    [
      [cx - r * 1.3, y + 74],
      [cx - r * 1.02, y + 30],
      [cx - r * 0.96, y - 14],
      [cx - r * 0.7, y - 34],
      [cx, y - 46],
      [cx + r * 0.7, y - 34],
      [cx + r * 0.96, y - 14],
      [cx + r * 1.02, y + 30],
      [cx + r * 1.28, y + 76],
      [cx + r * 0.8, y + 66],
      [cx + r * 0.4, y + 92],
      [cx, y + 76],
      [cx - r * 0.45, y + 94],
      [cx - r * 0.85, y + 66],
    ],
    true,
    2,
  );
  const g1 = [],
    g2 = [];
  for (let i = -5; i <= 5; i++)
    g1.push(
      smooth(
        [
          [cx + i * r * 0.16, y - 50],
          [cx + i * r * 0.19, y + 10],
          [cx + i * r * 0.26, y + 100],
        ],
        false,
        1,
      ),
    );
  for (let i = 0; i < 5; i++)
    g2.push(
      smooth(
        [
          [cx - r * 1.3, y - 26 + i * 26],
          [cx, y - 12 + i * 26],
          [cx + r * 1.3, y - 26 + i * 26],
        ],
        false,
        1,
      ),
    );
  return (
    shape(p, c, { g: "v", w: 24, in: stroke(g1, check, 12, 0.55) + stroke(g2, check, 12, 0.55) }) +
    tube(
      smooth(
        [
          [cx - r * 1.02, y + 32],
          [cx, y + 48],
          [cx + r * 1.02, y + 32],
        ],
        false,
      ),
      7,
      "#D9B98A",
    ) +
    tube(
      smooth(
        [
          [cx + 10, y + 46],
          [cx + 44, y + 24],
          [cx + 60, y + 44],
          [cx + 14, y + 50],
          [cx + 40, y + 92],
        ],
        false,
      ),
      5,
      "#D9B98A",
    ) +
    tube(
      smooth(
        [
          [cx + 4, y + 50],
          [cx - 30, y + 30],
          [cx - 40, y + 56],
          [cx + 6, y + 52],
          [cx - 16, y + 98],
        ],
        false,
      ),
      5,
      "#D9B98A",
    )
  );
}
export function bag(x: number, y: number, w: number, h: number, c: string, front = "") {
  const p = smooth(
    [
      [x, y + h, 1],
      [x - 6, y + h * 0.5],
      [x + 14, y + 60],
      [x + 10, y, 1],
      [x + w - 10, y - 4, 1],
      [x + w - 14, y + 60],
      [x + w + 6, y + h * 0.5],
      [x + w - 2, y + h, 1],
      [x + w * 0.5, y + h + 10],
    ],
    true,
    2,
  );
  return shape(p, c, {
    g: "v",
    w: 40,
    in:
      brush(x, y, w, h, 14, "#fff", 0.2, 84, 120, 8) +
      stroke([line([x + 34, y + 50], [x + 20, y + h]), line([x + w - 34, y + 50], [x + w - 18, y + h])], SH, 3, 0.22) +
      front,
  });
}
const TEA: Record<string, { c: string; e: string; lid: string }> = {
  breakfast: { c: "#8C2F39", e: "sun", lid: "#D2A64E" },
  mint: { c: "#1E6355", e: "leaf", lid: "#D2A64E" },
  smoky: { c: "#3D3A44", e: "flame", lid: "#B9714A" },
};
const BAR: Record<string, { c: string; d: string; e: string; bar: string }> = {
  "sea-salt": { c: "#34506F", d: "#E9D9B8", e: "drop", bar: "#5A3320" },
  "sour-cherry": { c: "#8C2F39", d: "#F0C9B4", e: "berry", bar: "#4A2618" },
  hazelnut: { c: "#DDA03A", d: "#5A3320", e: "wheat", bar: "#7A4A2C" },
};

export const pantry: Book = {
  "wildflower-honey": {
    table: T.sage,
    title: "A jar of amber honey with a wooden dipper",
    draw() {
      const dr = (x: number, y: number) =>
        tube(
          smooth(
            [
              [x + 210, y - 150],
              [x + 110, y - 76],
              [x + 30, y - 20],
            ],
            false,
          ),
          14,
          "#B26A42",
        ) +
        [0, 1, 2, 3, 4]
          .map((i) =>
            shape(
              rot(
                ell(x + 24 - i * 13, y - 16 + i * 9, 9, 34 - Math.abs(i - 2) * 7),
                -54,
                x + 24 - i * 13,
                y - 16 + i * 9,
              ),
              "#C98F57",
              { g: "f", w: 8, lit: 0.3 },
            ),
          )
          .join("");
      return (
        cast(214, 520, 816, 240) +
        jar(370, 430, 162, 384, "#D88A1C", {
          lid: "#E9D9B8",
          level: 58,
          content:
            fill(ell(330, 650, 110, 150), "#F2B33D", 0.6) +
            beads(
              [
                [280, 740, 7],
                [310, 560, 5],
                [440, 690, 6],
              ],
              "#F6CC6A",
              0.5,
            ),
        }) +
        label(370, 560, 210, 180, 26, "#FBF3E0", "#8A5A12", "bee", "#8C2F39") +
        cast(430, 600, 872, 60, 0.2) +
        shape(
          smooth(
            [
              [420, 862],
              [456, 846],
              [540, 850],
              [566, 866],
              [520, 884],
              [450, 882],
            ],
            true,
            2,
          ),
          "#E0991F",
          { w: 8, sh: 0.6, lit: 0.7 },
        ) +
        dr(478, 846) +
        sprig(
          [
            [120, 880],
            [170, 850],
            [228, 846],
          ],
          6,
          34,
          10,
          "#6E8B57",
        ) +
        beads(
          [
            [250, 842, 12],
            [236, 858, 10],
            [262, 862, 11],
          ],
          "#8A6FA8",
        )
      );
    },
  },
  "blackberry-jam": {
    table: T.rose,
    title: "A jar of blackberry jam under a gingham cloth",
    draw() {
      const cl = (px: number, py: number) =>
        stamp("bramble", () => {
          const x = 0,
            y = 0;
          return (
            beads(
              [
                [x - 14, y - 20, 12],
                [x + 10, y - 22, 12],
                [x - 24, y, 12],
                [x, y - 4, 13],
                [x + 24, y - 2, 12],
                [x - 12, y + 16, 12],
                [x + 12, y + 16, 12],
                [x, y + 32, 11],
              ],
              "#43284A",
              1.5,
            ) +
            leaves(
              [
                [x, y - 28, 26, 7, -150],
                [x, y - 28, 26, 7, -90],
                [x, y - 28, 26, 7, -30],
              ],
              "#5C8A4F",
            )
          );
        })(px, py, 1, j(16));
      return (
        cast(226, 540, 816, 230) +
        jar(385, 450, 168, 362, "#4A1C38", {
          nolid: true,
          level: 20,
          content:
            fill(ell(340, 680, 110, 130), "#7E2F55", 0.5) +
            beads(
              [
                [300, 760, 12],
                [450, 570, 11],
                [470, 770, 12],
              ],
              "#5B2F4A",
              0,
            ),
        }) +
        label(385, 590, 214, 170, 27, "#FBF3E0", "#5B2F4A", "berry") +
        bonnet(385, 430, 152, "#FBF3E6", "#8C2F39") +
        cast(110, 240, 866, 70, 0.25) +
        cl(150, 838) +
        cl(214, 852) +
        sprig(
          [
            [600, 880],
            [650, 850],
            [700, 850],
          ],
          4,
          44,
          15,
          "#5C7F4A",
        ) +
        cl(620, 846)
      );
    },
  },
  "cider-vinegar": {
    table: T.honey,
    fit: [1.05, -8],
    title: "A corked bottle of cider vinegar with two apples",
    draw() {
      const l = lathe(
        370,
        [
          [300, 38],
          [316, 36],
          [420, 40],
          [500, 96],
          [560, 122],
          [680, 124],
          [790, 120, 1],
          [812, 108],
        ],
        0.2,
      );
      return (
        cast(256, 480, 812, 260) +
        shape(
          lathe(
            370,
            [
              [250, 30],
              [262, 33],
              [310, 30, 1],
              [316, 28],
            ],
            0.25,
          ).p,
          "#C79A68",
          { g: "v", w: 10, in: speckle(334, 240, 76, 80, 16, "#7A4E2A", 4, 0.5) },
        ) +
        shape(l.p, "#F1EBD8", {
          g: "g",
          w: 36,
          in:
            fill(
              smooth([
                [200, 470, 1],
                [370, 490],
                [540, 470, 1],
                [540, 850, 1],
                [200, 850, 1],
              ]),
              "#C9791E",
              0.92,
            ) +
            fill(ell(340, 640, 80, 180), "#EDAE44", 0.5) +
            fill(
              smooth([
                [250, 800],
                [300, 770],
                [370, 782],
                [440, 766],
                [500, 800],
                [500, 850],
                [250, 850],
              ]),
              "#8A4A12",
              0.35,
            ),
          over: gleam(268, 560, 210, 8, 14, 0.65) + gleam(344, 330, 90, 2, 7, 0.7),
        }) +
        label(370, 580, 176, 170, 22, "#FBF3E0", "#8C2F39", "apple", "#0F5C4F") +
        tube(
          smooth(
            [
              [334, 420],
              [370, 430],
              [408, 420],
            ],
            false,
          ),
          7,
          "#8C2F39",
        ) +
        cast(520, 680, 842, 80, 0.24) +
        apple(590, 784, 72, "#B4323A") +
        apple(196, 836, 62, "#A9A544")
      );
    },
  },
  "garden-pickles": {
    table: T.blue,
    title: "A clip-top jar of cucumber pickles and dill",
    draw() {
      const slices = [
        [300, 560],
        [390, 545],
        [470, 580],
        [285, 650],
        [375, 640],
        [462, 670],
        [310, 738],
        [405, 728],
        [480, 756],
        [350, 800],
        [440, 812],
      ]
        .map(([x, y]) => {
          const a = j(40),
            r = 44 + j(4);
          return (
            group(
              `<ellipse cx="${x}" cy="${y}" rx="${Math.round(r)}" ry="${Math.round(r * rnd(0.55, 0.9))}" fill="#B9C46A" stroke="#4E6B2C" stroke-width="6"/><ellipse cx="${x}" cy="${y}" rx="${Math.round(r * 0.55)}" ry="${Math.round(r * 0.4)}" fill="#D6DC98"/>`,
              `rotate(${Math.round(a)} ${x} ${y})`,
            ) + speckle(x! - 16, y! - 10, 32, 20, 5, "#F3F0D0", 5, 0.9)
          );
        })
        .join("");
      return (
        cast(226, 546, 818, 230) +
        jar(386, 440, 166, 376, "#C9CB7E", {
          nolid: true,
          level: 30,
          clear: 0.7,
          neck: 0.9,
          content:
            slices +
            stroke(
              [
                smooth(
                  [
                    [330, 500],
                    [350, 600],
                    [330, 700],
                    [352, 820],
                  ],
                  false,
                ),
              ],
              "#4F7A45",
              4,
              0.9,
            ) +
            stroke(
              [
                line([342, 560], [310, 540]),
                line([346, 580], [380, 556]),
                line([340, 640], [304, 618]),
                line([336, 670], [372, 650]),
                line([336, 730], [300, 716]),
              ],
              "#4F7A45",
              3,
              0.9,
            ) +
            beads(
              [
                [430, 500, 7],
                [280, 790, 7],
                [500, 640, 7],
              ],
              "#C9962F",
              1,
            ),
        }) +
        shape(
          lathe(
            386,
            [
              [372, 120],
              [384, 146],
              [420, 154],
              [436, 152, 1],
              [440, 152],
            ],
            0.2,
          ).p,
          "#E9ECE4",
          { g: "g", w: 20, in: gleam(262, 390, 40, 6, 12, 0.7) },
        ) +
        fill(line([234, 436], [538, 436], [538, 448], [234, 448]), "#C4622D") +
        stroke(line([234, 436], [538, 436]), INK, 2, 0.5) +
        stroke(line([234, 448], [538, 448]), INK, 2, 0.5) +
        tube(
          smooth(
            [
              [214, 470],
              [208, 420],
              [250, 370],
              [386, 350],
              [520, 370],
              [564, 420],
              [556, 500],
            ],
            false,
          ),
          7,
          "#AEB5B2",
        ) +
        tube(
          smooth(
            [
              [214, 470],
              [386, 496],
              [556, 476],
            ],
            false,
          ),
          6,
          "#AEB5B2",
        ) +
        at(
          shape(
            poly(
              [
                [0, 0],
                [110, -8],
                [116, 66],
                [6, 74],
              ],
              4,
            ),
            "#FBF3E0",
            { w: 8, sh: 0.4, lit: 0, in: rule(18, 24, 76, "#0F5C4F", 4) + rule(20, 44, 56, "#0F5C4F", 4) },
          ),
          470,
          500,
          1,
          8,
        ) +
        stroke(
          smooth(
            [
              [468, 476],
              [474, 494],
              [486, 514],
            ],
            false,
          ),
          "#B98A5A",
          4,
        )
      );
    },
  },
  "loose-leaf-tea": {
    table: T.clay,
    title: "A tea tin with a brass lid and a scoop of leaves",
    variants: { breakfast: {}, mint: {}, smoky: {} },
    draw(v) {
      const t = TEA[v ?? "breakfast"]!;
      const l = lathe(
          380,
          [
            [440, 150],
            [452, 152],
            [620, 152],
            [800, 152, 1],
            [810, 150],
          ],
          0.2,
        ),
        lid = lathe(
          380,
          [
            [392, 150],
            [400, 156],
            [446, 156, 1],
            [452, 156],
          ],
          0.2,
        ),
        top = lathe(
          380,
          [
            [366, 60],
            [374, 66],
            [388, 64, 1],
            [392, 64],
          ],
          0.22,
        );
      return (
        cast(230, 534, 812, 240) +
        shape(l.p, t.c, {
          g: "m",
          w: 36,
          in:
            band(l, 470, 5, "#E9C77A") +
            band(l, 484, 2.4, "#E9C77A") +
            band(l, 776, 5, "#E9C77A") +
            band(l, 790, 2.4, "#E9C77A") +
            turned(l, 10, "#fff", 0.12, 5),
        }) +
        label(380, 540, 196, 190, 27, "#FBF3E0", t.c, t.e, "#C99A3C") +
        shape(lid.p, t.lid, { g: "m", w: 18 }) +
        shape(ell(380, 392, 150, 30), t.lid, { g: "f", w: 16, sh: 0.3 }) +
        shape(top.p, t.lid, { g: "m", w: 10 }) +
        shape(ell(380, 366, 60, 13), t.lid, { g: "f", w: 8, sh: 0.2 }) +
        cast(470, 620, 878, 70, 0.2) +
        tube(
          smooth(
            [
              [604, 850],
              [680, 822],
              [730, 796],
            ],
            false,
          ),
          14,
          "#D2A64E",
        ) +
        shape(
          smooth([
            [470, 862],
            [500, 836],
            [570, 830],
            [616, 846],
            [600, 882],
            [540, 898],
            [490, 890],
          ]),
          "#D2A64E",
          { g: "f", w: 12 },
        ) +
        fill(
          smooth([
            [484, 858],
            [520, 838],
            [574, 838],
            [600, 850],
            [560, 866],
            [510, 870],
          ]),
          v === "mint" ? "#4F6B45" : "#3B271C",
        ) +
        brush(470, 830, 120, 34, 22, v === "mint" ? "#8FA46F" : "#8A5A36", 0.9, 24, 22, 4) +
        brush(420, 880, 130, 26, 12, v === "mint" ? "#4F6B45" : "#3B271C", 0.9, -20, 20, 4)
      );
    },
  },
  "stall-roast-coffee": {
    table: T.sand,
    title: "A kraft bag of coffee with beans spilled in front",
    draw() {
      const bean = (x: number, y: number, a: number) =>
        stamp(
          "bean",
          () =>
            `<ellipse rx="21" ry="14" fill="#5A321E" stroke="${LINE}" stroke-width="2"/><path d="M-18 0q10-7 18 0t18 0" fill="none" stroke="#2A150C" stroke-width="3"/><path d="M-12-7q8-5 16-2" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="3"/>`,
        )(x, y, 1, a);
      return (
        cast(214, 560, 812, 220, 0.14) +
        bag(212, 366, 344, 446, "#C49A69") +
        shape(
          poly(
            [
              [220, 340],
              [548, 336],
              [552, 402],
              [216, 406],
            ],
            5,
          ),
          "#B3875A",
          { g: "h", w: 14 },
        ) +
        tube(
          smooth(
            [
              [206, 398],
              [380, 402],
              [562, 396],
            ],
            false,
          ),
          8,
          "#8C2F39",
        ) +
        shape(rect(270, 470, 230, 256, 4), "#FBF3E0", {
          w: 16,
          sh: 0.4,
          lit: 0,
          in:
            `<path d="M270 470h230v52H270z" fill="#0F5C4F"/><path d="M270 522q0 16 19.2 16t19.2-16q0 16 19.2 16t19.2-16q0 16 19.2 16t19.2-16q0 16 19.2 16t19.2-16q0 16 19.2 16t19.2-16q0 16 19.2 16t19.2-16z" fill="#0F5C4F"/>` +
            emblem("cart", 386, 608, 1.1, "#8C2F39") +
            rule(306, 672, 160, INK, 4, 0.7) +
            rule(330, 694, 110, INK, 4, 0.7),
        }) +
        [
          [150, 850, 20],
          [196, 872, -30],
          [240, 846, 60],
          [110, 876, -10],
          [176, 826, 40],
          [290, 872, 10],
          [600, 868, -24],
          [644, 850, 30],
          [340, 856, -40],
        ]
          .map(([x, y, a]) => bean(x!, y!, a!))
          .join("")
      );
    },
  },
  "maple-syrup": {
    table: T.dusk,
    title: "A flask of maple syrup with a small loop handle",
    draw() {
      const p = smooth([
        [352, 330, 1],
        [350, 420],
        [300, 486],
        [234, 580],
        [224, 690],
        [262, 790],
        [330, 816, 1],
        [450, 818, 1],
        [520, 790],
        [556, 690],
        [548, 580],
        [480, 486],
        [432, 420],
        [430, 330, 1],
      ]);
      return (
        cast(270, 530, 814, 250, 0.16) +
        tube(
          smooth(
            [
              [432, 380],
              [490, 372],
              [500, 430],
              [450, 450],
            ],
            false,
          ),
          13,
          "#E9D2B0",
          { hi: 1.4 },
        ) +
        shape(p, "#EFE7D4", {
          g: "g",
          w: 40,
          in:
            fill(
              smooth([
                [180, 440, 1],
                [390, 452],
                [600, 440, 1],
                [600, 860, 1],
                [180, 860, 1],
              ]),
              "#8A3F12",
              0.95,
            ) +
            fill(ell(330, 650, 90, 130), "#D17A24", 0.65) +
            fill(ell(470, 770, 70, 40), "#E9A94A", 0.35),
          over: gleam(252, 580, 170, 20, 18, 0.6) + gleam(366, 350, 70, 2, 8, 0.7),
        }) +
        shape(
          lathe(
            391,
            [
              [282, 40],
              [292, 44],
              [330, 44, 1],
              [338, 44],
            ],
            0.22,
          ).p,
          "#8C2F39",
          { g: "m", w: 14 },
        ) +
        shape(ell(391, 282, 40, 9), "#A8434D", { w: 8, sh: 0.2 }) +
        shape(
          smooth([
            [300, 580],
            [390, 566],
            [482, 580],
            [488, 680],
            [470, 750],
            [390, 764],
            [312, 750],
            [294, 680],
          ]),
          "#FBF3E0",
          {
            w: 16,
            sh: 0.4,
            lit: 0,
            in:
              stroke(
                smooth([
                  [312, 590],
                  [390, 578],
                  [470, 590],
                  [476, 680],
                  [460, 740],
                  [390, 752],
                  [322, 740],
                  [306, 680],
                ]),
                "#8C2F39",
                3,
                0.8,
              ) +
              rule(346, 712, 90, "#6B3A1A", 4) +
              rule(360, 728, 62, "#6B3A1A", 4),
          },
        ) +
        at(
          `<path d="M0-54l11 20 18-9-5 30 24-12-4 17 14 4-26 22 4 12-33-7-2 26h-2l-2-26-33 7 4-12-26-22 14-4-4-17 24 12-5-30 18 9z" fill="#B4432A"/>`,
          391,
          642,
          1,
        ) +
        at(
          `<path d="M0-54l11 20 18-9-5 30 24-12-4 17 14 4-26 22 4 12-33-7-2 36h-2l-2-36-33 7 4-12-26-22 14-4-4-17 24 12-5-30 18 9z" fill="#C9642D" stroke="${LINE}" stroke-width="2.4"/><path d="M0-40V46M0 10l34-20M0 10l-34-20M0 24l22 6M0 24l-22 6" stroke="${LINE}" stroke-opacity=".6" stroke-width="1.8" fill="none"/>`,
          156,
          850,
          1.15,
          -34,
        )
      );
    },
  },
  "heirloom-beans": {
    table: T.sage,
    title: "A cotton sack of speckled beans, open, with a scoop",
    draw() {
      const bean = (x: number, y: number, a: number, c: string) =>
        stamp(
          "bean",
          () =>
            `<path d="M-20-2c0-14 14-16 22-12s18-2 20 8-8 18-22 17-20-3-20-13z" stroke="${LINE}" stroke-width="2"/><path d="M-12-6q5-5 12-3" stroke="#fff" stroke-width="3" stroke-opacity=".7" fill="none"/><path d="M2 4h3m6-3h2m-16 2h2" stroke="#6B2430" stroke-width="4"/>`,
        )(x, y, 1, a, c);
      const cs = ["#E4CDB0", "#C98A6E", "#8C2F39", "#F1E4CC", "#D9B48A"];
      let top = "";
      for (let r = 0; r < 5; r++)
        for (let i = 0; i < 5 + r; i++) {
          const n = 5 + r;
          top += bean(
            390 + (i - (n - 1) / 2) * 38 + j(6),
            420 + r * 22 + Math.abs(i - (n - 1) / 2) * 6 + j(4),
            j(80),
            cs[Math.floor(rnd(0, 5))]!,
          );
        }
      const p = smooth(
        [
          [196, 800],
          [176, 690],
          [200, 580],
          [222, 500],
          [300, 470],
          [390, 462],
          [480, 470],
          [556, 500],
          [580, 590],
          [600, 700],
          [578, 800],
          [480, 826],
          [380, 830],
          [280, 824],
        ],
        true,
        3,
      );
      return (
        cast(196, 590, 806, 230, 0.16) +
        shape(p, "#E7D9BF", {
          g: "v",
          w: 56,
          in:
            brush(190, 500, 400, 320, 18, "#fff", 0.35, 80, 120, 6) +
            brush(420, 540, 150, 270, 9, SH, 0.1, 76, 130, 9) +
            stroke(
              [
                smooth(
                  [
                    [250, 500],
                    [236, 600],
                    [260, 700],
                  ],
                  false,
                ),
                smooth(
                  [
                    [520, 500],
                    [540, 610],
                    [520, 690],
                  ],
                  false,
                ),
                smooth(
                  [
                    [330, 800],
                    [350, 740],
                    [340, 690],
                  ],
                  false,
                ),
              ],
              SH,
              4,
              0.22,
            ),
        }) +
        shape(
          smooth([
            [214, 510],
            [250, 452],
            [330, 410],
            [390, 400],
            [450, 410],
            [530, 452],
            [568, 510],
            [390, 560],
          ]),
          "#D3B592",
          { g: "h", sh: 0.4, lit: 0 },
        ) +
        top +
        shape(
          smooth(
            [
              [206, 496],
              [250, 530],
              [330, 548],
              [430, 548],
              [520, 532],
              [576, 496],
              [590, 530],
              [560, 566],
              [460, 590],
              [330, 590],
              [220, 566],
              [192, 530],
            ],
            true,
            2,
          ),
          "#F1E6D0",
          { w: 18, sh: 0.7 },
        ) +
        shape(rot(rect(300, 630, 184, 132, 4), -2, 390, 690), "#FBF6EA", {
          w: 10,
          sh: 0.3,
          lit: 0,
          in:
            stroke(rect(310, 640, 164, 112, 3), "#0F5C4F", 3) +
            emblem("leaf", 390, 682, 0.6, "#0F5C4F") +
            rule(334, 726, 112, INK, 4, 0.7),
        }) +
        [
          [130, 850, 30],
          [180, 872, -20],
          [240, 858, 70],
          [640, 852, -40],
          [690, 866, 20],
          [600, 880, 50],
        ]
          .map(([x, y, a], i) => bean(x!, y!, a!, cs[i % 4]!))
          .join("")
      );
    },
  },
  "chocolate-bar": {
    table: T.linen,
    fit: [1.06, 0, -30],
    title: "A wrapped chocolate bar with broken squares in front",
    variants: { "sea-salt": {}, "sour-cherry": {}, hazelnut: {} },
    draw(v) {
      const b = BAR[v ?? "sea-salt"]!;
      const wrap = poly(
        [
          [236, 300],
          [520, 286],
          [548, 772],
          [250, 786],
        ],
        5,
        2,
      );
      const q = quad([236, 300], [520, 286], [548, 772], [250, 786]);
      let dots = "";
      for (let r = 0; r < 11; r++)
        for (let c = 0; c < 6; c++) {
          const [x, y] = q(0.1 + c * 0.16 + (r % 2) * 0.04, 0.05 + r * 0.09);
          dots += `M${Math.round(x)} ${Math.round(y)}l9-9 9 9-9 9z`;
        }
      const sq = (x: number, y: number, a: number) =>
        group(
          box(x, y, 84, 26, 26, 42, b.bar, {
            topc: b.bar,
            top: fill(
              poly(
                [
                  [x + 24, y - 9],
                  [x + 38, y - 34],
                  [x + 90, y - 34],
                  [x + 76, y - 9],
                ],
                3,
              ),
              "#fff",
              0.16,
            ),
          }),
          `rotate(${a} ${x} ${y})`,
        );
      return (
        cast(250, 550, 780, 220, 0.08) +
        shape(mv(wrap, 16, 4), "#B98A5A", { sh: 1, w: 10, lit: 0 }) +
        shape(wrap, b.c, {
          g: "f",
          w: 30,
          in:
            `<path d="${dots}" fill="${b.d}" fill-opacity=".4"/>` +
            brush(240, 300, 290, 470, 10, "#fff", 0.14, 84, 140, 9) +
            `<path d="M230 470l330-14v170l-330 14z" fill="#FBF3E0"/><path d="M230 478l330-14M230 632l330-14" stroke="${b.c}" stroke-width="4"/>` +
            emblem(b.e, 396, 530, 0.95, b.c) +
            rule(330, 594, 132, b.c, 4),
        }) +
        shape(
          poly(
            [
              [234, 300],
              [520, 286],
              [516, 250],
              [498, 262],
              [476, 246],
              [452, 262],
              [428, 248],
              [404, 264],
              [380, 250],
              [356, 266],
              [330, 254],
              [306, 270],
              [282, 256],
              [258, 272],
              [240, 262],
            ],
            2,
            1,
          ),
          "#D9C08A",
          { g: "m", w: 8 },
        ) +
        cast(150, 380, 882, 60, 0.14) +
        sq(150, 856, -5) +
        sq(270, 884, 6) +
        (v === "sea-salt" || !v
          ? speckle(130, 850, 300, 50, 22, "#fff", 7, 0.95)
          : v === "hazelnut"
            ? beads(
                [
                  [430, 872, 22],
                  [470, 888, 20],
                ],
                "#B9783C",
              )
            : beads(
                [
                  [430, 868, 22],
                  [474, 884, 21],
                ],
                "#8C2F39",
              ))
      );
    },
  },
  "tea-sample": {
    table: T.rose,
    fit: [1, 0, -20],
    title: "A small paper twist of tea tied with thread",
    draw() {
      const pouch = smooth(
        [
          [360, 560, 1],
          [300, 610],
          [226, 690],
          [216, 770],
          [262, 826],
          [390, 846],
          [518, 826],
          [566, 770],
          [552, 690],
          [480, 610],
          [420, 560, 1],
        ],
        true,
        2,
      );
      const top = smooth(
        [
          [362, 552],
          [320, 500],
          [236, 446],
          [196, 400, 1],
          [250, 396],
          [272, 352, 1],
          [318, 388],
          [356, 326, 1],
          [400, 382],
          [452, 334, 1],
          [480, 388],
          [540, 362, 1],
          [552, 402],
          [600, 412, 1],
          [540, 456],
          [462, 504],
          [418, 554],
        ],
        true,
        2,
      );
      const creases = (list: number[][][]) =>
        stroke(
          list.map((q) => smooth(q, false, 1)),
          SH,
          4,
          0.24,
        );
      return (
        cast(240, 556, 822, 190, 0.16) +
        shape(top, "#FBF3E0", {
          g: "v",
          w: 18,
          in:
            creases([
              [
                [380, 550],
                [330, 480],
                [256, 424],
              ],
              [
                [386, 548],
                [364, 460],
                [340, 392],
              ],
              [
                [396, 548],
                [410, 460],
                [402, 388],
              ],
              [
                [402, 550],
                [450, 470],
                [480, 392],
              ],
              [
                [408, 552],
                [480, 490],
                [556, 420],
              ],
            ]) +
            fill(
              smooth(
                [
                  [400, 548, 1],
                  [430, 470],
                  [452, 340, 1],
                  [480, 388],
                  [466, 460],
                ],
                true,
                0,
              ),
              SH,
              0.1,
            ) +
            fill(
              smooth(
                [
                  [376, 548, 1],
                  [330, 470],
                  [272, 356, 1],
                  [252, 400],
                  [310, 470],
                ],
                true,
                0,
              ),
              SH,
              0.08,
            ),
        }) +
        shape(pouch, "#F6EDDA", {
          g: "v",
          w: 44,
          in:
            creases([
              [
                [372, 566],
                [310, 660],
                [286, 780],
              ],
              [
                [408, 566],
                [480, 660],
                [510, 770],
              ],
              [
                [384, 568],
                [360, 640],
                [352, 690],
              ],
              [
                [398, 568],
                [424, 640],
                [432, 680],
              ],
              [
                [380, 566],
                [280, 650],
                [240, 720],
              ],
              [
                [416, 570],
                [520, 680],
                [540, 740],
              ],
            ]) + brush(250, 660, 250, 150, 10, "#fff", 0.5, 84, 80, 8),
          over: emblem("cart", 392, 752, 1.1, "#8C2F39"),
        }) +
        tube(
          smooth(
            [
              [350, 548],
              [390, 560],
              [430, 548],
            ],
            false,
          ),
          11,
          "#0F5C4F",
        ) +
        tube(
          smooth(
            [
              [352, 562],
              [390, 574],
              [428, 562],
            ],
            false,
          ),
          9,
          "#0F5C4F",
        ) +
        tube(
          smooth(
            [
              [424, 560],
              [520, 560],
              [610, 610],
              [640, 700],
            ],
            false,
          ),
          5,
          "#0F5C4F",
        ) +
        at(
          shape(
            poly(
              [
                [0, 0],
                [104, -6],
                [108, 60],
                [4, 66],
              ],
              4,
            ),
            "#F2B33D",
            { w: 10, sh: 0.5, in: rule(20, 22, 66, INK, 4) + rule(22, 42, 46, INK, 4) },
          ),
          600,
          700,
          1,
          14,
        ) +
        brush(130, 850, 120, 30, 22, "#5A3A22", 0.95, 30, 24, 5) +
        brush(140, 850, 110, 30, 9, "#8FA46F", 0.9, -40, 20, 5) +
        beads(
          [
            [220, 872, 8],
            [150, 880, 7],
          ],
          "#C4622D",
        )
      );
    },
  },
};
