// The attributes of htmx 4 that our pages use. `@kitajs/html/htmx` describes htmx 2. A name that TypeScript does not
// know passes when it has a hyphen in it: test/architecture holds the list of those that may be used.

declare namespace JSX {
  interface HtmlTag {
    /** Of every element in HTML, in the types only of some. */
    autofocus?: undefined | boolean;

    "hx-get"?: undefined | string;
    "hx-post"?: undefined | string;
    "hx-trigger"?: undefined | string;
    "hx-target"?: undefined | string;
    "hx-swap"?: undefined | HtmxSwap;
    "hx-sync"?: undefined | string;
    "hx-include"?: undefined | string;
    "hx-vals"?: undefined | string;
    "hx-push-url"?: undefined | "true" | string;
    "hx-replace-url"?: undefined | "true" | string;
    "hx-disable"?: undefined | string;
    "hx-preserve"?: undefined | "true";
  }

  interface HtmlImageTag {
    sizes?: undefined | string;
  }

  type HtmxSwap =
    | "innerHTML"
    | "outerHTML"
    | "innerMorph"
    | "outerMorph"
    | "textContent"
    | "beforeend"
    | "afterbegin"
    | "delete"
    | "none"
    | (string & {});

  interface IntrinsicElements {
    /** Another place of the page that changes with the same answer. */
    "hx-partial": HtmlTag & { readonly "hx-target": string; readonly "hx-swap"?: HtmxSwap };
  }
}
