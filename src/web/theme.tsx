import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { choice, form } from "./forms.ts";
import { ownPath } from "./own-path.ts";
import { screens } from "./screens.tsx";

const ThemeForm = form({ theme: choice(["light", "dark", "system"], "Choose light, dark or as the system.") });

/** Day or night: a cookie, so that the server draws the page right from its first byte. */
export function themeRoutes(deps: Deps) {
  return new Elysia({ name: "theme" }).use(screens(deps)).post(
    paths.theme,
    ({ body, visitor, seeOther, request }) => {
      if (body.ok) visitor.setTheme(body.value.theme);
      return seeOther(ownPath(request.headers.get("referer"), deps.config.url) ?? paths.home);
    },
    { body: ThemeForm },
  );
}
