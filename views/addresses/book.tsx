import { link, paths } from "#src/paths.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Notice } from "#views/ui/notice.tsx";

export type ShownAddress = {
  readonly id: string;
  /** "231 Warren Street, Hudson" */
  readonly name: string;
  /** As it is written on a parcel. */
  readonly lines: readonly string[];
  readonly forDelivery: boolean;
  readonly forBills: boolean;
};

export type AddressBookProps = {
  readonly addresses: readonly ShownAddress[];
  /** Taken out just now, and to be had again. */
  readonly removed?: ShownAddress | undefined;
  readonly notice?: string | undefined;
  readonly mayAdd: boolean;
};

/** A customer's addresses: which are the default ones, and all that can be done with each. */
export function AddressBookPage({ shell, ...props }: AddressBookProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title="Your addresses" robots="noindex">
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.accountAddresses} />
        <Book {...props} />
      </div>
    </Layout>
  );
}

/** What htmx puts in place. */
export const AddressBookPart = (props: AddressBookProps) => <Book {...props} />;

function Book({ addresses, removed, notice, mayAdd }: AddressBookProps) {
  return (
    <div class="stack" id="addresses">
      <h1>Your addresses</h1>
      {notice === undefined ? null : <Notice message={notice} tone="ok" focused />}
      <Removed address={removed} />
      {addresses.length === 0 ? (
        <p>None yet. Keep one here, and the checkout has it filled in.</p>
      ) : (
        <ul class="stack" role="list">
          {addresses.map((address) => (
            <Row address={address} />
          ))}
        </ul>
      )}
      {mayAdd ? (
        <Button href={paths.accountAddressNew} quiet={addresses.length > 0}>
          Add an address
        </Button>
      ) : (
        <p class="small soft">That is as many as an account holds. Take one out to add another.</p>
      )}
    </div>
  );
}

/** What each form here does: the list as it then stands, in its place. */
const inPlace = (action: string) =>
  ({
    method: "post",
    action,
    "hx-post": action,
    "hx-target": "#addresses",
    "hx-swap": "outerMorph",
    "hx-sync": "#addresses:queue all",
  }) as const;

function Removed({ address }: { readonly address: ShownAddress | undefined }) {
  if (!address) return null;
  const { id, name } = address;
  return (
    <Notice message={`${name} removed.`} tone="ok">
      <form {...inPlace(link(paths.accountAddressUndo, { id }))}>
        <button class="link-button" autofocus>
          Put it back
          <span class="visually-hidden" safe>{` ${name}`}</span>
        </button>
      </form>
    </Notice>
  );
}

function Row({ address }: { readonly address: ShownAddress }) {
  const { id, name, lines, forDelivery, forBills } = address;
  const uses = [forDelivery && "Goods go here", forBills && "Bills go here"].filter((use) => use !== false);
  return (
    <li class="slip">
      <div>
        {uses.length === 0 ? null : (
          <p class="stock" safe>
            {uses.join(" · ")}
          </p>
        )}
        <p class="description">
          {lines.map((line) => (
            <>
              <span safe>{line}</span>
              <br />
            </>
          ))}
        </p>
      </div>
      <div class="row">
        <a class="button quiet slim" href={link(paths.accountAddress, { id })}>
          Edit
          <span class="visually-hidden" safe>{` ${name}`}</span>
        </a>
        {forDelivery ? null : <MakeDefault address={address} use="delivery" label="Send goods here" />}
        {forBills ? null : <MakeDefault address={address} use="bills" label="Send bills here" />}
        <form {...inPlace(link(paths.accountAddressRemove, { id }))}>
          <button class="link-button">
            Remove
            <span class="visually-hidden" safe>{` ${name}`}</span>
          </button>
        </form>
      </div>
    </li>
  );
}

type DefaultProps = {
  readonly address: ShownAddress;
  readonly use: "delivery" | "bills";
  readonly label: string;
};

function MakeDefault({ address: { id, name }, use, label }: DefaultProps) {
  return (
    <form {...inPlace(link(paths.accountAddressDefault, { id }))}>
      <input type="hidden" name="use" value={use} />
      <button class="button quiet slim">
        <span safe>{label}</span>
        <span class="visually-hidden" safe>{`: ${name}`}</span>
      </button>
    </form>
  );
}
