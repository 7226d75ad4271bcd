import type { Permission } from "./permissions.ts";

/** Who may use a route. Declared on a group of routes, never on the text of an address. */
export type Policy =
  | { readonly who: "everybody" }
  | { readonly who: "customer" }
  | { readonly who: "staff"; readonly permission: Permission };

const declared = new WeakMap<object, Policy>();

/** Notes the policy that a hook enforces, or that a handler is under. */
export function declarePolicy<T extends object>(holder: T, policy: Policy): T {
  declared.set(holder, policy);
  return holder;
}

type Routed = { readonly routes: readonly { readonly handler: unknown }[] };

function declareAll<T extends Routed>(group: T, policy: Policy): T {
  for (const { handler } of group.routes) {
    if (typeof handler === "function" || (typeof handler === "object" && handler !== null)) {
      if (!declared.has(handler)) declared.set(handler, policy);
    }
  }
  return group;
}

/** These routes are for everybody who comes along. */
export const forEverybody = <T extends Routed>(group: T): T => declareAll(group, { who: "everybody" });

/** These routes are for customers who are signed in; each sends others to sign in, or refuses them. */
export const forCustomers = <T extends Routed>(group: T): T => declareAll(group, { who: "customer" });

type Route = { readonly handler: unknown; readonly hooks: unknown };
type Hooks = { readonly transform?: unknown };

/** The policies that a route is under: the guards of its groups, outermost first, then its own. None: it was forgotten. */
export function policiesOf({ handler, hooks }: Route): readonly Policy[] {
  const list = [(hooks as Hooks).transform ?? []].flat() as readonly (object & { readonly fn?: object })[];
  const holders = [...list.map((hook) => hook.fn ?? hook), handler as object];
  return holders.flatMap((holder) => declared.get(holder) ?? []);
}
