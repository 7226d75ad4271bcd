import { paths } from "#src/paths.ts";
import { Left, Low, MostSold } from "./dashboard-tables.tsx";
import { Desk, type DeskProps } from "./desk.tsx";
import { FirstSteps, type Beginning } from "./first-steps.tsx";
import { SalesChart, type ChartProps } from "./sales-chart.tsx";

export type Figure = {
  readonly name: string;
  readonly value: string;
  readonly trend: "up" | "down" | "same";
  /** How it differs from before. */
  readonly words: string;
};

type TaskKind = "ship" | "unpaid" | "low" | "reviews";
export type DashboardProps = {
  readonly desk: DeskProps;
  readonly span: string;
  /** What the shop still lacks before it opens. */
  readonly missing: readonly Beginning[];
  readonly today: string;
  readonly tasks: readonly {
    readonly kind: TaskKind;
    readonly count: number;
    readonly more: string;
    readonly shown: boolean;
  }[];
  readonly figures: readonly Figure[];
  readonly chart: ChartProps;
  readonly beforeName: string;
  readonly mostSold: readonly {
    readonly handle: string;
    readonly title: string;
    readonly pieces: number;
    readonly sales: string;
  }[];
  readonly low: readonly { readonly name: string; readonly left: number; readonly days: number | undefined }[];
  readonly left: readonly {
    readonly who: string;
    readonly where: string;
    readonly when: string;
    readonly worth: string;
  }[];
};

const spanNames = [
  ["today", "Today"],
  ["7", "7 days"],
  ["30", "30 days"],
  ["365", "A year"],
] as const;

/** The front of the desk: what waits first, how it goes second. */
export function DashboardPage(props: DashboardProps) {
  const { desk, span, missing, today, tasks, figures, chart, beforeName } = props;
  return (
    <Desk {...desk}>
      <div class="head">
        <h1 safe>{today}</h1>
        <nav class="push row" aria-label="Span of time">
          {spanNames.map(([value, words]) => (
            <a
              class={value === span ? "button" : "button quiet"}
              href={`${paths.admin}?span=${value}`}
              aria-current={value === span ? "true" : undefined}
            >
              {words}
            </a>
          ))}
        </nav>
      </div>
      {missing.length > 0 ? <FirstSteps desk={desk} missing={missing} /> : null}
      <nav class="tasks" aria-label="To do">
        {tasks
          .filter(({ shown }) => shown)
          .map((task) => (
            <Task {...task} />
          ))}
      </nav>
      <section class="panel" aria-label="In figures">
        <dl class="figures">
          {figures.map((figure) => (
            <FigureBox figure={figure} />
          ))}
        </dl>
      </section>
      <div class="split">
        <div>
          <section class="panel" aria-labelledby="s-h">
            <div class="bar">
              <h2 id="s-h" safe>{`Sales, ${chart.currency}`}</h2>
              <a href={paths.adminFigures}>The long view</a>
              {chart.best === undefined ? null : (
                <span class="soft" safe>
                  {chart.best}
                </span>
              )}
            </div>
            <SalesChart chart={chart} beforeName={beforeName} />
          </section>
        </div>
        <aside aria-label="Shelf">
          <Low rows={props.low} />
        </aside>
      </div>
      <div class="halves">
        <MostSold rows={props.mostSold} />
        <Left rows={props.left} />
      </div>
    </Desk>
  );
}

const taskWords: Readonly<Record<TaskKind, { href: string; one: string; many: string }>> = {
  ship: { href: paths.adminOrders, one: "order to pack", many: "orders to pack" },
  unpaid: { href: `${paths.adminOrders}?view=unpaid`, one: "order not paid yet", many: "orders not paid yet" },
  low: { href: paths.adminProducts, one: "thing nearly sold out", many: "things nearly sold out" },
  reviews: { href: paths.adminReviews, one: "review to read", many: "reviews to read" },
};

function Task({ kind, count, more }: DashboardProps["tasks"][number]) {
  const { href, one, many } = taskWords[kind];
  return (
    <a href={href}>
      <strong>{count}</strong>
      <span>
        <span safe>{count === 1 ? one : many}</span>
        {more !== "" && count > 0 ? (
          <>
            <br />
            <span safe>{`${more} waits`}</span>
          </>
        ) : null}
      </span>
    </a>
  );
}

const arrows = { up: "▲ ", down: "▼ ", same: "" } as const;

function FigureBox({ figure: { name, value, trend, words } }: { readonly figure: Figure }) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd safe>{value}</dd>
      <dd class={trend === "same" ? "soft" : trend}>
        <span aria-hidden="true">{arrows[trend]}</span>
        <span safe>{words}</span>
      </dd>
    </div>
  );
}
