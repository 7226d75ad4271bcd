import {
  along,
  at,
  ball,
  band,
  beads,
  brush,
  cast,
  dip,
  egg,
  ell,
  emblem,
  fill,
  gleam,
  INK,
  j,
  lathe,
  leaf,
  leaves,
  mouth,
  mv,
  rot,
  SH,
  shape,
  smooth,
  speckle,
  sprig,
  stamp,
  steam,
  stem,
  stroke,
  T,
  tube,
  turned,
} from "./kit.ts";
import type { Book } from "./book.ts";

export const GLAZE: Record<string, { c: string; lip: string; in: string; mark: string }> = {
  oat: { c: "#E6D8BC", lip: "#F3E9D4", in: "#E9DDC4", mark: "#8C5A3A" },
  celadon: { c: "#9DBDA6", lip: "#C4D9C4", in: "#B4CFB8", mark: "#4E7464" },
  midnight: { c: "#34506F", lip: "#6C86A0", in: "#4A6684", mark: "#E6D8BC" },
  honey: { c: "#DDA03A", lip: "#F0C878", in: "#E6B45A", mark: "#7A4A1E" },
  oxblood: { c: "#8C2F39", lip: "#B4626A", in: "#9E434C", mark: "#E9C9B0" },
  "bottle-green": { c: "#1E6355", lip: "#4C8A79", in: "#357565", mark: "#E6D8BC" },
};
const CLAY = "#C99F78";
const DARKCLAY = "#A06A48";

export function daisy(x: number, y: number, r: number, c = "#FBF7F0", eye = "#E3A92F") {
  let p = "";
  for (let i = 0; i < 9; i++)
    p += `<ellipse cx="${Math.round(r * 0.66)}" rx="${Math.round(r * 0.38)}" ry="${Math.round(r * 0.17)}" transform="rotate(${i * 40})"/>`;
  return (
    at(`<g fill="${c}" stroke="${INK}" stroke-opacity=".7" stroke-width="1.5">${p}</g>`, x, y, 1, j(20)) +
    beads([[x, y, r * 0.27]], eye)
  );
}

