import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "../desk.tsx";
import { CustomerAside } from "./aside.tsx";
import { Notes, Orders, Reviews } from "./parts.tsx";

export type CustomerOrder = {
  readonly id: string;
  readonly number: string;
  readonly when: string;
  readonly paymentState: string;
  readonly deliveryState: string;
  readonly canceled: boolean;
  readonly total: Cents;
  readonly currency: string;
};

export type CustomerDetail = {
  /** As it stands in the page's own address. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isGuest: boolean;
  readonly confirmed: boolean;
  readonly registered: string;
  readonly seen: string;
  readonly newsletter: boolean;
  readonly spent: string;
  readonly groups: readonly string[];
  readonly vatNumbers: readonly string[];
  /** Each as lines on a parcel. */
  readonly addresses: readonly (readonly string[])[];
  readonly orderCount: number;
  readonly orders: readonly CustomerOrder[];
  readonly reviews: readonly {
    readonly product: string;
    readonly rating: number;
    readonly title: string;
    readonly body: string;
    readonly shown: boolean;
    readonly when: string;
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly body: string;
    readonly by: string;
    readonly when: string;
  }[];
};

export type CustomerPageProps = {
  readonly desk: DeskProps;
  readonly customer: CustomerDetail;
  readonly notice?: string | undefined;
  readonly errors?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
};

/** Somebody who buys here: what they bought and said, where they live, and what was noted about them. */
export function CustomerPage(props: CustomerPageProps) {
  const { desk, customer, notice, errors = {} } = props;
  const { id, name, email, isGuest, confirmed } = customer;
  return (
    <Desk {...desk}>
      <ErrorSummary errors={errors} />
      <div class="head">
        <p class="crumb">
          <a href={paths.adminCustomers}>Customers</a>
        </p>
        <h1 safe>{name}</h1>
        <span class="soft" safe>
          {isGuest ? `${email}, a guest` : confirmed ? email : `${email}, not confirmed`}
        </span>
        <div class="push row">
          {desk.may("customers.export") ? (
            <form method="post" action={link(paths.adminCustomerData, { id })}>
              <button class="button quiet">
                <Icon name="download" />
                Save their data
              </button>
            </form>
          ) : null}
          {desk.may("customers.erase") ? (
            <a class="button danger" href={link(paths.adminCustomerErase, { id })}>
              Erase
            </a>
          ) : null}
        </div>
      </div>
      {notice === undefined ? null : (
        <p class="notice ok" role="status">
          <span safe>{notice}</span>
        </p>
      )}
      <div class="split">
        <div>
          <Orders customer={customer} may={desk.may} />
          {isGuest ? null : <Notes {...props} />}
          <Reviews customer={customer} />
        </div>
        <CustomerAside {...props} />
      </div>
    </Desk>
  );
}
