import { paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";

type Props = {
  /** What the address of an order holds whose page this is. */
  readonly order?: string | undefined;
  /** All news up to here is in the page; undefined where the page is one for all. */
  readonly since?: number | undefined;
  /** With the button that asks the system; it is shown by the script. */
  readonly asks?: boolean | undefined;
};

/** Where news.js finds what to listen to, and how a piece of news looks. Without scripts it is not seen. */
export function Listen({ order, since, asks = false }: Props) {
  const query = new URLSearchParams({
    ...(order === undefined ? {} : { order }),
    ...(since === undefined ? {} : { since: String(since) }),
  }).toString();
  return (
    <div data-news={query === "" ? paths.newsEvents : `${paths.newsEvents}?${query}`}>
      <template id="news-note">
        <div class="notice ok" role="status">
          <Icon name="bell" />
          <p>
            <a href={paths.news}>News</a>
          </p>
        </div>
      </template>
      {asks ? <AskSystem /> : null}
    </div>
  );
}

/** The one thing that asks the system for leave. It is shown by news.js, where there is anything to ask. */
export function AskSystem() {
  return (
    <div class="no-print gap-above">
      <button
        class="button quiet"
        type="button"
        id="news-ask"
        hidden
        data-granted="News comes as a notification of your system as well, while this page is open."
        data-denied="Your browser was told not to show notifications. News is shown here in the page."
        data-unsupported="This browser shows no notifications. News is shown here in the page."
        data-unsaid="Nothing was decided. News is shown here in the page, and you can press again."
      >
        Also tell me by system notification
      </button>
      <p class="small soft" id="news-said" role="status" tabindex="-1"></p>
    </div>
  );
}
