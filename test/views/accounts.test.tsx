import { describe, expect, test } from "bun:test";
import { AccountForm, RegisterForm, SignInForm } from "#src/accounts/forms.ts";
import { toCents } from "#src/pricing/money.ts";
import type { Shell } from "#src/web/shell.ts";
import { AccountPage } from "#views/accounts/account.tsx";
import { DeskSignInPage, SetupPage } from "#views/accounts/desk-door.tsx";
import { RegisterPage, RegisterPart } from "#views/accounts/register.tsx";
import { SignInPage, SignInPart } from "#views/accounts/sign-in.tsx";
import { bareShell } from "#views/shell.ts";

const shell = bareShell as Shell;
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'`;

/** What a browser would make of it: elements that are none of ours, and what stands in fields and texts. */
async function readIn(html: string) {
  const found = { scripts: 0, handlers: 0, values: [] as string[], ids: [] as string[] };
  await new HTMLRewriter()
    .on("*", {
      element(element) {
        if (element.tagName === "script" && !element.getAttribute("src")) found.scripts += 1;
        for (const [name, value] of element.attributes) {
          if (name.startsWith("on")) found.handlers += 1;
          if (name === "id") found.ids.push(value);
        }
      },
    })
    .on("input", { element: (element) => void found.values.push(element.getAttribute("value") ?? "") })
    .transform(new Response(html))
    .text();
  return found;
}

const pages: Readonly<Record<string, (text: string) => JSX.Element>> = {
  "sign in": (text) => (
    <SignInPage
      fields={SignInForm.fields}
      shell={shell}
      email={text}
      next={text}
      refused={text}
      errors={{}}
      cartCount={2}
    />
  ),
  "make an account": (text) => (
    <RegisterPage
      fields={RegisterForm.fields}
      shell={shell}
      next={text}
      typed={{ email: text, displayName: text }}
      errors={{ email: text, displayName: text, password: text }}
    />
  ),
  account: (text) => (
    <AccountPage
      shell={shell}
      name={text}
      email={text}
      notice={text}
      orders={[
        { number: text, when: text, state: text, goods: text, total: toCents(100), currency: "USD", token: text },
      ]}
    />
  ),
  "sign in at the desk": (text) => (
    <DeskSignInPage fields={SignInForm.fields} shopName={text} email={text} next={text} refused={text} />
  ),
  "make the owner": (text) => (
    <SetupPage
      fields={AccountForm.fields}
      shopName={text}
      token={text}
      typed={{ email: text, displayName: text }}
      errors={{ email: text }}
    />
  ),
};

describe("hostile text stays text", () => {
  for (const [name, draw] of Object.entries(pages)) {
    test(`on the page "${name}"`, async () => {
      const [plain, bad] = await Promise.all([readIn(String(draw("odile"))), readIn(String(draw(hostile)))]);
      expect([bad.scripts, bad.handlers]).toEqual([plain.scripts, plain.handlers]);
      expect(bad.ids).toEqual(plain.ids);
      expect(new Set(bad.ids).size).toBe(bad.ids.length);
    });
  }
});

describe("the forms", () => {
  test("sign in works without scripts, and says where htmx puts the answer", () => {
    const html = String(<SignInPart fields={SignInForm.fields} shell={shell} email="" next="/cart" cartCount={0} />);
    expect(html).toContain('method="post" action="/login" hx-post="/login" hx-target="#sign-in"');
    expect(html).toContain('name="next" value="/cart"');
    expect(html).toContain('autocomplete="username"');
    expect(html).toContain('autocomplete="current-password"');
    expect(html).not.toContain("cart comes along");
  });

  test("a password is never sent back, and its button comes with the script that works it", () => {
    const html = String(
      <RegisterPart
        fields={RegisterForm.fields}
        shell={shell}
        next="/"
        typed={{ password: "not again" }}
        errors={{}}
      />,
    );
    expect(html).not.toContain("not again");
    expect(html).toMatch(/<button[^>]* aria-label="Show password"[^>]* hidden/);
    expect(html).toContain('autocomplete="new-password"');
  });

  test("each message is tied to its field, and the summary leads there", () => {
    const errors = { password: "Password must be at least 8 characters." };
    const html = String(
      <RegisterPart fields={RegisterForm.fields} shell={shell} next="/" typed={{}} errors={errors} />,
    );
    expect(html).toContain('<a href="#password">Password must be at least 8 characters.</a>');
    expect(html).toMatch(
      /<input[^>]* id="password"[^>]* aria-invalid="true" aria-describedby="password-hint password-error"/,
    );
    expect(html).toContain('id="password-error"');
  });

  test("a refusal takes the focus and is said at once", () => {
    const html = String(
      <SignInPart
        fields={SignInForm.fields}
        shell={shell}
        email="a@b.c"
        next="/"
        refused="Invalid email or password."
        cartCount={1}
      />,
    );
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(html).toContain("comes along");
    expect(html).toStartWith("<title>Error: Sign in</title>");
  });
});

describe("the account", () => {
  test("with nothing ordered says so, and leads back to the shop", () => {
    const html = String(<AccountPage shell={shell} name="Odile" email="odile@example.com" orders={[]} />);
    expect(html).toContain('Hello, <span data-field="display_name">Odile</span>');
    expect(html).toContain("Nothing ordered yet.");
    expect(html).toContain('action="/logout"');
  });

  test("lists orders with a link to each", () => {
    const order = {
      number: "P-1001",
      when: "22 November 2026",
      state: "paid, being packed",
      goods: "Mug and one more",
      total: toCents(2999),
      currency: "USD",
      token: "abc",
    };
    const html = String(<AccountPage shell={shell} name="Odile" email="o@e.c" orders={[order]} />);
    expect(html).toContain('<a href="/orders/abc">P-1001</a>');
    for (const each of ["$29.99", "Mug and one more", "22 November 2026, paid, being packed"])
      expect(html).toContain(each);
  });
});
