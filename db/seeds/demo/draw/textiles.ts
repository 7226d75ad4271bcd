import {
  apple,
  at,
  brush,
  cast,
  ell,
  emblem,
  fill,
  group,
  INK,
  j,
  line,
  LINE,
  map,
  mv,
  type P,
  patch,
  poly,
  quad,
  rect,
  rot,
  rule,
  SH,
  shape,
  smooth,
  sprig,
  stamp,
  stem,
  stroke,
  T,
  tube,
} from "./kit.ts";
import type { Book } from "./book.ts";

export const CLOTH: Record<string, { c: string; s: string; t: string }> = {
  oxblood: { c: "#F4EBDB", s: "#8C2F39", t: "#C98A84" },
  "bottle-green": { c: "#F4EBDB", s: "#0F5C4F", t: "#86AE9E" },
  honey: { c: "#F7EEDC", s: "#D9962A", t: "#EBC67E" },
  ink: { c: "#EFE7DA", s: "#39414F", t: "#9098A2" },
};
const SOLID: Record<string, string> = {
  oat: "#DCCBAA",
  "bottle-green": "#2A6A5B",
  oxblood: "#93404A",
  ink: "#434B59",
  rose: "#CF9A8A",
  sage: "#9DAC8C",
  honey: "#DDA548",
  natural: "#E6D9BE",
  slate: "#6F8590",
  moss: "#6B7A4E",
};
/** Weave: a fine net of short threads. */
const weave = (x: number, y: number, w: number, h: number, c: string, n = 70) =>
  brush(x, y, w, h, n / 2, c, 0.3, 0, 26, 2.4) + brush(x, y, w, h, n / 2, c, 0.22, 90, 26, 2.4);
/** The wooden rail with pegs that cloth hangs from. */
const rail = (y = 190) =>
  fill(rect(40, y + 12, 730, 40, 6), SH, 0.12) +
  shape(rect(30, y, 740, 38, 8), "#B98A5A", {
    g: "h",
    w: 12,
    in: stroke(
      [
        smooth(
          [
            [30, y + 12],
            [300, y + 9],
            [770, y + 14],
          ],
          false,
        ),
        smooth(
          [
            [30, y + 26],
            [400, y + 29],
            [770, y + 24],
          ],
          false,
        ),
      ],
      "#74431F",
      3,
      0.4,
    ),
  });
const peg = (x: number, y = 190) => shape(rect(x - 11, y + 6, 22, 44, 9), "#8F5F40", { g: "f", w: 8 });
/** Folded cloth lying on the table: layers with a round fold in front. */
function folded(
  x: number,
  y: number,
  w: number,
  layers: number,
  th: number,
  c: string,
  top: (q: (u: number, v: number) => [number, number]) => string,
  front: (x0: number, y0: number, i: number) => string,
  depth = 150,
  skew = 90,
) {
  let s = "";
  for (let i = 0; i < layers; i++) {
    const yy = y - i * th,
      o = j(5);
    const p = smooth(
      [
        [x + o, yy - th, 1],
        [x - 9 + o, yy - th / 2],
        [x + o, yy, 1],
        [x + w / 2, yy + 4],
        [x + w + o, yy, 1],
        [x + w + skew + o, yy - depth, 1],
        [x + w + skew + o, yy - depth - th, 1],
        [x + w + o, yy - th, 1],
        [x + w / 2, yy - th + 3],
      ],
      true,
      1,
    );
    s += shape(p, c, {
      w: 12,
      sh: 0.8,
      lit: 0.4,
      in:
        front(x + o, yy, i) +
        fill(
          line(
            [x + w + o, yy - th],
            [x + w + skew + o, yy - depth - th],
            [x + w + skew + o, yy - depth],
            [x + w + o, yy],
          ),
          SH,
          0.24,
        ),
    });
  }
  const ty = y - layers * th,
    q = quad([x + skew, ty - depth], [x + w + skew, ty - depth], [x + w, ty], [x, ty]);
  s += shape(poly([q(0, 0), q(1, 0), q(1, 1), q(0, 1)], 12, 2), c, { w: 16, sh: 0.35, lit: 0.5, g: "f", in: top(q) });
  return s;
}
const sock = (x: number, y: number, c: string, c2: string, flip = false) => {
  const p: P = smooth(
    [
      [0, 0, 1],
      [124, -6, 1],
      [130, 150],
      [128, 290],
      [150, 330],
      [240, 380],
      [276, 430],
      [250, 472],
      [160, 478],
      [60, 444],
      [4, 390],
      [-6, 300],
      [-4, 140],
    ],
    true,
    1,
  );
  const m = (q: P) => map(q, (a, b) => (flip ? [x - a, y + b] : [x + a, y + b]));
  const rib = Array.from({ length: 9 }, (_, i) => line([8 + i * 14, 4], [8 + i * 14, 60]));
  const kn: string[] = [];
  for (let r = 0; r < 15; r++)
    for (let k = 0; k < 7; k++)
      kn.push(`M${Math.round(flip ? x - 4 - k * 19 : x + 4 + k * 19)} ${Math.round(y + 88 + r * 20)}l6 7 6-7`);
  return shape(m(p), c, {
    w: 26,
    g: "v",
    in:
      `<path d="${kn.join("")}" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="2.4"/>` +
      fill(
        m(
          smooth(
            [
              [170, 330],
              [230, 350],
              [300, 430],
              [250, 490],
              [180, 490],
              [196, 420],
            ],
            true,
            0,
          ),
        ),
        c2,
      ) +
      fill(
        m(
          smooth(
            [
              [-20, 320],
              [40, 330],
              [66, 390],
              [50, 450],
              [-10, 450],
            ],
            true,
            0,
          ),
        ),
        c2,
      ) +
      fill(m(line([-10, 74], [140, 70], [140, 88], [-10, 92])), c2) +
      fill(m(line([-10, 104], [140, 100], [140, 108], [-10, 112])), c2) +
      stroke(
        rib.map((q) => m(q)),
        SH,
        3,
        0.25,
      ),
  });
};

