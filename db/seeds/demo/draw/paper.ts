import {
  at,
  ball,
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
  line,
  LINE,
  poly,
  rect,
  rule,
  SH,
  shape,
  smooth,
  speckle,
  stamp,
  stroke,
  T,
  tube,
} from "./kit.ts";

import type { Book } from "./book.ts";

const COVER: Record<string, { c: string; t: string }> = {
  oxblood: { c: "#8C2F39", t: "#E9C77A" },
  "bottle-green": { c: "#1B5E51", t: "#E9C77A" },
  ink: { c: "#39414F", t: "#D9A08A" },
  kraft: { c: "#C49A69", t: "#8C2F39" },
};
const INKS: Record<string, string> = { oxblood: "#7A2230", "bottle-green": "#0F5C4F", walnut: "#5E3A22" };
const scissors = (x: number, y: number, a: number) =>
  group(
    `<g stroke="${LINE}" stroke-width="2.4"><path d="M${x} ${y}l-130-34q-14 0-10 10l128 44z" fill="#C5CBCA"/><path d="M${x} ${y}l-130 34q-14 0-10-10l128-44z" fill="#AEB5B2"/></g>` +
      tube(
        smooth(
          [
            [x - 4, y + 8],
            [x + 50, y - 26],
            [x + 104, y - 50],
            [x + 150, y - 30],
            [x + 140, y + 6],
            [x + 96, y + 4],
            [x + 60, y - 20],
          ],
          false,
        ),
        15,
        "#3D3A44",
      ) +
      tube(
        smooth(
          [
            [x - 4, y - 8],
            [x + 50, y + 26],
            [x + 104, y + 50],
            [x + 150, y + 32],
            [x + 140, y - 4],
            [x + 96, y - 2],
            [x + 60, y + 20],
          ],
          false,
        ),
        15,
        "#3D3A44",
      ) +
      `<circle cx="${x}" cy="${y}" r="9" fill="#D2A64E" stroke="${LINE}" stroke-width="2"/>`,
    `rotate(${a} ${x} ${y})`,
  );
const pencil = (x0: number, y0: number, x1: number, y1: number, c: string, w = 22) => {
  const a = Math.atan2(y1 - y0, x1 - x0),
    ux = Math.cos(a),
    uy = Math.sin(a),
    nx = (-uy * w) / 2,
    ny = (ux * w) / 2,
    bx = x1 - ux * 44,
    by = y1 - uy * 44;
  return (
    shape(line([x0 + nx, y0 + ny], [bx + nx, by + ny], [bx - nx, by - ny], [x0 - nx, y0 - ny]), c, {
      w: 6,
      sh: 0.8,
      ink: 2,
      in: stroke(
        [
          line([x0 - nx * 0.3, y0 - ny * 0.3], [bx - nx * 0.3, by - ny * 0.3]),
          line([x0 + nx * 0.4, y0 + ny * 0.4], [bx + nx * 0.4, by + ny * 0.4]),
        ],
        SH,
        1.6,
        0.35,
      ),
      lit: 0.4,
    }) +
    `<path d="M${Math.round(bx + nx)} ${Math.round(by + ny)}L${Math.round(x1)} ${Math.round(y1)}L${Math.round(bx - nx)} ${Math.round(by - ny)}z" fill="#E9CFA0" stroke="${LINE}" stroke-width="2"/><path d="M${Math.round(x1 - ux * 15 + nx * 0.36)} ${Math.round(y1 - uy * 15 + ny * 0.36)}L${Math.round(x1)} ${Math.round(y1)}L${Math.round(x1 - ux * 15 - nx * 0.36)} ${Math.round(y1 - uy * 15 - ny * 0.36)}z" fill="${c}"/>`
  );
};
const quiltBlock = (x: number, y: number, s: number, a: string, b: string, c: string) =>
  at(
    `<path d="M0 0h30v30H0z" fill="${a}"/><path d="M0 0h15L0 15zM15 0h15v15zM30 15v15H15zM0 15v15h15z" fill="${b}"/><path d="M15 7l8 8-8 8-8-8z" fill="${c}"/>`,
    x,
    y,
    s / 30,
  );

