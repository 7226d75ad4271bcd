import { paths } from "#src/paths.ts";
import type { DeskShipping } from "./shipping-tables.tsx";

/** Every tax with its place, as far as a page can show them. */
export function Taxes({ shipping: { taxes, moreTaxes } }: { readonly shipping: DeskShipping }) {
  return (
    <section class="panel" aria-labelledby="taxes-h">
      <div class="bar">
        <h2 id="taxes-h">Taxes</h2>
        <span class="soft">
          One rate: <a href={`${paths.adminSettings}#money-h`}>Settings</a>. Finer rules: <code>pushcart tax</code>
        </span>
      </div>
      {taxes.length === 0 ? (
        <div class="pad">
          <p>
            No tax is taken anywhere. One rate for your country stands under{" "}
            <a href={`${paths.adminSettings}#money-h`}>Settings</a>; more by <code>pushcart tax add --help</code>.
          </p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Taxes, scrolls sideways on a narrow screen">
          <table class="table slips worded">
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Tax</th>
                <th scope="col">Rate</th>
                <th scope="col">Class</th>
                <th scope="col">More</th>
              </tr>
            </thead>
            <tbody>
              {taxes.map((tax) => (
                <tr>
                  <th scope="row" safe>
                    {tax.place}
                  </th>
                  <td safe>{tax.name}</td>
                  <td data-label="Rate" safe>
                    {tax.rate}
                  </td>
                  <td data-label="Class" safe>
                    {tax.taxClass}
                  </td>
                  <td class="soft" safe>
                    {tax.more}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moreTaxes === 0 ? null : (
        <div class="pad">
          <p class="soft" safe>{`And ${moreTaxes.toLocaleString("en-US")} more: pushcart tax list prints all.`}</p>
        </div>
      )}
    </section>
  );
}
