// The wide pictures, the collection tiles, the card for links and the mark: put together from the same parts.
import {
  apple,
  at,
  beads,
  begin,
  brush,
  cast,
  ell,
  emblem,
  fill,
  finish,
  forget,
  grad,
  ground,
  group,
  hanging,
  INK,
  j,
  lathe,
  leaf,
  line,
  LINE,
  mouth,
  PAPER,
  poly,
  rect,
  rnd,
  SH,
  shape,
  smooth,
  speckle,
  stamp,
  stroke,
  T,
  texture,
  tube,
  turned,
} from "./kit.ts";
import { awning, wheel } from "./gifts.ts";
import { grain, loaf } from "./kitchen.ts";
import type { Book } from "./book.ts";

/** Lettering drawn with one brush: each letter is a few strokes on a field 60 wide and 100 high. */
const LETTER: Record<string, string> = {
  A: "M4 98Q22 50 30 4 38 50 56 98M14 66Q30 62 46 66",
  C: "M54 20Q44 2 28 6 6 12 6 52 8 98 34 96 48 94 56 78",
  D: "M8 4V96Q56 100 54 48 52 2 8 4",
  E: "M52 6H8V96H54M8 50Q28 46 44 50",
  H: "M6 4V96M54 4V96M6 50Q30 46 54 50",
  L: "M8 4V94Q30 96 54 94",
  P: "M8 98V5Q52 0 52 30 50 58 8 54",
  R: "M8 98V5Q52 0 52 28 50 54 8 52M28 52Q40 80 56 98",
  S: "M52 18Q40 0 22 8 2 18 14 38 24 50 40 56 60 68 46 88 26 106 6 84",
  T: "M2 8Q30 2 58 6M30 6V98",
  U: "M6 4Q4 60 10 80 20 100 36 96 56 92 54 50V4",
  Y: "M4 4Q18 40 30 52 44 36 56 2M30 52V98",
  " ": "",
};
export function letter(word: string, x: number, y: number, h: number, c: string, w = 13, gap = 22) {
  const k = h / 100,
    list = [...word];
  const width = list.reduce((a, ch) => a + (ch === " " ? 40 : 60 + gap), -gap) * k;
  let px = x - width / 2,
    s = "";
  for (const ch of list) {
    if (ch !== " ")
      s += `<path d="${LETTER[ch]}" transform="translate(${Math.round(px)} ${Math.round(y)}) scale(${Math.round(k * 100) / 100})"/>`;
    px += (ch === " " ? 40 : 60 + gap) * k;
  }
  return `<g stroke="${c}" stroke-width="${w}">${s}</g>`;
}
const hills = (w: number, y: number) =>
  fill(
    smooth(
      [
        [-20, y - 60, 1],
        [w * 0.12, y - 130],
        [w * 0.3, y - 90],
        [w * 0.46, y - 150],
        [w * 0.66, y - 100],
        [w * 0.84, y - 170],
        [w + 20, y - 90, 1],
        [w + 20, y + 30, 1],
        [-20, y + 30, 1],
      ],
      true,
      3,
    ),
    "#D5D9C2",
  ) +
  fill(
    smooth(
      [
        [-20, y - 10, 1],
        [w * 0.16, y - 60],
        [w * 0.36, y - 24],
        [w * 0.58, y - 74],
        [w * 0.8, y - 30],
        [w + 20, y - 70, 1],
        [w + 20, y + 30, 1],
        [-20, y + 30, 1],
      ],
      true,
      3,
    ),
    "#C3CBAE",
  );
