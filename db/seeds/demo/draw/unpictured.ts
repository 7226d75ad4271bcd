// What stands for a product that has no picture: closed things, so that nobody takes them for the goods themselves.
import type { Book } from "./book.ts";
import {
  ball,
  box,
  brush,
  cast,
  ell,
  fill,
  lathe,
  LINE,
  line,
  poly,
  rect,
  rule,
  SH,
  shape,
  smooth,
  stroke,
  T,
  tag,
  tube,
} from "./kit.ts";
import { grain } from "./kitchen.ts";

const KRAFT = "#CDA877";
const creases = (paths: number[][][], a = 0.3) =>
  stroke(
    paths.map((p) => smooth(p, false, 1)),
    SH,
    3,
    a,
  );

/** A bow of string around x, y. */
const bow = (x: number, y: number, c: string) =>
  tube(
    smooth(
      [
        [x, y],
        [x - 60, y - 46],
        [x - 92, y - 18],
        [x - 50, y + 8],
        [x, y],
      ],
      false,
      2,
    ),
    7,
    c,
  ) +
  tube(
    smooth(
      [
        [x, y],
        [x + 62, y - 50],
        [x + 96, y - 20],
        [x + 52, y + 8],
        [x, y],
      ],
      false,
      2,
    ),
    7,
    c,
  ) +
  tube(
    smooth(
      [
        [x, y],
        [x - 26, y + 34],
        [x - 58, y + 62],
      ],
      false,
      2,
    ),
    6,
    c,
  ) +
  tube(
    smooth(
      [
        [x, y],
        [x + 30, y + 30],
        [x + 54, y + 66],
      ],
      false,
      2,
    ),
    6,
    c,
  ) +
  ball(x, y, 12, c);

