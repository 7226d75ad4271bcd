import { link, paths } from "#src/paths.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Listen } from "#views/news/listen.tsx";
import { Button } from "#views/ui/button.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { OrderAgain } from "#views/orders/order-again.tsx";
import { AccountNav } from "./account-nav.tsx";

export type AccountOrder = {
  readonly number: string;
  /** In words. */
  readonly when: string;
  readonly state: string;
  /** By its first line: "Pushcart Mug and 2 more". */
  readonly goods: string;
  readonly total: Cents;
  readonly currency: string;
  /** What its own address holds. */
  readonly token: string;
};

export type AddressSummary = {
  readonly count: number;
  /** In one line each: "Odile Bernard, 231 Warren Street, Hudson, NY 12534". */
  readonly delivery: string | undefined;
  readonly bills: string | undefined;
};

const noAddresses: AddressSummary = { count: 0, delivery: undefined, bills: undefined };

export type AccountProps = {
  readonly shell: Shell;
  readonly name: string;
  readonly email: string;
  readonly orders: readonly AccountOrder[];
  /** Where goods and bills go when nothing else is said. */
  readonly addresses?: AddressSummary | undefined;
  readonly notice?: string | undefined;
  /** Whether somebody said by letter that the address is theirs. */
  readonly verified?: boolean | undefined;
};

const signInAgain = `${paths.login}?next=${encodeURIComponent(paths.account)}`;

/** Who is signed in (asked for again by profile.js, which knows no words), and their orders, newest first. */
export function AccountPage({
  shell,
  name,
  email,
  orders,
  addresses = noAddresses,
  notice,
  verified = true,
}: AccountProps) {
  return (
    <Layout shell={shell} title="Your account" robots="noindex" scripts={["profile.js", "news.js"]}>
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.account} />
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
        <section class="stack form-part gap-above" aria-labelledby="orders-h">
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
                    <span safe>{order.goods}</span>
                    <small safe>{`${order.when}, ${order.state}`}</small>
                    <OrderAgain token={order.token} number={order.number} small />
                  </dt>
                  <dd safe>{formatMoney(order.total, order.currency)}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <Addresses addresses={addresses} />
        <form class="gap-above" method="post" action={paths.logout}>
          <Button quiet>Sign out</Button>
        </form>
        <Listen />
      </div>
    </Layout>
  );
}

function Addresses({ addresses: { count, delivery, bills } }: { readonly addresses: AddressSummary }) {
  return (
    <section class="stack form-part" aria-labelledby="addresses-h">
      <h2 id="addresses-h">Your addresses</h2>
      {count === 0 ? <p>None yet. Keep one, and the checkout has it filled in.</p> : null}
      {delivery === undefined ? null : (
        <p>
          <b>Goods go to</b> <span safe>{delivery}</span>
        </p>
      )}
      {bills === undefined || bills === delivery ? null : (
        <p>
          <b>Bills go to</b> <span safe>{bills}</span>
        </p>
      )}
      <p>
        {count === 0 ? (
          <a href={paths.accountAddressNew}>Add an address</a>
        ) : (
          <a href={paths.accountAddresses}>{count === 1 ? "Change it, or add another" : "All of your addresses"}</a>
        )}
      </p>
    </section>
  );
}