export const paper: Book = {
  "ledger-notebook": {
    table: T.clay,
    fit: [1.08, -12, -30],
    title: "Two cloth-bound notebooks, one standing, with a pencil",
    variants: { oxblood: {}, "bottle-green": {}, ink: {}, kraft: {} },
    draw(v) {
      const k = COVER[v ?? "oxblood"]!;
      const pages = (x: number, y: number, h: number) =>
        stroke(
          Array.from({ length: 5 }, (_, i) => line([x + 6 + i * 7, y - 4 - i * 5], [x + 6 + i * 7, y + h - 4 - i * 5])),
          SH,
          1.6,
          0.4,
        );
      return (
        cast(240, 590, 812, 200, 0.1) +
        shape(
          poly(
            [
              [536, 318],
              [580, 292],
              [580, 776],
              [536, 806],
            ],
            3,
          ),
          "#F4EAD6",
          {
            sh: 0,
            lit: 0,
            in: pages(536, 318, 488) + fill(line([536, 318], [580, 292], [580, 776], [536, 806]), SH, 0.12),
          },
        ) +
        shape(
          poly(
            [
              [240, 318],
              [286, 290],
              [584, 290],
              [538, 318],
            ],
            3,
          ),
          k.c,
          { sh: 0, lit: 0, in: fill(line([240, 318], [286, 290], [584, 290], [538, 318]), "#fff", 0.18) },
        ) +
        shape(rect(236, 316, 304, 494, 8), k.c, {
          g: "f",
          w: 34,
          in:
            brush(236, 320, 300, 490, 26, "#fff", 0.12, 90, 40, 3) +
            brush(236, 320, 300, 490, 22, SH, 0.14, 0, 40, 3) +
            `<path d="M236 310h46v510h-46z" fill="${SH}" fill-opacity=".25"/><path d="M282 310v510" stroke="${k.t}" stroke-width="3"/>` +
            stroke([line([540, 350], [500, 316]), line([540, 776], [500, 810])], k.t, 3) +
            fill(line([500, 312], [544, 312], [544, 352]), k.t, 0.85) +
            fill(line([500, 814], [544, 814], [544, 774]), k.t, 0.85),
        }) +
        shape(rect(322, 410, 172, 130, 3), "#FBF3E0", {
          w: 10,
          sh: 0.3,
          lit: 0,
          in:
            stroke(rect(332, 420, 152, 110, 2), k.c, 3) +
            rule(352, 462, 112, INK, 3, 0.6) +
            rule(352, 490, 112, INK, 3, 0.6),
        }) +
        emblem("wheat", 408, 690, 1, k.t) +
        tube(
          smooth(
            [
              [470, 808],
              [474, 846],
              [466, 880],
            ],
            false,
          ),
          8,
          k.t,
        ) +
        cast(90, 330, 872, 60, 0.1) +
        box(92, 830, 230, 34, 66, 52, "#F4EAD6", {
          topc: k.c,
          front:
            stroke(
              [0, 1, 2].map((i) => line([92, 838 + i * 9], [322, 838 + i * 9])),
              SH,
              1.6,
              0.35,
            ) +
            fill(line([92, 828], [322, 828], [322, 834], [92, 834]), k.c) +
            fill(line([92, 860], [322, 860], [322, 866], [92, 866]), k.c),
          top: stroke(line([120, 830], [186, 778]), k.t, 3),
        }) +
        pencil(560, 880, 350, 846, "#F2B33D", 18)
      );
    },
  },
  "colored-pencils": {
    table: T.honey,
    fit: [1.08, -6, -30],
    title: "A tin of colored pencils, open, with a red one lying out",
    draw() {
      const cols = [
        "#8C2F39",
        "#C4622D",
        "#E0A02E",
        "#6B8F4E",
        "#0F5C4F",
        "#3F6A86",
        "#39414F",
        "#6B4A6E",
        "#B98A5A",
        "#D98C86",
        "#8FAFC2",
        "#5A3320",
      ];
      const lid = poly(
        [
          [176, 350],
          [616, 350],
          [640, 600],
          [152, 600],
        ],
        8,
      );
      return (
        cast(140, 690, 850, 100, 0.1) +
        shape(lid, "#1E6355", {
          g: "f",
          w: 24,
          in:
            fill(
              poly(
                [
                  [196, 366],
                  [598, 366],
                  [618, 586],
                  [172, 586],
                ],
                6,
              ),
              "#2A7565",
            ) +
            `<path d="M250 420h290v110H250z" fill="#FBF3E0"/>` +
            stroke(rect(260, 430, 270, 90, 2), "#8C2F39", 3) +
            emblem("cart", 312, 474, 0.7, "#8C2F39") +
            rule(372, 460, 136, INK, 4) +
            rule(372, 484, 100, INK, 4),
        }) +
        box(150, 800, 490, 40, 0, 196, "#1E6355", { topc: "#17493F" }) +
        shape(
          poly(
            [
              [166, 614],
              [626, 614],
              [626, 792],
              [164, 792],
            ],
            5,
          ),
          "#F4EAD6",
          { sh: 0, lit: 0, in: fill(line([166, 614], [626, 614], [626, 630], [166, 630]), SH, 0.3) },
        ) +
        cols
          .map((c, i) =>
            stamp(
              "pc",
              () =>
                `<path d="M-14 0V-118L0-160 14-118V0z" fill="#E9CFA0" stroke="${LINE}" stroke-width="2.2"/><path d="M-14 0V-118q5 8 9 0 5 8 10 0 4 8 9 0V0zM-5-144L0-160l5 16z"/><path d="M-5-116V0" stroke="#ffffff88" stroke-width="4"/><path d="M5-116h9V0H5z" fill="${SH}" fill-opacity=".3"/><path d="M-14 0V-118q5 8 9 0 5 8 10 0 4 8 9 0V0z" fill="none" stroke="${LINE}" stroke-width="2"/>`,
            )(184 + i * 38.5, 784 - (i % 3) * 4, 1, j(1.4), c),
          )
          .join("") +
        fill(line([164, 770], [628, 770], [628, 794], [164, 794]), SH, 0.1) +
        pencil(600, 880, 240, 900, "#8C2F39", 24) +
        brush(230, 892, 60, 16, 10, "#E9CFA0", 0.9, 30, 20, 4)
      );
    },
  },
  "letter-writing-set": {
    table: T.sage,
    fit: [1.08, -6, -20],
    title: "Letter paper, envelopes and a wax-sealed letter",
    draw() {
      const env = (x: number, y: number, a: number, c: string, seal = false) =>
        group(
          shape(rect(x, y, 360, 232, 5), c, { w: 22, g: "f", sh: 0.6 }) +
            stroke(
              smooth(
                [
                  [x + 4, y + 6, 1],
                  [x + 180, y + 140, 1],
                  [x + 356, y + 6, 1],
                ],
                false,
                0,
              ),
              LINE,
              2.4,
            ) +
            fill(line([x + 4, y + 6], [x + 356, y + 6], [x + 180, y + 140]), "#fff", 0.16) +
            stroke(
              [line([x + 6, y + 226], [x + 140, y + 112]), line([x + 354, y + 226], [x + 222, y + 112])],
              LINE,
              1.8,
              0.5,
            ) +
            (seal
              ? shape(
                  smooth(
                    [
                      [x + 180, y + 88],
                      [x + 214, y + 104],
                      [x + 226, y + 136],
                      [x + 206, y + 166],
                      [x + 176, y + 172],
                      [x + 142, y + 160],
                      [x + 134, y + 128],
                      [x + 150, y + 98],
                    ],
                    true,
                    3,
                  ),
                  "#9B2C38",
                  { g: "r", w: 14 },
                ) + emblem("cart", x + 180, y + 132, 0.5, "#F0C9B4")
              : ""),
          `rotate(${a} ${x + 180} ${y + 116})`,
        );
      return (
        cast(170, 640, 790, 130, 0.1) +
        group(
          shape(rect(230, 270, 330, 430, 3), "#FBF6EA", {
            w: 24,
            sh: 0.5,
            in:
              `<path d="M230 270h330v26H230z" fill="#8C2F39" fill-opacity=".9"/><path d="M230 296q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14q0 14 16.5 14t16.5-14z" fill="#8C2F39" fill-opacity=".9"/>` +
              [360, 396, 432, 468, 504, 540]
                .map((y, i) =>
                  stroke(
                    smooth(
                      Array.from({ length: 12 - (i % 3) * 2 }, (_, q) => [266 + q * 22, y + (q % 2 ? -7 : 6) + j(3)]),
                      false,
                      0,
                    ),
                    "#39414F",
                    3,
                    0.75,
                  ),
                )
                .join(""),
          }),
          "rotate(-6 395 480)",
        ) +
        env(250, 520, 7, "#DDBFA6") +
        env(170, 610, -5, "#F0E2C4", true) +
        tube(
          smooth(
            [
              [600, 880],
              [660, 790],
              [706, 700],
            ],
            false,
          ),
          11,
          "#3D3A44",
        ) +
        `<path d="M596 886l-16 34 30-24z" fill="#D2A64E" stroke="${LINE}" stroke-width="2"/>`
      );
    },
  },
  "fountain-ink": {
    table: T.dusk,
    fit: [1.1, -4, -6],
    title: "A bottle of ink with a glass dip pen and a swatch of strokes",
    variants: { oxblood: {}, "bottle-green": {}, walnut: {} },
    draw(v) {
      const c = INKS[v ?? "oxblood"]!;
      const p = smooth(
        [
          [300, 520, 1],
          [300, 560],
          [236, 600],
          [214, 660],
          [216, 776],
          [240, 806, 1],
          [520, 806, 1],
          [546, 776],
          [548, 660],
          [526, 600],
          [462, 560],
          [462, 520, 1],
        ],
        true,
        1,
      );
      return (
        group(
          shape(
            poly(
              [
                [430, 820],
                [700, 800],
                [716, 900],
                [440, 926],
              ],
              3,
            ),
            "#FBF6EA",
            { w: 10, sh: 0.4, lit: 0 },
          ) +
            [0, 1, 2]
              .map((i) =>
                stroke(
                  smooth(
                    [
                      [462, 850 + i * 22],
                      [520, 838 + i * 22],
                      [570, 852 + i * 20],
                      [630 - i * 30, 836 + i * 22],
                    ],
                    false,
                  ),
                  c,
                  9 - i * 2.6,
                  0.9,
                ),
              )
              .join(""),
          "translate(0 -16)",
        ) +
        cast(220, 548, 806, 230, 0.14) +
        shape(p, "#E9EAE4", {
          g: "g",
          w: 36,
          sh: 0.8,
          lit: 0.7,
          in:
            fill(
              smooth([
                [236, 636, 1],
                [380, 646],
                [526, 636, 1],
                [530, 770],
                [510, 790],
                [250, 790],
                [232, 770],
              ]),
              c,
              0.96,
            ) + fill(ell(380, 640, 146, 14), "#fff", 0.25),
          over: gleam(234, 640, 130, 4, 14, 0.7),
        }) +
        label(381, 664, 196, 104, 6, "#FBF3E0", c, "drop") +
        shape(
          lathe(
            381,
            [
              [456, 84],
              [468, 88],
              [528, 88, 1],
              [536, 86],
            ],
            0.18,
          ).p,
          "#3D3A44",
          {
            g: "m",
            w: 16,
            in: stroke(
              Array.from({ length: 13 }, (_, i) => line([300 + i * 13.5, 476], [300 + i * 13.5, 540])),
              "#fff",
              2,
              0.22,
            ),
          },
        ) +
        shape(ell(381, 456, 84, 15), "#56535E", { w: 10, sh: 0.3 }) +
        tube(
          smooth(
            [
              [120, 880],
              [250, 858],
              [400, 846],
            ],
            false,
          ),
          14,
          "#9DB9B4",
          { hi: 1.6 },
        ) +
        stroke(
          [
            line([150, 876], [160, 868]),
            line([190, 870], [200, 861]),
            line([230, 863], [240, 854]),
            line([270, 857], [280, 849]),
          ],
          "#fff",
          3,
          0.8,
        ) +
        `<path d="M398 838l44 6-42 10z" fill="${c}" stroke="${LINE}" stroke-width="2"/>`
      );
    },
  },
  "block-print-cards": {
    table: T.blue,
    fit: [1.02, 0, -10],
    title: "A fan of block-printed cards with vegetables and an envelope",
    draw() {
      const card = (a: number, c: string, pic: string) =>
        group(
          shape(rect(280, 330, 230, 322, 5), "#FBF6EA", {
            w: 18,
            sh: 0.5,
            in: stroke(rect(294, 344, 202, 294, 2), c, 3.4) + pic,
          }),
          `rotate(${a} 395 900)`,
        );
      const carrot = at(
        `<path d="M-30-40Q0-56 30-40 26 30 0 100-26 30-30-40z" fill="#C4622D"/><path d="M-24-10h20M4 14h18M-12 40h14" stroke="#FBF6EA" stroke-width="5"/><path d="M-4-50Q-30-90-36-104-4-96 0-52 4-100 30-110 30-80 4-50z" fill="#0F5C4F"/>`,
        395,
        490,
      );
      const beet = at(
        `<path d="M-52-10Q-50-60 0-60 50-60 52-10 50 40 6 54 2 80-4 96-6 74-8 54-50 40-52-10z" fill="#8C2F39"/><path d="M-30-14q30-20 60 0M-34 8q34-14 68 0" stroke="#FBF6EA" stroke-width="4" fill="none"/><path d="M-4-58Q-44-90-40-118-4-110 0-62 6-116 44-118 44-84 6-56z" fill="#0F5C4F"/>`,
        395,
        500,
      );
      const pea = at(
        `<path d="M-90 10Q0-74 92-2 10 90-90 10z" fill="#5F8A55"/><g fill="#E3EBC0"><circle cx="-44" cy="10" r="17"/><circle cx="-8" cy="6" r="20"/><circle cx="32" cy="6" r="18"/></g>`,
        395,
        490,
        0.95,
        -50,
      );
      const tom = at(EM("tomato", "#B4432A"), 395, 496, 1.7),
        fig = at(EM("fig", "#6B4A6E"), 395, 490, 1.6);
      return (
        cast(190, 640, 812, 120, 0.1) +
        card(-26, "#8C2F39", beet) +
        card(-12, "#0F5C4F", pea) +
        card(2, "#6B4A6E", fig) +
        card(15, "#B4432A", tom) +
        card(28, "#C4622D", carrot) +
        group(
          shape(rect(210, 640, 380, 190, 5), "#D9B890", { g: "f", w: 18 }) +
            stroke(
              smooth(
                [
                  [214, 644, 1],
                  [400, 752, 1],
                  [586, 644, 1],
                ],
                false,
                0,
              ),
              LINE,
              2.4,
            ) +
            tube(
              smooth(
                [
                  [206, 790],
                  [400, 796],
                  [594, 790],
                ],
                false,
              ),
              6,
              "#8C2F39",
            ),
          "rotate(-2 400 740)",
        )
      );
    },
  },
  "gift-wrap": {
    table: T.rose,
    fine: 0.7,
    fit: [1.06, 0, -20],
    title: "Rolls of patterned wrapping paper and a tied parcel",
    variants: { awning: {}, leaves: {}, dots: {} },
    draw(v) {
      const pat =
        v === "leaves"
          ? { c: "#F1E6D0", d: "#0F5C4F" }
          : v === "dots"
            ? { c: "#DDA548", d: "#FBF3E0" }
            : { c: "#F4EBDB", d: "#8C2F39" };
      const paint = (x: number, y: number, w: number, h: number) => {
        if (v === "leaves") {
          let s = "";
          for (let a = 0; a < Math.ceil(h / 80); a++)
            for (let b = 0; b < Math.ceil(w / 74) + 1; b++)
              s += stamp("lf" + ((a + b) % 2), () =>
                group(emblem("leaf", 0, 0, 0.5, pat.d), `rotate(${(a + b) % 2 ? 40 : -30})`),
              )(x + b * 74 + (a % 2) * 36, y + 24 + a * 80);
          return s;
        }
        if (v === "dots") {
          let s = "";
          for (let a = 0; a < Math.ceil(h / 34); a++)
            for (let b = 0; b < Math.ceil(w / 36) + 1; b++)
              s += `M${Math.round(x + b * 36 + (a % 2) * 18)} ${Math.round(y + 12 + a * 34)}h0`;
          return `<path d="${s}" stroke="${pat.d}" stroke-width="15"/>`;
        }
        return stroke(
          Array.from({ length: Math.ceil(w / 40) + 1 }, (_, i) => line([x + i * 40, y - 10], [x + i * 40, y + h + 10])),
          pat.d,
          18,
        );
      };
      const roll = (x: number, y: number, h: number, a: number, c: string, inner: string) =>
        group(
          shape(
            lathe(
              x,
              [
                [y, 46],
                [y + h, 46],
              ],
              0.3,
            ).p,
            c,
            { g: "v", w: 22, in: inner },
          ) +
            shape(ell(x, y, 46, 14), "#C9A577", {
              w: 6,
              in: stroke([ell(x, y, 34, 9), ell(x, y, 22, 6)], "#7A5B3C", 2.4, 0.7),
            }) +
            fill(ell(x, y, 12, 3.6), "#4A3626"),
          `rotate(${a} ${x} ${y + h})`,
        );
      return (
        cast(170, 360, 790, 170, 0.12) +
        roll(
          300,
          330,
          460,
          -16,
          "#F1E6D0",
          `<path d="M254 330h92v460h-92z" fill="#B9C3A4"/>` + speckle(254, 330, 92, 460, 12, "#0F5C4F", 9, 0.8),
        ) +
        roll(350, 270, 530, 3, pat.c, paint(310, 250, 80, 560)) +
        roll(
          420,
          360,
          440,
          19,
          "#39414F",
          stroke(
            [0, 1, 2, 3, 4].map((i) => line([370, 380 + i * 60], [470, 400 + i * 60])),
            "#DDA548",
            7,
          ),
        ) +
        cast(330, 650, 850, 90, 0.08) +
        box(330, 660, 270, 186, 80, 62, pat.c, {
          front:
            paint(330, 660, 270, 186) +
            `<path d="M450 656h30v196h-30z" fill="${v === "leaves" ? "#8C2F39" : "#0F5C4F"}"/>`,
          top:
            paint(330, 596, 360, 66) +
            fill(line([450, 660], [480, 660], [560, 598], [530, 598]), v === "leaves" ? "#8C2F39" : "#0F5C4F") +
            fill(line([366, 634], [636, 634], [654, 620], [384, 620]), v === "leaves" ? "#8C2F39" : "#0F5C4F"),
        }) +
        [
          [-1, 1],
          [1, 1],
        ]
          .map(([k]) =>
            shape(
              smooth(
                [
                  [506, 628, 1],
                  [506 + k! * 50, 566],
                  [506 + k! * 104, 570],
                  [506 + k! * 90, 616],
                  [506, 630, 1],
                ],
                true,
                1,
              ),
              v === "leaves" ? "#8C2F39" : "#0F5C4F",
              { g: "f", w: 12 },
            ),
          )
          .join("") +
        ball(506, 624, 15, v === "leaves" ? "#A8434D" : "#2A7565", 13)
      );
    },
  },
  "awning-quilt-pattern": {
    table: T.linen,
    fit: [1.06, -14, -30],
    title: "Printed sheets of a quilt pattern with scissors and fabric squares",
    draw() {
      const sheet = (a: number, s: string) =>
        group(shape(rect(220, 280, 350, 470, 3), "#FDFAF3", { w: 20, sh: 0.4, in: s }), `rotate(${a} 395 515)`);
      let q = "";
      for (let r = 0; r < 5; r++)
        for (let c = 0; c < 5; c++)
          q += stamp("q" + ((r + c) % 2), () =>
            (r + c) % 2
              ? quiltBlock(0, 0, 46, "#F1E6D0", "#0F5C4F", "#DDA548")
              : quiltBlock(0, 0, 46, "#F1E6D0", "#8C2F39", "#DDA548"),
          )(280 + c * 46, 360 + r * 46);
      return (
        cast(190, 620, 790, 100, 0.06) +
        sheet(11, stroke([line([250, 330], [540, 330]), line([250, 700], [540, 700])], SH, 2, 0.4)) +
        sheet(4, stroke(line([250, 330], [540, 330]), SH, 2, 0.4)) +
        sheet(
          -4,
          q +
            stroke(rect(276, 356, 238, 238, 1, 0), INK, 3) +
            rule(276, 322, 170, "#8C2F39", 7, 0.9) +
            [0, 1, 2, 3].map((i) => rule(276, 622 + i * 22, [238, 200, 226, 140][i]!, INK, 2.6, 0.45)).join("") +
            stroke(
              [line([276, 610], [276, 602]), line([514, 610], [514, 602]), line([276, 606], [514, 606])],
              INK,
              1.8,
              0.7,
            ),
        ) +
        [
          ["#8C2F39", 120, 744, -12],
          ["#0F5C4F", 196, 778, 10],
          ["#DDA548", 100, 812, 24],
        ]
          .map(([c, x, y, a]) =>
            group(
              shape(rect(Number(x), Number(y), 86, 86, 2), String(c), {
                w: 8,
                sh: 0.5,
                lit: 0.2,
                ink: 2,
                in: brush(Number(x), Number(y), 80, 86, 10, "#fff", 0.3, 0, 20, 2),
              }),
              `translate(${Number(x) + 40} ${Number(y) + 40}) rotate(${a}) translate(-${x} -${y})`,
            ),
          )
          .join("") +
        scissors(520, 830, 12)
      );
    },
  },
};
function EM(n: string, c: string) {
  return emblem(n, 0, 0, 1, c);
}