export const unpictured: Book = {
  "no-picture-parcel": {
    table: T.sand,
    fit: [1.06, -16, -10],
    title: "A parcel in brown paper, tied with string",
    draw() {
      const front =
        brush(180, 540, 380, 280, 14, "#fff", 0.16, 4, 130, 7) +
        creases([
          [
            [196, 560],
            [260, 600],
            [300, 590],
          ],
          [
            [540, 800],
            [480, 770],
            [430, 780],
          ],
          [
            [210, 800],
            [250, 770],
            [262, 730],
          ],
        ]);
      const top =
        brush(180, 450, 480, 90, 8, "#fff", 0.2, -2, 120, 6) +
        creases(
          [
            [
              [260, 520],
              [320, 490],
              [420, 486],
            ],
          ],
          0.22,
        );
      const cord = "#8C2F39";
      return (
        cast(176, 640, 826, 150, 0.1) +
        box(170, 540, 390, 284, 110, 84, KRAFT, { front, top, r: 6 }) +
        tube(
          smooth(
            [
              [364, 822],
              [362, 680],
              [366, 545],
            ],
            false,
            1,
          ),
          8,
          cord,
        ) +
        tube(
          smooth(
            [
              [366, 541],
              [420, 498],
              [476, 458],
            ],
            false,
            1,
          ),
          8,
          cord,
        ) +
        tube(
          smooth(
            [
              [172, 676],
              [300, 680],
              [560, 672],
            ],
            false,
            1,
          ),
          8,
          cord,
        ) +
        tube(
          smooth(
            [
              [562, 672],
              [620, 630],
              [668, 592],
            ],
            false,
            1,
          ),
          8,
          cord,
        ) +
        bow(420, 498, cord) +
        tag(470, 560, 22)
      );
    },
  },
  "no-picture-bag": {
    table: T.sage,
    fit: [1.08, -6, -10],
    title: "A paper bag, folded over at the top",
    draw() {
      const body = poly(
        [
          [216, 420],
          [540, 404],
          [580, 822],
          [196, 826],
        ],
        7,
        2,
      );
      const inside =
        brush(200, 430, 360, 380, 18, "#fff", 0.18, 82, 150, 7) +
        creases(
          [
            [
              [250, 826],
              [262, 640],
              [252, 440],
            ],
            [
              [520, 822],
              [500, 640],
              [506, 420],
            ],
            [
              [300, 500],
              [360, 560],
              [330, 640],
            ],
            [
              [470, 520],
              [430, 600],
              [450, 690],
            ],
          ],
          0.26,
        ) +
        fill(line([506, 404], [580, 404], [590, 830], [528, 830]), SH, 0.12);
      const flap = shape(
        poly(
          [
            [204, 348],
            [536, 330],
            [552, 452],
            [214, 470],
          ],
          6,
          2,
        ),
        "#D8B98C",
        {
          g: "f",
          w: 18,
          in:
            brush(210, 340, 330, 120, 8, "#fff", 0.22, 2, 130, 6) +
            creases(
              [
                [
                  [260, 350],
                  [268, 400],
                  [262, 462],
                ],
                [
                  [470, 340],
                  [462, 390],
                  [476, 452],
                ],
              ],
              0.24,
            ),
        },
      );
      return (
        cast(196, 584, 826, 160, 0.1) +
        shape(body, KRAFT, { g: "v", w: 40, in: inside }) +
        flap +
        shape(rect(356, 424, 58, 74, 6), "#E9E0D0", { w: 8, sh: 0.5, ink: 2 }) +
        fill(ell(385, 442, 6, 6), LINE, 0.6) +
        rule(368, 462, 34, LINE, 3, 0.6) +
        rule(368, 476, 24, LINE, 3, 0.6)
      );
    },
  },
  "no-picture-box": {
    table: T.rose,
    fit: [1.08, 0, -20],
    title: "A round box with a lid and a ribbon",
    draw() {
      const b = lathe(
          390,
          [
            [520, 196],
            [560, 200],
            [812, 192, 1],
            [820, 184],
          ],
          0.2,
        ),
        lid = lathe(
          390,
          [
            [440, 206],
            [446, 214],
            [540, 214],
          ],
          0.2,
        );
      const stripes = [0, 1, 2, 3, 4, 5, 6]
        .map((i) =>
          fill(
            line([208 + i * 58, 520], [232 + i * 58, 520], [232 + i * 58, 880], [208 + i * 58, 880]),
            "#FBF3E0",
            0.5,
          ),
        )
        .join("");
      return (
        cast(190, 592, 824, 170) +
        shape(b.p, "#9DBDA6", { g: "v", w: 44, in: stripes }) +
        fill(ell(390, 548, 206, 44), SH, 0.16) +
        shape(lid.p, "#9DBDA6", { g: "v", w: 34 }) +
        shape(ell(390, 440, 206, 41), "#B4CFBA", { sh: 0.2, lit: 0.6, w: 22 }) +
        tube(
          smooth(
            [
              [226, 458],
              [300, 452],
              [390, 448],
              [480, 452],
              [556, 458],
            ],
            false,
            1,
          ),
          18,
          "#8C2F39",
        ) +
        tube(
          smooth(
            [
              [390, 816],
              [386, 680],
              [390, 588],
              [388, 480],
              [390, 402],
            ],
            false,
            1,
          ),
          18,
          "#8C2F39",
        ) +
        bow(390, 446, "#8C2F39")
      );
    },
  },
  "no-picture-crate": {
    table: T.honey,
    fit: [1.06, -6, -20],
    title: "A wooden crate, nailed shut",
    draw() {
      const plank = (x: number, y: number, w: number, h: number) =>
        shape(rect(x, y, w, h, 4), "#D0A66B", { g: "f", w: 14, in: grain(x, y, w, h, "#8A5A2E", 6) });
      const lid = poly(
        [
          [150, 500],
          [236, 430],
          [682, 430],
          [634, 500],
        ],
        4,
      );
      const nails = [160, 620]
        .flatMap((x) => [552, 630, 708, 784].map((y) => `<circle cx="${x}" cy="${y}" r="5" fill="${LINE}"/>`))
        .join("");
      return (
        cast(160, 640, 826, 140, 0.1) +
        shape(
          poly(
            [
              [634, 500],
              [684, 430],
              [684, 740],
              [634, 822],
            ],
            4,
          ),
          "#B98A5A",
          { sh: 0, lit: 0, in: fill(line([634, 500], [684, 430], [684, 740], [634, 822]), SH, 0.34) },
        ) +
        shape(lid, "#DDB47E", {
          sh: 0.3,
          w: 14,
          lit: 0.4,
          in:
            grain(150, 430, 540, 70, "#8A5A2E", 6) +
            stroke(
              [line([300, 430], [250, 500]), line([450, 430], [420, 500]), line([590, 430], [560, 500])],
              LINE,
              2,
              0.5,
            ),
        }) +
        fill(rect(152, 502, 480, 318, 3), "#6B4526") +
        [0, 1, 2, 3].map((i) => plank(150 + (i % 2) * 2, 504 + i * 79, 484, 74)).join("") +
        [146, 606]
          .map((x) =>
            shape(rect(x, 498, 34, 326, 4), "#B98A5A", {
              g: "f",
              w: 10,
              in: grain(x, 498, 34, 326, "#74431F", 3, true),
            }),
          )
          .join("") +
        nails +
        tag(360, 640, 14)
      );
    },
  },
};
