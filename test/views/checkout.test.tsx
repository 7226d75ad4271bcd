import { describe, expect, test } from "bun:test";
import { countryForm } from "#src/addresses/country-form.ts";
import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { toCents } from "#src/pricing/money.ts";
import { ContactPage, ContactPart } from "#views/checkout/contact.tsx";
import { DeliveryPart } from "#views/checkout/delivery.tsx";
import { GonePart } from "#views/checkout/gone.tsx";
import { PaymentPart, type PaymentProps } from "#views/checkout/payment.tsx";
import { TestCardPart } from "#views/checkout/test-card.tsx";
import { bareShell } from "#views/shell.ts";

const evil = `<img src=x onerror=alert(1)>"'&`;

const screen = (more: Partial<CheckoutScreen> = {}): CheckoutScreen => ({
  currency: "USD",
  draft: { country: "US", email: "odile@example.com" },
  lines: [{ id: "l1", handle: "mug", title: "Mug", options: "Blue", picture: "", quantity: 2, amount: toCents(5998) }],
  rows: [{ name: "Total", value: "$64.98", kind: "total" }],
  total: toCents(6498),
  countries: [{ code: "US", name: "United States" }],
  address: countryForm("US"),
  billing: countryForm("US"),
  digital: false,
  ways: [{ value: "parcel", name: "Parcel", note: "Two days", price: toCents(500), chosen: true }],
  mayFetch: false,
  refusals: [],
  asked: { address: true, countries: undefined, vatNumber: false },
  place: "New York",
  signedIn: false,
  key: "0123456789ab",
  ...more,
});

const payment = (more: Partial<PaymentProps> = {}): PaymentProps => ({
  screen: screen(),
  errors: {},
  choices: [{ value: "transfer", name: "Bank transfer", note: "You get our bank details.", chosen: true }],
  terms: [],
  agreed: false,
  shown: "mug-0*2@2999|0,500,0=6498",
  email: "odile@example.com",
  goes: ["Odile Bernard", "Hudson"],
  comes: "Parcel",
  ...more,
});

const html = (element: JSX.Element) => element as string;

