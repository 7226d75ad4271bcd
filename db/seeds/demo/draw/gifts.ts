import {
  apple,
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
  group,
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
  sprig,
  stamp,
  stroke,
  T,
  tag,
  tube,
  turned,
} from "./kit.ts";
import { grain } from "./kitchen.ts";

import type { Book } from "./book.ts";

const SOAP: Record<string, { a: string; b: string; e: string }> = {
  lavender: { a: "#B7A6C4", b: "#6B5A86", e: "leaf" },
  "oat-honey": { a: "#E6CB98", b: "#A8701E", e: "wheat" },
  pine: { a: "#A3B894", b: "#2F5E48", e: "star" },
};

/** A striped awning with a scalloped edge. */
export function awning(
  x: number,
  y: number,
  w: number,
  h: number,
  n: number,
  a = "#8C2F39",
  b = "#FBF3E0",
  slope = 0.12,
  drop = 0.34,
) {
  const top = (i: number) => x + w * slope + (i * w * (1 - 2 * slope)) / n,
    bot = (i: number) => x + (i * w) / n,
    sw = w / n,
    dp = sw * drop * 1.6;
  let s = "";
  for (let i = 0; i < n; i++) {
    const c = i % 2 ? b : a;
    s +=
      `<path d="M${Math.round(top(i))} ${y}L${Math.round(top(i + 1))} ${y}L${Math.round(bot(i + 1))} ${y + h}v${Math.round(dp * 0.5)}q${Math.round(-sw / 2)} ${Math.round(dp * 1.3)} ${Math.round(-sw)} 0v${-Math.round(dp * 0.5)}z" fill="${c}" stroke="${LINE}" stroke-width="2.4"/>`.replace(
        "2.4",
        "2.4",
      );
  }
  const sh = `<path d="M${x} ${y + h}h${w}v${Math.round(dp * 0.5)}${Array.from({ length: n }, () => `q${Math.round(-sw / 2)} ${Math.round(dp * 1.3)} ${Math.round(-sw)} 0`).join("")}z" fill="${SH}" fill-opacity=".2"/><path d="M${x} ${y + h}h${w}" stroke="${LINE}" stroke-width="2.4" stroke-opacity=".7"/><path d="M${Math.round(top(n * 0.62))} ${y}L${Math.round(top(n))} ${y}L${x + w} ${y + h}H${Math.round(bot(n * 0.62))}z" fill="${SH}" fill-opacity=".1"/>`;
  return s + sh + brush(x + w * 0.16, y + h * 0.2, w * 0.6, h * 0.6, 6, "#fff", 0.22, 100, h * 0.5, 6);
}
/** A spoked cart wheel. */
export function wheel(x: number, y: number, r: number, c = "#B98A5A") {
  return (
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${LINE}" stroke-width="${Math.round(r * 0.26)}"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${c}" stroke-width="${Math.round(r * 0.2)}"/>` +
    stroke(
      Array.from({ length: 8 }, (_, i) =>
        line(
          [x, y],
          [x + Math.cos((i * Math.PI) / 4 + 0.2) * r * 0.9, y + Math.sin((i * Math.PI) / 4 + 0.2) * r * 0.9],
        ),
      ),
      LINE,
      r * 0.12,
    ) +
    stroke(
      Array.from({ length: 8 }, (_, i) =>
        line(
          [x, y],
          [x + Math.cos((i * Math.PI) / 4 + 0.2) * r * 0.88, y + Math.sin((i * Math.PI) / 4 + 0.2) * r * 0.88],
        ),
      ),
      c,
      r * 0.075,
    ) +
    ball(x, y, r * 0.2, "#8C2F39") +
    `<path d="M${x - r * 0.7} ${y - r * 0.72}A${r} ${r} 0 0 1 ${Math.round(x + r * 0.2)} ${Math.round(y - r)}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="${Math.max(1, Math.round(r * 0.05))}"/>`
  );
}

