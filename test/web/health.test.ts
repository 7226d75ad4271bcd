import { expect, test } from "bun:test";
import type { Logger } from "#src/log.ts";
import { paths } from "#src/paths.ts";
import { healthRoutes } from "#src/web/health.ts";
import { noteFacts } from "#src/web/request-facts.ts";
import { openShop } from "#test/support/shop.ts";

test("with the database away it is alive and not ready, and the log says for which request", async () => {
  await using shop = await openShop();
  const lines: { request?: string }[] = [];
  const log = { warn: (line: object) => lines.push(line) } as unknown as Logger;
  const health = healthRoutes({ ...shop.deps, log });
  const ask = (path: string) => {
    const request = new Request(`http://localhost${path}`);
    noteFacts(request, { id: "r1", address: "", startedAt: 0 });
    return health.handle(request);
  };
  await shop.deps.store.close();
  const away = await ask(paths.ready);
  expect([away.status, away.headers.get("Retry-After"), (await ask(paths.health)).status]).toEqual([503, "2", 200]);
  expect(lines.map(({ request }) => request)).toEqual(["r1"]);
});
