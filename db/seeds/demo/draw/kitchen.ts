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
  lathe,
  lemon,
  line,
  mouth,
  mv,
  poly,
  rect,
  rnd,
  rot,
  SH,
  shape,
  smooth,
  speckle,
  sprig,
  steam,
  stroke,
  T,
  tube,
  turned,
} from "./kit.ts";
import type { Book } from "./book.ts";

/** Wood: long grain lines and a knot. */
export function grain(x: number, y: number, w: number, h: number, c: string, n = 12, vertical = false, a = 0.4) {
  const list = [];
  for (let i = 0; i < n; i++) {
    const o = (i + 0.5) / n;
    list.push(
      vertical
        ? smooth(
            [
              [x + w * o + j(5), y - 10],
              [x + w * o + j(9), y + h * rnd(0.3, 0.6)],
              [x + w * o + j(5), y + h + 10],
            ],
            false,
            0,
          )
        : smooth(
            [
              [x - 10, y + h * o + j(5)],
              [x + w * rnd(0.3, 0.6), y + h * o + j(9)],
              [x + w + 10, y + h * o + j(5)],
            ],
            false,
            0,
          ),
    );
  }
  return (
    stroke(
      list.filter((_, i) => i % 3 > 0),
      c,
      3,
      a,
    ) +
    stroke(
      list.filter((_, i) => i % 3 === 0),
      c,
      5,
      a,
    )
  );
}
export function loaf(x: number, y: number, w: number, h: number, scores = 4) {
  const p = smooth(
    [
      [x - w, y - h * 0.1],
      [x - w * 0.86, y - h * 0.7],
      [x - w * 0.4, y - h],
      [x + w * 0.4, y - h * 0.98],
      [x + w * 0.88, y - h * 0.68],
      [x + w, y - h * 0.06],
      [x + w * 0.7, y + h * 0.14],
      [x, y + h * 0.18],
      [x - w * 0.7, y + h * 0.14],
    ],
    true,
    2,
  );
  let cuts = "";
  for (let i = 0; i < scores; i++) {
    const cx = x - w * 0.6 + (i * w * 1.2) / Math.max(1, scores - 1);
    cuts +=
      fill(
        smooth(
          [
            [cx - w * 0.12, y - h * 0.22],
            [cx - w * 0.06, y - h * 0.6],
            [cx + w * 0.1, y - h * 0.94],
            [cx + w * 0.12, y - h * 0.6],
            [cx + w * 0.02, y - h * 0.26],
          ],
          true,
          1,
        ),
        "#EBCB95",
      ) +
      stroke(
        smooth(
          [
            [cx - w * 0.12, y - h * 0.22],
            [cx - w * 0.07, y - h * 0.6],
            [cx + w * 0.1, y - h * 0.92],
          ],
          false,
          1,
        ),
        "#7A451F",
        4,
        0.7,
      );
  }
  return shape(p, "#B97B3F", {
    g: "h",
    w: h * 0.22,
    lit: 0.3,
    in:
      brush(x - w, y - h, w * 1.8, h, 16, "#DDA866", 0.5, -10, w * 0.4, 9) +
      cuts +
      speckle(x - w, y - h, w * 2, h, 26, "#FFF6E3", 6, 0.7),
  });
}
const WOOD: Record<string, { c: string; d: string }> = {
  walnut: { c: "#7A4E33", d: "#3F2417" },
  maple: { c: "#DDB47E", d: "#9A6A34" },
  cherry: { c: "#B26A42", d: "#74371C" },
};
const POT: Record<string, string> = { oxblood: "#8C2F39", "bottle-green": "#1E6355", cream: "#EFE2C6" };

