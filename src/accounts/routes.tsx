import { Elysia } from "elysia";
import { summaryOf } from "../addresses/address-lines.ts";
import { addressRoutes } from "../addresses/routes.tsx";
import { loadBook } from "../addresses/store.ts";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { AccountPage } from "#views/accounts/account.tsx";
import { CodePage, CodePart } from "#views/accounts/factor-code.tsx";
import { RegisterPage, RegisterPart } from "#views/accounts/register.tsx";
import { SignInPage, SignInPart } from "#views/accounts/sign-in.tsx";
import { sentences } from "./account.ts";
import { listAccountOrders } from "./account-orders.ts";
import { againRoutes } from "./again-routes.tsx";
import { changeRoutes } from "./change-routes.tsx";
import { checkRoutes } from "./check-routes.tsx";
import { subjectOf } from "./customer-store.ts";
import { factorRoutes } from "./factor-routes.tsx";
import { CodeForm, Next, RegisterForm, SignInForm } from "./forms.ts";
import { accountJsonRoutes } from "./json-routes.ts";
import { checkPassword, signIn } from "./log-in.ts";
import { forCustomers } from "./policy.ts";
import { register } from "./register.ts";
import { resetRoutes } from "./reset-routes.tsx";
import { secondStepOf } from "./second-step.ts";
import { securityRoutes } from "./security-routes.tsx";
import { endSession } from "./store.ts";
import { verifyRoutes } from "./verify-routes.tsx";

/** Sign in, make an account, sign out, and the account itself: as pages, and in place by htmx. */
export function accountRoutes(deps: Deps) {
  const { config } = deps;
  const onwards = (wanted: string | undefined) => ownPath(wanted, config.url) ?? paths.account;

  return new Elysia({ name: "accounts" })
    .use(accountJsonRoutes(deps))
    .use(againRoutes(deps))
    .use(checkRoutes(deps))
    .use(resetRoutes(deps))
    .use(verifyRoutes(deps))
    .use(forCustomers(securityRoutes(deps)))
    .use(forCustomers(factorRoutes(deps)))
    .use(forCustomers(addressRoutes(deps)))
    .use(changeRoutes(deps))
    .use(screens(deps))

    .get(
      paths.login,
      async ({ screen, visitor, query, seeOther }) => {
        const goOn = onwards(query.ok ? query.value.next : undefined);
        const { customer, cartCount } = await visitor.load();
        if (customer) return seeOther(goOn);
        return screen({
          page: (shell) => (
            <SignInPage shell={shell} fields={SignInForm.fields} email="" next={goOn} cartCount={cartCount} />
          ),
        });
      },
      { query: Next.inQuery },
    )

    .post(
      paths.login,
      async ({ screen, visitor, facts, body, goTo }) => {
        const { email = "", password = "", ...typed } = typedIn(body);
        const next = onwards(typed["next"]);
        const errors = body.ok ? {} : body.errors;
        const filledIn = Object.keys(errors).length === 0;
        const account = filledIn ? await checkPassword(deps, { email, password }, facts.address) : undefined;
        const ticket = account && (await secondStepOf(deps, subjectOf(account.id)));
        if (ticket !== undefined) {
          const asked = { fields: CodeForm.fields, ticket, next };
          return screen({
            page: (shell) => <CodePage shell={shell} {...asked} />,
            part: () => <CodePart {...asked} />,
          });
        }
        if (account) {
          const { token, news } = await signIn(deps, account, await visitor.browser());
          visitor.signIn(token);
          if (news !== undefined) visitor.tell(news);
          return goTo(next);
        }
        const { cartCount } = await visitor.load();
        const refused = filledIn ? sentences.refused : undefined;
        const props = { fields: SignInForm.fields, email, next, refused, errors, cartCount };
        return screen({
          status: 422,
          page: (shell) => <SignInPage {...props} shell={shell} />,
          part: (shell) => <SignInPart {...props} shell={shell} />,
        });
      },
      { body: SignInForm },
    )

    .get(
      paths.register,
      async ({ screen, visitor, query, seeOther }) => {
        const next = onwards(query.ok ? query.value.next : undefined);
        if ((await visitor.load()).customer) return seeOther(next);
        return screen({ page: (shell) => <RegisterPage shell={shell} {...fresh} next={next} /> });
      },
      { query: Next.inQuery },
    )

    .post(
      paths.register,
      async ({ screen, visitor, facts, body, goTo }) => {
        const { email = "", displayName = "", password = "", ...more } = typedIn(body);
        const goOn = onwards(more["next"]);
        const typed = { email, password, displayName };
        const errors = body.ok ? {} : body.errors;
        const made = Object.keys(errors).length === 0 ? await register(deps, typed, facts.address) : undefined;
        if (made?.ok) {
          const { token, news } = await signIn(deps, made.customer, await visitor.browser());
          visitor.signIn(token);
          if (news !== undefined) visitor.tell(news);
          return goTo(goOn);
        }
        const told = made ? { [made.field]: made.message } : errors;
        const props = { ...fresh, next: goOn, typed: { email, displayName }, errors: told };
        return screen({
          status: made?.ok === false && made.status === 409 ? 409 : 422,
          page: (shell) => <RegisterPage {...props} shell={shell} />,
          part: (shell) => <RegisterPart {...props} shell={shell} />,
        });
      },
      { body: RegisterForm },
    )

    .post(paths.logout, async ({ visitor }) => {
      const { sessionId } = await visitor.load();
      visitor.signOut(); // before the write, so that this browser forgets even where the row cannot be deleted
      if (sessionId !== undefined) await deps.store.write((tx) => endSession(tx, sessionId));
      const headers = { Location: paths.home, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" };
      return new Response(null, { status: 303, headers });
    })

    .get(paths.account, async ({ screen, visitor, seeOther }) => {
      const { customer } = await visitor.load();
      if (!customer) return seeOther(`${paths.login}?next=${encodeURIComponent(paths.account)}`);
      const [orders, book] = await Promise.all([
        listAccountOrders(deps, customer.id),
        loadBook(deps.store.read, customer.id),
      ]);
      const notice = visitor.told();
      return screen({
        page: (shell) => (
          <AccountPage
            shell={shell}
            name={customer.displayName}
            email={customer.email}
            orders={orders}
            addresses={summaryOf(book)}
            notice={notice}
            verified={customer.verified}
          />
        ),
      });
    });
}

const fresh = { fields: RegisterForm.fields, typed: {}, errors: {} };
