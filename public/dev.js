// Only with `bun run dev`: reloads the page when the server that drew it has been replaced. Each server begins its
// request ids with letters of its own.
import { paths } from "./paths.js";

const server = async () => (await fetch(paths.health, { cache: "no-store" })).headers.get("X-Request-Id")?.slice(0, 5);

let known;
setInterval(async () => {
  const now = await server().catch(() => known);
  known ??= now;
  if (now !== known) location.reload();
}, 600);
