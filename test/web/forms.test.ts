import { describe, expect, test } from "bun:test";
import { checkbox, choice, form, line, optional, secret, text, wholeNumber } from "#src/web/forms.ts";

const Quantity = form({ quantity: wholeNumber({ minimum: 1, maximum: 99 }, "Choose a quantity from 1 to 99.") });

describe("a whole number", () => {
  for (const typed of ["1", "99", " 7 ", "007"]) {
    test(`takes ${JSON.stringify(typed)}`, () =>
      expect(Quantity.read({ quantity: typed })).toEqual({ ok: true, value: { quantity: Number(typed) } }));
  }

  for (const typed of [
    "0",
    "-1",
    "1.5",
    "100",
    "1e3",
    "0x10",
    "",
    " ",
    "NaN",
    "+4",
    "٣",
    "５",
    "1,000",
    "99999999999999999999",
  ]) {
    test(`refuses ${JSON.stringify(typed)} and keeps what was typed`, () => {
      expect(Quantity.read({ quantity: typed })).toEqual({
        ok: false,
        typed: { quantity: typed },
        errors: { quantity: "Choose a quantity from 1 to 99." },
      });
    });
  }

  for (const sent of [["1", "2"], { a: "1" }, 5, null, undefined]) {
    test(`refuses ${JSON.stringify(sent)}, which no form of ours sends`, () =>
      expect(Quantity.read({ quantity: sent }).ok).toBe(false));
  }
});

describe("a form", () => {
  const Sign = form({
    email: line({ maxLength: 20 }, "Enter an email."),
    password: secret({ maxLength: 1024 }, "Enter a password."),
    note: optional(text({ maxLength: 10 }, "Shorten the note.")),
    agree: checkbox(),
    theme: optional(choice(["light", "dark"], "Choose one.")),
  });

  test("leaves out fields it does not name, and never minds a prototype", () => {
    const read = Sign.read(
      JSON.parse('{"email":"a@b","password":"  x  ","isAdmin":"true","__proto__":{"role":"owner"}}'),
    );
    expect(read).toEqual({ ok: true, value: { email: "a@b", password: "  x  " } });
  });

  test("says what is wrong with each field in its own sentence, and never gives a secret back", () => {
    const read = Sign.read({ email: " ", password: "hunter22", note: "much too long", theme: "pink" });
    expect(read).toEqual({
      ok: false,
      typed: { email: " ", note: "much too long", theme: "pink" },
      errors: { email: "Enter an email.", note: "Shorten the note.", theme: "Choose one." },
    });
  });

  test("reads a ticked box as true", () => {
    expect(Sign.read({ email: "a", password: "b", agree: "on" })).toEqual({
      ok: true,
      value: { email: "a", password: "b", agree: true },
    });
  });

  test("drops NUL, which PostgreSQL cannot hold", () => {
    expect(Sign.read({ email: "a\0b", password: "c" })).toEqual({ ok: true, value: { email: "ab", password: "c" } });
  });

  test("D06: is refused whole with more fields than any form has", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, "x"]));
    expect(Sign.read({ ...many(198), email: "a", password: "b" }).ok).toBe(true);
    expect(() => Sign.read({ ...many(199), email: "a", password: "b" })).toThrow("more than a form here can hold");
  });
});