export const gifts: Book = {
  "breakfast-hamper": {
    table: T.sage,
    fine: 0.4,
    fit: [1.04, -10, -30],
    title: "A wooden crate with a mug, honey, tea and a loaf on straw",
    draw() {
      const straw =
        brush(170, 545, 430, 60, 26, "#E0BE78", 0.95, 20, 50, 5) +
        brush(170, 545, 430, 60, 20, "#B98F42", 0.8, -30, 44, 4);
      const mug = lathe(
          270,
          [
            [430, 66],
            [470, 68],
            [600, 62],
          ],
          0.2,
        ),
        tin = lathe(
          400,
          [
            [380, 62],
            [620, 62],
          ],
          0.2,
        ),
        lid = lathe(
          400,
          [
            [352, 62],
            [358, 66],
            [386, 66],
          ],
          0.2,
        ),
        hon = lathe(
          526,
          [
            [400, 50],
            [430, 66],
            [620, 66],
          ],
          0.2,
        ),
        hlid = lathe(
          526,
          [
            [376, 56],
            [382, 58],
            [408, 58],
          ],
          0.2,
        );
      return (
        cast(160, 640, 826, 130, 0.1) +
        shape(
          poly(
            [
              [150, 600],
              [230, 536],
              [690, 536],
              [630, 600],
            ],
            4,
          ),
          "#7A5230",
          { sh: 0, lit: 0 },
        ) +
        shape(
          poly(
            [
              [630, 600],
              [692, 536],
              [692, 740],
              [630, 820],
            ],
            4,
          ),
          "#B98A5A",
          { in: fill(line([630, 600], [692, 536], [692, 740], [630, 820]), SH, 0.34), sh: 0, lit: 0 },
        ) +
        shape(tin.p, "#8C2F39", { g: "m", w: 16, in: band(tin, 410, 4, "#E9C77A") }) +
        (fill(ell(400, 492, 42, 44), "#FBF3E0") + emblem("sun", 400, 492, 0.6, "#8C2F39")) +
        shape(lid.p, "#D2A64E", { g: "m", w: 10 }) +
        shape(hon.p, "#DE9526", {
          g: "g",
          w: 14,
          in: fill(line([440, 380], [600, 380], [600, 432], [440, 432]), "#F1EEE2"),
        }) +
        shape(hlid.p, "#E9D9B8", { g: "m", w: 10 }) +
        fill(rect(478, 470, 92, 74, 4), "#FBF3E0") +
        emblem("bee", 524, 504, 0.55, "#8A5A12") +
        tube(
          smooth(
            [
              [212, 470],
              [160, 470],
              [160, 560],
              [214, 570],
            ],
            false,
          ),
          18,
          "#3D5C80",
        ) +
        shape(mug.p, "#34506F", { g: "v", w: 18 }) +
        fill(ell(270, 430, 60, 10), "#233B54") +
        emblem("cart", 268, 524, 0.55, "#EFE3CB") +
        group(
          shape(
            smooth([
              [560, 600],
              [556, 440],
              [600, 400],
              [650, 440],
              [660, 600],
            ]),
            "#C98F4E",
            {
              g: "v",
              w: 18,
              in: stroke(
                [450, 500, 550].map((y) =>
                  smooth(
                    [
                      [570, y + 20],
                      [606, y + 6],
                      [644, y - 6],
                    ],
                    false,
                    1,
                  ),
                ),
                "#F0D49C",
                15,
              ),
            },
          ),
          "rotate(10 600 600)",
        ) +
        straw +
        [0, 1, 2]
          .map((i) =>
            stamp("slat", () =>
              shape(rect(0, 0, 484, 68, 5), "#D0A66B", { g: "f", w: 14, in: grain(0, 0, 484, 68, "#8A5A2E", 6) }),
            )(148 + i * 2, 602 + i * 74),
          )
          .join("") +
        [160, 590]
          .map((x) =>
            stamp("post", () =>
              shape(rect(0, 0, 32, 232, 4), "#B98A5A", { g: "f", w: 10, in: grain(0, 0, 32, 232, "#74431F", 3, true) }),
            )(x, 596),
          )
          .join("") +
        emblem("cart", 390, 716, 1.6, "#6B3A22") +
        tag(452, 640, 24)
      );
    },
  },
  "toy-pushcart": {
    table: T.honey,
    fit: [1.06, 0, -10],
    title: "A wooden toy pushcart with a striped awning and fruit",
    draw() {
      return (
        cast(170, 640, 836, 130, 0.1) +
        tube(
          smooth(
            [
              [600, 640],
              [680, 616],
              [736, 576],
            ],
            false,
          ),
          15,
          "#B98A5A",
        ) +
        tube(
          smooth(
            [
              [250, 620],
              [250, 480],
              [248, 372],
            ],
            false,
          ),
          15,
          "#B98A5A",
        ) +
        tube(
          smooth(
            [
              [560, 620],
              [560, 480],
              [562, 372],
            ],
            false,
          ),
          15,
          "#B98A5A",
        ) +
        apple(300, 560, 38, "#B4323A") +
        apple(372, 556, 38, "#C9A13C") +
        apple(446, 560, 38, "#B4323A") +
        apple(514, 558, 36, "#7F9A45") +
        apple(336, 530, 36, "#B4323A") +
        apple(410, 524, 38, "#7F9A45") +
        apple(480, 530, 36, "#C9A13C") +
        shape(
          poly(
            [
              [196, 582],
              [614, 582],
              [590, 724],
              [220, 724],
            ],
            8,
          ),
          "#1E6355",
          {
            g: "f",
            w: 30,
            in:
              brush(210, 600, 370, 110, 10, "#fff", 0.14, 0, 120, 6) +
              `<path d="M196 600h420v12H196zM206 690h400v10H206z" fill="#E9C77A"/>`,
          },
        ) +
        emblem("leaf", 300, 652, 0.6, "#E9C77A") +
        emblem("sun", 404, 652, 0.62, "#E9C77A") +
        emblem("leaf", 508, 652, 0.6, "#E9C77A") +
        shape(rect(184, 570, 442, 22, 6), "#B98A5A", { g: "h", w: 8 }) +
        awning(170, 270, 470, 104, 9) +
        beads(
          [
            [232, 262, 13],
            [578, 262, 13],
          ],
          "#D2A64E",
        ) +
        shape(rect(218, 258, 374, 18, 6), "#B98A5A", { g: "h", w: 6 }) +
        tube(
          smooth(
            [
              [560, 720],
              [572, 790],
              [576, 834],
            ],
            false,
          ),
          16,
          "#B98A5A",
        ) +
        wheel(310, 762, 78) +
        wheel(480, 762, 78)
      );
    },
  },
  "counter-bell": {
    table: T.clay,
    fit: [1.16, -4, -20],
    title: "A brass counter bell on a turned walnut base",
    draw() {
      const b = lathe(
          390,
          [
            [520, 22],
            [534, 70],
            [580, 138],
            [660, 186],
            [724, 198, 1],
            [736, 202],
          ],
          0.22,
        ),
        base = lathe(
          390,
          [
            [744, 190],
            [752, 214],
            [776, 226],
            [806, 226, 1],
            [816, 222],
          ],
          0.22,
        ),
        k = lathe(
          390,
          [
            [462, 12],
            [468, 26],
            [482, 26],
            [490, 12, 1],
            [526, 12],
          ],
          0.25,
        );
      return (
        cast(168, 614, 816, 190) +
        shape(base.p, "#7A4E33", { g: "v", w: 26, in: grain(150, 740, 480, 110, "#3F2417", 7) }) +
        fill(ell(394, 754, 190, 38), SH, 0.34) +
        shape(b.p, "#CFA044", {
          g: "m",
          w: 46,
          in:
            turned(b, 12, "#fff", 0.3, 5) +
            band(b, 716, 5, "#8A5F1C", 0.6) +
            band(b, 700, 3, "#8A5F1C", 0.5) +
            gleam(270, 600, 90, 34, 20, 0.7) +
            fill(ell(460, 640, 26, 34), "#fff", 0.14),
        }) +
        shape(k.p, "#E2BD66", { g: "m", w: 8 }) +
        stroke(
          [
            smooth(
              [
                [620, 520],
                [650, 560],
                [660, 610],
              ],
              false,
            ),
            smooth(
              [
                [650, 490],
                [690, 540],
                [702, 600],
              ],
              false,
            ),
            smooth(
              [
                [160, 520],
                [130, 560],
                [120, 610],
              ],
              false,
            ),
            smooth(
              [
                [130, 490],
                [90, 540],
                [78, 600],
              ],
              false,
            ),
          ],
          "#B98A5A",
          5,
          0.5,
        )
      );
    },
  },
  "soap-trio": {
    table: T.blue,
    fit: [1.1, -10, -20],
    title: "A stack of three soap bars tied with string, suds beside",
    variants: { lavender: {}, "oat-honey": {}, pine: {} },
    draw(v) {
      const s = SOAP[v ?? "lavender"]!;
      const bar = (x: number, y: number, front: boolean) =>
        box(x, y, 330, 88, 90, 62, s.a, {
          r: 14,
          topc: s.a,
          front:
            brush(x, y, 330, 88, 12, "#fff", 0.3, 4, 90, 6) +
            speckle(x, y, 330, 88, 18, s.b, 6, 0.6) +
            (front
              ? `<path d="M${x + 100} ${y - 6}h130v100h-130z" fill="#FBF3E0"/>` +
                emblem(s.e, x + 165, y + 36, 0.5, s.b) +
                rule(x + 124, y + 70, 82, s.b, 4)
              : ""),
          top: front
            ? fill(line([x + 100, y], [x + 230, y], [x + 320, y - 62], [x + 190, y - 62]), "#FBF3E0")
            : speckle(x, y - 62, 420, 62, 14, s.b, 6, 0.5),
        });
      return (
        cast(180, 600, 828, 170, 0.1) +
        bar(180, 738, false) +
        bar(200, 640, false) +
        bar(176, 544, true) +
        tube(
          smooth(
            [
              [232, 836],
              [234, 700],
              [230, 560],
              [236, 546, 1],
              [318, 484],
            ],
            false,
          ),
          7,
          "#C9A577",
        ) +
        sprig(
          [
            [300, 512],
            [380, 500],
            [470, 506],
            [540, 488],
          ],
          14,
          34,
          v === "pine" ? 4 : 8,
          v === "pine" ? "#2F5E48" : v === "lavender" ? "#8478A8" : "#C9A24E",
          "#6F7F50",
          34,
        ) +
        at(
          [
            [0, 0, 26],
            [40, 12, 18],
            [-34, 14, 17],
            [18, -26, 13],
            [70, 0, 9],
            [-10, 28, 14],
          ]
            .map(
              ([x, y, r]) =>
                `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" fill-opacity=".6" stroke="#7F99A3" stroke-width="2"/><path d="M${x! - r! * 0.5} ${y! - r! * 0.1}q2-${Math.round(r! * 0.4)} ${Math.round(r! * 0.4)}-${Math.round(r! * 0.44)}" stroke="#fff" stroke-width="3" fill="none"/>`,
            )
            .join(""),
          130,
          860,
        )
      );
    },
  },
  "double-six-dominoes": {
    table: T.rose,
    fit: [1.06, -4, -30],
    title: "Wooden dominoes standing and lying before their sliding box",
    draw() {
      const pips: Record<number, number[][]> = {
        1: [[0, 0]],
        2: [
          [-14, -14],
          [14, 14],
        ],
        3: [
          [-15, -15],
          [0, 0],
          [15, 15],
        ],
        4: [
          [-14, -14],
          [14, -14],
          [-14, 14],
          [14, 14],
        ],
        5: [
          [-15, -15],
          [15, -15],
          [0, 0],
          [-15, 15],
          [15, 15],
        ],
        6: [
          [-14, -18],
          [14, -18],
          [-14, 0],
          [14, 0],
          [-14, 18],
          [14, 18],
        ],
      };
      const face = (n: number, x: number, y: number) => pips[n]!.map(([a, b]) => `M${x + a!} ${y + b!}h0`).join("");
      const up = (x: number, y: number, a: number, b: number) =>
        stamp("up", () =>
          box(0, 0, 84, 168, 22, 14, "#E6CFA4", { r: 8, front: grain(0, 0, 84, 168, "#B98A4A", 4, true, 0.22) }),
        )(x, y) +
        `<path d="M${x + 10} ${y + 84}h64" stroke="#8C2F39" stroke-width="5"/><path d="${face(a, x + 42, y + 42)}${face(b, x + 42, y + 126)}" stroke="#45372F" stroke-width="13"/>`;
      const flat = (x: number, y: number, a: number, b: number, r: number) =>
        group(
          stamp("fl", () => box(-84, -10, 168, 18, 0, 76, "#E6CFA4", { r: 8 }))(0, 0) +
            `<path d="M0-84V-12" stroke="#8C2F39" stroke-width="5"/><path d="${face(a, -42, -48)}${face(b, 42, -48)}" stroke="#45372F" stroke-width="13"/>`,
          `translate(${x} ${y}) rotate(${r}) skewX(-14)`,
        );
      return (
        cast(200, 640, 720, 110, 0.08) +
        box(196, 470, 400, 250, 90, 66, "#7A4E33", {
          front: grain(196, 470, 400, 250, "#3F2417", 10),
          topc: "#B98A5A",
          top: grain(196, 400, 490, 70, "#74431F", 5),
        }) +
        emblem("star", 396, 594, 1.2, "#E9C77A") +
        shape(rect(226, 440, 60, 10, 4), "#5A3722", { w: 4, lit: 0 }) +
        cast(140, 330, 822, 60, 0.1) +
        up(150, 650, 3, 5) +
        up(262, 664, 6, 6) +
        cast(420, 640, 880, 50, 0.06) +
        flat(470, 840, 4, 1, -6) +
        flat(640, 862, 2, 5, 10) +
        flat(420, 920, 6, 3, 4)
      );
    },
  },
};
