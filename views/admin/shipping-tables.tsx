import { link, paths } from "#src/paths.ts";

export type DeskWay = {
  readonly id: string;
  readonly name: string;
  /** "$6.95 up to 1 kg, $8.95 up to 3 kg". */
  readonly price: string;
  /** Where it goes. */
  readonly reach: string;
  readonly more: readonly string[];
  readonly taxClass: string;
  readonly active: boolean;
};
export type DeskPoint = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly hours: readonly string[];
  readonly active: boolean;
};
export type DeskTax = {
  readonly id: string;
  readonly zone: string;
  readonly place: string;
  readonly rate: string;
  readonly name: string;
  readonly taxClass: string;
  readonly more: string;
};
export type DeskShipping = {
  readonly ways: readonly DeskWay[];
  readonly points: readonly DeskPoint[];
  readonly taxes: readonly DeskTax[];
  /** How many taxes are not shown. */
  readonly moreTaxes: number;
  readonly classes: readonly string[];
};

type WaysProps = { readonly shipping: DeskShipping; readonly mayEdit: boolean; readonly said?: string };

/** What comes back after a switch: both tables, and what was done. */
export function WaysPart(props: WaysProps) {
  return (
    <>
      <Ways {...props} />
      <hx-partial hx-target="#live" hx-swap="innerHTML">
        <span safe>{props.said ?? ""}</span>
      </hx-partial>
    </>
  );
}

export function Ways({ shipping: { ways, points }, mayEdit }: WaysProps) {
  return (
    <div id="ways" class="stacked">
      <section class="panel" aria-labelledby="ways-h">
        <div class="bar">
          <h2 id="ways-h">Ways of delivery</h2>
          <span class="soft">
            One price: <a href={`${paths.adminSettings}#money-h`}>Settings</a>. More: <code>pushcart shipping</code>
          </span>
        </div>
        {ways.length === 0 ? (
          <div class="pad">
            <p>
              Nothing can be delivered yet. One price for every parcel stands under{" "}
              <a href={`${paths.adminSettings}#money-h`}>Settings</a>; more by <code>pushcart shipping add --help</code>
              .
            </p>
          </div>
        ) : (
          <div class="scroll" tabindex="0" role="group" aria-label="Ways, scrolls sideways on a narrow screen">
            <table class="table slips worded">
              <thead>
                <tr>
                  <th scope="col">Way</th>
                  <th scope="col">What it costs</th>
                  <th scope="col">Where to</th>
                  <th scope="col">Tax class</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              <tbody>
                {ways.map((way) => (
                  <tr>
                    <th scope="row">
                      <span safe>{way.name}</span>
                      {way.more.map((each) => (
                        <small safe>{each}</small>
                      ))}
                    </th>
                    <td class="whole" safe>
                      {way.price}
                    </td>
                    <td class="whole" data-label="Where to" safe>
                      {way.reach}
                    </td>
                    <td data-label="Tax class" safe>
                      {way.taxClass}
                    </td>
                    <td>
                      <Switch id={way.id} name={way.name} active={way.active} mayEdit={mayEdit} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {points.length === 0 ? null : <Points points={points} mayEdit={mayEdit} />}
    </div>
  );
}

function Points({ points, mayEdit }: { readonly points: readonly DeskPoint[]; readonly mayEdit: boolean }) {
  return (
    <section class="panel" aria-labelledby="points-h">
      <div class="bar">
        <h2 id="points-h">Places to fetch goods</h2>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="Places, scrolls sideways on a narrow screen">
        <table class="table slips worded">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Address</th>
              <th scope="col">Open</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr>
                <th scope="row" safe>
                  {point.name}
                </th>
                <td class="whole" safe>
                  {point.address}
                </td>
                <td class="whole" data-label="Open" safe>
                  {point.hours.join("; ")}
                </td>
                <td>
                  <Switch id={point.id} name={point.name} active={point.active} mayEdit={mayEdit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type SwitchProps = Pick<DeskWay, "id" | "name" | "active"> & { readonly mayEdit: boolean };

/** The state in a word, and the button that changes it. */
function Switch({ id, name, active, mayEdit }: SwitchProps) {
  const action = link(paths.adminShippingSwitch, { id });
  const word = active ? "off" : "on";
  return (
    <form
      class="row"
      method="post"
      action={mayEdit ? action : undefined}
      hx-post={mayEdit ? action : undefined}
      hx-target="#ways"
      hx-swap="outerMorph"
    >
      <span class={`status ${active ? "ok" : "off"}`}>{active ? "On" : "Off"}</span>
      {mayEdit ? (
        <button class="button quiet slim" id={`switch-${id}`} name="state" value={word}>
          {active ? "Switch off" : "Switch on"}
          <span class="visually-hidden" safe>{` ${name}`}</span>
        </button>
      ) : null}
    </form>
  );
}
