import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { factsOf } from "./request-facts.ts";

const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

/** `/healthz`: the process answers. `/readyz`: and so does its database. For supervisors and load balancers. */
export function healthRoutes(deps: Deps) {
  return new Elysia({ name: "health" })
    .get(paths.health, () => new Response("ok\n", { headers: plain }))
    .get(paths.ready, async ({ request }) => {
      try {
        await deps.store.stamp(["settings"]);
        if (deps.store.health() === "down") throw new Error("the last write was not confirmed by the disk");
        return new Response("ready\n", { headers: plain });
      } catch (error) {
        deps.log.warn({ request: factsOf(request).id, err: error }, "the database does not answer");
        return new Response("the database does not answer\n", {
          status: 503,
          headers: { ...plain, "Retry-After": "2" },
        });
      }
    });
}
