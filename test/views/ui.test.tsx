import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Icon } from "#views/ui/icon.tsx";
import { Ledger } from "#views/ui/ledger.tsx";
import { Money } from "#views/ui/money.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Pager, pagesShown } from "#views/ui/pager.tsx";
import { Picture, pictureAddress, sharedPicture } from "#views/ui/picture.tsx";
import { meanRating, Rating, RatingInShort, Stars } from "#views/ui/rating.tsx";
import { EnterButton, Stepper } from "#views/ui/stepper.tsx";
import { Ticket } from "#views/ui/ticket.tsx";
import { brokenOut, hostile } from "./page-shell.ts";

const html = (element: JSX.Element | null) => (element ?? "") as string;
const cents = toCents;

describe("a field", () => {
  test("ties label, hint and error to its box and keeps what was typed", () => {
    const field = html(<Field name="email" label="Email" hint="For the receipt." error="Enter it." value="odile" />);
    expect(field).toContain('<label for="email">Email</label>');
    expect(field).toContain('aria-invalid="true" aria-describedby="email-hint email-error"');
    expect(field).toContain('<p class="error" id="email-error"><span class="visually-hidden">Error: </span>');
    expect(field).toContain('value="odile"');
  });

  test("says nothing of errors where there is none", () => {
    expect(html(<Field name="city" label="Town" />)).not.toMatch(/aria-|error|hint/);
  });

  test("is a list or a text box where it is asked to be", () => {
    const options = [
      { value: "US", label: "United States" },
      { value: "CA", label: "Canada" },
    ];
    expect(html(<Field name="country" label="Country" value="CA" options={options} />)).toContain(
      '<option value="CA" selected>Canada</option>',
    );
    expect(html(<Field name="note" label="Note" rows={4} value="Two lines" />)).toContain(">Two lines</textarea>");
  });

  test("shows hostile text as text, in every part and kind", () => {
    const all = { name: "x", label: hostile, hint: hostile, error: hostile, value: hostile };
    const fields = [<Field {...all} />, <Field {...all} rows={3} />];
    const list = <Field {...all} options={[{ value: hostile, label: hostile }]} />;
    for (const field of [...fields, list]) expect(brokenOut(html(field))).toBeFalse();
  });
});

describe("the summary of what is wrong", () => {
  test("links each sentence to its box and takes the focus", () => {
    const summary = html(<ErrorSummary errors={{ email: "Enter it.", postcode: hostile }} ids={{ postcode: "zip" }} />);
    expect(summary).toContain('role="alert" tabindex="-1" autofocus');
    expect(summary).toContain('<a href="#email">Enter it.</a>');
    expect(summary).toContain('<a href="#zip">');
    expect(brokenOut(summary)).toBeFalse();
  });

  test("is not there when nothing is wrong", () => {
    expect(html(<ErrorSummary errors={{}} />)).toBe("");
  });
});

describe("money", () => {
  test("on a ticket: plain, reduced, from, gone", () => {
    const ticket = (given: object) => html(<Ticket price={cents(2999)} currency="USD" {...given} />);
    expect(ticket({})).toBe('<span class="ticket">$29.99</span>');
    expect(ticket({ big: true })).toBe('<span class="ticket big">$29.99</span>');
    expect(ticket({ from: true })).toContain("from $29.99");
    expect(ticket({ was: cents(3999) })).toContain('<s class="was"><span class="visually-hidden">Before </span>');
    expect(ticket({ was: cents(2999) })).toBe('<span class="ticket">$29.99</span>');
    expect(ticket({ soldOut: true })).toContain('<span class="ticket gone">Sold out</span>');
  });

  test("in currencies with other decimals", () => {
    expect(html(<Money amount={cents(1500)} currency="JPY" />)).toContain("¥1,500");
    expect(html(<Money amount={cents(1500)} currency="KWD" />)).toContain("KWD 1.500");
  });

  test("in a ledger, the total below a double rule", () => {
    const rows = [
      { name: hostile, value: "$1.00", note: hostile },
      { name: "Total", value: "$1.00", kind: "total" as const },
    ];
    const ledger = html(<Ledger rows={rows} small facts />);
    expect(ledger).toContain('<dl class="ledger facts-list small">');
    expect(ledger).toContain('<div class="total">');
    expect(brokenOut(ledger)).toBeFalse();
  });
});

