import { paths } from "#src/paths.ts";
import { Desk, deskAsset, type DeskProps } from "./desk.tsx";
import { SalesChart, type ChartProps } from "./sales-chart.tsx";

type Props = {
  readonly desk: DeskProps;
  /** The last year by months: what is there without scripts, and for who does not see pictures. */
  readonly chart: ChartProps;
  readonly beforeName: string;
  readonly decimals: number;
  readonly locale: string;
  readonly timeZone: string;
};

const buttons = [
  ["zoom 0.5", "Nearer"],
  ["zoom 2", "Farther"],
  ["pan -0.5", "Earlier"],
  ["pan 0.5", "Later"],
  ["whole", "All of it"],
] as const;

/** Every order there ever was, to look into; below it the last year as the shop draws it. */
export function LongViewPage({ desk, chart, beforeName, decimals, locale, timeZone }: Props) {
  const { assets } = desk;
  return (
    <Desk {...desk} scripts={["long-chart.js"]}>
      <div class="head">
        <p class="crumb">
          <a href={paths.admin}>Desk</a>
        </p>
        <h1>The long view</h1>
      </div>
      <section class="panel" aria-label="Every order">
        <figure class="pad long" hidden>
          <canvas
            id="long-chart"
            class="long-chart"
            tabindex="0"
            role="img"
            aria-label="Every order as bars over time. Arrow keys move, plus and minus come nearer and go farther, Home shows all. The table below holds the last year."
            data-from={paths.adminFigurePoints}
            data-worker={deskAsset("long-chart-worker.js", assets)}
            data-draw={deskAsset("long-chart-draw.js", assets)}
            data-locale={locale}
            data-zone={timeZone}
            data-decimals={String(decimals)}
          />
          <figcaption>
            <p class="row">
              {buttons.map(([act, words]) => (
                <button class="button quiet" type="button" data-chart={act}>
                  {words}
                </button>
              ))}
            </p>
            <p class="up" id="long-frame" role="status">
              Fetching the orders ...
            </p>
          </figcaption>
        </figure>
        <SalesChart chart={chart} beforeName={beforeName} />
      </section>
    </Desk>
  );
}
