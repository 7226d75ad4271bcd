import { link, paths } from "#src/paths.ts";
import { Ledger, type LedgerRow } from "#views/ui/ledger.tsx";
import { Desk, type DeskProps } from "../desk.tsx";
import { Codes, type CodesProps } from "./codes.tsx";
import { PromotionStatus, Said, Switch, type PromotionRow } from "./row.tsx";

export type UseRow = {
  /** Undefined where the order is gone, or is one that came with the demo. */
  readonly order: { readonly id: string; readonly number: string } | undefined;
  readonly when: string;
  readonly customer: string;
  readonly code: string;
};

export type PromotionDetail = PromotionRow & {
  readonly facts: readonly LedgerRow[];
  readonly uses: readonly UseRow[];
  readonly usesOlder: string | undefined;
  readonly coded: boolean;
};

export type PromotionPageProps = {
  readonly desk: DeskProps;
  readonly promotion: PromotionDetail;
  readonly codes: CodesProps | undefined;
  readonly notice?: string | undefined;
};

export function PromotionPage({ desk, promotion, codes, notice }: PromotionPageProps) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminPromotions}>Promotions</a>
        </p>
      </div>
      {notice ? (
        <p class="notice ok" role="status" safe>
          {notice}
        </p>
      ) : null}
      <PromotionHead promotion={promotion} mayEdit={desk.may("promotions.edit")} />
      <div class="split">
        <div>
          <Uses promotion={promotion} />
          {codes ? <Codes {...codes} /> : null}
        </div>
        <aside aria-label="Terms">
          <section class="panel" aria-labelledby="facts-h">
            <div class="bar">
              <h2 id="facts-h">Terms</h2>
            </div>
            <div class="pad">
              <Ledger rows={promotion.facts} facts />
            </div>
          </section>
        </aside>
      </div>
    </Desk>
  );
}

type HeadProps = { readonly promotion: PromotionRow; readonly mayEdit: boolean; readonly switched?: boolean };

/** Name, state, switch and sentence: what changes when it is switched. */
function PromotionHead({ promotion, mayEdit, switched = false }: HeadProps) {
  return (
    <div id="promotion">
      <div class="head">
        <h1 safe>{promotion.name}</h1>
        <PromotionStatus state={promotion.state} />
        <span class="soft" safe>
          {promotion.when}
        </span>
        {mayEdit ? (
          <div class="push row">
            <Switch promotion={promotion} from="page" focused={switched} />
          </div>
        ) : null}
      </div>
      <p safe>{promotion.sentence}</p>
    </div>
  );
}

/** What htmx puts in place of the head after it was switched. */
export function SwitchedHead({ promotion, said }: { readonly promotion: PromotionRow; readonly said: string }) {
  return (
    <>
      <PromotionHead promotion={promotion} mayEdit switched />
      <Said words={said} />
    </>
  );
}

function Uses({ promotion: { uses, used, usesOlder, coded } }: { readonly promotion: PromotionDetail }) {
  return (
    <section class="panel" aria-labelledby="uses-h">
      <div class="bar">
        <h2 id="uses-h" safe>{`Used ${used}`}</h2>
      </div>
      {uses.length === 0 ? (
        <div class="pad">
          <p>No order has used it yet.</p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Uses, scrolls sideways on a narrow screen">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col">When</th>
                <th scope="col">Customer</th>
                {coded ? <th scope="col">Code</th> : null}
              </tr>
            </thead>
            <tbody>
              {uses.map((use) => (
                <tr>
                  <th scope="row">
                    {use.order ? <OrderLink {...use.order} /> : <span class="soft">Not kept here</span>}
                  </th>
                  <td safe>{use.when}</td>
                  <td class="grow" safe>
                    {use.customer}
                  </td>
                  {coded ? (
                    <td>
                      <code safe>{use.code}</code>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {usesOlder ? (
        <div class="pad">
          <p>
            <a href={usesOlder}>Earlier uses</a>
          </p>
        </div>
      ) : null}
    </section>
  );
}

function OrderLink({ id, number }: { readonly id: string; readonly number: string }) {
  return (
    <a href={link(paths.adminOrder, { id })} safe>
      {number}
    </a>
  );
}
