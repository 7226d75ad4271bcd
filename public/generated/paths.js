// Written by `bun scripts/generate.ts` from src/paths.ts: change that, then run it.

export const paths = {
  health: "/healthz",
};

export function link(path, params) {
  const values = params;
  return path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(values[name] ?? ""));
}
