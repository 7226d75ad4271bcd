import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { choice, form } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import type { Watching } from "../web/watch.ts";
import { isXrayed, mayXray, xrayOwner } from "../web/xray.ts";
import { XrayPage } from "#views/xray/xray.tsx";
import { decidedBy } from "./decided.ts";
import { bookOf } from "./exchange.ts";
import { isOwn, shownAddress, shownFields, withoutKeys } from "./redact.ts";

const Switch = form({ xray: choice(["on", "off"], "Choose on or off.") });

/** The switch, and what was seen, as a plain page: for staff, and for everybody where the shop is in test mode. */
export function xrayRoutes(deps: Deps) {
  const book = bookOf(deps);

  async function allow(request: Request): Promise<void> {
    if (!(await mayXray(deps, request))) throw new ShopError("not_found", "This shop does not show that.");
  }

  return new Elysia({ name: "xray" })
    .use(screens(deps))

    .get(paths.xray, async ({ screen, request }) => {
      await allow(request);
      const on = await isXrayed(deps, request);
      const exchanges = on ? book.of(xrayOwner(deps, request)) : [];
      return screen({ page: (shell) => <XrayPage shell={shell} on={on} exchanges={exchanges} /> });
    })

    .post(
      paths.xray,
      async ({ body, visitor, seeOther, request }) => {
        await allow(request);
        book.forget(xrayOwner(deps, request));
        if (body.ok) visitor.setXray(body.value.xray === "on");
        return seeOther(ownPath(request.headers.get("referer"), deps.config.url) ?? paths.xray);
      },
      { body: Switch },
    );
}

/** What the watch around all routes goes by. The X-ray's own page is not among what it shows. */
export function watchingOf(deps: Deps): Watching {
  const book = bookOf(deps);
  return {
    ...{ decidedBy, isOwn, shownAddress, shownFields, withoutKeys },
    note: (owner, exchange) => {
      if (exchange.address.split("?")[0] !== paths.xray) book.note(owner, exchange);
    },
  };
}