const town = (x: number, y: number, k = 1) =>
  at(
    [
      [0, 70, 90, "#E3D2BA"],
      [78, 56, 120, "#DBC2AC"],
      [128, 80, 84, "#E8DCC6"],
      [330, 74, 100, "#DFCBB2"],
      [398, 90, 80, "#E6D8C0"],
    ]
      .map(
        ([dx, w, h, c]) =>
          `<path d="M${dx} 0V-${h}l${Number(w) / 2}-34 ${Number(w) / 2} 34V0z" fill="${c}" stroke="${LINE}" stroke-opacity=".35" stroke-width="2"/><path d="M${Number(dx) - 4} -${h}l${Number(w) / 2 + 4}-38 ${Number(w) / 2 + 4} 38z" fill="#B98A76" fill-opacity=".8"/><path d="M${Number(dx) + 16}-${Number(h) - 26}h14v20h-14zM${Number(dx) + Number(w) - 30}-${Number(h) - 26}h14v20h-14z" fill="#8C7A70" fill-opacity=".5"/>`,
      )
      .join("") +
      `<path d="M240 0V-150h50V0zM236-150l29-90 29 90z" fill="#DBC9B4" stroke="${LINE}" stroke-opacity=".35" stroke-width="2"/><path d="M236-150l29-90 29 90z" fill="#8C9A8C"/><circle cx="265" cy="-120" r="12" fill="#FBF3E0" stroke="${LINE}" stroke-opacity=".5" stroke-width="2"/>`,
    x,
    y,
    k,
  );
const cobbles = (w: number, y: number, h: number) => {
  let s = "";
  for (let r = 0; r < 5; r++)
    for (let i = 0; i < 16; i++)
      s += `M${Math.round((i + (r % 2) * 0.5) * (w / 15) - 40 + rnd(-14, 14))} ${Math.round(y + 18 + r * (h / 5) + rnd(-6, 6))}q${Math.round(24 + r * 5)}-9 ${Math.round(48 + r * 9)} 0`;
  return `<path d="${s}" stroke="${SH}" stroke-opacity=".13" stroke-width="4"/>`;
};
const bunting = (x0: number, x1: number, y: number, sag: number, n: number) => {
  const c = ["#8C2F39", "#F2B33D", "#0F5C4F", "#FBF3E0"];
  let s = stroke(
    [
      [x0, y],
      [x0 + (x1 - x0) * 0.3, y + sag, x0 + (x1 - x0) * 0.7, y + sag, x1, y],
    ],
    LINE,
    2.4,
  );
  for (let i = 0; i < n; i++) {
    const t = (i + 0.5) / n,
      yy = y + 3 * sag * t * (1 - t),
      x = x0 + (x1 - x0) * t;
    s += `<path d="M${Math.round(x - 17)} ${Math.round(yy - 1)}h34l-17 40z" fill="${c[i % 4]}" stroke="${LINE}" stroke-width="2"/>`;
  }
  return s;
};
const sparrow = (x: number, y: number, k = 1) =>
  at(
    `<path d="M-4 30l-4 22m-8 0h14M12 30l2 22m-8 0h14" stroke="${LINE}" stroke-width="4"/>` +
      fill(
        smooth(
          [
            [-56, 18, 1],
            [-104, 44],
            [-98, 28],
            [-44, -4],
          ],
          true,
          0,
        ),
        "#6B4A34",
      ) +
      shape(
        smooth(
          [
            [-60, 14],
            [-40, -22],
            [-4, -42],
            [10, -70],
            [40, -82],
            [64, -66],
            [66, -40],
            [60, 0],
            [36, 30],
            [0, 38],
            [-36, 32],
          ],
          true,
          1,
        ),
        "#A87B54",
        {
          g: "f",
          w: 16,
          in:
            fill(
              smooth(
                [
                  [70, -40],
                  [56, -30],
                  [40, -20],
                  [30, 10],
                  [10, 40],
                  [60, 40],
                  [80, 0],
                ],
                true,
                1,
              ),
              "#EADCC4",
            ) +
            fill(
              smooth(
                [
                  [22, -78],
                  [44, -88],
                  [62, -74],
                  [40, -66],
                ],
                true,
                0,
              ),
              "#7A4E33",
            ) +
            fill(
              smooth(
                [
                  [60, -48],
                  [72, -44],
                  [64, -30],
                  [54, -36],
                ],
                true,
                0,
              ),
              "#3B2E27",
            ),
        },
      ) +
      shape(
        smooth(
          [
            [-58, 16],
            [-30, -24],
            [8, -28],
            [22, -6],
            [0, 18],
            [-34, 24],
          ],
          true,
          1,
        ),
        "#7A5236",
        {
          w: 10,
          in: stroke(
            [line([-50, 12], [0, -14]), line([-40, 18], [8, -4]), line([-26, 22], [12, 6])],
            "#D9BC96",
            3.4,
            0.8,
          ),
        },
      ) +
      `<path d="M64-62l22 6-20 8z" fill="#5A4A3A" stroke="${LINE}" stroke-width="2"/><circle cx="48" cy="-60" r="5" fill="#2B211C"/><circle cx="46.5" cy="-61.5" r="1.6" fill="#fff"/>`,
    x,
    y,
    k,
  );

