import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { factsOf } from "../web/request-facts.ts";
import { screens } from "../web/screens.tsx";
import { ShopError, statusOf } from "../web/shop-error.ts";
import { sentences } from "./account.ts";
import { subjectOf } from "./customer-store.ts";
import { bearerOf, readJson, textField } from "./json-body.ts";
import { checkPassword, signIn } from "./log-in.ts";
import { register } from "./register.ts";
import { hasFactor, isSecondStep } from "./second-factor.ts";
import { readSessionToken } from "./session-token.ts";
import { endSession } from "./store.ts";
import { loadVisitor } from "./visitor-store.ts";

type Key = "error" | "message";

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "private, no-store", ...headers },
  });

/** Register says `error`, log-in says `message`: both as the contract has them. A fault is told without any detail. */
function told(deps: Deps, request: Request, key: Key, error: unknown): Response {
  if (error instanceof ShopError) {
    const wait = error.retryAfter === undefined ? {} : { "Retry-After": String(error.retryAfter) };
    return json(statusOf[error.kind], { [key]: error.message }, wait);
  }
  deps.log.error({ request: factsOf(request).id, err: error }, "a request failed");
  return json(500, { [key]: "Internal server error." });
}

/** The endpoints for programs and for pages that speak JSON. Bodies are read by hand, so that nothing answers before us. */
export function accountJsonRoutes(deps: Deps) {
  return new Elysia({ name: "account-json" })
    .use(screens(deps))

    .post(
      paths.apiRegister,
      async ({ request, facts }) => {
        try {
          const body = await readJson(request);
          const typed = {
            email: textField(body, "email"),
            password: textField(body, "password"),
            displayName: textField(body, "displayName"),
          };
          const made = await register(deps, typed, facts.address);
          if (!made.ok) return json(made.status, { error: made.message });
          const { id, email, displayName } = made.customer;
          return json(201, { user: { id, email, display_name: displayName } });
        } catch (error) {
          return told(deps, request, "error", error);
        }
      },
      { parse: "none" },
    )

    .post(
      paths.authLogin,
      async ({ request, facts, visitor }) => {
        try {
          const body = await readJson(request);
          const typed = { email: textField(body, "email"), password: textField(body, "password") };
          const account = await checkPassword(deps, typed, facts.address);
          if (!account) return json(401, { message: sentences.refused });
          const owner = subjectOf(account.id);
          if (await hasFactor(deps, owner)) {
            const code = textField(body, "code");
            if (code === "") return json(401, { message: sentences.noCode });
            const holder = { owner, email: account.email, address: facts.address };
            if (!(await isSecondStep(deps, holder, code))) return json(401, { message: sentences.wrongCode });
          }
          const { token } = await signIn(deps, account, await visitor.browser());
          visitor.signIn(token);
          return json(200, { token, user: { id: account.id, email: account.email } });
        } catch (error) {
          return told(deps, request, "message", error);
        }
      },
      { parse: "none" },
    )

    .post(
      paths.authLogout,
      async ({ request, visitor }) => {
        try {
          const token = bearerOf(request);
          const claim = token === undefined ? undefined : await readSessionToken(deps, token, "shop");
          const id = claim?.id ?? (await visitor.load()).sessionId;
          visitor.signOut();
          if (id !== undefined) await deps.store.write((tx) => endSession(tx, id));
          return json(200, { ok: true }, { "Clear-Site-Data": '"cache"' });
        } catch (error) {
          return told(deps, request, "message", error);
        }
      },
      { parse: "none" },
    )

    .get(paths.apiMe, async ({ request, visitor }) => {
      const token = bearerOf(request);
      const claim = token === undefined ? undefined : await readSessionToken(deps, token, "shop");
      const row = claim
        ? await loadVisitor(deps.store.read, { sessionId: claim.id, now: deps.now() })
        : await visitor.load();
      if (!row.customer) return json(401, { error: "Sign in first." });
      const { id, email, displayName } = row.customer;
      return json(200, { user: { id, email, display_name: displayName } });
    })

    .all(paths.apiRegister, () => onlyBy("POST", "error"))
    .all(paths.authLogin, () => onlyBy("POST", "message"))
    .all(paths.authLogout, () => onlyBy("POST", "message"))
    .all(paths.apiMe, () => onlyBy("GET", "error"));
}

const onlyBy = (method: string, key: Key) => json(405, { [key]: `Ask for this by ${method}.` }, { Allow: method });
