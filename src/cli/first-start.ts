import type { Deps } from "../deps.ts";
import { hasShop } from "../settings/store.ts";
import type { CliContext } from "./context.ts";
import { seedDemo } from "./demo.ts";

/** The demo shop, where nothing was ever set up: a shop that was emptied by hand stays empty. */
export async function loadDemoShop(deps: Deps, cli: CliContext): Promise<void> {
  if (await hasShop(deps.store.read)) return;
  const { products } = await seedDemo(deps);
  cli.say(`An empty shop, so the demo was loaded: ${products} products. \`pushcart demo --remove\` takes it away.`);
}
