import { expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { importRuns, products } from "#db/schema.ts";
import { importFolder, jobFile, type JobState } from "#src/catalog/import/jobs/job.ts";
import * as jobs from "#src/catalog/import/jobs/store.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";
import { startNode, type ShopNode } from "#test/support/node.ts";
import { makeWorld } from "#test/support/world.ts";

// The shop as it is run, killed as by a power cut while it takes products in: another process goes on with it.

setDefaultTimeout(180_000);

const many = 3000;
const table = ["Handle,Title,Variant Price", ...Array.from({ length: many }, (_, at) => `mug-${at},Mug ${at},5.00`)];

async function reaches({ store }: FreshDatabase, id: string, states: readonly JobState[]) {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const job = await jobs.loadJob(store.read, id);
    if (job && states.includes(job.state)) return job;
    if (performance.now() > deadline) throw new Error(`it stands at ${job?.state}, ${job?.done} of ${job?.total}`);
    await Bun.sleep(50);
  }
}

test("killed half-way, a shop goes on with an import after its restart; one undo takes all of it back", async () => {
  await using database = await freshDatabase();
  const { store, folder } = database;
  const count = () => store.read.$count(products);
  const begin = (to: "importing" | "undoing") =>
    store.write((tx) => jobs.beginAct(tx, { id: "the-job", from: ["checked", "done"], to, now: new Date() }));
  await store.write((tx) => makeWorld(tx, {}));
  mkdirSync(importFolder(folder), { recursive: true });
  writeFileSync(jobFile(folder, "the-job"), table.join("\n"));

  const nodes: ShopNode[] = [await startNode(database)];
  try {
    const job = { id: "the-job", file: "mugs.csv", bytes: 1, form: "", who: "ines" } as const;
    await store.write((tx) => jobs.insertJob(tx, job, new Date()));
    expect((await reaches(database, "the-job", ["checked"])).counts["created"]).toBe(many);
    expect(await begin("importing")).toBe(true);
    while ((await count()) === 0) await Bun.sleep(5);
    nodes[0]?.server.kill("SIGKILL");
    await nodes[0]?.server.exited;
    const left = await jobs.loadJob(store.read, "the-job");
    const already = await count();
    expect(left?.state).toBe("importing");
    expect(already).toBeLessThan(many);

    nodes.push(await startNode(database), await startNode(database));
    const done = await reaches(database, "the-job", ["done", "failed"]);
    expect(done).toMatchObject({ state: "done", counts: { created: many, updated: 0, unchanged: 0 } });
    expect(await count()).toBe(many);
    expect(await store.read.select({ state: importRuns.state }).from(importRuns)).toEqual([{ state: "done" }]);

    expect(await begin("undoing")).toBe(true);
    expect(await reaches(database, "the-job", ["undone", "failed"])).toMatchObject({
      state: "undone",
      counts: { removed: many },
    });
    expect(await count()).toBe(0);
  } finally {
    for (const { server } of nodes) server.kill("SIGKILL");
    await Promise.all(nodes.map(({ server }) => server.exited));
  }
});