export const ceramics: Book = {
  "pushcart-mug": {
    table: T.honey,
    title: "A blue stoneware mug with a small cart stamped in the clay",
    draw() {
      const l = lathe(
        370,
        [
          [430, 158],
          [520, 160],
          [660, 156],
          [790, 142, 1],
          [806, 132],
        ],
        0.2,
      );
      return (
        cast(228, 500, 806, 250) +
        tube(
          smooth(
            [
              [505, 500],
              [575, 470],
              [640, 500],
              [650, 590],
              [600, 680],
              [505, 712],
            ],
            false,
          ),
          36,
          "#3D5C80",
        ) +
        shape(l.p, CLAY, {
          g: "v",
          w: 46,
          in:
            speckle(210, 420, 330, 420, 60, "#5B3A24", 4, 0.5) +
            dip(l, 700, "#3D5C80") +
            dip(l, 640, "#34506F", 7, 0.5) +
            turned(l, 14, "#7F9DBB", 0.4, 4, 440, 690) +
            speckle(210, 440, 330, 250, 34, "#E6D8BC", 3.4, 0.7) +
            gleam(272, 480, 190, 16, 15, 0.6),
        }) +
        emblem("cart", 362, 600, 1.05, "#EFE3CB") +
        mouth(
          l,
          "#6C86A0",
          "#3B5573",
          11,
          fill(ell(370, 452, 140, 24), "#4A2A1B") +
            fill(ell(350, 448, 90, 11), "#7A4B2D", 0.8) +
            stroke(
              smooth(
                [
                  [300, 452],
                  [330, 460],
                  [380, 458],
                ],
                false,
              ),
              "#D9B48A",
              3,
              0.8,
            ),
        ) +
        steam(375, 400, 150) +
        cast(120, 230, 842, 60, 0.34) +
        shape(ell(172, 836, 62, 24), "#D3A059", { w: 16, lit: 0 }) +
        shape(ell(172, 826, 62, 24), "#E2B76F", { w: 14, in: speckle(116, 806, 112, 40, 14, "#9A6427", 5, 0.8) })
      );
    },
  },
  "breakfast-bowl": {
    table: T.rose,
    title: "A footed bowl of porridge with berries and a spoon",
    variants: { oat: {}, celadon: {}, midnight: {}, honey: {} },
    draw(v) {
      const g = GLAZE[v ?? "oat"]!;
      const l = lathe(
        385,
        [
          [560, 258],
          [610, 250],
          [690, 205],
          [762, 132],
          [790, 104, 1],
          [818, 110],
        ],
        0.27,
      );
      const berries =
        beads(
          [
            [300, 572, 19],
            [330, 592, 20],
            [398, 576, 19],
          ],
          "#4A3A62",
        ) +
        beads(
          [
            [352, 562, 19],
            [276, 598, 19],
            [372, 600, 20],
          ],
          "#B0323F",
        );
      return (
        cast(268, 505, 820, 270, 0.24) +
        shape(l.p, CLAY, {
          g: "v",
          w: 54,
          in:
            dip(l, 716, g.c, 9) +
            turned(l, 16, "#fff", 0.22, 5, 590, 740) +
            band(l, 640, 12, g.mark, 0.75) +
            band(l, 664, 4, g.mark, 0.6) +
            speckle(140, 560, 500, 220, 46, "#5B3A24", 4, 0.5) +
            gleam(196, 620, 90, -26, 14, 0.55),
        }) +
        mouth(
          l,
          g.lip,
          g.in,
          13,
          fill(ell(385, 588, 214, 44), "#E9D5AC") +
            brush(190, 560, 380, 50, 12, "#B98E55", 0.45, 4, 60, 4) +
            brush(190, 560, 380, 50, 10, "#fff", 0.5, -6, 50, 5) +
            berries +
            leaf(312, 556, 46, 14, -30, "#5C8A4F"),
        ) +
        tube(
          smooth(
            [
              [520, 590],
              [580, 500],
              [650, 390],
            ],
            false,
          ),
          15,
          "#B3B8B2",
        ) +
        shape(rot(ell(662, 372, 15, 30), 32, 662, 372), "#B3B8B2", { w: 8 })
      );
    },
  },
  "milk-jug": {
    table: T.sage,
    title: "A round-bellied jug of milk beside two brown eggs",
    variants: { oat: {}, celadon: {} },
    draw(v) {
      const g = GLAZE[v ?? "oat"]!;
      const l = lathe(
        400,
        [
          [345, 118],
          [400, 104],
          [480, 128],
          [590, 172],
          [690, 180],
          [770, 150],
          [806, 122, 1],
          [818, 120],
        ],
        0.2,
      );
      return (
        cast(280, 540, 818, 260) +
        tube(
          smooth(
            [
              [500, 390],
              [580, 360],
              [640, 420],
              [636, 530],
              [560, 640],
            ],
            false,
          ),
          34,
          g.c,
        ) +
        shape(
          smooth([
            [292, 420, 1],
            [262, 372],
            [226, 330, 1],
            [270, 318],
            [330, 330],
            [340, 420, 1],
          ]),
          g.c,
          { w: 16, lit: 0.6 },
        ) +
        shape(l.p, g.c, {
          g: "v",
          w: 50,
          in:
            turned(l, 18, "#fff", 0.25, 5) +
            band(l, 560, 16, g.mark, 0.8) +
            band(l, 588, 6, g.mark, 0.7) +
            band(l, 774, 80, CLAY) +
            speckle(220, 340, 370, 440, 52, "#5B3A24", 4, 0.45) +
            gleam(272, 560, 150, 22, 16, 0.6),
        }) +
        shape(
          smooth([
            [520, 345],
            [470, 366],
            [400, 371],
            [320, 366],
            [262, 346],
            [224, 328, 1],
            [290, 326],
            [345, 322],
            [400, 321],
            [470, 325],
          ]),
          g.lip,
          { sh: 0, w: 26, lit: 0.7 },
        ) +
        shape(
          smooth([
            [506, 346],
            [460, 359],
            [400, 362],
            [325, 357],
            [278, 343],
            [250, 332, 1],
            [300, 335],
            [350, 332],
            [400, 330],
            [462, 333],
          ]),
          "#FBF6EA",
          { g: "i", sh: 0, lit: 0, ink: 1.8 },
        ) +
        cast(126, 250, 850, 60, 0.3) +
        egg(196, 812, 50, "#D9A57E", 14) +
        egg(136, 850, 48, "#E4BC98", -18)
      );
    },
  },
  "round-teapot": {
    table: T.clay,
    title: "A round teapot with a small cup of tea in front",
    variants: { "bottle-green": {}, oxblood: {}, oat: {} },
    draw(v) {
      const g = GLAZE[v ?? "bottle-green"]!;
      const l = lathe(
        400,
        [
          [492, 92],
          [520, 130],
          [590, 192],
          [670, 204],
          [750, 168],
          [790, 118, 1],
          [802, 122],
        ],
        0.2,
      );
      const lid = lathe(
        400,
        [
          [448, 18],
          [456, 52],
          [474, 86],
          [488, 96, 1],
          [496, 96],
        ],
        0.2,
      );
      const knob = lathe(
        400,
        [
          [400, 12],
          [412, 27],
          [430, 24],
          [446, 13],
          [454, 16],
        ],
        0.25,
      );
      const cup = lathe(
        200,
        [
          [742, 78],
          [790, 76],
          [842, 58],
          [858, 42, 1],
          [866, 44],
        ],
        0.26,
      );
      return (
        cast(282, 540, 806, 280) +
        tube(
          smooth(
            [
              [560, 560],
              [640, 520],
              [706, 560],
              [700, 660],
              [640, 716],
              [556, 730],
            ],
            false,
          ),
          36,
          g.c,
        ) +
        shape(
          smooth([
            [270, 720, 1],
            [196, 680],
            [156, 590],
            [120, 520, 1],
            [146, 498],
            [172, 512, 1],
            [216, 566],
            [264, 600],
            [290, 606, 1],
          ]),
          g.c,
          { w: 30, lit: 0.5, in: gleam(190, 560, 80, -16, 10, 0.4) },
        ) +
        shape(ell(146, 510, 27, 11), g.in, { g: "i", sh: 0, lit: 0 }) +
        shape(l.p, g.c, {
          g: "v",
          w: 56,
          in:
            turned(l, 20, "#fff", 0.16, 6) +
            turned(l, 10, SH, 0.16, 7) +
            band(l, 778, 50, CLAY) +
            speckle(190, 500, 420, 260, 36, "#F0E3C8", 3.6, 0.5) +
            gleam(258, 560, 150, 30, 20, 0.55),
        }) +
        shape(lid.p, g.c, { g: "v", w: 20, in: turned(lid, 6, "#fff", 0.25, 4) }) +
        shape(knob.p, g.c, { g: "v", w: 12 }) +
        ball(394, 408, 9, g.lip, 5, { ink: 0, g: undefined, sh: 0 }) +
        cast(150, 250, 870, 100) +
        shape(cup.p, "#EBDFC6", {
          g: "v",
          w: 22,
          in:
            band(cup, 826, 60, CLAY) + band(cup, 778, 7, g.c, 0.8) + speckle(120, 740, 160, 100, 18, "#5B3A24", 3, 0.5),
        }) +
        mouth(
          cup,
          "#F6EDDB",
          "#E6D6B8",
          7,
          fill(ell(200, 750, 66, 13), "#B86F2C") + fill(ell(186, 747, 36, 5), "#E2A557", 0.8),
        )
      );
    },
  },
  "banded-plate": {
    table: T.linen,
    fit: [1.16, -20],
    title: "A stack of banded plates with one leaning behind",
    variants: { oat: {}, celadon: {}, midnight: {} },
    draw(v) {
      const g = GLAZE[v ?? "oat"]!;
      const dot = v === "midnight" ? "#E6D8BC" : "#5B3A24";
      let s =
        cast(250, 640, 770, 120, 0.12, 0.8) +
        shape(ell(430, 505, 232, 236, 2), g.c, {
          w: 44,
          g: "f",
          in:
            `<circle cx="430" cy="505" r="212" fill="none" stroke="${g.mark}" stroke-width="11" stroke-opacity=".85"/><circle cx="430" cy="505" r="192" fill="none" stroke="${g.mark}" stroke-width="4" stroke-opacity=".7"/>` +
            speckle(200, 270, 460, 460, 60, dot, 4, 0.5) +
            stroke(mv(ell(430, 505, 150, 153), 0, 0), SH, 9, 0.2) +
            stroke(ell(434, 510, 150, 153), "#fff", 5, 0.5) +
            brush(300, 400, 220, 220, 9, "#fff", 0.22, -30, 120, 8),
        });
      s += cast(130, 600, 842, 190, 0.2);
      [0, 1, 2].forEach((i) => {
        const y = 826 - i * 27,
          x = 351 + [5, -6, 3][i]!;
        s +=
          shape(ell(x, y + 12, 250, 50), g.c, { sh: 0.6, w: 20, lit: 0, in: fill(ell(x, y + 18, 250, 50), SH, 0.16) }) +
          shape(ell(x, y, 254, 51), g.lip, { sh: 0.3, w: 18, lit: 0.3 });
      });
      const cy = 752,
        cx = 351;
      s += shape(ell(cx, cy, 254, 51), g.lip, {
        sh: 0.4,
        w: 22,
        in:
          stroke(ell(cx, cy, 233, 45), g.mark, 10, 0.85) +
          stroke(ell(cx, cy + 1, 211, 40), g.mark, 3.4, 0.7) +
          fill(ell(cx, cy + 3, 170, 31), g.c) +
          stroke(ell(cx, cy + 3, 170, 31), SH, 4, 0.3) +
          speckle(100, 710, 490, 90, 36, dot, 3.6, 0.55) +
          brush(220, 736, 200, 30, 7, "#fff", 0.3, 0, 80, 5),
      });
      return (
        s +
        sprig(
          [
            [270, 770],
            [340, 756],
            [410, 744],
            [452, 748],
          ],
          7,
          44,
          10,
          "#5C7F55",
        )
      );
    },
  },
  "berry-bowl": {
    table: T.blue,
    title: "A pierced bowl heaped with strawberries on its saucer",
    draw() {
      const l = lathe(
        390,
        [
          [560, 218],
          [610, 216],
          [700, 176],
          [770, 112, 1],
          [796, 112],
        ],
        0.25,
      );
      const sau = lathe(
        390,
        [
          [796, 238],
          [808, 230],
          [830, 150, 1],
          [838, 148],
        ],
        0.22,
      );
      const straw = (x: number, y: number, r: number, a: number) =>
        stamp(
          "straw",
          () =>
            shape(
              smooth(
                [
                  [-40, -26],
                  [0, -40],
                  [40, -26],
                  [31, 18],
                  [0, 55],
                  [-31, 18],
                ],
                true,
                1,
              ),
              "#B8303A",
              { g: "r", sh: 0, lit: 0 },
            ) +
            speckle(-26, -16, 52, 44, 11, "#F3CF7A", 4, 0.95) +
            leaves(
              [
                [0, -30, 34, 9, -160],
                [0, -32, 30, 8, -90],
                [0, -30, 34, 9, -20],
                [0, -30, 26, 8, 140],
                [0, -30, 26, 8, 40],
              ],
              "#5C8A4F",
              1.4,
            ),
        )(x, y, r / 50, a);
      let holes = "";
      for (let row = 0; row < 3; row++)
        for (let i = -3; i <= 3; i++) {
          const y = 656 + row * 40,
            r = l.r(y),
            q = (i + (row % 2) * 0.5) * 0.4;
          if (Math.abs(q) > 1.25) continue;
          const x = 390 + r * Math.sin(q),
            yy = y + r * 0.25 * Math.cos(q) - 6;
          holes += `<ellipse cx="${Math.round(x)}" cy="${Math.round(yy)}" rx="${Math.max(3, Math.round(9 * Math.cos(q)))}" ry="9" fill="#5A3A3A"/><path d="M${Math.round(x - 7 * Math.cos(q))} ${Math.round(yy + 5)}q${Math.round(7 * Math.cos(q))} 7 ${Math.round(14 * Math.cos(q))} 0" stroke="#fff" stroke-opacity=".6" stroke-width="2.4" fill="none"/>`;
        }
      return (
        cast(170, 610, 836, 170) +
        shape(sau.p, "#EDE3CF", { g: "v", w: 24 }) +
        shape(ell(390, 796, 238, 52), "#F5EDDC", {
          w: 22,
          sh: 0.5,
          in:
            stroke(ell(390, 796, 220, 47), "#5E8797", 5, 0.8) +
            `<ellipse cx="420" cy="806" rx="150" ry="30" fill="${SH}" fill-opacity=".22"/>`,
        }) +
        shape(l.p, "#EDE3CF", {
          g: "v",
          w: 50,
          ink: 2.6,
          in:
            turned(l, 12, "#fff", 0.35, 5) +
            band(l, 592, 10, "#5E8797", 0.85) +
            speckle(170, 560, 440, 230, 34, "#5B3A24", 3.6, 0.45) +
            holes +
            gleam(216, 620, 90, -20, 14, 0.5),
        }) +
        shape(ell(390, 560, 216, 52), "#F7F0E2", { g: "i", sh: 0, lit: 0 }) +
        straw(326, 494, 54, -16) +
        straw(456, 494, 54, 18) +
        straw(392, 462, 54, 4) +
        straw(244, 556, 50, -24) +
        straw(534, 556, 50, 26) +
        straw(330, 566, 54, 8) +
        straw(440, 564, 56, -8) +
        rimFront(390, 560, 218, 54, "#F7F0E2")
      );
    },
  },
  "salt-pig": {
    table: T.sage,
    title: "A salt pig with its wide mouth and a wooden scoop",
    draw() {
      const body = smooth([
        [230, 790],
        [196, 700],
        [206, 590],
        [262, 490],
        [360, 430],
        [470, 450],
        [556, 540],
        [590, 660],
        [572, 790, 1],
        [490, 822],
        [400, 828],
        [300, 818],
      ]);
      return (
        cast(225, 578, 800, 270, 0.16) +
        shape(body, "#D9B48C", {
          g: "v",
          w: 60,
          in:
            speckle(190, 430, 410, 400, 50, "#5B3A24", 4, 0.5) +
            fill(
              smooth([
                [150, 400, 1],
                [620, 400, 1],
                [620, 700, 1],
                [560, 716],
                [500, 700],
                [430, 722],
                [360, 706],
                [300, 724],
                [240, 706],
                [150, 716, 1],
              ]),
              "#EFE6D4",
            ) +
            brush(250, 450, 300, 230, 14, "#fff", 0.4, 70, 90, 7) +
            brush(470, 480, 100, 210, 8, "#B6A184", 0.35, 80, 80, 7) +
            speckle(210, 430, 380, 280, 40, "#6B452C", 4, 0.55),
        }) +
        shape(ell(398, 424, 44, 30), "#EFE6D4", {
          g: "r",
          w: 16,
          in: speckle(350, 396, 90, 60, 8, "#6B452C", 3, 0.5),
        }) +
        shape(rot(ell(330, 610, 108, 122), -12, 330, 610), "#F7F0E3", { w: 20, sh: 0.4, lit: 0.8 }) +
        shape(rot(ell(334, 614, 90, 104), -12, 334, 614), "#B79C7C", {
          sh: 0,
          lit: 0,
          ink: 2,
          g: "i",
          over:
            fill(
              smooth([
                [230, 660, 1],
                [280, 640],
                [330, 652],
                [380, 634],
                [440, 650, 1],
                [440, 740],
                [230, 740],
              ]),
              "#FFFDF8",
            ) + speckle(250, 650, 170, 60, 26, "#BFB2A0", 4, 0.7),
        }) +
        tube(
          smooth(
            [
              [352, 640],
              [300, 560],
              [236, 470],
            ],
            false,
          ),
          20,
          "#A8683E",
        ) +
        shape(rot(ell(362, 652, 40, 22), 52, 362, 652), "#B87748", { w: 12, g: "f" }) +
        speckle(130, 830, 180, 30, 16, "#fff", 6, 0.95) +
        speckle(120, 836, 170, 22, 10, "#9C8B78", 3, 0.5)
      );
    },
  },
  "bud-vase-trio": {
    table: T.dusk,
    fine: 0.7,
    fit: [1.08, 8],
    title: "Three small vases holding a daisy, a grass and a eucalyptus twig",
    draw() {
      const a = lathe(
        215,
        [
          [560, 26],
          [580, 20],
          [620, 30],
          [690, 84],
          [750, 92],
          [796, 66, 1],
          [806, 66],
        ],
        0.22,
      );
      const b = lathe(
        405,
        [
          [470, 30],
          [500, 24],
          [570, 40],
          [680, 72],
          [790, 78, 1],
          [812, 70],
        ],
        0.22,
      );
      const c = lathe(
        585,
        [
          [600, 34],
          [622, 26],
          [650, 62],
          [710, 82],
          [760, 62],
          [800, 60, 1],
          [812, 70],
        ],
        0.22,
      );
      const top = along(
        smooth(
          [
            [410, 300],
            [412, 240],
            [436, 190],
            [490, 170],
          ],
          false,
          0,
        ),
      );
      const head = leaves(
        Array.from({ length: 8 }, (_, i) => {
          const q = Math.floor(6 + i * 6.5),
            a = top[q]!,
            b = top[Math.min(q + 2, top.length - 1)]!;
          return [
            a[0]!,
            a[1]!,
            36 + j(4),
            6,
            (Math.atan2(b[1]! - a[1]!, b[0]! - a[0]!) * 180) / Math.PI + (i % 2 ? 32 : -32),
          ];
        }),
        "#D2AE5C",
        1.1,
      );
      return (
        cast(150, 290, 806, 90) +
        cast(328, 480, 814, 110) +
        cast(520, 660, 814, 130) +
        sprig(
          [
            [585, 610],
            [600, 520],
            [570, 420],
            [610, 340],
          ],
          8,
          62,
          23,
          "#7FA08B",
          "#6C7F60",
          62,
        ) +
        stem(
          [
            [405, 480],
            [402, 360],
            [410, 300],
            [412, 240],
            [436, 190],
            [490, 170],
          ],
          "#B9974B",
          4,
        ) +
        head +
        stem(
          [
            [215, 566],
            [212, 480],
            [190, 400],
            [196, 352],
          ],
          "#4F7A45",
          5,
        ) +
        leaf(204, 470, 70, 13, -150, "#4F7A45") +
        leaf(208, 500, 60, 12, -30, "#4F7A45") +
        daisy(196, 336, 62) +
        shape(a.p, "#A9443E", {
          g: "v",
          w: 26,
          in:
            turned(a, 4, "#fff", 0.2, 4) +
            speckle(120, 620, 190, 180, 12, "#F0E3C8", 3.4, 0.6) +
            band(a, 784, 40, CLAY) +
            gleam(158, 680, 80, 14, 12, 0.5),
        }) +
        mouth(a, "#C4746E", "#5A2722", 5) +
        shape(b.p, "#E8DCC3", {
          g: "v",
          w: 26,
          in:
            turned(b, 4, "#fff", 0.4, 4) +
            [560, 590, 620, 650, 680].map((y) => band(b, y, 5, "#34506F", 0.75)).join("") +
            speckle(320, 480, 170, 320, 16, "#5B3A24", 3.6, 0.5) +
            gleam(352, 680, 90, 8, 10, 0.6),
        }) +
        mouth(b, "#F5EDDC", "#8F7B60", 6) +
        shape(c.p, "#DDA03A", {
          g: "v",
          w: 26,
          in:
            turned(c, 4, "#fff", 0.3, 4) +
            band(c, 790, 40, DARKCLAY) +
            speckle(500, 600, 170, 200, 10, "#7A4A1E", 3.6, 0.6) +
            gleam(528, 690, 50, 10, 10, 0.6),
        }) +
        mouth(c, "#F0C878", "#7A4A1E", 6)
      );
    },
  },
};
/** The near half of a rim, drawn over what is heaped inside. */
export function rimFront(cx: number, cy: number, rx: number, ry: number, c: string, w = 13) {
  const arc = `M${cx - rx} ${cy}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy}`;
  return `<path d="${arc}" fill="none" stroke="${INK}" stroke-opacity=".8" stroke-width="${w + 4}" stroke-linecap="round"/><path d="${arc}" fill="none" stroke="${c}" stroke-width="${w}" stroke-linecap="round"/>`;
}