export const kitchen: Book = {
  "cherry-cutting-board": {
    table: T.sage,
    title: "A cherry board leaning on the wall with a lemon, rosemary and an onion",
    draw() {
      const b = poly(
        [
          [238, 380],
          [322, 372],
          [336, 250],
          [440, 248],
          [452, 372],
          [548, 378],
          [566, 776],
          [222, 778],
        ],
        26,
        2,
      );
      return (
        cast(240, 570, 776, 170, 0.12) +
        fill(mv(b, 40, 10), SH, 0.12) +
        shape(b, "#B26A42", {
          g: "f",
          w: 40,
          in:
            grain(220, 250, 350, 530, "#74371C", 15, true, 0.34) +
            stroke([ell(300, 560, 8, 18), ell(300, 560, 18, 38)], "#74371C", 3, 0.4) +
            brush(240, 300, 300, 470, 12, "#E0A277", 0.3, 88, 170, 8),
        }) +
        shape(ell(388, 308, 22, 23), "#E9E1D2", { g: "i", sh: 0, lit: 0 }) +
        stroke(
          smooth(
            [
              [384, 316],
              [350, 296],
              [360, 210],
              [420, 196],
              [430, 280],
              [396, 320],
            ],
            false,
          ),
          "#45372F",
          9,
        ) +
        stroke(
          smooth(
            [
              [384, 316],
              [350, 296],
              [360, 210],
              [420, 196],
              [430, 280],
              [396, 320],
            ],
            false,
          ),
          "#E0C79A",
          5,
        ) +
        cast(430, 590, 836, 90, 0.3) +
        lemon(506, 806, 60, -12) +
        cast(160, 300, 846, 70, 0.3) +
        shape(
          smooth(
            [
              [228, 700],
              [240, 740],
              [300, 780],
              [306, 830],
              [262, 862],
              [196, 862],
              [150, 830],
              [154, 780],
              [210, 742],
            ],
            true,
            1,
          ),
          "#C9854A",
          {
            g: "r",
            w: 30,
            lit: 0,
            in: [0, 1, 2, 3, 4]
              .map((i) =>
                stroke(
                  smooth(
                    [
                      [228, 712],
                      [170 + i * 30, 790],
                      [206 + i * 12, 866],
                    ],
                    false,
                    1,
                  ),
                  "#8A4C22",
                  3,
                  0.5,
                ),
              )
              .join(""),
          },
        ) +
        sprig(
          [
            [300, 880],
            [380, 868],
            [470, 876],
            [540, 862],
          ],
          22,
          36,
          4,
          "#5F7F5A",
          "#7A5B3C",
          36,
        )
      );
    },
  },
  "carbon-skillet": {
    table: T.clay,
    fit: [1.12, -10, -20],
    title: "A black skillet with a fried egg and a sprig of parsley",
    draw() {
      const l = lathe(
        340,
        [
          [690, 262],
          [716, 258],
          [748, 226, 1],
          [758, 222],
        ],
        0.36,
      );
      return (
        cast(100, 590, 760, 190, 0.3) +
        shape(
          poly(
            [
              [546, 632],
              [572, 660],
              [770, 520],
              [748, 484],
            ],
            14,
          ),
          "#47454A",
          { g: "f", w: 14, in: gleam(560, 640, 10, 0, 0) },
        ) +
        shape(rot(ell(742, 512, 12, 9), -36, 742, 512), "#EDE5D6", { sh: 0, lit: 0, g: "i" }) +
        shape(l.p, "#3D3B40", { g: "v", w: 26 }) +
        shape(ell(340, 690, 262, 94), "#56545A", { sh: 0, lit: 0.5, w: 30 }) +
        shape(ell(340, 698, 238, 80), "#353338", {
          g: "i",
          sh: 0,
          lit: 0,
          ink: 2,
          over: brush(150, 640, 330, 110, 12, "#8C8A90", 0.35, -6, 120, 7) + fill(ell(480, 706, 70, 30), "#fff", 0.08),
        }) +
        shape(
          smooth(
            [
              [200, 690],
              [236, 648],
              [310, 640],
              [372, 630],
              [440, 662],
              [448, 706],
              [392, 730],
              [350, 756],
              [286, 742],
              [222, 738],
            ],
            true,
            3,
          ),
          "#FFFBF0",
          { w: 14, sh: 0.4, lit: 0, in: brush(190, 700, 260, 60, 8, "#C48A45", 0.6, 8, 60, 5) },
        ) +
        shape(ell(326, 684, 54, 36), "#F0AE2E", {
          g: "r",
          w: 16,
          sh: 0.6,
          lit: 0,
          in: gleam(296, 660, 26, 10, 12, 0.8),
        }) +
        speckle(230, 650, 200, 80, 16, "#3A2A20", 3.6, 0.8) +
        sprig(
          [
            [480, 742],
            [500, 716],
            [540, 690],
          ],
          6,
          32,
          11,
          "#5C8A4F",
        )
      );
    },
  },
  "spoon-crock": {
    table: T.honey,
    fit: [1.02, 6, 0],
    title: "A stoneware crock full of wooden spoons and a whisk",
    draw() {
      const prof = [
          [520, 158],
          [534, 148],
          [580, 160],
          [680, 168],
          [790, 152, 1],
          [806, 152],
        ],
        l = lathe(390, prof, 0.2, true);
      const spoon = (x: number, y: number, bx: number, c: string, rx: number, ry: number, a: number, slot = false) =>
        tube(
          smooth(
            [
              [bx, 560],
              [(bx + x) / 2 + 4, 420],
              [x, y + ry],
            ],
            false,
          ),
          17,
          c,
        ) +
        shape(rot(ell(x, y, rx, ry), a, x, y), c, {
          g: "f",
          w: 16,
          in:
            fill(rot(ell(x + 3, y + 5, rx * 0.66, ry * 0.7), a, x, y), SH, 0.16) +
            grain(x - rx, y - ry, rx * 2, ry * 2, "#6B3F22", 5, true, 0.22) +
            (slot
              ? stroke([line([x - 10, y - 24], [x - 12, y + 22]), line([x + 10, y - 24], [x + 8, y + 22])], INK, 6, 0.8)
              : ""),
        });
      const whisk = [0, 1, 2, 3, 4].map((i) =>
        smooth(
          [
            [470, 372],
            [450 + i * 26 - 10, 280],
            [470 + i * 22, 180],
            [530, 150],
          ],
          false,
          0,
        ),
      );
      return (
        cast(238, 545, 808, 250) +
        mouth(l, "#F4ECDC", "#8A7658", 10) +
        stroke(whisk, "#45372F", 5) +
        stroke(whisk, "#B9BEBC", 2.6) +
        tube(
          smooth(
            [
              [440, 560],
              [456, 470],
              [472, 370],
            ],
            false,
          ),
          20,
          "#8C5A3A",
        ) +
        spoon(268, 240, 350, "#C98F57", 44, 64, -16) +
        spoon(372, 180, 385, "#B26A42", 40, 70, -4, true) +
        spoon(596, 300, 430, "#DDB47E", 42, 58, 32) +
        shape(rot(rect(176, 330, 74, 120, 14), -28, 213, 390), "#A8703F", {
          g: "f",
          w: 14,
          in: grain(150, 320, 120, 150, "#5E351B", 8, true, 0.25),
        }) +
        tube(
          smooth(
            [
              [330, 560],
              [290, 500],
              [240, 440],
            ],
            false,
          ),
          16,
          "#A8703F",
        ) +
        shape(l.p, "#E6DBC5", {
          g: "v",
          w: 50,
          in:
            turned(l, 16, "#fff", 0.35, 5) +
            band(l, 560, 8, "#34506F", 0.8) +
            band(l, 770, 60, "#C09063") +
            speckle(220, 520, 340, 280, 46, "#5B3A24", 4, 0.5) +
            gleam(264, 600, 150, 6, 14, 0.5),
        }) +
        emblem("wheat", 384, 690, 1.1, "#34506F") +
        `<path d="M233 522A157 31 0 0 0 547 522" fill="none" stroke="#F4ECDC" stroke-width="9"/>`
      );
    },
  },
  "enamel-casserole": {
    table: T.linen,
    fit: [1.14, 2],
    title: "A round enamel casserole with its lid and a curl of steam",
    variants: { oxblood: {}, "bottle-green": {}, cream: {} },
    draw(v) {
      const c = POT[v ?? "oxblood"]!,
        rim = v === "cream" ? "#1E4D6B" : "#2E2A2B";
      const l = lathe(
        395,
        [
          [560, 226],
          [600, 226],
          [720, 222],
          [786, 196, 1],
          [804, 190],
        ],
        0.2,
      );
      const lid = lathe(
        395,
        [
          [470, 60],
          [486, 128],
          [516, 190],
          [545, 232, 1],
          [560, 234],
        ],
        0.2,
      );
      const knob = lathe(
        395,
        [
          [418, 34],
          [430, 40],
          [444, 30],
          [462, 16, 1],
          [474, 26],
        ],
        0.3,
      );
      return (
        cast(204, 590, 806, 240) +
        tube(
          smooth(
            [
              [190, 600],
              [118, 596],
              [112, 656],
              [190, 660],
            ],
            false,
          ),
          24,
          rim,
        ) +
        tube(
          smooth(
            [
              [600, 600],
              [674, 596],
              [680, 656],
              [600, 660],
            ],
            false,
          ),
          24,
          rim,
        ) +
        shape(l.p, c, {
          g: "v",
          w: 56,
          in:
            turned(l, 14, "#fff", 0.14, 6) +
            band(l, 556, 14, rim) +
            gleam(210, 620, 150, 6, 18, 0.5) +
            (v === "cream" ? "" : speckle(170, 580, 450, 220, 30, "#fff", 3.2, 0.5)),
        }) +
        shape(lid.p, c, {
          g: "v",
          w: 34,
          in: turned(lid, 10, "#fff", 0.16, 5) + band(lid, 550, 40, rim) + gleam(270, 496, 30, 16, 16, 0.5),
        }) +
        shape(knob.p, rim, { g: "m", w: 12 }) +
        steam(560, 420, 150) +
        steam(260, 430, 110)
      );
    },
  },
  "bread-knife": {
    table: T.sand,
    fit: [1.08, -8, -30],
    title: "A bread knife in front of a country loaf on a board",
    draw() {
      const bl = rot(
        poly(
          [
            [170, 800],
            [560, 800],
            [560, 846],
            [210, 852],
            [170, 838],
          ],
          8,
          0,
        ),
        -7,
        400,
        820,
      );
      let teeth = "";
      for (let i = 0; i < 24; i++) teeth += `q8 10 15 0`;
      return (
        cast(110, 690, 742, 60, 0.14) +
        box(110, 724, 560, 30, 60, 70, "#C58E58", {
          front: grain(110, 724, 560, 30, "#74431F", 4),
          top: grain(100, 640, 640, 90, "#8A5428", 7),
          topc: "#D6A56C",
        }) +
        loaf(370, 680, 220, 230, 4) +
        shape(
          smooth([
            [590, 690],
            [576, 600],
            [610, 540],
            [650, 540],
            [672, 610],
            [664, 696],
            [626, 706],
          ]),
          "#F3DDB0",
          {
            w: 18,
            in:
              brush(580, 550, 90, 150, 8, "#fff", 0.5, 60, 30, 7) +
              speckle(586, 560, 80, 130, 18, "#C79C5E", 7, 0.6) +
              stroke(
                smooth([
                  [590, 690],
                  [576, 600],
                  [610, 540],
                  [650, 540],
                  [672, 610],
                  [664, 696],
                  [626, 706],
                ]),
                "#B0713A",
                15,
                0.95,
              ),
            lit: 0,
          },
        ) +
        cast(170, 740, 870, 20, 0.03, 0.8) +
        shape(bl, "#C5CBCA", { g: "h", w: 10, lit: 0.7, in: brush(180, 810, 380, 40, 8, "#fff", 0.5, -7, 120, 3) }) +
        group(
          `<path d="M206 872${teeth}" fill="none" stroke="${INK}" stroke-width="2.4" stroke-opacity=".7"/>`,
          "rotate(-7 400 820) translate(0 -22)",
        ) +
        shape(
          rot(
            smooth([
              [556, 796, 1],
              [640, 790],
              [730, 798],
              [746, 826],
              [728, 860],
              [700, 850],
              [640, 848],
              [556, 852, 1],
            ]),
            -7,
            400,
            820,
          ),
          "#7A4E33",
          { g: "h", w: 14, in: group(grain(550, 790, 200, 70, "#3F2417", 6), "rotate(-7 400 820)") },
        ) +
        beads(
          [
            [588, 802, 7],
            [644, 795, 7],
            [700, 789, 7],
          ],
          "#D9B26A",
        )
      );
    },
  },
  "french-rolling-pin": {
    table: T.blue,
    line: 400,
    fit: [1.06, -2, -10],
    title: "A tapered rolling pin on a sheet of dough with a star cutter",
    draw() {
      const pin = rot(
        smooth(
          [
            [60, 640],
            [90, 612],
            [240, 596],
            [400, 590],
            [560, 596],
            [710, 612],
            [742, 640],
            [710, 668],
            [560, 684],
            [400, 690],
            [240, 684],
            [90, 668],
          ],
          true,
          1,
        ),
        -24,
        400,
        640,
      );
      const star = (x: number, y: number, r: number, k = 0.72) =>
        line(
          ...Array.from({ length: 10 }, (_, i) => {
            const a = (i * Math.PI) / 5 - Math.PI / 2,
              q = i % 2 ? r * 0.48 : r;
            return [x + Math.cos(a) * q, y + Math.sin(a) * q * k];
          }),
        );
      return (
        cast(100, 660, 800, 80, 0.3, 0.7) +
        shape(
          smooth(
            [
              [110, 740],
              [150, 660],
              [290, 624],
              [470, 616],
              [640, 650],
              [700, 730],
              [650, 820],
              [480, 866],
              [260, 862],
              [140, 816],
            ],
            true,
            5,
          ),
          "#F0DDB4",
          {
            w: 24,
            sh: 0.7,
            in:
              brush(140, 640, 520, 200, 16, "#fff", 0.45, 8, 160, 9) +
              speckle(130, 640, 540, 210, 30, "#B98E55", 4, 0.3) +
              fill(star(300, 790, 58), "#C2CCCC") +
              stroke(star(300, 790, 58), SH, 4, 0.5),
          },
        ) +
        speckle(80, 700, 640, 190, 34, "#fff", 7, 0.85) +
        fill(mv(pin, 14, 34), SH, 0.26) +
        shape(pin, "#D9A96C", {
          g: "h",
          w: 30,
          lit: 0.6,
          in: group(grain(60, 590, 690, 100, "#8A5428", 9), "rotate(-24 400 640)"),
        }) +
        (() => {
          const s = poly(star(560, 820, 78), 5, 0);
          return (
            shape(mv(s, 0, 10), "#A8763A", { sh: 0, lit: 0 }) +
            shape(s, "#D9B26A", { w: 10, in: fill(mv(poly(star(560, 822, 60), 4, 0), 0, 2), "#EED9AE") }) +
            stroke(poly(star(560, 822, 60), 4, 0), "#45372F", 2.4, 0.8)
          );
        })()
      );
    },
  },
  "pour-over-stand": {
    table: T.rose,
    fit: [1.1, -6],
    title: "A walnut pour-over stand with a dripper above a glass of coffee",
    draw() {
      const cone = lathe(
        395,
        [
          [340, 138],
          [352, 136],
          [440, 70],
          [490, 44, 1],
          [500, 40],
        ],
        0.22,
      );
      const car = lathe(
        395,
        [
          [590, 62],
          [604, 56],
          [640, 84],
          [720, 140],
          [780, 136],
          [800, 112, 1],
          [806, 110],
        ],
        0.2,
      );
      return (
        cast(170, 640, 830, 210, 0.14) +
        box(168, 808, 440, 34, 40, 30, "#7A4E33", { front: grain(168, 808, 440, 34, "#3F2417", 4), topc: "#8F5F40" }) +
        stroke(line([396, 520], [396, 600]), "#5A2F18", 5) +
        shape(car.p, "#F3EEE4", {
          g: "g",
          w: 30,
          sh: 0.7,
          in:
            fill(
              smooth([
                [230, 700, 1],
                [395, 728],
                [560, 700, 1],
                [560, 850, 1],
                [230, 850, 1],
              ]),
              "#4A2414",
              0.94,
            ) +
            fill(ell(395, 700, 132, 24), "#7B4528") +
            fill(ell(380, 697, 80, 11), "#B67A48", 0.7) +
            stroke(line([396, 560], [396, 700]), "#5A2F18", 5) +
            gleam(284, 700, 80, 10, 14, 0.5),
        }) +
        mouth(car, "#FBF7F0", "#E7DCCB", 5) +
        tube(
          smooth(
            [
              [206, 812],
              [206, 640],
              [206, 512],
            ],
            false,
          ),
          26,
          "#7A4E33",
        ) +
        tube(
          smooth(
            [
              [590, 812],
              [590, 640],
              [590, 512],
            ],
            false,
          ),
          26,
          "#7A4E33",
        ) +
        shape(rect(170, 486, 458, 36, 10), "#8F5F40", { g: "h", w: 14, in: grain(170, 486, 458, 36, "#3F2417", 5) }) +
        tube(
          smooth(
            [
              [526, 370],
              [596, 366],
              [600, 430],
              [484, 446],
            ],
            false,
          ),
          20,
          "#F2E8D5",
        ) +
        shape(cone.p, "#F2E8D5", {
          g: "v",
          w: 34,
          in:
            turned(cone, 8, "#fff", 0.4, 5) +
            band(cone, 362, 7, "#0F5C4F", 0.85) +
            speckle(250, 340, 290, 150, 18, "#5B3A24", 3.6, 0.4),
        }) +
        mouth(
          cone,
          "#FBF6EA",
          "#D9C4A2",
          9,
          fill(ell(395, 352, 112, 18), "#4A2414") + speckle(290, 340, 210, 26, 20, "#8C5A36", 5, 0.7),
        ) +
        steam(395, 300, 130) +
        beads(
          [
            [110, 856, 13],
            [146, 868, 13],
            [126, 882, 12],
          ],
          "#5A321E",
        )
      );
    },
  },
  "pepper-mill": {
    table: T.sage,
    title: "A turned pepper mill with scattered peppercorns",
    variants: { walnut: {}, maple: {} },
    draw(v) {
      const w = WOOD[v ?? "walnut"]!;
      const l = lathe(
        390,
        [
          [420, 66],
          [436, 88],
          [470, 92],
          [500, 74],
          [560, 54],
          [620, 62],
          [700, 104],
          [770, 124],
          [800, 120, 1],
          [812, 118],
        ],
        0.22,
      );
      const head = lathe(
        390,
        [
          [276, 26],
          [290, 62],
          [330, 86],
          [376, 80],
          [404, 54, 1],
          [414, 56],
        ],
        0.22,
      );
      const k = lathe(
        390,
        [
          [238, 10],
          [248, 24],
          [262, 22],
          [272, 12, 1],
          [280, 14],
        ],
        0.25,
      );
      return (
        cast(272, 510, 814, 240) +
        shape(l.p, w.c, {
          g: "v",
          w: 44,
          in:
            grain(250, 410, 280, 420, w.d, 14, true, 0.45) +
            band(l, 470, 5, w.d, 0.7) +
            band(l, 776, 8, "#D9B26A") +
            gleam(318, 680, 100, 14, 12, 0.4),
        }) +
        shape(head.p, w.c, {
          g: "v",
          w: 30,
          in:
            grain(290, 260, 200, 160, w.d, 10, true, 0.45) +
            band(head, 372, 5, w.d, 0.6) +
            gleam(322, 310, 60, 10, 12, 0.45),
        }) +
        shape(k.p, "#D2A64E", { g: "m", w: 10 }) +
        beads(
          [
            [560, 848, 13],
            [600, 862, 13],
            [524, 874, 12],
            [640, 842, 13],
            [200, 862, 13],
            [236, 876, 12],
            [180, 888, 12],
          ],
          "#3B302C",
        ) +
        beads(
          [
            [582, 886, 12],
            [160, 862, 12],
          ],
          "#8A4A3A",
        ) +
        speckle(200, 850, 440, 50, 22, "#3B302C", 5, 0.6)
      );
    },
  },
  "market-scale": {
    table: T.honey,
    fit: [1.1, -4],
    title: "A green counter scale with a brass pan of apples",
    draw() {
      const body = smooth([
        [228, 838, 1],
        [240, 780],
        [290, 720],
        [312, 640],
        [296, 560],
        [310, 500, 1],
        [470, 500, 1],
        [484, 560],
        [468, 640],
        [490, 720],
        [540, 780],
        [552, 838, 1],
      ]);
      const pan = lathe(
        390,
        [
          [428, 246],
          [440, 240],
          [470, 150],
          [480, 90, 1],
          [484, 88],
        ],
        0.2,
      );
      const ticks = Array.from({ length: 24 }, (_, i) => {
        const a = (i * Math.PI) / 12,
          r = i % 6 ? 92 : 84;
        return line([390 + Math.cos(a) * r, 630 + Math.sin(a) * r], [390 + Math.cos(a) * 102, 630 + Math.sin(a) * 102]);
      });
      return (
        cast(232, 550, 838, 220, 0.12) +
        shape(rect(360, 470, 60, 46, 6), "#B98A3A", { g: "m", w: 12 }) +
        shape(body, "#1E6355", {
          g: "v",
          w: 50,
          in: brush(250, 500, 280, 330, 12, "#fff", 0.14, 80, 130, 8) + gleam(318, 520, 70, 6, 12, 0.4),
        }) +
        shape(rect(212, 828, 356, 30, 10), "#17493F", { g: "h", w: 10 }) +
        shape(ell(390, 630, 132, 132), "#C99A3C", { g: "f", w: 22 }) +
        shape(ell(390, 630, 114, 114), "#FBF3E0", {
          w: 18,
          sh: 0.5,
          lit: 0,
          in: stroke(ticks, INK, 3.4, 0.8) + emblem("cart", 390, 674, 0.42, "#8C2F39"),
        }) +
        tube(
          smooth(
            [
              [404, 640],
              [350, 590],
              [318, 560],
            ],
            false,
          ),
          5,
          "#8C2F39",
        ) +
        beads([[390, 630, 11]], "#C99A3C") +
        at(
          stroke(
            smooth(
              [
                [0, 0],
                [20, -10],
                [44, -4],
              ],
              false,
              0,
            ),
            "#D9B26A",
            5,
            0.8,
          ) +
            stroke(
              smooth(
                [
                  [0, 0],
                  [-20, -10],
                  [-44, -4],
                ],
                false,
                0,
              ),
              "#D9B26A",
              5,
              0.8,
            ),
          390,
          792,
        ) +
        apple(300, 372, 62, "#B4323A") +
        apple(482, 376, 60, "#C9A13C") +
        apple(392, 330, 66, "#A82B34") +
        apple(350, 404, 50, "#7F9A45") +
        apple(436, 404, 52, "#B4323A") +
        shape(pan.p, "#D2A64E", { g: "m", w: 22, in: turned(pan, 8, "#fff", 0.35, 4) }) +
        `<path d="M144 428A246 49 0 0 0 636 428" fill="none" stroke="#45372F" stroke-width="12"/><path d="M144 428A246 49 0 0 0 636 428" fill="none" stroke="#E7C573" stroke-width="8"/>`
      );
    },
  },
};
