import { join } from "node:path";
import { browserBreaches, serverBreaches } from "./generated/sides.ts";

// Fails where code of the browser reaches the server's, or the other way round.

const root = join(import.meta.dir, "..");
const breaches = [...(await browserBreaches(root)), ...serverBreaches(root)];
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) {
  console.error("  mend: hand plain values over in the page, or list a module for both sides in browser-side.ts");
  process.exit(1);
}
