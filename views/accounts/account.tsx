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

/** Who is signed in, and their orders, newest first. */
export function AccountPage({ shell, name, email, orders, notice, verified = true }: AccountProps) {
  return (
    <Layout shell={shell} title="Your account" robots="noindex">
      <div class="wrap narrow page">
        {notice ? (
          <p class="notice ok" role="status">
            <span safe>{notice}</span>
          </p>
        ) : null}
        <div class="page-head">
          <h1 safe>{`Hello, ${name}`}</h1>
          <p safe>{email}</p>
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
          <a href={paths.accountSecurity}>Signing in: email, password, devices</a>
        </p>
        <form class="gap-above" method="post" action={paths.logout}>
          <Button quiet>Sign out</Button>
        </form>
      </div>
    </Layout>
  );
}
