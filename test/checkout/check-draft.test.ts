import { describe, expect, test } from "bun:test";
import { checkContact } from "#src/checkout/check-draft.ts";
import type { Draft } from "#src/checkout/draft.ts";

const asked = { address: true, countries: undefined, vatNumber: false };
const odile: Draft = {
  email: "odile@example.com",
  name: "Odile Bernard",
  country: "US",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
};
const errorsOf = (changes: Draft) => checkContact({ ...odile, ...changes }, asked);

describe("contact and address", () => {
  test("are taken as people write them", () => {
    expect(checkContact(odile, asked)).toEqual({});
    for (const postcode of ["12534-1234", "12534 1234", "125341234"]) expect(errorsOf({ postcode })).toEqual({});
    for (const postcode of ["k1a0b1", "K1A 0B1", "K1A-0B1"]) {
      expect(errorsOf({ country: "CA", region: "ON", postcode })).toEqual({});
    }
    expect(errorsOf({ country: "DE", region: "", postcode: "10115" })).toEqual({});
    expect(errorsOf({ country: "HK", region: "", postcode: "" })).toEqual({});
    expect(errorsOf({ country: "JP", region: "", postcode: "100-0001", city: "東京" })).toEqual({});
    expect(errorsOf({ name: "X", street: "—", email: "o'neil+shop@mail.example.co.uk" })).toEqual({});
  });

  test("say what is missing, in the order of the page", () => {
    expect(Object.entries(checkContact({}, asked))).toEqual([
      ["email", "Enter your email address"],
      ["name", "Enter your full name"],
      ["country", "Choose the country"],
      ["street", "Enter the street and number"],
      ["city", "Enter the town"],
      ["postcode", "Enter the postcode of the delivery address"],
    ]);
    expect(errorsOf({ postcode: "", region: "" })).toEqual({
      region: "Choose the state",
      postcode: "Enter the ZIP code of the delivery address",
    });
  });

  test("say what looks wrong, and what would be right", () => {
    expect(errorsOf({ email: "odile.example.com" }).email).toBe("Enter an email address with an @ in it");
    expect(errorsOf({ email: "a@b, c@d" }).email).toBe("Check the email address: no letter could reach it");
    expect(errorsOf({ postcode: "1253" }).postcode).toBe("Enter a ZIP code like 12534");
    expect(errorsOf({ region: "Bavaria" }).region).toBe("Choose the state");
    expect(errorsOf({ street: "x".repeat(201) }).street).toBe("Shorten this to 200 characters");
  });

  test("name a country that nothing is sent to", () => {
    const only = { address: true, countries: ["US", "CA"], vatNumber: false };
    expect(checkContact({ ...odile, country: "DE", region: "", postcode: "10115" }, only)).toEqual({
      country: "We do not deliver to Germany",
    });
  });

  test("ask for no address where nothing is sent", () => {
    expect(
      checkContact({ email: "o@example.com", name: "Odile" }, { address: false, countries: [], vatNumber: false }),
    ).toEqual({});
  });

  test("ask for the bill's address only where it is another one", () => {
    expect(Object.keys(errorsOf({ elsewhere: "yes" }))).toEqual([
      "billName",
      "billStreet",
      "billCity",
      "billPostcode",
      "billCountry",
    ]);
  });
});
