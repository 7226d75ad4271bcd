import {
  at,
  ball,
  band,
  beads,
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
  leaf,
  leaves,
  line,
  LINE,
  mouth,
  mv,
  poly,
  rect,
  rule,
  SH,
  shape,
  smooth,
  speckle,
  stamp,
  stem,
  stroke,
  T,
  tube,
  turned,
} from "./kit.ts";
import { grain } from "./kitchen.ts";
import { daisy } from "./ceramics.ts";
import type { Book } from "./book.ts";

const CAN: Record<string, string> = { zinc: "#AAB3B3", "bottle-green": "#2A6A5B", honey: "#DDA548" };
const pot = (cx: number, y: number, r: number, h: number, c = "#C0693F") => {
  const l = lathe(
    cx,
    [
      [y, r],
      [y + h * 0.22, r * 0.985, 1],
      [y + h * 0.23, r * 0.9, 1],
      [y + h * 0.98, r * 0.66, 1],
      [y + h, r * 0.64],
    ],
    0.2,
  );
  return {
    l,
    s: shape(l.p, c, {
      g: "v",
      w: r * 0.28,
      in:
        turned(l, 12, "#fff", 0.2, 4) +
        speckle(cx - r, y, 2 * r, h, 26, "#F3D9BF", 5, 0.35) +
        band(l, y + h * 0.22, 9, SH, 0.28),
    }),
  };
};
const soil = (l: ReturnType<typeof lathe>) =>
  mouth(l, "#D58456", "#4A3226", 10, speckle(l.cx - l.rt, l.yt - 20, 2 * l.rt, 50, 24, "#8A6A50", 5, 0.8));

