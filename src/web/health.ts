import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";

const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

/** A database that takes longer than this is as good as away: whoever asks must not wait for it. */
const patience = 1000;

/** `/healthz`: the process answers. `/readyz`: and so does its database. For supervisors and load balancers. */
export function healthRoutes(deps: Deps) {
  return new Elysia({ name: "health" })
    .get(paths.health, () => new Response("ok\n", { headers: plain }))
    .get(paths.ready, async () => {
      try {
        await inTime(checkOf(deps));
        if (deps.store.health() === "down") throw new Error("the last write was not confirmed by the disk");
        return new Response("ready\n", { headers: plain });
      } catch (error) {
        deps.log.warn({ err: error }, "the database does not answer");
        return new Response("the database does not answer\n", {
          status: 503,
          headers: { ...plain, "Retry-After": "2" },
        });
      }
    });
}

const asking = new WeakMap<Deps["store"], Promise<void>>();

/** However many ask meanwhile, the database is asked once. */
function checkOf({ store }: Deps): Promise<void> {
  const running = asking.get(store) ?? store.check().finally(() => asking.delete(store));
  asking.set(store, running);
  return running;
}

async function inTime(work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