/** The cart itself, without goods. */
const cart = (x: number, y: number, w: number) => {
  const e = x + w,
    h = 190;
  return (
    tube(
      smooth(
        [
          [e - 6, y + 40],
          [e + 90, y + 16],
          [e + 170, y - 50],
        ],
        false,
      ),
      24,
      "#B98A5A",
    ) +
    tube(
      smooth(
        [
          [e + 146, y - 66],
          [e + 182, y - 36],
        ],
        false,
      ),
      22,
      "#8F5F40",
    ) +
    shape(
      poly(
        [
          [x, y],
          [e, y],
          [e - 30, y + h],
          [x + 30, y + h],
        ],
        10,
      ),
      "#1E6355",
      {
        g: "f",
        w: 50,
        in:
          [1, 2, 3]
            .map((i) =>
              stroke(
                smooth(
                  [
                    [x - 10, y + i * 46],
                    [x + w / 2, y + i * 46 + 2],
                    [e + 10, y + i * 46],
                  ],
                  false,
                  1,
                ),
                "#0C3E36",
                4,
                0.5,
              ),
            )
            .join("") +
          brush(x, y + 10, w, h - 20, 16, "#fff", 0.14, 0, 180, 7) +
          `<path d="M${x} ${y + 14}h${w}v8H${x}zM${x} ${y + h - 24}h${w}v7H${x}z" fill="#E9C77A"/>`,
      },
    ) +
    shape(rect(x - 18, y - 22, w + 36, 34, 8), "#C49A69", {
      g: "h",
      w: 12,
      in: grain(x - 18, y - 22, w + 36, 34, "#74431F", 4),
    })
  );
};
const post = (x: number, y0: number, y1: number) => tube(line([x, y0], [x + j(3), y1]), 24, "#B98A5A", { cap: "butt" });