describe("stars", () => {
  test("say the mean to one decimal", () => {
    expect(meanRating({ sum: 176, count: 38 })).toBe("4.6");
    expect(meanRating({ sum: 0, count: 0 })).toBe("0.0");
    expect(html(<Rating sum={176} count={38} />)).toContain("4.6");
    expect(html(<RatingInShort sum={0} count={0} />)).toBe("");
  });

  test("are filled as far as the mean, without ids that could stand twice on a page", () => {
    const whole = (sum: number) =>
      html(<Stars sum={sum} count={10} said />).match(/fill="currentColor" d="([^"]*)"/)?.[1];
    expect(whole(50)?.match(/z/g)).toHaveLength(5);
    expect(whole(30)?.match(/z/g)).toHaveLength(3);
    expect(whole(32)?.match(/z/g)).toHaveLength(4);
    expect(whole(0)).toBe("");
    expect(html(<Stars sum={46} count={10} />)).not.toMatch(/\sid=|NaN/);
  });
});

describe("pages of a list", () => {
  test("the first, the last and those near by, with gaps", () => {
    expect(pagesShown(1, 1)).toEqual([1]);
    expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
    expect(pagesShown(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9]);
  });

  test("one page needs no pager; others have addresses of their own", () => {
    const hrefOf = (page: number) => `/x?page=${page}&q="`;
    expect(html(<Pager page={1} pages={1} hrefOf={hrefOf} />)).toBe("");
    const pager = html(<Pager page={2} pages={3} hrefOf={hrefOf} seen="Seen" />);
    expect(pager).toContain('<span aria-current="page">2</span>');
    expect(pager).toContain('<a href="/x?page=3&amp;q=&#34;" rel="next">Next</a>');
  });
});

describe("a picture", () => {
  const address = (file: string, seed = "") => pictureAddress(file, 400, seed);

  test("a vector has one size, an upload several", () => {
    const drawn = html(<Picture file="mug.svg" alt="" width={400} height={500} sizes="18rem" />);
    expect(drawn).toContain('src="/pictures/mug.svg"');
    expect(drawn).not.toContain("srcset");
    const upload = html(<Picture file="a1.webp" alt="" width={400} height={500} sizes="18rem" />);
    expect(upload).toContain('src="/pictures/a1-640.webp"');
    expect(upload).toContain("/pictures/a1-320.webp 320w");
    expect(upload).toContain('loading="lazy"');
  });

  test("in a shared link it is never a vector, which few places show", () => {
    expect(sharedPicture("mug.svg")).toBe("/pictures/mug-640.webp");
    expect(sharedPicture("a1.webp")).toBe("/pictures/a1-1440.webp");
    expect(sharedPicture("")).toBeUndefined();
  });

  test("a thing without one always gets the same drawn one", () => {
    expect(address("", "mug")).toBe(address("", "mug"));
    const all = new Set(Array.from({ length: 40 }, (_, at) => address("", `thing-${at}`)));
    expect(all.size).toBe(4);
    for (const each of all) expect(each).toMatch(/^\/assets\/no-picture-\w+\.svg$/);
  });

  test("the first of the view is fetched first", () => {
    expect(html(<Picture file="a.svg" alt={hostile} width={1} height={1} eager />)).toContain('fetchpriority="high"');
  });
});

test("a stepper says what its buttons do, and Enter presses none of them", () => {
  const form = html(
    <form>
      <EnterButton />
      <Stepper id="q" value={hostile} fewer={hostile} more="One more" invalid describedBy="q-error" />
    </form>,
  );
  expect(form.indexOf("<button")).toBe(form.indexOf('<button class="visually-hidden"'));
  expect(form).toContain('aria-invalid="true" aria-describedby="q-error"');
  expect(form).toContain('id="q-fewer" name="op" value="dec"');
  expect(brokenOut(form)).toBeFalse();
});

test("notices and crumbs show hostile text as text", () => {
  const notice = html(
    <Notice message={hostile} tone="bad">
      <a href="/cart">Undo</a>
    </Notice>,
  );
  expect(notice).toContain('role="alert"');
  expect(brokenOut(notice)).toBeFalse();
  expect(brokenOut(html(<Crumbs trail={[{ title: hostile, href: hostile }]} here={hostile} />))).toBeFalse();
});

test("icons say nothing to screen readers", () => {
  expect(html(<Icon name="truck" />)).toContain('aria-hidden="true"');
});

test("a ticket says free where nothing is asked for a thing, and from which price where some of it costs something", () => {
  expect(html(<Ticket price={cents(0)} currency="USD" />)).toBe('<span class="ticket">Free</span>');
  expect(html(<Ticket price={cents(0)} currency="USD" from />)).toContain("from $0.00");
  expect(html(<Ticket price={cents(0)} was={cents(500)} currency="USD" />)).toContain("$5.00");
});
