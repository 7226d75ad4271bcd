import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const check = async (field: string, fields: Readonly<Record<string, string>>) =>
  (await shop.htmx.post(`/account/check/register/${field}`, fields)).text();

describe("one schema for each form", () => {
  test("S45: is what the page tells the browser", async () => {
    const html = await (await shop.get("/register")).text();
    const field = (name: string) => new RegExp(`<input[^>]* id="${name}"[^>]*>`).exec(html)?.[0] ?? "";
    for (const part of ['autocomplete="name"', 'maxlength="100"', "required"])
      expect(field("displayName")).toContain(part);
    for (const part of ['type="email"', 'inputmode="email"', 'autocomplete="username"', 'maxlength="254"', "required"])
      expect(field("email")).toContain(part);
    for (const part of ['autocomplete="new-password"', 'minlength="8"', 'maxlength="1024"', "required"])
      expect(field("password")).toContain(part);
    expect(html).toContain("At least 8 characters.");
  });

  test("S57: names the rule after a field was left, ties it to the field, and is gone when it is mended", async () => {
    const wrong = await check("password", { password: "short" });
    expect(wrong).toStartWith('<div class="field" id="password-field">');
    expect(wrong).toContain('id="password-error"');
    expect(wrong).toContain("Password must be at least 8 characters.");
    expect(wrong).toContain('aria-invalid="true" aria-describedby="password-hint password-error"');
    expect(wrong).toContain('hx-trigger="change, input changed delay:300ms"');
    expect(wrong).not.toContain("short");
    const mended = await check("password", { password: "long enough now" });
    expect(mended).not.toContain("-error");
    expect(mended).not.toContain("aria-invalid");
    expect(mended).toContain('hx-trigger="change"');
    expect(await check("email", { email: "odile@" })).toContain("Enter an email address such as name@example.com.");
    expect(await check("email", { email: "" })).toContain("Enter your email address.");
    expect(await check("displayName", { displayName: "x".repeat(101) })).toContain("at most 100 characters");
  });

  test("S45, S46: a check and the form itself say the same of the same", async () => {
    const typed = ["", " ", "a", "1234567", "12345678", "password", "x".repeat(1025), "😀😀😀😀", "<b>&amp;"];
    for (const value of typed) {
      const fields = { displayName: value, email: value, password: value };
      const form = await (await shop.visitor().post("/register", fields)).text();
      for (const field of ["displayName", "email", "password"]) {
        const said = /-error"><span class="visually-hidden">Error: <\/span><span>([^<]*)/.exec(
          await check(field, fields),
        )?.[1];
        const inForm = new RegExp(`id="${field}-error"><span class="visually-hidden">Error: </span><span>([^<]*)`).exec(
          form,
        )?.[1];
        expect([field, value, inForm]).toEqual([field, value, said]);
      }
    }
  });

  test("what is typed comes back as text, and what is no field is nowhere", async () => {
    expect(await check("email", { email: `"><script>alert(1)</script>` })).toContain(
      'value="&#34;>&lt;script>alert(1)&lt;/script>"',
    );
    for (const path of [
      "register/nothing",
      "register/__proto__",
      "register/constructor",
      "nothing/email",
      "__proto__/email",
    ])
      expect((await shop.htmx.post(`/account/check/${path}`, { email: "x" })).status, path).toBe(404);
    expect((await shop.htmx.post("/account/check/register/email", { email: ["a", "b"] })).status).toBe(200);
  });

  test("S12: a check tells nobody that an address is taken", async () => {
    await shop.json.post("/api/register", {
      email: "odile@example.com",
      password: "a hook and a line",
      displayName: "O",
    });
    expect(await check("email", { email: "odile@example.com" })).not.toContain("-error");
  });

  test("S45: 9 instead of 8 in one place changes server, page, check and JSON alike", async () => {
    const ran = Bun.spawn([process.execPath, join(import.meta.dir, "with-nine.ts")], {
      stdout: "pipe",
      stderr: "inherit",
    });
    const { page, form, field, json } = (await new Response(ran.stdout).json()) as Record<string, string>;
    expect(page).toContain('minlength="9"');
    expect(page).toContain("At least 9 characters.");
    expect(form).toContain("Password must be at least 9 characters.");
    expect(field).toContain("Password must be at least 9 characters.");
    expect(json).toBe('{"error":"Password must be at least 9 characters."}');
    expect(`${page}${form}${field}`).not.toContain("8 characters");
  }, 60_000);
});
