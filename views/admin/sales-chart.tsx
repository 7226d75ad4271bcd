export type ChartBar = {
  /** Below the bar, in short; and in full in the table. */
  readonly label: string;
  readonly name: string;
  readonly value: number;
  /** As long before. */
  readonly before: number;
  readonly short: string;
  readonly said: string;
  readonly beforeSaid: string;
  readonly orders: number;
  /** Still under way: drawn as an outline. */
  readonly isLast: boolean;
  readonly isToCome: boolean;
};

export type ChartProps = {
  readonly bars: readonly ChartBar[];
  readonly marks: readonly { readonly value: number; readonly label: string }[];
  readonly best: string | undefined;
  readonly currency: string;
};

const box = { left: 56, right: 720, top: 20, bottom: 210 };
const round = (n: number) => Math.round(n * 10) / 10;

/** Bars for now, a dashed line for before; the table below holds the same figures. */
export function SalesChart({ chart, beforeName }: { readonly chart: ChartProps; readonly beforeName: string }) {
  const { bars, marks } = chart;
  const top = marks.at(-1)?.value ?? 1;
  const y = (value: number) => round(box.bottom - (value / top) * (box.bottom - box.top));
  const step = (box.right - box.left) / Math.max(1, bars.length);
  const middle = (at: number) => round(box.left + step * (at + 0.5));
  const every = Math.ceil(bars.length / 8);
  const points = bars.map(({ before }, at) => [middle(at), y(before)] as const);
  return (
    <div class="chart">
      <svg viewBox="0 0 720 250" role="img" aria-labelledby="sc-t">
        <title
          id="sc-t"
          safe
        >{`Sales as bars, with the ${beforeName} as a dashed line. The table below holds the same figures.`}</title>
        {marks.map(({ value, label }) => (
          <>
            <path class={value === 0 ? "axis" : "grid"} d={`M${box.left} ${y(value)}h${box.right - box.left}`} />
            <text x={box.left - 8} y={y(value) + 4} text-anchor="end" safe>
              {label}
            </text>
          </>
        ))}
        {bars.map((bar, at) => (
          <>
            <rect
              class={bar.isLast ? "bar last" : "bar"}
              x={round(middle(at) - step * 0.28)}
              y={y(bar.value)}
              width={round(step * 0.56)}
              height={round(box.bottom - y(bar.value))}
            />
            {bars.length <= 12 && bar.value > 0 ? (
              <text class="label" x={middle(at)} y={y(bar.value) - 8} text-anchor="middle" safe>
                {bar.short}
              </text>
            ) : null}
            {at % every === 0 ? (
              <text x={middle(at)} y="232" text-anchor="middle" safe>
                {bar.label}
              </text>
            ) : null}
          </>
        ))}
        <path class="line" d={`M${points.map((point) => point.join(" ")).join("L")}`} />
        {bars.length <= 12 ? points.map(([cx, cy]) => <circle class="dot" cx={cx} cy={cy} r="4" />) : null}
      </svg>
      <Figures chart={chart} beforeName={beforeName} />
    </div>
  );
}

function Figures({ chart, beforeName }: { readonly chart: ChartProps; readonly beforeName: string }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="Sales as a table">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" class="num">
                Orders
              </th>
              <th scope="col" class="num">
                Sales
              </th>
              <th scope="col" class="num" safe>
                {beforeName}
              </th>
            </tr>
          </thead>
          <tbody>
            {chart.bars
              .filter(({ isToCome }) => !isToCome)
              .map(({ name, said, beforeSaid, orders, isLast }) => (
                <tr>
                  <th scope="row" safe>
                    {isLast ? `${name}, so far` : name}
                  </th>
                  <td class="num">{orders}</td>
                  <td class="num" safe>
                    {said}
                  </td>
                  <td class="num" safe>
                    {beforeSaid}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