export const textiles: Book = {
  "stripe-tea-towel": {
    table: T.sand,
    line: 900,
    fit: [1, 0, 0],
    title: "A striped linen tea towel hanging from a peg rail",
    variants: { oxblood: {}, "bottle-green": {}, honey: {}, ink: {} },
    draw(v) {
      const k = CLOTH[v ?? "oxblood"]!;
      const p = smooth(
        [
          [224, 232, 1],
          [400, 226],
          [580, 232, 1],
          [586, 420],
          [578, 600],
          [590, 770, 1],
          [540, 780],
          [480, 768],
          [420, 784],
          [350, 770],
          [280, 782],
          [214, 772, 1],
          [222, 600],
          [216, 420],
        ],
        true,
        2,
      );
      const back = smooth(
        [
          [240, 236, 1],
          [596, 236, 1],
          [612, 420],
          [606, 640],
          [614, 690, 1],
          [540, 700],
          [240, 690, 1],
        ],
        true,
        2,
      );
      const v1 = (x: number, w: number) =>
        stroke(
          smooth(
            [
              [x, 226],
              [x + j(4), 400],
              [x + j(7), 600],
              [x + j(6), 800],
            ],
            false,
            0,
          ),
          k.s,
          w,
          0.92,
        );
      const h1 = (y: number, w: number) =>
        stroke(
          smooth(
            [
              [200, y],
              [300, y + 8],
              [400, y - 2],
              [490, y + 8],
              [600, y],
            ],
            false,
            1,
          ),
          k.s,
          w,
          0.92,
        );
      const fold = (x: number, w: number, c: string, a: number) =>
        fill(
          smooth(
            [
              [x, 226, 1],
              [x + 8, 480],
              [x - 6, 800, 1],
              [x + w, 800, 1],
              [x + w + 10, 480],
              [x + w * 0.4, 226, 1],
            ],
            true,
            0,
          ),
          c,
          a,
        );
      return (
        fill(mv(p, 46, 26), SH, 0.13) +
        shape(back, k.c, { w: 20, in: v1(600, 10) + fill(back, SH, 0.16) }) +
        tube(
          smooth(
            [
              [40, 232],
              [400, 228],
              [760, 232],
            ],
            false,
          ),
          30,
          "#B98A5A",
        ) +
        [70, 730].map((x) => shape(rect(x - 16, 196, 32, 70, 10), "#8F5F40", { g: "f", w: 10 })).join("") +
        shape(p, k.c, {
          w: 36,
          in:
            weave(210, 250, 370, 530, "#B9A27E", 56) +
            v1(250, 22) +
            v1(276, 6) +
            v1(290, 6) +
            v1(552, 22) +
            v1(526, 6) +
            v1(512, 6) +
            h1(690, 22) +
            h1(716, 6) +
            h1(730, 6) +
            h1(300, 6) +
            fill(line([200, 220], [600, 220], [600, 262], [200, 262]), SH, 0.1) +
            fill(line([200, 226], [600, 226], [600, 240], [200, 240]), "#fff", 0.5) +
            fold(330, 40, SH, 0.09) +
            fold(452, 46, SH, 0.12) +
            fold(400, 26, "#fff", 0.35),
        }) +
        emblem("wheat", 402, 606, 1.15, k.s) +
        stroke(
          Array.from({ length: 24 }, (_, i) => line([222 + i * 15.6, 776 + j(4)], [221 + i * 15.6 + j(3), 794 + j(3)])),
          LINE,
          4,
        ) +
        stroke(
          Array.from({ length: 24 }, (_, i) => line([222 + i * 15.6, 776], [221 + i * 15.6, 793])),
          k.c,
          2.4,
        ) +
        apple(660, 872, 40, "#B4323A")
      );
    },
  },
  "linen-apron": {
    table: T.clay,
    line: 930,
    fit: [1, 0, 0],
    title: "A cross-back linen apron with pockets on a peg",
    variants: { oat: {}, "bottle-green": {}, ink: {} },
    draw(v) {
      const c = SOLID[v ?? "oat"]!,
        st = v === "oat" || !v ? "#8A6A42" : "#E6D9BE";
      const p = smooth(
        [
          [310, 330, 1],
          [390, 322],
          [486, 330, 1],
          [496, 420],
          [560, 486],
          [612, 530, 1],
          [606, 680],
          [622, 850, 1],
          [540, 862],
          [460, 850],
          [380, 864],
          [290, 852],
          [196, 858, 1],
          [206, 690],
          [190, 530, 1],
          [250, 484],
          [300, 420],
        ],
        true,
        2,
      );
      return (
        rail(150) +
        peg(400, 150) +
        fill(mv(p, 36, 18), SH, 0.13) +
        tube(
          smooth(
            [
              [318, 336],
              [352, 250],
              [398, 190],
              [446, 250],
              [478, 336],
            ],
            false,
          ),
          17,
          c,
        ) +
        tube(
          smooth(
            [
              [192, 536],
              [150, 620],
              [160, 760],
              [140, 850],
            ],
            false,
          ),
          13,
          c,
        ) +
        tube(
          smooth(
            [
              [610, 536],
              [652, 640],
              [640, 760],
              [664, 840],
            ],
            false,
          ),
          13,
          c,
        ) +
        shape(p, c, {
          w: 44,
          in:
            weave(190, 330, 430, 530, "#fff", 60) +
            [
              [300, 440, 860, -20],
              [460, 400, 860, 22],
            ]
              .map(([x, a, b, k]) =>
                fill(
                  smooth(
                    [
                      [x!, a!, 1],
                      [x! + k!, 640],
                      [x! + k! * 1.6, b! + 10, 1],
                      [x! + k! * 1.6 + 44, b! + 10, 1],
                      [x! + k! + 26, 640],
                    ],
                    true,
                    0,
                  ),
                  SH,
                  0.14,
                ),
              )
              .join("") +
            stroke(
              [
                smooth(
                  [
                    [316, 344],
                    [390, 338],
                    [480, 344],
                  ],
                  false,
                ),
                smooth(
                  [
                    [200, 838],
                    [290, 834],
                    [400, 844],
                    [540, 840],
                    [612, 832],
                  ],
                  false,
                ),
              ],
              st,
              2.6,
              0.7,
              'stroke-dasharray="9 8"',
            ),
        }) +
        shape(
          poly(
            [
              [262, 590],
              [402, 594],
              [398, 730],
              [268, 726],
            ],
            14,
          ),
          c,
          { w: 14, lit: 0.4, sh: 0.6, in: weave(262, 590, 140, 140, "#fff", 14) },
        ) +
        shape(
          poly(
            [
              [402, 594],
              [546, 590],
              [540, 726],
              [398, 730],
            ],
            14,
          ),
          c,
          { w: 14, lit: 0.4, sh: 0.6, in: weave(402, 590, 140, 140, "#fff", 14) },
        ) +
        stroke(
          poly(
            [
              [272, 602],
              [536, 602],
              [530, 718],
              [278, 718],
            ],
            10,
          ),
          st,
          2.4,
          0.6,
          'stroke-dasharray="9 8"',
        ) +
        tube(
          smooth(
            [
              [330, 600],
              [324, 540],
              [318, 500],
            ],
            false,
          ),
          14,
          "#C98F57",
        ) +
        shape(ell(316, 478, 24, 36), "#C98F57", { g: "f", w: 12 }) +
        stroke(line([268, 600], [398, 604]), LINE, 2.6) +
        fill(
          poly(
            [
              [270, 604],
              [396, 607],
              [395, 660],
              [272, 658],
            ],
            2,
          ),
          c,
        ) +
        stroke(line([270, 604], [397, 608]), st, 2.4, 0.6, 'stroke-dasharray="9 8"') +
        at(
          shape(rect(0, 0, 54, 34, 2), "#FBF3E0", { w: 5, sh: 0.3, lit: 0, ink: 1.6 }) +
            emblem("cart", 27, 17, 0.3, "#8C2F39"),
          372,
          400,
        )
      );
    },
  },
  "wool-throw": {
    table: T.dusk,
    fit: [1.06, -34, -30],
    title: "A folded plaid wool throw with a fringe",
    variants: { moss: {}, oxblood: {} },
    draw(v) {
      const c = v === "oxblood" ? "#93404A" : "#6B7A4E",
        a = v === "oxblood" ? "#E4C9A8" : "#E8DCB8",
        b = v === "oxblood" ? "#3F2A36" : "#2F4A3F";
      const fx = (x0: number, y0: number) =>
        [30, 170, 310, 450]
          .map(
            (x) =>
              fill(line([x0 + x, y0 - 50], [x0 + x + 46, y0 - 50], [x0 + x + 46, y0 + 8], [x0 + x, y0 + 8]), b, 0.55) +
              fill(
                line([x0 + x + 66, y0 - 50], [x0 + x + 74, y0 - 50], [x0 + x + 74, y0 + 8], [x0 + x + 66, y0 + 8]),
                a,
                0.9,
              ),
          )
          .join("");
      const fr = Array.from({ length: 30 }, (_, i) => line([120 + i * 17.5, 838], [120 + i * 17.5 + j(6), 884 + j(5)]));
      return (
        cast(120, 690, 836, 120, 0.2) +
        stroke(fr, LINE, 9) +
        stroke(fr, c, 5.5) +
        stroke(
          fr.filter((_, i) => i % 3 === 0),
          a,
          4,
        ) +
        folded(
          112,
          840,
          520,
          4,
          54,
          c,
          (q) =>
            [0.06, 0.33, 0.6, 0.87]
              .map(
                (u) => fill(patch(q, u, 0, u + 0.09, 1), b, 0.55) + fill(patch(q, u + 0.125, 0, u + 0.14, 1), a, 0.9),
              )
              .join("") +
            [0.1, 0.55]
              .map((u) => fill(patch(q, 0, u, 1, u + 0.24), b, 0.5) + fill(patch(q, 0, u + 0.3, 1, u + 0.335), a, 0.9))
              .join("") +
            brush(150, 470, 520, 140, 16, "#fff", 0.22, -40, 18, 3),
          (x, y) => fx(x, y) + brush(x, y - 50, 500, 46, 6, "#fff", 0.22, 80, 16, 3),
          150,
          90,
        ) +
        at(
          shape(rot(rect(0, 0, 104, 62, 3), 4), "#FBF3E0", {
            w: 8,
            sh: 0.3,
            lit: 0,
            in: stroke(rect(8, 8, 88, 46, 2), "#8C2F39", 2.4) + rule(24, 26, 56, INK, 3) + rule(30, 40, 42, INK, 3),
          }),
          450,
          690,
        )
      );
    },
  },
  "linen-napkins": {
    table: T.honey,
    fit: [1.1, -30, -30],
    title: "Four folded linen napkins tied with string and a sprig",
    variants: { oat: {}, rose: {}, sage: {}, slate: {} },
    draw(v) {
      const c = SOLID[v ?? "oat"]!;
      return (
        cast(150, 640, 830, 130, 0.2) +
        folded(
          150,
          836,
          440,
          4,
          36,
          c,
          (q) =>
            weave(170, 500, 480, 190, "#fff", 40) +
            stroke(
              [line(q(0.05, 0.08), q(0.95, 0.08), q(0.95, 0.92), q(0.05, 0.92), q(0.05, 0.08))],
              "#fff",
              2.6,
              0.6,
              'stroke-dasharray="8 7"',
            ),
          (x, y) =>
            stroke(
              smooth(
                [
                  [x - 4, y - 14],
                  [x + 200, y - 10],
                  [x + 440, y - 14],
                ],
                false,
              ),
              SH,
              3,
              0.3,
            ) + weave(x, y - 36, 440, 30, "#fff", 10),
          190,
          90,
        ) +
        tube(
          smooth(
            [
              [366, 842],
              [364, 768],
              [366, 692, 1],
              [456, 502],
            ],
            false,
            0,
          ),
          9,
          "#C9A577",
        ) +
        tube(
          smooth(
            [
              [198, 606],
              [400, 602],
              [640, 606],
            ],
            false,
            0,
          ),
          7,
          "#C9A577",
        ) +
        tube(
          smooth(
            [
              [408, 604],
              [360, 560],
              [330, 590],
              [404, 606],
              [470, 560],
              [490, 590],
              [410, 608],
            ],
            false,
          ),
          6,
          "#C9A577",
        ) +
        tube(
          smooth(
            [
              [404, 606],
              [380, 640],
              [392, 680],
            ],
            false,
          ),
          5,
          "#C9A577",
        ) +
        sprig(
          [
            [330, 640],
            [420, 598],
            [520, 560],
          ],
          12,
          40,
          10,
          "#6F8A62",
          "#7A5B3C",
        )
      );
    },
  },
  "market-tote": {
    table: T.sage,
    fit: [1, 0, -6],
    title: "A canvas tote with leeks, a baguette and carrots",
    variants: { natural: {}, "bottle-green": {} },
    draw(v) {
      const c = SOLID[v ?? "natural"]!,
        st = v === "bottle-green" ? "#F2E6C8" : "#8C2F39";
      const p = smooth(
        [
          [206, 470, 1],
          [390, 482],
          [580, 468, 1],
          [600, 640],
          [616, 806, 1],
          [560, 832],
          [400, 838],
          [240, 834],
          [176, 808, 1],
          [190, 640],
        ],
        true,
        2,
      );
      const leek = (x: number, a: number) =>
        stamp(
          "leek",
          () =>
            tube(
              smooth(
                [
                  [0, 0],
                  [0, -160],
                  [0, -230],
                ],
                false,
              ),
              34,
              "#EEF0DC",
            ) +
            [
              [-34, -150],
              [-14, -190],
              [12, -196],
              [34, -150],
            ]
              .map(([dx, dy], i) =>
                shape(
                  smooth(
                    [
                      [-14, -210, 1],
                      [-8 + dx! * 0.6, -210 + dy! * 0.5],
                      [dx! * 1.8, -220 + dy!, 1],
                      [14 + dx! * 0.8, -204 + dy! * 0.45],
                      [14, -208, 1],
                    ],
                    true,
                    1,
                  ),
                  i % 2 ? "#5F8A55" : "#7AA368",
                  { w: 10, ink: 2.2, lit: 0 },
                ),
              )
              .join(""),
        )(x, 560, 1, a);
      const strap = smooth(
        [
          [280, 480],
          [270, 330],
          [330, 250],
          [450, 250],
          [506, 330],
          [500, 480],
        ],
        false,
      );
      return (
        cast(178, 612, 812, 200, 0.14) +
        tube(strap, 22, c, { cap: "butt" }) +
        group(
          shape(
            poly(
              [
                [440, 560],
                [452, 250],
                [476, 190],
                [506, 186],
                [530, 236],
                [540, 560],
              ],
              24,
            ),
            "#C98F4E",
            {
              g: "v",
              w: 22,
              in: [270, 350, 430]
                .map((y) =>
                  fill(
                    smooth(
                      [
                        [452, y + 40],
                        [480, y],
                        [524, y - 26],
                        [528, y - 4],
                        [490, y + 34],
                      ],
                      true,
                      1,
                    ),
                    "#F0D49C",
                  ),
                )
                .join(""),
            },
          ),
          "rotate(12 490 560)",
        ) +
        leek(330, -8) +
        leek(280, -18) +
        [400, 430]
          .map(
            (x, i) =>
              stamp("car", () =>
                shape(
                  smooth(
                    [
                      [-22, 0],
                      [0, -10],
                      [22, 0],
                      [16, 70],
                      [0, 110],
                      [-16, 70],
                    ],
                    true,
                    1,
                  ),
                  "#D9782E",
                  { g: "v", w: 12 },
                ),
              )(x, 430, 1, i * 6) +
              stem(
                [
                  [x, 424],
                  [x - 6 + i * 14, 380],
                  [x - 16 + i * 40, 340],
                ],
                "#6E9A55",
                4,
              ) +
              stem(
                [
                  [x, 424],
                  [x + 10, 376],
                  [x + 12 + i * 8, 330],
                ],
                "#6E9A55",
                4,
              ),
          )
          .join("") +
        shape(p, c, {
          w: 50,
          in:
            weave(180, 470, 430, 370, v === "bottle-green" ? "#fff" : "#9A7F54", 60) +
            fill(
              smooth(
                [
                  [240, 480, 1],
                  [260, 640],
                  [230, 840, 1],
                  [270, 840, 1],
                  [290, 640],
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
                  [520, 480, 1],
                  [540, 640],
                  [530, 840, 1],
                  [566, 840, 1],
                  [566, 640],
                ],
                true,
                0,
              ),
              SH,
              0.12,
            ) +
            stroke(
              smooth(
                [
                  [200, 496],
                  [390, 508],
                  [590, 494],
                ],
                false,
              ),
              st,
              2.6,
              0.7,
              'stroke-dasharray="9 8"',
            ),
        }) +
        emblem("cart", 396, 668, 2, st) +
        tube(
          smooth(
            [
              [286, 540],
              [284, 480],
              [276, 400],
            ],
            false,
            0,
          ),
          22,
          c,
          { cap: "butt" },
        ) +
        tube(
          smooth(
            [
              [494, 540],
              [498, 480],
              [506, 400],
            ],
            false,
            0,
          ),
          22,
          c,
          { cap: "butt" },
        ) +
        stroke(
          [
            line([278, 530], [294, 506]),
            line([294, 530], [278, 506]),
            line([486, 530], [502, 506]),
            line([502, 530], [486, 506]),
          ],
          st,
          2.6,
        )
      );
    },
  },
  "quilted-potholders": {
    table: T.blue,
    line: 900,
    fit: [1.04, 2, 74],
    title: "Two quilted pot holders, one star and one stripes, on a peg rail",
    draw() {
      const one = (a: string, b: string, c: string, star: boolean) => {
        const p = rect(-170, -170, 340, 340, 26, 2);
        const q = Array.from({ length: 9 }, (_, i) => [
          line([-200 + i * 50, -190], [-200 + i * 50, 190]),
          line([-190, -200 + i * 50], [190, -200 + i * 50]),
        ]).flat();
        return (
          tube(
            smooth(
              [
                [150, -150],
                [200, -200],
                [214, -150],
                [160, -140],
              ],
              false,
            ),
            13,
            b,
          ) +
          shape(p, a, {
            w: 20,
            g: "f",
            in:
              (star
                ? `<path d="M0-130L38-38 130 0 38 38 0 130-38 38-130 0-38-38z" fill="${b}"/><path d="M0-130L0 0 38-38zM130 0L0 0 38 38zM0 130L0 0-38 38zM-130 0L0 0-38-38z" fill="${c}"/><path d="M-150-150h60L-150-90zM150-150H90l60 60zM-150 150h60L-150 90zM150 150H90l60-60z" fill="${c}"/>`
                : [-120, -60, 0, 60, 120]
                    .map((x, i) =>
                      fill(line([x - 26, -180], [x + 26, -180], [x + 26, 180], [x - 26, 180]), i % 2 ? b : c),
                    )
                    .join("")) +
              stroke(q, "#fff", 2.4, 0.6, 'stroke-dasharray="8 7"') +
              stroke(q, SH, 2.4, 0.2) +
              stroke(rect(-168, -168, 336, 336, 26, 0), b, 20),
          }) +
          stroke(rect(-159, -159, 318, 318, 18, 0), "#fff", 2, 0.5, 'stroke-dasharray="8 7"')
        );
      };
      const hung = (x: number, y: number, s: string) =>
        fill(mv(rot(rect(x - 126, y - 126, 252, 252, 18), 45, x, y), 34, 24), SH, 0.14) +
        peg(x, 196) +
        at(s, x, y, 0.76, -45);
      return (
        rail(206) +
        hung(220, 478, one("#F4EBDB", "#8C2F39", "#DDA03A", true)) +
        hung(566, 478, one("#F4EBDB", "#0F5C4F", "#DDA548", false))
      );
    },
  },
  "wool-socks": {
    table: T.rose,
    line: 920,
    fit: [1.04, -14, -50],
    title: "A pair of knitted wool socks with bright heels and toes",
    variants: { oat: {}, moss: {}, slate: {} },
    draw(v) {
      const c = SOLID[v ?? "oat"]!,
        c2 = v === "moss" ? "#D9962A" : v === "slate" ? "#8C2F39" : "#0F5C4F";
      return (
        rail(232) +
        peg(300, 232) +
        peg(500, 232) +
        fill(mv(rect(250, 330, 130, 340, 30), 36, 20), SH, 0.12) +
        fill(mv(rect(440, 330, 130, 340, 30), 36, 20), SH, 0.12) +
        stroke(
          smooth(
            [
              [300, 330],
              [284, 290],
              [300, 262],
              [316, 290],
              [300, 330],
            ],
            false,
          ),
          LINE,
          7,
        ) +
        stroke(
          smooth(
            [
              [500, 330],
              [484, 290],
              [500, 262],
              [516, 290],
              [500, 330],
            ],
            false,
          ),
          LINE,
          7,
        ) +
        stroke(
          [
            smooth(
              [
                [300, 330],
                [284, 290],
                [300, 262],
                [316, 290],
                [300, 330],
              ],
              false,
            ),
            smooth(
              [
                [500, 330],
                [484, 290],
                [500, 262],
                [516, 290],
                [500, 330],
              ],
              false,
            ),
          ],
          c2,
          4,
        ) +
        sock(238, 326, c, c2) +
        sock(440, 326, c, c2)
      );
    },
  },
  "block-print-cushion": {
    table: T.linen,
    fit: [1.06, -10, -20],
    title: "A square cushion block-printed with leaves",
    variants: { "bottle-green": {}, honey: {} },
    draw(v) {
      const c = v === "honey" ? "#D9962A" : "#0F5C4F";
      const p = smooth(
        [
          [150, 420, 1],
          [270, 444],
          [390, 440],
          [520, 440],
          [640, 416, 1],
          [618, 530],
          [616, 640],
          [622, 740],
          [644, 838, 1],
          [520, 822],
          [390, 830],
          [260, 824],
          [140, 840, 1],
          [164, 730],
          [168, 640],
          [164, 530],
        ],
        true,
        3,
      );
      let pr = "";
      for (let r = 0; r < 4; r++)
        for (let k = 0; k < 5; k++)
          pr += stamp("pr", () => emblem("leaf", 0, 0, 0.72, c))(
            208 + k * 92 + (r % 2) * 20,
            500 + r * 92 + j(4),
            1,
            (k + r) % 2 ? 38 + j(5) : -38 + j(5),
          );
      return (
        cast(150, 640, 830, 130, 0.12) +
        shape(p, "#F3E8D2", {
          g: "f",
          w: 44,
          sh: 0.8,
          in:
            weave(150, 430, 490, 400, "#B9A27E", 50) +
            fill(ell(350, 600, 170, 130), "#fff", 0.28) +
            pr +
            fill(
              smooth(
                [
                  [150, 420, 1],
                  [230, 520],
                  [250, 560],
                  [200, 520],
                ],
                true,
                0,
              ),
              SH,
              0.16,
            ) +
            fill(
              smooth(
                [
                  [640, 416, 1],
                  [570, 510],
                  [540, 560],
                  [600, 520],
                ],
                true,
                0,
              ),
              SH,
              0.16,
            ) +
            fill(
              smooth(
                [
                  [140, 840, 1],
                  [220, 760],
                  [260, 720],
                  [210, 790],
                ],
                true,
                0,
              ),
              SH,
              0.16,
            ) +
            fill(
              smooth(
                [
                  [644, 838, 1],
                  [570, 760],
                  [530, 716],
                  [590, 770],
                ],
                true,
                0,
              ),
              SH,
              0.16,
            ),
        }) +
        stroke(p, c, 5, 0.85)
      );
    },
  },
};
