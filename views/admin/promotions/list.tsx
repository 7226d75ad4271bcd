import type { PromotionState } from "#src/promotions/state.ts";
import { paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "../desk.tsx";
import { PromotionRows, Said, stateWords, type PromotionRow } from "./row.tsx";

export type PromotionListProps = {
  readonly desk: DeskProps;
  readonly promotions: readonly PromotionRow[];
  readonly state: PromotionState | "";
  readonly q: string;
  readonly counts: Readonly<Record<PromotionState, number>>;
  readonly all: number;
  readonly newer: string | undefined;
  readonly older: string | undefined;
};

/** Every promotion with what it does, how it stands and how often it was used; switched on and off where it stands. */
export function PromotionListPage(props: PromotionListProps) {
  const { desk, promotions, all, q } = props;
  const mayEdit = desk.may("promotions.edit");
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Promotions</h1>
        <span class="soft" safe>
          {all === 1 ? "One promotion" : `${all.toLocaleString("en-US")} promotions`}
        </span>
        {mayEdit ? (
          <div class="push row">
            <a class="button" href={paths.adminPromotionNew}>
              <Icon name="plus" />
              New promotion
            </a>
          </div>
        ) : null}
      </div>
      {all === 0 ? (
        <Nothing mayEdit={mayEdit} />
      ) : (
        <section class="panel" aria-label="Promotion list">
          <Tabs {...props} />
          <form class="filters" action={paths.adminPromotions}>
            <input type="hidden" name="state" value={props.state} />
            <label class="visually-hidden" for="pq">
              Name or code
            </label>
            <input class="input" id="pq" name="q" type="search" value={q} placeholder="Name or code" />
            <button class="button quiet">Find</button>
          </form>
          {promotions.length === 0 ? (
            <div class="pad">
              <p>{q === "" ? "None stands like that just now." : "None by that name or code."}</p>
            </div>
          ) : (
            <PromotionTable promotions={promotions} mayEdit={mayEdit} />
          )}
        </section>
      )}
      <p class="row">
        {props.newer ? <a href={props.newer}>Page before</a> : null}
        {props.older ? <a href={props.older}>Next page</a> : null}
      </p>
    </Desk>
  );
}

function Tabs({ counts, all, state, q }: PromotionListProps) {
  const tabs = [
    ["", "All", all] as const,
    ...(Object.keys(counts) as PromotionState[]).map((each) => [each, stateWords(each), counts[each]] as const),
  ];
  return (
    <nav class="tabs" aria-label="By state">
      {tabs.map(([value, words, count]) => (
        <a
          href={`${paths.adminPromotions}?${new URLSearchParams({ state: value, ...(q !== "" && { q }) })}`}
          aria-current={value === state ? "page" : undefined}
        >
          <span safe>{words}</span>{" "}
          <span class="soft" safe>
            {count.toLocaleString("en-US")}
          </span>
        </a>
      ))}
    </nav>
  );
}

type TableProps = { readonly promotions: readonly PromotionRow[]; readonly mayEdit: boolean };

function PromotionTable({ promotions, mayEdit }: TableProps) {
  return (
    <div class="scroll" tabindex="0" role="group" aria-label="Promotions, scrolls sideways on a narrow screen">
      <table class="table slips">
        <caption class="visually-hidden">Promotions</caption>
        <thead>
          <tr>
            <th scope="col">Promotion</th>
            <th scope="col">Codes</th>
            <th scope="col">State</th>
            <th scope="col">Used</th>
            <th scope="col">
              <span class="visually-hidden">Switch</span>
            </th>
          </tr>
        </thead>
        {promotions.map((promotion) => (
          <PromotionRows promotion={promotion} mayEdit={mayEdit} />
        ))}
      </table>
    </div>
  );
}

function Nothing({ mayEdit }: { readonly mayEdit: boolean }) {
  return (
    <section class="panel" aria-label="Promotion list">
      <div class="pad">
        <p>No promotion yet. One takes something off: for everybody, or for those who have a code.</p>
        {mayEdit ? (
          <p>
            <a href={paths.adminPromotionNew}>Make the first one</a>, or load a file by{" "}
            <code>pushcart promotion import</code>.
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** What htmx puts in place of a row that was switched. */
export function SwitchedRow({ promotion, said }: { readonly promotion: PromotionRow; readonly said: string }) {
  return (
    <>
      <PromotionRows promotion={promotion} mayEdit />
      <Said words={said} />
    </>
  );
}
