import { link, paths } from "#src/paths.ts";
import { Field } from "#views/ui/field.tsx";
import type { CustomerDetail, CustomerPageProps } from "./customer.tsx";

/** Who they are in a few facts, their groups, and where things went. */
export function CustomerAside(props: CustomerPageProps) {
  const { customer } = props;
  return (
    <aside aria-label="About them">
      <section class="panel" aria-labelledby="facts-h">
        <div class="bar">
          <h2 id="facts-h">Facts</h2>
        </div>
        <div class="pad">
          <dl class="ledger">
            {factsOf(customer).map(([name, value]) => (
              <div>
                <dt safe>{name}</dt>
                <dd safe>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      {customer.isGuest ? null : <Groups {...props} />}
      <Addresses customer={customer} />
    </aside>
  );
}

function factsOf(customer: CustomerDetail): (readonly [name: string, value: string])[] {
  const { isGuest, spent, newsletter, registered, seen, vatNumbers } = customer;
  const own = [
    ["Spent", spent === "" ? "nothing yet" : spent],
    ["Registered", registered],
    ["Last seen", seen === "" ? "not of late" : seen],
  ] as const;
  return [
    ...(isGuest ? [] : own),
    ["Newsletter", newsletter ? "yes" : "no"],
    ...vatNumbers.map((number) => ["VAT number", number] as const),
  ];
}

/** Promotions may be for some groups only. */
function Groups({ customer: { id, groups }, desk, errors = {}, typed = {} }: CustomerPageProps) {
  const mayEdit = desk.may("customers.edit");
  const action = link(paths.adminCustomerGroups, { id });
  return (
    <section class="panel" aria-labelledby="groups-h">
      <div class="bar">
        <h2 id="groups-h">Groups</h2>
      </div>
      <div class="pad">
        {groups.length === 0 ? <p class="soft">In no group.</p> : null}
        {groups.map((group) =>
          mayEdit ? (
            <form class="row" method="post" action={action}>
              <input type="hidden" name="act" value="leave" />
              <input type="hidden" name="group" value={group} />
              <span safe>{group}</span>
              <button class="link-button" aria-label={`Take out of ${group}`}>
                Take out
              </button>
            </form>
          ) : (
            <p safe>{group}</p>
          ),
        )}
        {mayEdit ? (
          <form class="stacked" method="post" action={action} novalidate>
            <input type="hidden" name="act" value="join" />
            <Field
              name="group"
              label="Put into a group"
              hint="Such as wholesale. Promotions may be for some groups only."
              maxlength={40}
              autocomplete="off"
              value={typed["group"]}
              error={errors["group"]}
            />
            <p>
              <button class="button quiet">Put in</button>
            </p>
          </form>
        ) : null}
      </div>
    </section>
  );
}

function Addresses({ customer: { addresses } }: { readonly customer: CustomerDetail }) {
  if (addresses.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="addresses-h">
      <div class="bar">
        <h2 id="addresses-h">Addresses</h2>
      </div>
      <div class="pad">
        {addresses.map((lines) => (
          <p>
            {lines.map((line) => (
              <>
                <span safe>{line}</span>
                <br />
              </>
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}
