import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { cookieName, cookies } from "../web/cookies.ts";
import { factsOf } from "../web/request-facts.ts";
import { GoElsewhere, ShopError, StopWithPage } from "../web/shop-error.ts";
import { DeskSignInPage } from "#views/accounts/desk-door.tsx";
import { SignInForm } from "./forms.ts";
import { noteDenial } from "./note-denial.ts";
import { noteVisit } from "./note-visit.ts";
import { isRole, mayOf, roleNames, type May, type Permission } from "./permissions.ts";
import { declarePolicy } from "./policy.ts";
import { isFactorRequired } from "./required-factor.ts";
import { readSessionToken } from "./session-token.ts";
import { loadStaff, type Staff } from "./store.ts";

/** The desk's cookie, in what a handler gets as `cookie`. */
export function deskTokenIn({ config }: Deps, cookie: unknown): string | undefined {
  return (cookie as Readonly<Record<string, string | undefined>>)[cookieName(config, "admin")];
}

/** Who holds this cookie of the desk. A customer's token is for another audience and opens nothing. */
async function staffOf(deps: Deps, token: string | undefined): Promise<Staff | undefined> {
  const claim = token ? await readSessionToken(deps, token, "admin") : undefined;
  if (!claim) return undefined;
  const found = await loadStaff(deps.store.read, claim.id, deps.now());
  if (found) noteVisit(deps, claim.id, found.seenAt);
  return found;
}

/**
 * Lets members of staff with a permission pass, to every route of the instance that uses it, before the body is checked
 * against its schema. Strangers are refused: where a page was asked for, with the form to sign in, which leads on to it.
 */
export function staffOnly(
  deps: Deps,
  permission: Permission = "desk.enter",
  /** Who has no second step where the shop requires one goes nowhere before it is set up. */
  when: "always" | "before the second step" = "always",
) {
  async function enter({ request, cookie }: Asked): Promise<{ readonly staff: Staff; readonly may: May }> {
    const token = deskTokenIn(deps, cookie);
    const staff = await staffOf(deps, token);
    if (staff) {
      await deps.limits.count("admin", staff.id);
      if (when === "always") await sendToSecondStep(deps, staff, request);
      await allow(deps, staff, permission, request);
      return { staff, may: mayOf(staff.role) };
    }
    const looks = request.method === "GET";
    // Somebody came with a token that opens nothing, or tried to change something.
    if (token || !looks) await noteStranger(deps, request);
    throw looks ? new StopWithPage("unauthorized", first, signInPage(request)) : new ShopError("unauthorized", first);
  }
  declarePolicy(enter, { who: "staff", permission });
  return new Elysia({ name: "staff-only", seed: `${permission} ${when}` })
    .use(cookies(deps.config))
    .derive({ as: "scoped" }, enter)
    .as("scoped");
}

/** @throws GoElsewhere to where the second step is set up, where it has to be. */
async function sendToSecondStep(deps: Deps, { factorAt }: Staff, { url, method }: Request): Promise<void> {
  if (factorAt !== null || !isFactorRequired(await deps.shop.read())) return;
  const { pathname, search } = new URL(url);
  const next = method === "GET" ? pathname + search : paths.admin;
  throw new GoElsewhere(`${paths.adminFactor}?next=${encodeURIComponent(next)}`);
}

type Asked = { readonly request: Request; readonly cookie: unknown };

/** For one route of a group that needs more than the group does: `{ body: Form, transform: needs(deps, "orders.refund") }`. */
export function needs(deps: Deps, permission: Permission) {
  const check = ({ staff, request }: { readonly staff: Staff; readonly request: Request }) =>
    allow(deps, staff, permission, request);
  return declarePolicy(check, { who: "staff", permission });
}

/** @throws ShopError when the role does not allow it; the try is written down. */
export async function allow(deps: Deps, staff: Staff, permission: Permission, request: Request): Promise<void> {
  if (mayOf(staff.role)(permission)) return;
  await noteDenial(deps, { ...denialOf(request, staff), detail: { role: staff.role, needs: permission } });
  throw new ShopError(
    "forbidden",
    `Your role at the desk (${isRole(staff.role) ? roleNames[staff.role] : "none"}) does not include this. Ask the owner of the shop.`,
  );
}

/** Writes down that a stranger was at the door; of one who goes on and on not every time, or they would fill the disk. */
async function noteStranger(deps: Deps, request: Request): Promise<void> {
  try {
    await deps.limits.count("strangers", factsOf(request).address);
  } catch (error) {
    if (error instanceof ShopError) return;
    throw error;
  }
  await noteDenial(deps, denialOf(request, undefined));
}

const first = "Sign in at the desk first.";

/** The way in, in the place of what was asked for, and on to that. */
const signInPage = (request: Request) => (shopName: string) => {
  const { pathname, search } = new URL(request.url);
  return (
    <DeskSignInPage shopName={shopName} fields={SignInForm.fields} email="" next={pathname + search} />
  ) as string;
};

function denialOf(request: Request, staff: Staff | undefined) {
  const subject = `${request.method} ${new URL(request.url).pathname}`.slice(0, 200);
  return {
    who: staff ? `staff:${staff.id}` : "guest",
    act: "enter the desk",
    subject,
    address: factsOf(request).address,
  };
}
