import { paths } from "#src/paths.ts";
import type { Exchange } from "#src/xray/exchange.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { XraySwitch } from "./switch.tsx";

type Props = {
  readonly shell: PageShell;
  readonly on: boolean;
  /** The newest first. */
  readonly exchanges: readonly Exchange[];
};

/** The last exchanges between this browser and the shop, without any script. */
export function XrayPage({ shell, on, exchanges }: Props) {
  return (
    <Layout shell={shell} title="X-ray" robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="X-ray" />
        <div class="page-head">
          <h1>X-ray</h1>
          <p>
            What your browser asked of this shop, what came back, and which file of the program decided. Nobody but you
            sees it here; after a quarter of an hour it is forgotten.
          </p>
        </div>
        <div class="stack">
          <XraySwitch on={on} words={{ on: "Switch the X-ray off", off: "Switch the X-ray on" }} />
          {on ? <Exchanges exchanges={exchanges} /> : <p>It is off: nothing is noted, and pages are as ever.</p>}
        </div>
      </div>
    </Layout>
  );
}

function Exchanges({ exchanges }: Pick<Props, "exchanges">) {
  if (exchanges.length === 0)
    return (
      <p>
        Nothing yet. <a href={paths.home}>Look around in the shop</a>, then come back here.
      </p>
    );
  return (
    <>
      <h2>The last {exchanges.length}, the newest first</h2>
      {exchanges.map((exchange, at) => (
        <ExchangeSlip exchange={exchange} open={at === 0} />
      ))}
    </>
  );
}

const saidOf = ({ status, bytes, took, isKept }: Exchange) =>
  [`${status}`, bytes === undefined ? "" : `${bytes} bytes`, `${took} ms${isKept ? ", a kept page" : ""}`]
    .filter(Boolean)
    .join(" · ");

function ExchangeSlip({ exchange, open }: { readonly exchange: Exchange; readonly open: boolean }) {
  const { method, address, file, isPart, sent, headers, received } = exchange;
  return (
    <details class="slip" open={open}>
      <summary>
        <strong safe>{`${method} ${address}`}</strong>{" "}
        <span class="small" safe>
          {saidOf(exchange)}
        </span>
      </summary>
      <div class="stack">
        <p>
          Decided in <code safe>{file}</code>. The browser asked for {isPart ? "a part, to put in place" : "the whole"}.
        </p>
        <Pairs title="What went out" pairs={sent} />
        <Pairs title="What the answer tells the browser to do" pairs={headers} />
        <p class="code-name">What came back</p>
        {received === undefined ? (
          <p class="soft">No text, or one that holds what is somebody's own: it is not remembered.</p>
        ) : (
          <div class="table-scroll" tabindex="0" role="group" aria-label={`What came back from ${method} ${address}`}>
            <pre>
              <code safe>{received}</code>
            </pre>
          </div>
        )}
      </div>
    </details>
  );
}

function Pairs({ title, pairs }: { readonly title: string; readonly pairs: Exchange["sent"] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <p class="code-name" safe>
        {title}
      </p>
      <ul role="list">
        {pairs.map(([name, value]) => (
          <li>
            <code safe>{`${name}: ${value}`}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