export const garden: Book = {
  "terracotta-pots": {
    table: T.sage,
    fit: [1.1, -4, -10],
    title: "Three terracotta pots, two of them stacked, with a bulb",
    draw() {
      const a = pot(300, 600, 150, 214),
        c = pot(560, 690, 100, 140, "#B5613A");
      return (
        cast(200, 410, 812, 200, 0.16) +
        a.s +
        mouth(a.l, "#D58456", "#7A4026", 10) +
        fill(mv(ell(306, 606, 130, 24), 0, 0), SH, 0.2) +
        shape(
          lathe(
            306,
            [
              [470, 140],
              [512, 138, 1],
              [514, 126, 1],
              [606, 112],
            ],
            0.2,
          ).p,
          "#CB7B4E",
          {
            g: "v",
            w: 40,
            in:
              speckle(170, 470, 270, 140, 26, "#F3D9BF", 5, 0.35) +
              `<path d="M180 514A126 25 0 0 0 432 514v12A126 25 0 0 1 180 526z" fill="${SH}" fill-opacity=".28"/>`,
          },
        ) +
        shape(ell(306, 470, 140, 28), "#D98C5E", { w: 20, sh: 0.3 }) +
        shape(ell(306, 473, 126, 22), "#7A4026", { g: "i", sh: 0, lit: 0 }) +
        `<path d="M150 604A150 30 0 0 0 450 604" fill="none" stroke="${LINE}" stroke-width="13"/><path d="M150 604A150 30 0 0 0 450 604" fill="none" stroke="#D58456" stroke-width="9"/>` +
        cast(500, 630, 830, 110, 0.2) +
        c.s +
        soil(c.l) +
        shape(
          smooth(
            [
              [560, 676],
              [596, 650],
              [590, 614],
              [560, 590],
              [530, 614],
              [524, 650],
            ],
            true,
            1,
          ),
          "#C99A68",
          {
            g: "r",
            w: 14,
            in: stroke(
              [
                smooth(
                  [
                    [560, 594],
                    [544, 630],
                    [548, 676],
                  ],
                  false,
                ),
                smooth(
                  [
                    [560, 594],
                    [578, 630],
                    [574, 676],
                  ],
                  false,
                ),
              ],
              "#7A4E2A",
              2.4,
              0.5,
            ),
          },
        ) +
        leaf(558, 600, 70, 10, -100, "#6E9A55") +
        leaf(562, 600, 54, 9, -70, "#7AA368")
      );
    },
  },
  "hand-tools": {
    table: T.sand,
    line: 910,
    fit: [1, 0, 0],
    title: "A steel trowel and a three-tined fork with ash handles on pegs",
    draw() {
      const steel = "#B9C0BE";
      return (
        fill(rect(40, 192, 730, 40, 6), SH, 0.12) +
        shape(rect(30, 180, 740, 38, 8), "#B98A5A", { g: "h", w: 12, in: grain(30, 180, 740, 38, "#74431F", 5) }) +
        [280, 520]
          .map(
            (x) =>
              shape(rect(x - 11, 186, 22, 40, 9), "#8F5F40", { g: "f", w: 8 }) +
              stroke(
                smooth(
                  [
                    [x, 300],
                    [x - 18, 250],
                    [x, 226],
                    [x + 18, 250],
                    [x, 300],
                  ],
                  false,
                ),
                LINE,
                8,
              ) +
              stroke(
                smooth(
                  [
                    [x, 300],
                    [x - 18, 250],
                    [x, 226],
                    [x + 18, 250],
                    [x, 300],
                  ],
                  false,
                ),
                "#8C2F39",
                5,
              ),
          )
          .join("") +
        [[280], [520]]
          .map(([x]) =>
            fill(
              mv(
                smooth(
                  [
                    [x! - 26, 300],
                    [x!, 286],
                    [x! + 26, 300],
                    [x! + 30, 420],
                    [x! + 70, 620],
                    [x! + 20, 830],
                    [x!, 850],
                    [x! - 20, 830],
                    [x! - 60, 620],
                    [x! - 30, 420],
                  ],
                  true,
                  0,
                ),
                36,
                22,
              ),
              SH,
              0.12,
            ),
          )
          .join("") +
        tube(
          smooth(
            [
              [280, 500],
              [280, 560],
              [280, 610],
            ],
            false,
          ),
          20,
          steel,
        ) +
        shape(
          smooth(
            [
              [280, 590],
              [330, 604],
              [352, 660],
              [344, 740],
              [312, 810],
              [280, 852, 1],
              [248, 810],
              [216, 740],
              [208, 660],
              [230, 604],
            ],
            true,
            1,
          ),
          steel,
          {
            g: "m",
            w: 24,
            in:
              stroke(
                smooth(
                  [
                    [280, 610],
                    [282, 700],
                    [280, 800],
                  ],
                  false,
                ),
                SH,
                12,
                0.16,
              ) + gleam(236, 650, 110, 4, 12, 0.7),
          },
        ) +
        tube(
          smooth(
            [
              [520, 500],
              [520, 560],
              [520, 640],
            ],
            false,
          ),
          20,
          steel,
        ) +
        tube(
          smooth(
            [
              [520, 640],
              [456, 660],
              [450, 740],
              [456, 840],
            ],
            false,
          ),
          17,
          steel,
        ) +
        tube(
          smooth(
            [
              [520, 640],
              [584, 660],
              [590, 740],
              [584, 840],
            ],
            false,
          ),
          17,
          steel,
        ) +
        tube(
          smooth(
            [
              [520, 640],
              [521, 740],
              [520, 852],
            ],
            false,
          ),
          17,
          steel,
        ) +
        [280, 520]
          .map(
            (x) =>
              shape(
                smooth(
                  [
                    [x - 26, 306],
                    [x, 288],
                    [x + 26, 306],
                    [x + 24, 350],
                    [x + 32, 420],
                    [x + 22, 500, 1],
                    [x - 22, 500, 1],
                    [x - 32, 420],
                    [x - 24, 350],
                  ],
                  true,
                  1,
                ),
                "#DDB47E",
                { g: "v", w: 18, in: grain(x - 40, 280, 80, 230, "#9A6A34", 7, true) },
              ) + shape(rect(x - 24, 494, 48, 34, 4), "#D2A64E", { g: "m", w: 10 }),
          )
          .join("")
      );
    },
  },
  "watering-can": {
    table: T.rose,
    fit: [1, 22, -8],
    title: "A long-spouted watering can with a brass rose",
    variants: { zinc: {}, "bottle-green": {}, honey: {} },
    draw(v) {
      const c = CAN[v ?? "zinc"]!;
      const l = lathe(
        310,
        [
          [520, 138],
          [540, 142],
          [560, 142],
          [780, 158, 1],
          [802, 156],
        ],
        0.2,
      );
      return (
        cast(156, 470, 804, 230, 0.18) +
        tube(
          smooth(
            [
              [440, 744],
              [520, 690],
              [590, 560],
              [640, 452],
            ],
            false,
          ),
          38,
          c,
        ) +
        tube(
          smooth(
            [
              [452, 600],
              [520, 600],
              [566, 590],
            ],
            false,
          ),
          11,
          c,
        ) +
        shape(
          smooth(
            [
              [610, 470, 1],
              [596, 420],
              [600, 396, 1],
              [690, 452, 1],
              [680, 474],
              [652, 488, 1],
            ],
            true,
            1,
          ),
          "#D2A64E",
          { g: "f", w: 12 },
        ) +
        group(
          shape(ell(650, 420, 62, 17), "#E2BD66", { w: 8, in: speckle(600, 410, 100, 22, 18, "#5A3E16", 5, 0.8) }),
          "rotate(32 650 420)",
        ) +
        tube(
          smooth(
            [
              [192, 560],
              [90, 520],
              [70, 640],
              [120, 730],
              [166, 740],
            ],
            false,
          ),
          19,
          c,
        ) +
        tube(
          smooth(
            [
              [208, 520],
              [230, 400],
              [320, 360],
              [410, 400],
              [424, 520],
            ],
            false,
          ),
          20,
          c,
        ) +
        tube(
          smooth(
            [
              [268, 370],
              [320, 360],
              [372, 372],
            ],
            false,
          ),
          27,
          "#B98A5A",
        ) +
        shape(l.p, c, {
          g: "m",
          w: 40,
          in:
            band(l, 566, 6, "#fff", 0.35) +
            band(l, 578, 3, SH, 0.3) +
            band(l, 764, 7, SH, 0.25) +
            speckle(160, 530, 310, 260, 26, "#fff", 6, 0.22) +
            gleam(206, 590, 150, 6, 16, 0.5),
        }) +
        emblem("leaf", 312, 690, 1, v === "honey" ? "#0F5C4F" : "#F4EBDB") +
        mouth(l, c, "#4A5150", 9, `<ellipse cx="320" cy="536" rx="120" ry="18" fill="#7FA3AC" fill-opacity=".9"/>`) +
        [
          [690, 500],
          [716, 560],
          [672, 570],
          [730, 640],
          [696, 650],
        ]
          .map(([x, y]) =>
            at(
              `<path d="M0-12C4-4 7-1 7 4a7 7 0 0 1-14 0C-7-1-4-4 0-12z" fill="#8FB3BE" stroke="${LINE}" stroke-width="1.6"/>`,
              x!,
              y!,
              1,
              -14,
            ),
          )
          .join("") +
        daisy(640, 826, 34) +
        stem(
          [
            [640, 836],
            [644, 880],
          ],
          "#4F7A45",
          5,
        ) +
        leaf(644, 880, 50, 12, -150, "#5C8A4F") +
        leaf(644, 880, 50, 12, -30, "#5C8A4F")
      );
    },
  },
  "seed-packets": {
    table: T.honey,
    fit: [0.96, 4, -20],
    title: "Five seed packets fanned out, with seeds scattered below",
    draw() {
      const blank = stamp(
        "pk",
        () =>
          shape(rect(290, 330, 216, 320, 4), "#F6EDDA", { w: 16, sh: 0.6 }) +
          rule(330, 616, 136, INK, 3.4, 0.6) +
          rule(352, 632, 92, INK, 3.4, 0.6),
      );
      const head = stamp(
        "pkh",
        () =>
          `<path d="M292 332h212v64q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13q0 13-13.2 13t-13.3-13z"/><path d="M330 360h136" stroke="#FBF3E0" stroke-width="7"/>`,
      );
      const pk = (a: number, c: string, pic: string, dx: number) =>
        group(blank(0, 0) + head(0, 0, 1, 0, c) + pic, `translate(${dx}) rotate(${a} 398 900)`);
      const sun =
        at(
          `<g fill="#E0A02E">${Array.from({ length: 12 }, (_, i) => `<ellipse cx="46" rx="24" ry="10" transform="rotate(${i * 30})"/>`).join("")}</g><circle r="28" fill="#5A3320"/>`,
          398,
          494,
        ) +
        stem(
          [
            [398, 524],
            [396, 590],
          ],
          "#4F7A45",
          6,
        ) +
        leaf(396, 570, 50, 13, -20, "#5C8A4F") +
        leaf(396, 574, 50, 13, -160, "#5C8A4F");
      const rad =
        at(
          `<path d="M-40-10Q-40-44 0-44T40-10Q36 30 6 42 4 66 0 80-4 66-6 42-36 30-40-10z" fill="#B8303A"/><path d="M-4 44q2 24 4 36 4-14 6-36z" fill="#FBF3E0"/>`,
          398,
          510,
        ) +
        leaves(
          [
            [398, 470, 66, 17, -130],
            [398, 470, 74, 18, -90],
            [398, 470, 66, 17, -50],
          ],
          "#5C8A4F",
        );
      const poppy =
        ball(398, 486, 50, "#C4432E", 44) +
        beads([[398, 486, 14]], "#3A2A20") +
        stem(
          [
            [398, 530],
            [402, 592],
          ],
          "#4F7A45",
          5,
        ) +
        leaf(400, 580, 46, 10, -20, "#5C8A4F");
      const chard =
        leaves(
          [
            [398, 590, 120, 40, -90],
            [398, 590, 100, 32, -122],
            [398, 590, 100, 32, -58],
          ],
          "#3F7A50",
        ) +
        stroke(
          [line([398, 592], [398, 500]), line([396, 592], [360, 530]), line([400, 592], [438, 530])],
          "#8C2F39",
          6,
        );
      const bean =
        stem(
          [
            [398, 590],
            [390, 520],
            [404, 446],
          ],
          "#4F7A45",
          5,
        ) +
        leaves(
          [
            [394, 520, 54, 24, -160],
            [398, 490, 54, 24, -20],
            [402, 452, 44, 18, -100],
          ],
          "#5C8A4F",
        ) +
        shape(
          smooth([
            [424, 540],
            [470, 548],
            [490, 570],
            [460, 574],
            [424, 552],
          ]),
          "#7AA368",
          { w: 6, ink: 2 },
        );
      const seed = () =>
        stamp(
          "seed",
          () =>
            `<ellipse rx="10" ry="6" fill="#5A3A28" stroke="${LINE}" stroke-width="1.6"/><path d="M-6-2q4-3 8-1" stroke="#E9CFA0" stroke-width="2" fill="none"/>`,
        );
      return (
        cast(190, 630, 806, 110, 0.1) +
        pk(-30, "#8C2F39", rad, 0) +
        pk(-15, "#0F5C4F", bean, 0) +
        pk(0, "#C4622D", poppy, 0) +
        pk(15, "#39414F", chard, 0) +
        pk(30, "#B98326", sun, 0) +
        shape(
          poly(
            [
              [236, 700],
              [566, 694],
              [588, 812],
              [218, 820],
            ],
            6,
          ),
          "#C49A69",
          { g: "f", w: 18 },
        ) +
        tube(
          smooth(
            [
              [222, 756],
              [400, 752],
              [582, 748],
            ],
            false,
          ),
          6,
          "#F4EBDB",
        ) +
        Array.from({ length: 8 }, (_, i) => seed()(250 + i * 36 + j(14), 868 + j(16), 1, j(80))).join("")
      );
    },
  },
  "garden-twine": {
    table: T.sage,
    fit: [1.12, -4, -10],
    title: "A ball of jute twine in an open tin, the end pulled out",
    draw() {
      const l = lathe(
        370,
        [
          [600, 170],
          [614, 172],
          [790, 166, 1],
          [806, 164],
        ],
        0.2,
      );
      const w: number[][][] = [];
      for (let i = 0; i < 9; i++) {
        const o = i * 26 - 104;
        w.push([
          [238 + Math.abs(o) * 0.3, 540 + o * 0.55],
          [370 + o * 0.25, 470 + o * 0.8],
          [504 - Math.abs(o) * 0.3, 530 + o * 0.6],
        ]);
      }
      return (
        cast(206, 534, 808, 230) +
        mouth(l, "#E9E2D0", "#5A4A3A", 8) +
        shape(
          smooth(
            [
              [230, 610],
              [214, 530],
              [256, 440],
              [350, 396],
              [450, 412],
              [516, 480],
              [520, 580],
              [490, 640],
              [370, 660],
              [260, 646],
            ],
            true,
            2,
          ),
          "#C9A268",
          {
            g: "r",
            w: 50,
            in:
              stroke(
                w.map((q) => smooth(q, false, 2)),
                "#8A6436",
                4,
                0.75,
              ) +
              stroke(
                w.map((q) => mv(smooth(q, false, 1), 3, 11)),
                "#F0D9A8",
                5,
                0.5,
              ) +
              stroke(
                [0, 1, 2, 3, 4].map((i) =>
                  smooth(
                    [
                      [300 + i * 18, 400 + i * 5],
                      [250 + i * 30, 520],
                      [280 + i * 34, 650],
                    ],
                    false,
                    2,
                  ),
                ),
                "#7A5628",
                3.4,
                0.5,
              ),
          },
        ) +
        shape(
          lathe(
            370,
            [
              [600, 170],
              [614, 172],
              [790, 166, 1],
              [806, 164],
            ],
            0.2,
            true,
          ).p,
          "#1E6355",
          { g: "m", w: 36, in: band(l, 640, 5, "#E9C77A") + band(l, 770, 5, "#E9C77A") },
        ) +
        label(370, 656, 190, 96, 34, "#FBF3E0", "#0F5C4F", "leaf") +
        `<path d="M200 602A170 34 0 0 0 540 602" fill="none" stroke="#2A7565" stroke-width="9"/>` +
        tube(
          smooth(
            [
              [470, 480],
              [560, 470],
              [600, 560],
              [590, 700],
              [620, 820],
              [700, 860],
              [640, 890],
              [540, 870],
            ],
            false,
          ),
          9,
          "#C9A268",
        ) +
        group(
          `<path d="M160 860l90-40q14-2 8 10l-80 50z" fill="#C5CBCA" stroke="${LINE}" stroke-width="2.4"/><path d="M160 880l100-4q12 4 2 12l-92 10z" fill="#AEB5B2" stroke="${LINE}" stroke-width="2.4"/>` +
            tube(
              smooth(
                [
                  [172, 868],
                  [120, 856],
                  [70, 862],
                  [60, 884],
                  [90, 892],
                ],
                false,
              ),
              13,
              "#8C2F39",
            ) +
            tube(
              smooth(
                [
                  [172, 884],
                  [120, 900],
                  [80, 922],
                ],
                false,
              ),
              13,
              "#8C2F39",
            ) +
            beads([[174, 876, 9]], "#D2A64E"),
          "translate(20 -14)",
        )
      );
    },
  },
  "scented-pelargonium": {
    table: T.blue,
    fit: [1.04, 0, 6],
    title: "A flowering pelargonium in a terracotta pot",
    draw() {
      const p = pot(390, 600, 130, 214);
      const fl = (x: number, y: number, c: string) => {
        let s = "";
        for (const [dx, dy] of [
          [-26, -8],
          [0, -26],
          [26, -8],
          [16, 20],
          [-16, 20],
          [0, 0],
        ])
          s += stamp(
            "fl" + c,
            () =>
              `<g fill="${c}" stroke="${LINE}" stroke-width="1.8">${[0, 72, 144, 216, 288].map((a) => `<ellipse cx="11" rx="12" ry="8" transform="rotate(${a})"/>`).join("")}</g><circle r="4.5" fill="#7A1E34"/>`,
          )(x + dx! + j(4), y + dy! + j(4), 1, j(36));
        return s;
      };
      const rl = (x: number, y: number, k: number, r: number) =>
        stamp("pel", () =>
          shape(
            smooth(
              [
                [0, 46],
                [-16, 22],
                [-52, 30],
                [-60, -4],
                [-44, -34],
                [-20, -48],
                [6, -40],
                [30, -50],
                [54, -30],
                [62, 4],
                [48, 34],
                [16, 24],
              ],
              true,
              2,
            ),
            "#6E9A55",
            {
              w: 16,
              sh: 0.8,
              ink: 2.2,
              in:
                stroke(
                  smooth(
                    [
                      [-40, 10],
                      [-28, -18],
                      [2, -26],
                      [32, -16],
                      [40, 12],
                    ],
                    false,
                  ),
                  "#3F6A3C",
                  8,
                  0.5,
                ) +
                stroke(
                  [line([0, 40], [-34, -10]), line([0, 40], [0, -26]), line([0, 40], [34, -10])],
                  "#DDE6B8",
                  2,
                  0.6,
                ),
            },
          ),
        )(x, y, k, r);
      return (
        cast(306, 476, 814, 260, 0.2) +
        [
          [330, 380],
          [470, 330],
          [250, 460],
          [540, 450],
          [400, 270],
        ]
          .map(([x, y]) =>
            stem(
              [
                [390, 610],
                [(390 + x!) / 2 + j(14), (610 + y!) / 2],
                [x!, y!],
              ],
              "#6F8B4E",
              6,
            ),
          )
          .join("") +
        [
          [240, 500, 0.95, -30],
          [540, 490, 1, 30],
          [300, 420, 1, -12],
          [490, 410, 1, 16],
          [380, 470, 1.1, 4],
          [200, 430, 0.7, -50],
          [590, 420, 0.72, 40],
          [320, 546, 0.95, -40],
          [470, 546, 1, 30],
          [396, 380, 0.85, 8],
          [400, 566, 0.9, 0],
        ]
          .map((q) => rl(...(q as [number, number, number, number])))
          .join("") +
        fl(330, 320, "#D98CA0") +
        fl(470, 286, "#C9607E") +
        fl(400, 216, "#D98CA0") +
        p.s +
        fill(ell(390, 612, 110, 18), SH, 0.0) +
        `<path d="M260 600A130 26 0 0 0 520 600" fill="none" stroke="#D58456" stroke-width="10"/>` +
        leaf(560, 860, 50, 20, 10, "#6E9A55") +
        leaves([[536, 876, 30, 9, 40]], "#D98CA0")
      );
    },
  },
  "garden-trug": {
    table: T.clay,
    fine: 0.7,
    fit: [1.04, -8, -20],
    title: "A split-wood trug with beets, carrots, lettuce and flowers",
    draw() {
      const slat = (y: number, r: number, x0: number, x1: number, c: string) =>
        shape(
          smooth(
            [
              [x0, y - 20, 1],
              [(x0 + x1) / 2, y + r - 20],
              [x1, y - 20, 1],
              [x1 - 16, y + 34, 1],
              [(x0 + x1) / 2, y + r + 36],
              [x0 + 16, y + 34, 1],
            ],
            true,
            2,
          ),
          c,
          {
            g: "v",
            w: 14,
            lit: 0,
            sh: 0.8,
            in: stroke(
              [0].map((i) =>
                smooth(
                  [
                    [x0, y + i * 22 - 6],
                    [(x0 + x1) / 2, y + r + i * 22 - 6],
                    [x1, y + i * 22 - 6],
                  ],
                  false,
                  1,
                ),
              ),
              "#8A5A2E",
              2.6,
              0.4,
            ),
          },
        );
      const carrot = (x: number, y: number, a: number) =>
        stamp(
          "car",
          () =>
            leaves(
              [
                [0, -16, 90, 14, -110],
                [4, -16, 96, 14, -84],
                [8, -14, 80, 12, -62],
              ],
              "#6E9A55",
            ) +
            shape(
              smooth(
                [
                  [-22, -8],
                  [0, -20],
                  [22, -8],
                  [14, 70],
                  [0, 140],
                  [-12, 70],
                ],
                true,
                1,
              ),
              "#D9782E",
              {
                g: "v",
                w: 12,
                in: stroke(
                  [line([-18, 20], [-4, 22]), line([4, 46], [16, 44]), line([-12, 72], [0, 74])],
                  "#8A4214",
                  3,
                  0.6,
                ),
              },
            ),
        )(x, y, 1, a);
      const beet = (x: number, y: number, a: number) =>
        stamp(
          "bt",
          () =>
            leaves(
              [
                [0, -44, 110, 32, -110],
                [6, -44, 120, 34, -78],
              ],
              "#3F7A50",
            ) +
            stroke([line([0, -40], [-32, -120]), line([4, -40], [20, -126])], "#8C2F39", 7) +
            shape(
              smooth(
                [
                  [0, -46],
                  [44, -30],
                  [50, 14],
                  [14, 50],
                  [0, 84],
                  [-12, 50],
                  [-50, 14],
                  [-44, -30],
                ],
                true,
                1,
              ),
              "#7E2440",
              { g: "r", w: 20 },
            ),
        )(x, y, 1, a);
      let let_ = "";
      for (let i = 0; i < 7; i++)
        let_ += stamp("let" + (i % 2), () =>
          shape(
            smooth(
              [
                [0, 0],
                [-50, -30],
                [-66, -90],
                [-40, -120],
                [-14, -108],
                [10, -128],
                [40, -112],
                [64, -92],
                [46, -30],
              ],
              true,
              3,
            ),
            i % 2 ? "#A9C46A" : "#8FB257",
            {
              w: 18,
              ink: 2.2,
              in: stroke(
                [line([0, 0], [0, -90]), line([0, -30], [-34, -80]), line([0, -30], [34, -80])],
                "#F3F3CF",
                3.4,
                0.7,
              ),
            },
          ),
        )(470 + (i - 4) * 12, 600 + (i % 3) * 12, 1 - (i % 3) * 0.08, (i - 4) * 20);
      return (
        cast(170, 640, 830, 160, 0.14) +
        tube(
          smooth(
            [
              [236, 640],
              [228, 480],
              [246, 362],
              [308, 282],
              [400, 252],
              [492, 282],
              [554, 362],
              [572, 480],
              [562, 640],
            ],
            false,
          ),
          32,
          "#B98A5A",
        ) +
        carrot(250, 560, -52) +
        carrot(300, 540, -30) +
        let_ +
        beet(350, 580, -16) +
        beet(600, 590, 34) +
        carrot(400, 590, -70) +
        daisy(286, 400, 38) +
        stem(
          [
            [300, 424],
            [316, 540],
          ],
          "#4F7A45",
          4,
        ) +
        slat(610, 60, 118, 680, "#E2BE88") +
        slat(668, 58, 142, 656, "#D6AE74") +
        slat(724, 54, 172, 626, "#C99F64") +
        slat(776, 44, 210, 590, "#BC9056") +
        tube(
          smooth(
            [
              [244, 620],
              [252, 720],
              [280, 796],
            ],
            false,
          ),
          28,
          "#B98A5A",
        ) +
        tube(
          smooth(
            [
              [556, 620],
              [548, 720],
              [520, 796],
            ],
            false,
          ),
          28,
          "#B98A5A",
        ) +
        beads(
          [
            [246, 636, 7],
            [252, 706, 7],
            [554, 636, 7],
            [548, 706, 7],
          ],
          "#C9A24E",
          1.4,
        )
      );
    },
  },
};