export function scenes(book: Book): Record<string, () => string> {
  /** A product's picture without its ground, standing at (x, y). */
  const put = (h: string, x: number, y: number, k: number, v?: string, foot = 815) => {
    forget();
    return at(book[h]!.draw(v ?? Object.keys(book[h]!.variants ?? {})[0]), x - 390 * k, y - foot * k, k);
  };
  const tile = (name: string, title: string, a: string, wall: string, table: string, things: () => string) => () => {
    begin("tile-" + name);
    const n = 12,
      w = 1200;
    texture(0.6);
    const g = ground(table, 560, w, 900, wall);
    texture(0.4);
    return finish(g + things() + group(awning(-40, -26, w + 80, 96, n, a, "#FBF3E0", 0.02, 0.3), ""), title, w, 900);
  };
  return {
    "hero-home": () => {
      begin("hero-home");
      const W = 1600,
        H = 800;
      texture(0.5);
      const back =
        `<path fill="#F4ECDD" d="M0 0h${W}v${H}H0z"/><ellipse cx="420" cy="220" rx="760" ry="420" fill="${grad("w")}"/>` +
        brush(-60, 30, W, 220, 12, "#fff", 0.5, -4, 420, 22) +
        hills(W, 520) +
        town(60, 520, 0.92) +
        town(1180, 524, 0.8) +
        `<path d="M0 516q400-8 800 0t800 0V800H0z" fill="#E0D0B6"/>` +
        cobbles(W, 540, 250) +
        brush(0, 540, W, 240, 14, "#fff", 0.2, -1, 320, 10) +
        stroke(
          smooth(
            [
              [0, 517],
              [500, 512],
              [1000, 520],
              [1600, 515],
            ],
            false,
            1,
          ),
          INK,
          2.2,
          0.3,
        );
      const x = 330,
        w = 900,
        y = 500;
      texture(0.32);
      const crate = (cx: number, cy: number) => {
        forget();
        return (
          [
            [-70, -96],
            [-24, -100],
            [22, -96],
            [66, -98],
            [-48, -126],
            [0, -132],
            [46, -124],
          ]
            .map(([dx, dy], i) => apple(cx + dx!, cy + dy!, 27, ["#B4323A", "#C9A13C", "#7F9A45"][i % 3]!))
            .join("") +
          [0, 1]
            .map((i) =>
              stamp("board", () =>
                shape(rect(0, 0, 216, 40, 4), "#CDA267", { g: "f", w: 10, in: grain(0, 0, 216, 40, "#8A5A2E", 4) }),
              )(cx - 108, cy - 86 + i * 43),
            )
            .join("") +
          [-104, 80].map((dx) => shape(rect(cx + dx, cy - 90, 24, 90, 3), "#B98A5A", { g: "f", w: 6 })).join("")
        );
      };
      const goods =
        put("bud-vase-trio", x + 96, y - 18, 0.36) +
        put("blackberry-jam", x + 264, y - 12, 0.29) +
        put("wildflower-honey", x + 356, y - 10, 0.26) +
        crate(x + 500, y - 18) +
        put("round-teapot", x + 682, y - 8, 0.27, "oxblood", 804) +
        put("scented-pelargonium", x + 806, y - 18, 0.38);
      texture(0.6);
      hanging(true);
      const lamps = [
        [x + 250, "bottle-green"],
        [x + 720, "oxblood"],
      ]
        .map(
          ([px, v]) =>
            stroke(line([Number(px), 180], [Number(px), 232]), LINE, 2.6) +
            put("storm-lantern", Number(px), 332, 0.2, String(v), 806),
        )
        .join("");
      hanging(false);
      texture(1);
      return finish(
        back +
          bunting(-20, 330, 120, 60, 7) +
          bunting(1236, 1620, 116, 56, 7) +
          `<path d="M300 742q520 44 1100-4-120-46-560-46t-540 50z" fill="${SH}" fill-opacity=".2"/>` +
          post(x + 22, 180, y + 10) +
          post(x + w - 22, 180, y + 10) +
          fill(line([x + 30, 200], [x + w - 30, 200], [x + w - 30, 246], [x + 30, 246]), SH, 0.08) +
          goods +
          lamps +
          cart(x, y, w) +
          shape(
            poly(
              [
                [x + 206, y + 46],
                [x + 694, y + 46],
                [x + 694, y + 140],
                [x + 206, y + 140],
              ],
              8,
            ),
            "#FBF3E0",
            { w: 14, sh: 0.5 },
          ) +
          letter("SATURDAY STALL", x + 450, y + 72, 43, "#8C2F39", 13) +
          tube(line([x + 300, y + 190], [x + 300, y + 246]), 20, "#8F5F40") +
          wheel(x + 118, y + 178, 92) +
          wheel(x + 782, y + 178, 92) +
          awning(x - 70, 70, w + 140, 118, 13) +
          shape(rect(x + 40, 54, w - 80, 24, 8), "#B98A5A", { g: "h", w: 8 }) +
          beads(
            [
              [x + 40, 62, 17],
              [x + w - 40, 62, 17],
            ],
            "#D2A64E",
          ) +
          // baskets and sacks on the ground
          (texture(0.4), put("garden-trug", 196, 728, 0.38)) +
          put("watering-can", 1420, 742, 0.36, "zinc", 804) +
          (texture(1), sparrow(120, 744, 0.42)),
        "A market stall under a striped awning, its cart full of pots, jars, bread and plants",
        W,
        H,
      );
    },
    "hero-about": () => {
      begin("hero-about");
      const W = 1600,
        H = 800;
      texture(0.5);
      const wallp = ground("#C99F73", 560, W, H, "#EFE4D2") + grain(0, 566, W, 240, "#74431F", 9);
      const frame = line([550, 54], [1020, 54], [1020, 426], [550, 426], [550, 50]);
      const win =
        fill(rect(566, 70, 470, 372, 4), SH, 0.16) +
        shape(rect(550, 54, 470, 372, 4), "#DDE3DB", {
          w: 14,
          sh: 0.4,
          in:
            `<g transform="translate(550 60) scale(.3)">` +
            hills(1600, 1060) +
            town(160, 1070, 1.7) +
            `<path d="M0 1060h1600v300H0z" fill="#D8CFA9"/></g>` +
            brush(540, 60, 460, 160, 6, "#fff", 0.5, -30, 200, 14),
        }) +
        stroke([line([785, 54], [785, 426]), line([550, 240], [1020, 240])], LINE, 17) +
        stroke([line([785, 54], [785, 426]), line([550, 240], [1020, 240])], "#FBF3E0", 12) +
        stroke(frame, LINE, 25) +
        stroke(frame, "#FBF3E0", 20) +
        shape(rect(520, 428, 530, 26, 5), "#FBF3E0", { g: "h", w: 8 });
      const light = `<path d="M560 440L300 640 760 640 1010 440z" fill="#FFF6DD" fill-opacity=".34"/>`;
      const shelf = (x: number, y: number, w: number) =>
        fill(rect(x + 14, y + 14, w, 26, 4), SH, 0.14) +
        shape(rect(x, y, w, 24, 5), "#A8764A", { g: "h", w: 8, in: grain(x, y, w, 24, "#74431F", 3) });
      texture(0.3);
      const onshelf =
        shelf(70, 210, 400) +
        put("pushcart-mug", 140, 206, 0.2) +
        put("milk-jug", 250, 206, 0.2, "celadon") +
        put("banded-plate", 372, 208, 0.21, "midnight", 842) +
        shelf(70, 390, 400) +
        put("breakfast-bowl", 150, 388, 0.2, "honey") +
        put("round-teapot", 280, 388, 0.22, "bottle-green", 804) +
        put("salt-pig", 400, 388, 0.18) +
        shelf(1120, 250, 410) +
        put("ledger-notebook", 1200, 248, 0.24, "oxblood") +
        put("loose-leaf-tea", 1320, 248, 0.22, "mint") +
        put("beeswax-pillar", 1440, 248, 0.23);
      const mugl = lathe(
          486,
          [
            [566, 50],
            [680, 46],
          ],
          0.22,
          true,
        ),
        wl = lathe(
          800,
          [
            [640, 210],
            [656, 206],
            [664, 150, 1],
            [690, 150],
          ],
          0.16,
        ),
        pot = lathe(
          800,
          [
            [462, 96],
            [480, 88],
            [540, 120],
            [600, 124],
            [634, 88, 1],
            [640, 90],
          ],
          0.22,
        );
      texture(0.8);
      const bench =
        cast(600, 1000, 690, 160, 0.12) +
        shape(wl.p, "#8E9797", { g: "m", w: 20 }) +
        shape(ell(800, 640, 210, 34), "#AEB5B2", {
          w: 16,
          in:
            stroke([ell(800, 640, 180, 28), ell(800, 640, 150, 23)], SH, 2.4, 0.3) +
            speckle(620, 616, 360, 50, 26, "#C99F78", 9, 0.8),
        }) +
        shape(pot.p, "#B98A68", {
          g: "v",
          w: 34,
          in: turned(pot, 22, "#fff", 0.22, 5) + turned(pot, 16, SH, 0.16, 5),
        }) +
        mouth(pot, "#CBA080", "#7A5238", 10) +
        cast(430, 540, 690, 80, 0.2) +
        mouth(mugl, "#C9CFCB", "#5A6468", 6) +
        [
          [456, 440, -12],
          [480, 410, -3],
          [506, 430, 8],
          [524, 462, 18],
        ]
          .map(([bx, by, a], i) =>
            group(
              tube(line([bx!, 566], [bx!, by! + 40]), 9, ["#B98A5A", "#8C2F39", "#D2A64E", "#6B4A34"][i]!) +
                shape(
                  smooth(
                    [
                      [bx! - 9, by! + 40],
                      [bx! - 10, by! + 16],
                      [bx!, by! - 10, 1],
                      [bx! + 10, by! + 16],
                      [bx! + 9, by! + 40],
                    ],
                    true,
                    0,
                  ),
                  "#5A4032",
                  { w: 6 },
                ),
              `rotate(${a} ${bx} 566)`,
            ),
          )
          .join("") +
        shape(mugl.p, "#AEB5B2", { g: "m", w: 14 }) +
        at(
          fill(ell(0, 20, 160, 22), SH, 0.26) +
            tube(
              smooth(
                [
                  [110, 0],
                  [170, 6],
                  [176, 26],
                  [120, 30],
                  [40, 30],
                ],
                false,
              ),
              26,
              "#D08A45",
            ) +
            shape(
              smooth(
                [
                  [-130, 18],
                  [-124, -40],
                  [-60, -84],
                  [20, -86],
                  [96, -60],
                  [128, -10],
                  [112, 26],
                  [0, 34],
                  [-90, 32],
                ],
                true,
                2,
              ),
              "#D99A55",
              {
                g: "h",
                w: 28,
                in:
                  stroke(
                    [
                      smooth(
                        [
                          [-20, -90],
                          [-30, -50],
                          [-16, -20],
                        ],
                        false,
                      ),
                      smooth(
                        [
                          [20, -90],
                          [16, -50],
                          [30, -24],
                        ],
                        false,
                      ),
                      smooth(
                        [
                          [58, -80],
                          [60, -44],
                          [74, -20],
                        ],
                        false,
                      ),
                    ],
                    "#A8642A",
                    13,
                    0.8,
                  ) + fill(ell(-40, 26, 70, 20), "#F3E3C6", 0.9),
              },
            ) +
            shape(
              smooth(
                [
                  [-176, -22],
                  [-178, -74, 1],
                  [-150, -58],
                  [-116, -58],
                  [-88, -78, 1],
                  [-84, -24],
                  [-100, 12],
                  [-132, 22],
                  [-162, 8],
                ],
                true,
                1,
              ),
              "#D99A55",
              {
                g: "r",
                w: 18,
                in:
                  fill(
                    smooth(
                      [
                        [-150, -4],
                        [-132, -14],
                        [-112, -4],
                        [-120, 16],
                        [-144, 16],
                      ],
                      true,
                      1,
                    ),
                    "#F3E3C6",
                  ) +
                  stroke(
                    [line([-132, -58], [-132, -40]), line([-144, -56], [-142, -42]), line([-120, -56], [-122, -42])],
                    "#A8642A",
                    6,
                  ),
              },
            ) +
            stroke(
              [
                smooth(
                  [
                    [-160, -18],
                    [-150, -12],
                    [-142, -18],
                  ],
                  false,
                ),
                smooth(
                  [
                    [-122, -18],
                    [-114, -12],
                    [-106, -18],
                  ],
                  false,
                ),
              ],
              INK,
              3.4,
            ) +
            `<path d="M-138-4h12l-6 7z" fill="#B4605A"/>` +
            stroke(
              [
                smooth(
                  [
                    [-132, 2],
                    [-138, 9],
                    [-146, 7],
                  ],
                  false,
                ),
                smooth(
                  [
                    [-132, 2],
                    [-126, 9],
                    [-118, 7],
                  ],
                  false,
                ),
                line([-152, 2], [-182, -2]),
                line([-152, 7], [-180, 12]),
                line([-112, 2], [-82, -2]),
                line([-112, 7], [-84, 12]),
              ],
              INK,
              2,
              0.7,
            ),
          1220,
          660,
          1.1,
        ) +
        cast(140, 326, 694, 80, 0.2) +
        loaf(230, 690, 110, 110, 3);
      return finish(
        wallp +
          win +
          light +
          onshelf +
          bench +
          (texture(0.3), put("linen-apron", 1400, 556, 0.34, "oat", 864)) +
          fill(rect(0, 760, W, 60, 2, 0), SH, 0.2),
        "A workshop bench under a window, with a pot on the wheel, brushes, a loaf and a sleeping cat",
        W,
        H,
      );
    },
    "hero-empty-cart": () => {
      begin("hero-empty-cart");
      const W = 1600,
        H = 800;
      texture(0.5);
      const back =
        `<path fill="#F4ECDD" d="M0 0h${W}v${H}H0z"/><ellipse cx="520" cy="240" rx="760" ry="420" fill="${grad("w")}"/>` +
        brush(-60, 30, W, 220, 12, "#fff", 0.5, -4, 420, 22) +
        hills(W, 560) +
        `<path d="M0 556q400-8 800 0t800 0V800H0z" fill="#DDD0B2"/>` +
        cobbles(W, 580, 210) +
        stroke(
          smooth(
            [
              [0, 557],
              [500, 552],
              [1000, 560],
              [1600, 555],
            ],
            false,
            1,
          ),
          INK,
          2.2,
          0.3,
        );
      texture(1);
      const x = 500,
        w = 560,
        y = 480;
      return finish(
        back +
          `<path d="M470 726q320 40 860-6-110-40-460-40t-400 46z" fill="${SH}" fill-opacity=".2"/>` +
          post(x + 22, 200, y + 10) +
          post(x + w - 22, 200, y + 10) +
          shape(
            poly(
              [
                [x + 8, y - 60],
                [x + w - 8, y - 60],
                [x + w, y],
                [x, y],
              ],
              4,
            ),
            "#8F6A48",
            {
              sh: 0.4,
              lit: 0,
              in:
                grain(x, y - 60, w, 60, "#4A2F1C", 4) +
                fill(line([x, y - 60], [x + w, y - 60], [x + w, y - 40], [x, y - 40]), SH, 0.2),
            },
          ) +
          leaf(x + 200, y - 24, 40, 12, 14, "#C4622D") +
          brush(x + 300, y - 40, 60, 16, 7, "#E0BE78", 0.95, 20, 34, 4) +
          cart(x, y, w) +
          emblem("sun", x + 280, y + 96, 1, "#E9C77A") +
          tube(line([x + 280, y + 190], [x + 278, y + 246]), 20, "#8F5F40") +
          wheel(x + 112, y + 176, 88) +
          wheel(x + 448, y + 176, 88) +
          awning(x - 60, 96, w + 120, 112, 9) +
          shape(rect(x + 30, 82, w - 60, 22, 8), "#B98A5A", { g: "h", w: 8 }) +
          beads(
            [
              [x + 30, 90, 15],
              [x + w - 30, 90, 15],
            ],
            "#D2A64E",
          ) +
          sparrow(x + w + 128, y - 68, 0.95) +
          leaf(360, 730, 54, 17, -10, "#C4622D") +
          leaf(1310, 700, 46, 14, 24, "#D9962A") +
          leaf(1180, 756, 40, 12, -30, "#8C2F39"),
        "An empty pushcart with a sparrow on its handle",
        W,
        H,
      );
    },
    "tile-ceramics": tile(
      "ceramics",
      "A teapot, a jug and a mug in stoneware",
      "#34506F",
      "#EFE6D6",
      T.blue,
      () =>
        put("milk-jug", 340, 780, 0.72, "celadon") +
        put("round-teapot", 700, 800, 0.74, "oat") +
        put("pushcart-mug", 1010, 820, 0.56),
    ),
    "tile-kitchen": tile(
      "kitchen",
      "A cutting board, a casserole and a pepper mill",
      "#8C2F39",
      "#F2EBDF",
      T.sand,
      () =>
        put("cherry-cutting-board", 270, 760, 0.84) +
        put("enamel-casserole", 640, 800, 0.76, "bottle-green") +
        put("pepper-mill", 1010, 820, 0.74),
    ),
    "tile-pantry": tile(
      "pantry",
      "Jam, maple syrup and a jar of pickles",
      "#C9812B",
      "#F4EBDB",
      T.honey,
      () =>
        put("garden-pickles", 270, 770, 0.74) +
        put("maple-syrup", 640, 780, 0.84) +
        put("blackberry-jam", 980, 810, 0.7),
    ),
    "tile-textiles": tile(
      "textiles",
      "A folded throw, napkins and a canvas tote",
      "#6B7A4E",
      "#F2EBDF",
      T.dusk,
      () =>
        put("market-tote", 290, 780, 0.8) +
        put("wool-throw", 640, 800, 0.7, "oxblood", 840) +
        put("block-print-cushion", 985, 810, 0.6, "honey", 836),
    ),
    "tile-candles-light": tile(
      "candles-light",
      "A lantern, beeswax candles and a chamberstick",
      "#6E3B2C",
      "#EADCC8",
      T.clay,
      () =>
        put("storm-lantern", 290, 780, 0.78, "bottle-green") +
        put("beeswax-pillar", 640, 810, 0.76) +
        put("brass-chamberstick", 970, 820, 0.66),
    ),
    "tile-paper-desk": tile(
      "paper-desk",
      "A notebook, ink and a tin of pencils",
      "#39414F",
      "#F2EBDF",
      T.rose,
      () =>
        put("ledger-notebook", 310, 790, 0.8, "bottle-green") +
        put("fountain-ink", 650, 810, 0.66) +
        put("colored-pencils", 960, 830, 0.62, undefined, 840),
    ),
    "tile-garden": tile(
      "garden",
      "A watering can, terracotta pots and a pelargonium",
      "#0F5C4F",
      "#F2EBDF",
      T.sage,
      () =>
        put("scented-pelargonium", 300, 780, 0.8) +
        put("watering-can", 650, 810, 0.66, "zinc") +
        put("terracotta-pots", 1000, 830, 0.6),
    ),
    "tile-gifts": tile(
      "gifts",
      "A breakfast crate, a toy cart and a wrapped parcel",
      "#8C2F39",
      "#F4EBDB",
      T.honey,
      () =>
        put("breakfast-hamper", 300, 790, 0.72) +
        put("toy-pushcart", 700, 810, 0.72) +
        put("gift-wrap", 990, 830, 0.6, "leaves", 850),
    ),
    "og-card": () => {
      begin("og-card");
      const W = 1200,
        H = 630;
      texture(0.4);
      const g = ground(T.honey, 470, W, H, "#F4ECDD");
      return finish(
        g +
          put("toy-pushcart", 880, 590, 0.7) +
          put("wildflower-honey", 1110, 606, 0.24) +
          (texture(1), awning(-30, -20, W + 60, 74, 14, "#8C2F39", "#FBF3E0", 0.02, 0.3)) +
          letter("SATURDAY", 352, 208, 92, "#8C2F39", 14, 20) +
          letter("STALL", 245, 330, 92, "#0F5C4F", 14, 20) +
          stroke(
            smooth(
              [
                [76, 462],
                [230, 455],
                [420, 463],
                [620, 456],
              ],
              false,
              0,
            ),
            "#F2B33D",
            9,
          ),
        "The Saturday Stall: a small cart with a striped awning",
        W,
        H,
      );
    },
    mark: () => mark(false),
    favicon: () => mark(true),
  };
}
/** The mark: a pushcart with its awning on a grid of sixteen, so that it holds at the smallest size. */
function mark(tile: boolean) {
  const a = "#8C2F39",
    b = "#FFFFFF";
  const xs = [4, 15.2, 26.4, 37.6, 48.8, 60];
  const scallop = xs
    .slice(0, 5)
    .map(
      (_, i) =>
        `<path d="M${[10, 18.8, 27.6, 36.4, 45.2][i]} 5h8.8L${xs[i + 1]} 22v2a5.6 5.6 0 0 1-11.2 0v-2z" fill="${i % 2 ? b : a}"/>`,
    )
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img"><title>Pushcart</title>${tile ? `<rect width="64" height="64" rx="10" fill="${PAPER}"/><g transform="translate(3.2 3.2) scale(.9)">` : "<g>"}` +
    `<path d="M10 24h4v12h-4zM48 24h4v12h-4z" fill="#5A3A28"/><path d="M5 34h53l5-3 1 4-6 5-4 10H11z" fill="#0F5C4F"/><path d="M6 38h50v3H7z" fill="#F2B33D"/>${scallop}<path d="M10 5h44l6 17v2a5.6 5.6 0 0 1-11.2 0 5.6 5.6 0 0 1-11.2 0 5.6 5.6 0 0 1-11.2 0 5.6 5.6 0 0 1-11.2 0A5.6 5.6 0 0 1 4 24v-2z" fill="none" stroke="${a}" stroke-width="2.4" stroke-linejoin="round"/>` +
    [
      [21, 53],
      [43, 53],
    ]
      .map(
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="7.5" fill="${PAPER}" stroke="#1F1A17" stroke-width="4"/><circle cx="${x}" cy="${y}" r="2" fill="#1F1A17"/>`,
      )
      .join("") +
    "</g></svg>\n"
  );
}
