import { link, paths } from "#src/paths.ts";
import { Layout, pageAsset } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { symbolOf } from "./facets.tsx";

type Props = { readonly shell: PageShell; readonly q: string; readonly currency: string };

/**
 * The search over the whole catalogue, held by the device: public/everything.js fetches it when asked to, and shows what
 * needs it. Until then, and without scripts, the form asks the shop.
 */
export function EverythingPage({ shell, q, currency }: Props) {
  return (
    <Layout shell={shell} title="The whole catalogue" robots="noindex" q={q}>
      <div class="wrap page">
        <Crumbs trail={[{ title: "Search", href: paths.search }]} here="The whole catalogue" />
        <div class="page-head">
          <h1>The whole catalogue</h1>
          <p>
            Your device can fetch all that we sell, once, and search it by itself: at each letter, also where there is
            no connection.
          </p>
          <noscript>
            <p>That needs scripts, and they are off here. The shop looks for you.</p>
          </noscript>
        </div>
        <form class="stack" id="everything" action={paths.search}>
          <div class="field">
            <label for="everything-q">What are you looking for?</label>
            <div class="with-button">
              <input
                class="input"
                id="everything-q"
                name="q"
                type="search"
                value={q}
                maxlength="200"
                autocomplete="off"
                enterkeyhint="search"
              />
              <button class="button">Search</button>
            </div>
          </div>
          <Device shell={shell} currency={currency} />
        </form>
        <ul class="product-grid four gap-above" id="device-goods" role="list"></ul>
        <p class="gap-above">
          <button class="button quiet" type="button" id="device-more" hidden>
            Show more
          </button>
        </p>
        <DeviceCard />
        <script type="module" src={pageAsset(shell, "everything.js")}></script>
      </div>
    </Layout>
  );
}

/** What only a device with the catalogue can do: shown by the script. */
function Device({ shell, currency }: Omit<Props, "q">) {
  return (
    <div
      class="stack"
      id="device"
      hidden
      data-catalogue={paths.deviceCatalogue}
      data-worker={pageAsset(shell, "everything-worker.js")}
      data-products={link(paths.product, { handle: "" })}
      data-shop={paths.health}
      data-currency={currency}
    >
      <button class="button quiet" type="button" id="device-start">
        Fetch the whole catalogue
      </button>
      <p id="device-news" role="status"></p>
      <details class="facet" id="device-filters" hidden>
        <summary>Only some of it</summary>
        <fieldset class="row" disabled>
          <legend class="visually-hidden">Only some of it</legend>
          <Choice name="shelf" label="Shelf" all="Every shelf" />
          <Choice name="vendor" label="Maker" all="Every maker" />
          <Price name="price_min" label={`From ${symbolOf(currency)}`} />
          <Price name="price_max" label={`To ${symbolOf(currency)}`} />
          <label class="check">
            <input type="checkbox" name="stock" value="1" />
            <span>In stock</span>
          </label>
        </fieldset>
      </details>
      <p class="small soft" id="device-took"></p>
    </div>
  );
}

type Named = { readonly name: string; readonly label: string };

const Choice = ({ name, label, all }: Named & { readonly all: string }) => (
  <label class="field">
    <span class="small" safe>
      {label}
    </span>
    <select class="select slim" name={name}>
      <option value="" safe>
        {all}
      </option>
    </select>
  </label>
);

const Price = ({ name, label }: Named) => (
  <label class="field">
    <span class="small" safe>
      {label}
    </span>
    <input class="input slim short" name={name} inputmode="decimal" maxlength="12" autocomplete="off" />
  </label>
);

/** A card as views/catalog/product-card.tsx draws it, for the script to fill in. */
const DeviceCard = () => (
  <template id="device-card">
    <li class="product-card">
      <div class="name">
        <h2>
          <a></a>
        </h2>
        <p></p>
      </div>
      <div class="picture">
        <img alt="" width="400" height="500" loading="lazy" />
      </div>
      <p class="price-line"></p>
    </li>
  </template>
);
