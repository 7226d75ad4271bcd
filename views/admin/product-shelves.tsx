import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";

type Shelf = { readonly id: string; readonly title: string };

export type ShelvesProps = {
  /** Of the product. */
  readonly id: string;
  readonly on: readonly (Shelf & { readonly handle: string; readonly isByHand: boolean })[];
  /** Filled by hand, and it is not on them. */
  readonly others: readonly Shelf[];
  readonly mayEdit: boolean;
  readonly trouble?: string;
  readonly typed?: string;
};

/** Where a product stands in the shop, and where else it may. */
export function ShelvesPanel({ id, on, others, mayEdit, trouble, typed }: ShelvesProps) {
  const action = link(paths.adminProductShelves, { id });
  const options = [
    { value: "", label: "Choose one" },
    ...others.map(({ id: value, title: label }) => ({ value, label })),
  ];
  return (
    <section class="panel" id="shelves" aria-labelledby="shelves-h">
      <div class="bar">
        <h2 id="shelves-h">Shelves</h2>
      </div>
      <div class="pad stack">
        {on.length === 0 ? <p class="soft">On none: it is found by the search, and under new things.</p> : null}
        <ul role="list" class="stacked">
          {on.map((shelf) => (
            <li class="row">
              <a href={link(paths.collection, { handle: shelf.handle })} safe>
                {shelf.title}
              </a>
              {shelf.isByHand ? null : <span class="soft">by its rule</span>}
              {mayEdit && shelf.isByHand ? (
                <form method="post" action={action}>
                  <input type="hidden" name="shelf" value={shelf.id} />
                  <button class="button quiet slim" name="move" value="off" aria-label={`Take it off ${shelf.title}`}>
                    Take it off
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <form class="stacked" method="post" action={action} novalidate>
            <ErrorSummary errors={trouble === undefined ? {} : { newShelf: trouble }} />
            <div class="fields">
              {others.length === 0 ? null : <Field name="shelf" label="Put it on" options={options} />}
              <Field
                name="newShelf"
                label={others.length === 0 ? "Put it on a new shelf" : "Or on a new shelf"}
                hint="It comes into the menu"
                value={typed}
                error={trouble}
                autocomplete="off"
                maxlength={100}
              />
            </div>
            <p>
              <button class="button quiet" name="move" value="on">
                Put it there
              </button>
            </p>
          </form>
        ) : null}
      </div>
    </section>
  );
}
