import { link, paths } from "#src/paths.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { Notice } from "#views/ui/notice.tsx";

export type AccountOrder = {
  readonly number: string;
  /** In words. */
  readonly when: string;
  readonly state: string;
  readonly total: Cents;
  readonly currency: string;
  /** What its own address holds. */
  readonly token: string;
};

export type AccountProps = {
  readonly shell: Shell;
  readonly name: string;
  readonly email: string;
  readonly orders: readonly AccountOrder[];
  readonly notice?: string | undefined;
  /** Whether somebody said by letter that the address is theirs. */
  readonly verified?: boolean | undefined;
};

const signInAgain = `${paths.login}?next=${encodeURIComponent(paths.account)}`;

/** Who is signed in (asked for again by profile.js, which knows no words), and their orders, newest first. */
export function AccountPage({ shell, name, email, orders, notice, verified = true }: AccountProps) {
  return (
    <Layout shell={shell} title="Your account" robots="noindex" scripts={["profile.js"]}>
      <div class="wrap narrow page">
        {notice ? (
          <p class="notice ok" role="status">
            <span safe>{notice}</span>
          </p>
        ) : null}
        <p class="notice bad" id="signed-out" role="status" hidden>
          <span>
            You are signed out. <a href={signInAgain}>Sign in again</a>
          </span>
        </p>
        <div class="page-head" data-profile={paths.apiMe}>
          <h1>
            Hello,{" "}
            <span data-field="display_name" safe>
              {name}
            </span>
          </h1>
          <p data-field="email" safe>
            {email}
          </p>
        </div>
        {verified ? null : (
          <Notice message="Confirm your address by the letter that we sent there: then orders from before come in here.">
            <form method="post" action={paths.accountVerifyAgain}>
              <Button quiet slim>
                Send it again
              </Button>
            </form>
          </Notice>
        )}
        <section class="stack" aria-labelledby="orders-h">
          <h2 id="orders-h">Your orders</h2>
          {orders.length === 0 ? (
            <p>
              Nothing ordered yet. <a href={paths.home}>See what is on the cart</a>
            </p>
          ) : (
            <dl class="ledger">
              {orders.map((order) => (
                <div>
                  <dt>
                    <a href={link(paths.order, { token: order.token })} safe>
                      {order.number}
                    </a>{" "}
                    <small safe>{`${order.when}, ${order.state}`}</small>
                  </dt>
                  <dd safe>{formatMoney(order.total, order.currency)}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <p class="gap-above">
          <a href={paths.news}>News for you</a>
        </p>
        <p>
          <a href={paths.accountSecurity}>Signing in: email, password, devices</a>
        </p>
        <p>
          <a href={paths.accountData}>Your data: download it, or delete your account</a>
        </p>
        <form class="gap-above" method="post" action={paths.logout}>
          <Button quiet>Sign out</Button>
        </form>
      </div>
    </Layout>
  );
}
