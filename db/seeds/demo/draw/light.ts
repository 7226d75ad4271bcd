import {
  at,
  ball,
  band,
  beads,
  box,
  brush,
  cast,
  ell,
  emblem,
  fill,
  gleam,
  grad,
  group,
  INK,
  label,
  lathe,
  leaves,
  line,
  LINE,
  mouth,
  rot,
  SH,
  shape,
  smooth,
  speckle,
  stroke,
  T,
  tube,
  turned,
} from "./kit.ts";

import type { Book } from "./book.ts";

/** A flame with its glow. */
export const flame = (x: number, y: number, k = 1) =>
  `<circle cx="${x}" cy="${y - 40 * k}" r="${150 * k}" fill="${grad("o")}"/>` +
  stroke(
    smooth(
      [
        [x, y + 10 * k],
        [x + 2, y - 10 * k],
      ],
      false,
      0,
    ),
    INK,
    4 * k,
  ) +
  at(
    `<path d="M0 0C-26-2-28-32-12-54-4-66 0-78 0-94 8-74 22-60 24-34 25-12 14 0 0 0z" fill="#F2A42E" stroke="${LINE}" stroke-width="2"/><path d="M0-4C-14-6-14-26-6-38-2-46 1-52 1-60 6-48 14-38 13-24 12-10 8-4 0-4z" fill="#FFF0B8"/>`,
    x,
    y,
    k,
  );
const WAX: Record<string, string> = {
  oxblood: "#93303B",
  "bottle-green": "#1E6355",
  honey: "#E0A02E",
  ivory: "#F4E9D0",
};
const SCENT: Record<string, { c: string; e: string }> = {
  "fig-leaf": { c: "#5F7F5A", e: "fig" },
  "wood-smoke": { c: "#6F5A54", e: "flame" },
  "tomato-vine": { c: "#B4432A", e: "tomato" },
};
const LAMP: Record<string, string> = { "bottle-green": "#1E6355", oxblood: "#93303B", zinc: "#A9B1B0" };

