import { html } from "@elysiajs/html";
import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { cookies, cookiesIn } from "./cookies.ts";
import { answerDrawn, answerKept, htmlHeaders, keptAddress, keptBody } from "./kept-answer.ts";
import { cut, fill, hasMarks } from "./personal.ts";
import { factsOf } from "./request-facts.ts";
import { shellFor, type Shell } from "./shell.ts";
import { visitorOf, type CookieJar } from "./visitor.ts";
import { wantsPart } from "./wants.ts";

type Html = JSX.Element;

export type Screen = {
  /** The whole document: first visits, no JavaScript, reload, history. */
  readonly page: (shell: Shell) => Html;
  /** Only what htmx asked to replace, with any <hx-partial> riding along. */
  readonly part?: (shell: Shell) => Html;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The count in the header where this very request changed it. */
  readonly cartCount?: number;
};

export type KeptScreen = Screen & {
  /** When time alone changes the page: a sale that starts or ends. */
  readonly until?: Date;
  /** It says what holds where the shop is; who has said where things are to go gets a page of their own. */
  readonly isPlaced?: boolean;
};

/**
 * One address, two sizes of answer: the route says what each is, `screen` picks the one asked for.
 * `autoDetect` stays off: it would serve any text that looks like markup, a shopper's included, as HTML.
 */
export function screens(deps: Deps) {
  return new Elysia({ name: "screens" })
    .use(html({ autoDetect: false }))
    .use(cookies(deps.config))
    .derive({ as: "scoped" }, ({ request, setCookie }) => {
      const partial = wantsPart(request);
      const read = cookiesIn(request);
      // The plugin's types name an older `cookie`, which `overrides` in package.json has replaced.
      const write: CookieJar["write"] = (name, value, options) => {
        (setCookie as CookieJar["write"])(name, value, options);
        read[name] = value;
      };
      const visitor = visitorOf(deps, request, { read, write });

      async function draw({ page, part }: Screen): Promise<string> {
        // Most parts say nothing of the shop: then it is not asked for.
        if (partial && part?.length === 0) return await (part as () => Html)();
        const shell = await shellFor(deps.shell, request, deps.config.url);
        const body = await (partial && part ? part(shell) : page(shell));
        return partial && part ? body : `<!doctype html>${body}`;
      }

      return {
        partial,
        visitor,
        facts: factsOf(request),

        async screen(wanted: Screen): Promise<Response> {
          const drawn = await draw(wanted);
          // A part without a mark is the same for everybody: then nobody is looked up.
          const body = hasMarks(drawn) ? fill(cut(drawn), await visitor.personal(wanted.cartCount)) : drawn;
          const headers = { ...htmlHeaders, "Cache-Control": "private, no-store", ...wanted.headers };
          return new Response(body, { status: wanted.status ?? 200, headers });
        },

        /** A public page, rendered once for each state of what it shows; see `KeptPages`. */
        async kept(keys: readonly string[], make: () => Promise<KeptScreen | Response>): Promise<Response> {
          const at = deps.now().getTime();
          const address = keptAddress(request, partial);
          const found = await deps.kept.find(address, at);
          if (found) return answerKept(request, found, await visitor.personal());

          const all = ["shell", "settings", ...keys];
          const stamp = await deps.kept.stamp(all);
          const made = await make();
          if (made instanceof Response) return made;
          const body = keptBody(cut(await draw(made)), made);
          const until = made.until?.getTime() ?? Infinity;
          if (body.status === 200 && until > at && address.length < 400)
            deps.kept.keep(address, all, stamp, until, body);
          return answerDrawn(request, body, await visitor.personal());
        },

        /** After a plain form post: send the browser to a page it can reload. */
        seeOther: (location: string) => new Response(null, { status: 303, headers: { Location: location } }),

        /** Elsewhere, for htmx (which never sees the headers of a 3xx) and for plain forms alike. */
        goTo: (location: string) =>
          partial
            ? new Response(null, { status: 200, headers: { "HX-Redirect": location } })
            : new Response(null, { status: 303, headers: { Location: location } }),
      };
    });
}