describe("the first page of the checkout", () => {
  test("is a document with one heading, or the part of it", () => {
    const page = html(<ContactPage shell={bareShell} screen={screen()} errors={{}} />);
    expect(page).toStartWith("<html");
    expect(page.match(/<h1/g)).toHaveLength(1);
    const part = html(<ContactPart screen={screen()} errors={{}} />);
    expect(part).toStartWith("<title>Checkout</title>");
    expect(part).not.toContain("<html");
  });

  test("ties every error to its field", () => {
    const part = html(
      <ContactPart screen={screen()} errors={{ email: "Enter your email address", city: "Enter the town" }} />,
    );
    expect(part).toStartWith("<title>Error: Checkout</title>");
    for (const name of ["email", "city"]) {
      expect(part).toContain(`<a href="#${name}">`);
      expect(part).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"`));
    }
  });

  test("says what browsers may fill in", () => {
    const part = html(<ContactPart screen={screen()} errors={{}} />);
    for (const token of [
      "email",
      "name",
      "country",
      "address-line1",
      "address-level2",
      "address-level1",
      "postal-code",
    ]) {
      expect(part).toContain(`autocomplete="${token}"`);
    }
  });

  test("asks for what the country has: states, or a region that may be left out, or neither", () => {
    expect(html(<ContactPart screen={screen()} errors={{}} />)).toContain('<option value="NY">New York</option>');
    const german = html(<ContactPart screen={screen({ address: countryForm("DE") })} errors={{}} />);
    expect(german).not.toContain('name="region"');
    const brazilian = html(<ContactPart screen={screen({ address: countryForm("BR") })} errors={{}} />);
    expect(brazilian).toContain("Region (optional)");
    expect(html(<ContactPart screen={screen({ address: countryForm("HK") })} errors={{}} />)).not.toContain(
      'name="postcode"',
    );
  });

  test("asks for no address where nothing is sent", () => {
    const part = html(<ContactPart screen={screen({ digital: true })} errors={{}} />);
    expect(part).not.toContain('name="street"');
    expect(part).toContain("By email: nothing of it has to be sent.");
    expect(part).not.toContain(">Delivery</li>");
  });

  test("says when there is no way there, and what cannot go which way", () => {
    const part = html(
      <DeliveryPart screen={screen({ ways: [], refusals: ["Express: Lemon tree cannot go this way."] })} errors={{}} />,
    );
    expect(part).toContain("We have no way to send this to New York.");
    expect(part).toContain("Express: Lemon tree cannot go this way.");
  });

  test("shows hostile text as text, in every place", () => {
    const draft = {
      email: evil,
      name: evil,
      street: evil,
      extra: evil,
      company: evil,
      city: evil,
      note: evil,
      billName: evil,
      elsewhere: "yes",
    };
    const hostile = screen({
      draft,
      lines: [{ id: evil, handle: "x", title: evil, options: evil, picture: "", quantity: 1, amount: toCents(1) }],
      rows: [{ name: evil, note: evil, value: evil }],
      ways: [{ value: evil, name: evil, note: evil, price: toCents(0), chosen: true }],
      refusals: [evil],
      place: evil,
    });
    const errors = { email: evil, ship: evil, note: evil };
    for (const part of [
      html(<ContactPart screen={hostile} errors={errors} />),
      html(<DeliveryPart screen={hostile} errors={errors} />),
    ]) {
      expect(part.replaceAll(/ value="[^"]*"/g, "")).not.toContain("<img src=x");
      expect(part).not.toMatch(/value="[^"]*"[^ >/]/);
    }
  });
});

describe("the last page of the checkout", () => {
  test("carries what was shown, and says the total on its button", () => {
    const part = html(<PaymentPart {...payment()} />);
    expect(part).toContain('name="total" value="6498"');
    expect(part).toContain('name="shown" value="mug-0*2@2999|0,500,0=6498"');
    expect(part).toContain("Place the order for $64.98");
  });

  test("asks for no payment where nothing is owed", () => {
    const part = html(<PaymentPart {...payment({ screen: screen({ total: toCents(0) }) })} />);
    expect(part).toContain("There is nothing to pay.");
    expect(part).not.toContain('name="pay"');
  });

  test("says what has changed, before everything else", () => {
    const changes = [{ what: evil, was: "$29.99", now: "$31.99" }];
    const part = html(<PaymentPart {...payment({ news: { message: evil, changes } })} />);
    expect(part.indexOf('role="alert"')).toBeLessThan(part.indexOf("<h1"));
    expect(part).toContain("was $29.99");
    expect(part).toContain("$31.99");
    expect(part).not.toContain("<img src=x");
  });

  test("asks to agree to the pages that there are", () => {
    const terms = [
      { handle: "returns", title: "Returns" },
      { handle: "privacy", title: evil },
    ];
    const part = html(<PaymentPart {...payment({ terms, errors: { terms: "Tick the box" } })} />);
    expect(part).toContain('<a href="/pages/returns" target="_blank">Returns</a>');
    expect(part).toMatch(/id="terms"[^>]*aria-invalid="true"/);
    expect(part).not.toContain("<img src=x");
  });
});

describe("what else may happen", () => {
  test("somebody was quicker: each thing with what is left of it", () => {
    const part = html(<GonePart short={[{ title: evil, options: "Blue", wanted: 3, left: 1 }]} />);
    expect(part).toContain("you wanted 3, one is left.");
    expect(part).not.toContain("<img src=x");
  });

  test("the test till is marked, and lists its numbers", () => {
    const part = html(
      <TestCardPart
        token="t"
        number={evil}
        total={toCents(6498)}
        currency="USD"
        version={1}
        cards={[{ number: "4242 4242 4242 4242", does: "pays" }]}
        others={[{ value: "transfer", name: evil }]}
        errors={{}}
      />,
    );
    expect(part).toContain("This is the test till.");
    expect(part).toContain("4242 4242 4242 4242");
    expect(part).toContain('autocomplete="off"');
    expect(part).not.toContain("<img src=x");
  });
});
