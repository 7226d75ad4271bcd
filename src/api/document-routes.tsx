import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { version } from "#src/version.ts";
import { cookieName } from "#src/web/cookies.ts";
import { isSwitchedOff } from "#src/web/features.ts";
import { publicJson } from "#src/web/json-answer.ts";
import { problemTitles } from "#src/web/problem.ts";
import { screens } from "#src/web/screens.tsx";
import { GuidePage } from "#views/api/guide.tsx";
import { makeDocument, saidOf } from "./document.ts";
import { guideOf } from "./guide.ts";
import { operations } from "./operations.ts";

/** The description of the interface: for programs, and to be read. */
export function documentRoutes(deps: Deps) {
  const { config } = deps;
  const offered = operations.filter(({ path }) => !isSwitchedOff(path, config));
  const problems = Object.entries(problemTitles).flatMap(([status, title]) => {
    const said = saidOf[Number(status)];
    return said === undefined ? [] : [{ status: Number(status), title, said }];
  });

  async function read() {
    const { name } = await deps.shop.read();
    return makeDocument(offered, { name, version, url: config.url, sessionCookie: cookieName(config, "session") });
  }

  return new Elysia({ name: "api-document" })
    .use(screens(deps))
    .get(paths.apiDocument, async ({ request }) => publicJson(request, await read()))
    .get(paths.api, ({ kept }) =>
      kept([], async () => {
        const guide = guideOf(await read());
        return { page: (shell) => <GuidePage shell={shell} guide={guide} problems={problems} /> };
      }),
    );
}