export const light: Book = {
  "beeswax-pillar": {
    table: T.clay,
    fit: [1.1, -4],
    title: "Three beeswax pillar candles, the tallest one lit",
    draw() {
      const pil = (cx: number, y: number, r: number, b: number) => {
        const l = lathe(
          cx,
          [
            [y, r],
            [y + 20, r + 2],
            [b - 10, r + 2, 1],
            [b, r],
          ],
          0.24,
        );
        return (
          shape(l.p, "#E3A63B", {
            g: "v",
            w: r * 0.5,
            in: turned(l, 10, "#fff", 0.25, 5) + turned(l, 8, "#A8661A", 0.3, 4),
          }) +
          shape(ell(cx, y, r, r * 0.24), "#F0C36A", {
            w: 12,
            sh: 0.3,
            in: fill(ell(cx, y + 3, r * 0.66, r * 0.13), "#D08F26", 0.6),
          })
        );
      };
      return (
        cast(160, 660, 824, 180, 0.1) +
        pil(430, 400, 84, 800) +
        flame(430, 396, 1.05) +
        fill(
          smooth([
            [352, 404],
            [356, 470],
            [350, 520],
            [366, 530],
            [372, 470],
            [376, 418],
          ]),
          "#F0C36A",
        ) +
        pil(250, 580, 88, 820) +
        stroke(
          smooth(
            [
              [250, 582],
              [248, 562],
              [256, 548],
            ],
            false,
          ),
          INK,
          5,
        ) +
        pil(572, 660, 92, 836) +
        stroke(
          smooth(
            [
              [572, 662],
              [574, 642],
              [566, 630],
            ],
            false,
          ),
          INK,
          5,
        ) +
        shape(
          smooth(
            [
              [167, 700],
              [250, 720],
              [336, 700, 1],
              [338, 748],
              [250, 770],
              [164, 748],
            ],
            true,
            1,
          ),
          "#FBF3E0",
          { w: 12, sh: 0.5, lit: 0, g: "v", in: emblem("bee", 250, 732, 0.44, "#8C2F39") },
        ) +
        beads(
          [
            [130, 874, 9],
            [154, 884, 7],
          ],
          "#E3A63B",
        )
      );
    },
  },
  "dinner-tapers": {
    table: T.sand,
    fit: [1.06, 0, -4],
    title: "A pair of hand-dipped taper candles in brass holders",
    variants: { oxblood: {}, "bottle-green": {}, honey: {}, ivory: {} },
    draw(v) {
      const c = WAX[v ?? "oxblood"]!;
      const one = (x: number, y: number, lit: boolean) => {
        const t = lathe(
          x,
          [
            [y, 9],
            [y + 16, 17],
            [y + 160, 25],
            [y + 360, 30, 1],
            [y + 366, 30],
          ],
          0.22,
        );
        const h = lathe(
          x,
          [
            [y + 352, 40],
            [y + 364, 44],
            [y + 386, 30],
            [y + 410, 20],
            [y + 440, 28],
            [y + 464, 20],
            [y + 490, 36],
            [y + 512, 84, 1],
            [y + 524, 88],
          ],
          0.22,
        );
        return (
          cast(x - 86, x + 88, y + 522, 110) +
          shape(h.p, "#CFA044", { g: "m", w: 16, in: turned(h, 6, "#fff", 0.3, 4) }) +
          shape(t.p, c, {
            g: "v",
            w: 14,
            in:
              gleam(x - 12, y + 60, 240, 2, 7, 0.5) +
              (lit
                ? fill(
                    smooth([
                      [x + 4, y - 6],
                      [x + 18, y + 30],
                      [x + 26, y + 90],
                      [x + 16, y + 96],
                      [x + 8, y + 40],
                    ]),
                    "#fff",
                    0.35,
                  )
                : ""),
          }) +
          (lit
            ? flame(x, y - 4, 0.9)
            : stroke(
                smooth(
                  [
                    [x, y + 2],
                    [x - 3, y - 22],
                    [x + 5, y - 34],
                  ],
                  false,
                ),
                INK,
                4.4,
              ))
        );
      };
      return (
        one(280, 312, true) +
        one(500, 320, false) +
        cast(180, 300, 880, 50, 0.2) +
        tube(
          smooth(
            [
              [150, 868],
              [250, 862],
              [330, 874],
            ],
            false,
          ),
          7,
          "#D9B98A",
        ) +
        shape(ell(336, 875, 9, 8), "#8C2F39", { ink: 1.6, w: 4 })
      );
    },
  },
  "scented-tin-candle": {
    table: T.rose,
    fit: [1.12, 0, -6],
    title: "A lit candle in a painted tin, its lid leaning beside it",
    variants: { "fig-leaf": {}, "wood-smoke": {}, "tomato-vine": {} },
    draw(v) {
      const s = SCENT[v ?? "fig-leaf"]!;
      const l = lathe(
        340,
        [
          [560, 186],
          [572, 188],
          [770, 188, 1],
          [800, 186],
        ],
        0.22,
      );
      return (
        cast(152, 528, 802, 200) +
        shape(rot(ell(566, 692, 92, 138), 16, 566, 692), s.c, { g: "m", w: 18 }) +
        shape(rot(ell(558, 692, 84, 130), 16, 558, 692), s.c, {
          g: "f",
          w: 20,
          in:
            stroke(rot(ell(558, 692, 68, 112), 16, 558, 692), "#FBF3E0", 4, 0.8) +
            group(emblem(s.e, 556, 692, 1, "#FBF3E0"), "rotate(16 556 692)"),
        }) +
        shape(l.p, s.c, { g: "m", w: 40, in: band(l, 590, 4, "#FBF3E0", 0.8) + band(l, 772, 4, "#FBF3E0", 0.8) }) +
        label(336, 612, 224, 128, 38, "#FBF3E0", s.c, s.e) +
        mouth(
          l,
          "#DCE0DC",
          "#F5EAD2",
          10,
          fill(ell(340, 570, 120, 18), "#FFF6DD", 0.9) + fill(ell(340, 566, 60, 9), "#F3D48C", 0.8),
          "h",
        ) +
        flame(340, 562, 1) +
        (v === "wood-smoke"
          ? [0, 1, 2]
              .map((i) =>
                tube(
                  smooth(
                    [
                      [470 + i * 40, 880 - i * 8],
                      [600 + i * 26, 858 + i * 10],
                    ],
                    false,
                  ),
                  15,
                  "#8A6144",
                ),
              )
              .join("")
          : v === "tomato-vine"
            ? stroke(
                smooth(
                  [
                    [500, 870],
                    [580, 850],
                    [660, 866],
                  ],
                  false,
                ),
                "#5C7F4A",
                6,
              ) +
              ball(530, 874, 30, "#C4432E") +
              ball(590, 872, 32, "#C4432E") +
              ball(650, 880, 28, "#D9782E")
            : leaves(
                [
                  [470, 880, 110, 34, -14],
                  [560, 886, 120, 34, 6],
                  [520, 880, 90, 26, -50],
                ],
                "#6F8F62",
              ))
      );
    },
  },
  "brass-chamberstick": {
    table: T.dusk,
    fit: [1.14, -10, -10],
    title: "A brass chamberstick with a ring handle and a lit candle",
    draw() {
      const dish = lathe(
        380,
        [
          [738, 232],
          [750, 228],
          [786, 170, 1],
          [796, 166],
        ],
        0.24,
      );
      const c = lathe(
          380,
          [
            [430, 33],
            [450, 36],
            [640, 36, 1],
            [650, 36],
          ],
          0.22,
        ),
        cup = lathe(
          380,
          [
            [618, 46],
            [634, 50],
            [700, 44],
            [728, 66, 1],
            [740, 70],
          ],
          0.22,
        );
      return (
        cast(200, 560, 796, 220, 0.24) +
        tube(
          smooth(
            [
              [580, 730],
              [660, 700],
              [708, 740],
              [690, 796],
              [620, 800],
              [560, 770],
            ],
            false,
          ),
          19,
          "#C99A3C",
        ) +
        shape(rot(ell(600, 716, 44, 14), -16, 600, 716), "#DDB45A", { g: "f", w: 8 }) +
        shape(dish.p, "#C99A3C", { g: "m", w: 20 }) +
        shape(ell(380, 738, 232, 55), "#E2BD66", {
          g: "f",
          w: 20,
          in:
            stroke(ell(380, 742, 212, 48), "#8A5F1C", 4, 0.5) +
            fill(ell(390, 748, 170, 34), "#B98632", 0.6) +
            fill(ell(430, 744, 90, 18), SH, 0.24) +
            brush(200, 710, 300, 50, 8, "#fff", 0.4, 4, 90, 5),
        }) +
        shape(c.p, "#F6ECD4", { g: "v", w: 18 }) +
        shape(cup.p, "#C99A3C", { g: "m", w: 16, in: turned(cup, 5, "#fff", 0.4, 4) }) +
        shape(ell(380, 430, 33, 8), "#FBF6E4", { w: 6, sh: 0.2 }) +
        fill(
          smooth([
            [412, 436],
            [420, 470],
            [414, 520],
            [402, 524],
            [404, 470],
          ]),
          "#FFFBEE",
        ) +
        flame(380, 426, 1.1)
      );
    },
  },
  "storm-lantern": {
    table: T.sage,
    fit: [1.02, -4, 0],
    title: "A storm lantern with a glass globe and a wire handle",
    variants: { "bottle-green": {}, oxblood: {}, zinc: {} },
    draw(v) {
      const c = LAMP[v ?? "bottle-green"]!;
      const base = lathe(
          390,
          [
            [660, 92],
            [680, 130],
            [720, 146],
            [790, 150, 1],
            [806, 142],
          ],
          0.2,
        ),
        glass = lathe(
          390,
          [
            [440, 64],
            [470, 84],
            [550, 104],
            [620, 92],
            [660, 66],
          ],
          0.18,
        ),
        cap = lathe(
          390,
          [
            [310, 26],
            [326, 34],
            [352, 34],
            [366, 84],
            [400, 96, 1],
            [444, 70],
          ],
          0.2,
        ),
        chim = lathe(
          390,
          [
            [262, 30],
            [272, 44],
            [290, 44, 1],
            [312, 30],
          ],
          0.24,
        );
      return (
        cast(248, 540, 806, 240) +
        stroke(
          smooth(
            [
              [254, 420],
              [200, 250],
              [300, 130],
              [390, 116],
              [480, 130],
              [580, 250],
              [526, 420],
            ],
            false,
          ),
          LINE,
          10,
        ) +
        stroke(
          smooth(
            [
              [254, 420],
              [200, 250],
              [300, 130],
              [390, 116],
              [480, 130],
              [580, 250],
              [526, 420],
            ],
            false,
          ),
          "#AEB5B2",
          5.5,
        ) +
        tube(
          smooth(
            [
              [350, 121],
              [390, 116],
              [430, 121],
            ],
            false,
          ),
          17,
          "#B98A5A",
        ) +
        `<circle cx="390" cy="570" r="180" fill="${grad("o")}"/>` +
        tube(
          smooth(
            [
              [300, 380],
              [244, 400],
              [232, 470],
              [232, 640],
              [270, 716],
            ],
            false,
          ),
          23,
          c,
        ) +
        tube(
          smooth(
            [
              [480, 380],
              [536, 400],
              [548, 470],
              [548, 640],
              [510, 716],
            ],
            false,
          ),
          23,
          c,
        ) +
        shape(chim.p, c, { g: "m", w: 12 }) +
        shape(cap.p, c, {
          g: "m",
          w: 20,
          in: stroke(
            [0, 1, 2, 3, 4].map((i) => line([346 + i * 22, 336], [342 + i * 24, 350])),
            INK,
            5,
            0.7,
          ),
        }) +
        shape(glass.p, "#F6EFD8", {
          g: "g",
          w: 16,
          sh: 0.5,
          in: `<circle cx="390" cy="600" r="110" fill="${grad("o")}"/>` + flame(390, 640, 0.8),
          over: gleam(310, 490, 120, 12, 12, 0.8),
        }) +
        stroke(
          [
            smooth(
              [
                [300, 500],
                [390, 520],
                [480, 500],
              ],
              false,
            ),
            smooth(
              [
                [292, 600],
                [390, 622],
                [488, 600],
              ],
              false,
            ),
          ],
          "#8E9797",
          4,
          0.9,
        ) +
        shape(base.p, c, { g: "m", w: 34, in: band(base, 700, 5, "#fff", 0.3) + gleam(272, 720, 60, 6, 14, 0.5) }) +
        beads([[472, 700, 16]], "#D2A64E") +
        emblem("star", 390, 772, 0.42, v === "zinc" ? "#45372F" : "#E9C77A")
      );
    },
  },
  "match-bottle": {
    table: T.honey,
    fit: [1.12, -6, -6],
    title: "A corked glass bottle of red-tipped matches with a striker",
    draw() {
      let m = "";
      const xs = [-84, -66, -50, -34, -16, 0, 14, 32, 50, 66, 84];
      xs.forEach((x, i) => {
        const y = 540 + (i % 3) * 16;
        m +=
          stroke(line([380 + x * 0.9, y], [380 + x, 800]), LINE, 13) +
          stroke(line([380 + x * 0.9, y], [380 + x, 800]), i % 2 ? "#E9CFA0" : "#DDBC84", 9);
      });
      const tips = beads(
        xs.map((x, i) => [380 + x * 0.9, 536 + (i % 3) * 16, 11]),
        "#B4323A",
      );
      const l = lathe(
        380,
        [
          [452, 84],
          [466, 82],
          [494, 92],
          [540, 130],
          [600, 138],
          [780, 136],
          [802, 116, 1],
          [806, 114],
        ],
        0.2,
      );
      return (
        cast(248, 512, 806, 230) +
        shape(l.p, "#EDF0EA", {
          g: "g",
          w: 30,
          sh: 0.6,
          lit: 0.8,
          in: m + tips,
          over: gleam(266, 580, 180, 6, 14, 0.7),
        }) +
        shape(
          lathe(
            380,
            [
              [392, 84],
              [404, 88],
              [470, 80, 1],
              [476, 78],
            ],
            0.2,
          ).p,
          "#C79A68",
          { g: "v", w: 18, in: speckle(290, 390, 180, 90, 34, "#7A4E2A", 5, 0.5) },
        ) +
        shape(ell(380, 392, 84, 17), "#D9B283", {
          w: 10,
          sh: 0.3,
          in: speckle(300, 380, 160, 26, 12, "#7A4E2A", 4, 0.5),
        }) +
        shape(
          smooth(
            [
              [246, 640],
              [380, 668],
              [516, 640, 1],
              [516, 736],
              [380, 764],
              [246, 736],
            ],
            true,
            1,
          ),
          "#FBF3E0",
          {
            g: "v",
            w: 16,
            sh: 0.4,
            lit: 0,
            in:
              stroke(
                [
                  smooth(
                    [
                      [246, 652],
                      [380, 680],
                      [516, 652],
                    ],
                    false,
                  ),
                  smooth(
                    [
                      [246, 724],
                      [380, 752],
                      [516, 724],
                    ],
                    false,
                  ),
                ],
                "#8C2F39",
                4,
              ) + emblem("flame", 380, 708, 0.5, "#8C2F39"),
          },
        ) +
        cast(500, 650, 866, 50, 0.1) +
        box(500, 838, 130, 26, 30, 24, "#5A4A44", {
          topc: "#6B5850",
          top: speckle(505, 814, 150, 24, 24, "#C9A39A", 3, 0.6),
        }) +
        stroke(line([150, 880], [290, 858]), LINE, 13) +
        stroke(line([150, 880], [290, 858]), "#E9CFA0", 9) +
        beads([[292, 858, 12]], "#B4323A")
      );
    },
  },
};
