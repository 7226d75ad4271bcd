import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "../desk.tsx";

type Props = {
  readonly desk: DeskProps;
  readonly pages: readonly {
    readonly handle: string;
    readonly title: string;
    readonly column: string;
    /** In words. */
    readonly changed: string;
  }[];
  /** What shops usually have, and this one does not. */
  readonly missing: readonly { readonly handle: string; readonly title: string; readonly why: string }[];
  readonly mayEdit: boolean;
  readonly done: "saved" | "removed" | undefined;
};

const said = { saved: "Saved. The shop shows it.", removed: "That page is gone." } as const;
const columns: Readonly<Record<string, string>> = { help: "Foot, under Help", shop: "Foot, under The shop" };

/** Pages to read, and those that are still missing. */
export function PageList({ desk, pages, missing, mayEdit, done }: Props) {
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Pages</h1>
        <span class="soft">About the shop, its terms, what the law asks for</span>
        {mayEdit ? (
          <div class="push row">
            <a class="button" href={paths.adminPageNew}>
              <Icon name="plus" />
              New page
            </a>
          </div>
        ) : null}
      </div>
      {done === undefined ? null : (
        <p class="notice ok" role="status">
          <span>{said[done]}</span>
        </p>
      )}
      <section class="panel" aria-label="Pages of the shop">
        {pages.length === 0 ? (
          <div class="pad">
            <p>No page yet. Those below are what visitors look for first.</p>
          </div>
        ) : (
          <div class="scroll" tabindex="0" role="group" aria-label="Pages, scrolls sideways on a narrow screen">
            <table class="table slips worded">
              <thead>
                <tr>
                  <th scope="col">Page</th>
                  <th scope="col">Named in</th>
                  <th scope="col">Changed</th>
                </tr>
              </thead>
              <tbody>
                {pages.map(({ handle, title, column, changed }) => (
                  <tr>
                    <th scope="row">
                      <a href={link(paths.adminPage, { handle })} safe>
                        {title}
                      </a>
                      <small safe>{link(paths.page, { handle })}</small>
                    </th>
                    <td data-label="Named in" safe>
                      {columns[column] ?? "Nowhere: by its address only"}
                    </td>
                    <td data-label="Changed" safe>
                      {changed}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {mayEdit && missing.length > 0 ? <Missing missing={missing} /> : null}
    </Desk>
  );
}

function Missing({ missing }: Pick<Props, "missing">) {
  return (
    <section class="panel" aria-labelledby="missing-h">
      <div class="bar">
        <h2 id="missing-h">Not there yet</h2>
        <span class="soft">What shops usually have</span>
      </div>
      <div class="pad">
        <ul>
          {missing.map(({ handle, title, why }) => (
            <li>
              <a href={`${paths.adminPageNew}?as=${handle}`}>
                Write “<span safe>{title}</span>”
              </a>
              : <span safe>{why}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
