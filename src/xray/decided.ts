import routeFiles from "../generated/routes.json" with { type: "json" };
import { paths } from "../paths.ts";

type Route = { readonly method: string; readonly parts: readonly string[]; readonly file: string };

const byMethod = new Map<string, Route[]>();
for (const [file, names] of Object.entries(routeFiles)) {
  for (const each of names) {
    const [method = "", name = ""] = each.split(" ");
    const path: string | undefined = paths[name as keyof typeof paths];
    const all = byMethod.get(method) ?? [];
    if (path !== undefined) byMethod.set(method, [...all, { method, parts: path.split("/"), file }]);
  }
}

/** What is spelled out counts before what may be anything, from left to right: as the router has it. */
function isNearer(one: Route, other: Route): boolean {
  const at = one.parts.findIndex((part, index) => part.startsWith(":") !== other.parts[index]?.startsWith(":"));
  return at >= 0 && !one.parts[at]?.startsWith(":");
}

/** Which source file decides about an address: that of its route, or the one that says that there is none. */
export function decidedBy(method: string, path: string): string {
  const asked = (path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path).split("/");
  const fits = ({ parts }: Route) =>
    parts.length === asked.length &&
    parts.every((part, at) => (part.startsWith(":") ? asked[at] !== "" : part === asked[at]));
  const found = (byMethod.get(method) ?? [])
    .filter(fits)
    .reduce<Route | undefined>((best, each) => (best && !isNearer(each, best) ? best : each), undefined);
  return found?.file ?? "src/web/errors.tsx";
}
