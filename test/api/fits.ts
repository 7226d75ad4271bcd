import { expect } from "bun:test";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** Whether an answer is just what its shape says; if not, where. */
export function expectFit(schema: TSchema, value: unknown, of = ""): void {
  const check = Compile(schema);
  const wrong = check.Check(value)
    ? []
    : check.Errors(value).map(({ instancePath, message }) => `${of}${instancePath} ${message}`);
  expect(wrong).toEqual([]);
}
