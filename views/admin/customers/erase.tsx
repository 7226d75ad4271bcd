import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Desk, type DeskProps } from "../desk.tsx";

export type CustomerEraseProps = {
  readonly desk: DeskProps;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isGuest: boolean;
  readonly confirmed: boolean;
  readonly typed: string;
  readonly error: string | undefined;
};

/** What goes and what stays, and the address typed out: then somebody is gone. */
export function CustomerErasePage({ desk, id, name, email, isGuest, confirmed, typed, error }: CustomerEraseProps) {
  return (
    <Desk {...desk} title={error === undefined ? desk.title : `Error: ${desk.title}`}>
      <ErrorSummary errors={error === undefined ? {} : { email: error }} />
      <div class="head">
        <p class="crumb">
          <a href={link(paths.adminCustomer, { id })} safe>
            {name}
          </a>
        </p>
        <h1 safe>{`Erase ${name}`}</h1>
      </div>
      <section class="panel" aria-label="What happens">
        <div class="pad">
          {isGuest ? (
            <p>
              Everything known by <strong safe>{email}</strong> goes: newsletter, notices, their name at reviews,
              letters that are not about an order.
            </p>
          ) : (
            <p>
              The account goes, with sessions, addresses, cart, likes, notes and groups; newsletter, notices and letters
              that are not about an order; their name at reviews.
            </p>
          )}
          <p>
            Orders stay, with name and address: tax law wants the bills kept. What is not paid or sent stays open. A
            letter tells them that it is done. It cannot be undone.
          </p>
          {confirmed ? null : (
            <p class="notice">
              <span>
                The address was never confirmed. What is known by nothing but the address stays, since it may be
                somebody else’s.
              </span>
            </p>
          )}
          <form class="stacked" method="post" action={link(paths.adminCustomerErase, { id })} novalidate>
            <Field
              name="email"
              label="Their email"
              type="email"
              hint={`Type ${email}.`}
              autocomplete="off"
              maxlength={254}
              value={typed}
              error={error}
            />
            <p>
              <button class="button danger">Erase them for good</button>
            </p>
          </form>
        </div>
      </section>
    </Desk>
  );
}
