import { expect, test } from "bun:test";
import { resolve } from "node:path";
import { raised, raisedOneByOne, runCases, type Case } from "./run-cases.ts";

/** The figures that six other shop systems expect; PUSHCART_CASES names another file of the same form. */
const file = resolve(process.env["PUSHCART_CASES"] || `${import.meta.dir}/cases/totals-dev.json`);
const { cases }: { readonly cases: readonly Case[] } = await Bun.file(file).json();

test("every case comes to the figures it expects", () => {
  const { passed, failures } = runCases(cases);
  console.log([...failures, `${passed} passed, ${failures.length} failed`].join("\n"));
  expect(failures).toEqual([]);
  expect(passed).toBe(cases.length);
});

test("a copy with every figure raised by one gives 0 passed", () => {
  const { passed, failures } = runCases(raised(cases));
  expect([passed, failures.length]).toEqual([0, cases.length]);
});

test("no figure goes unseen: whichever one of a case is raised by one, the case fails", () => {
  const copies = cases.flatMap(raisedOneByOne);
  expect(copies.length).toBeGreaterThanOrEqual(cases.length);
  const { passed, failures } = runCases(copies);
  expect([passed, failures.length]).toEqual([0, copies.length]);
});

test("further carts of other shops, where their rules are ours", async () => {
  const more: { readonly cases: readonly Case[] } = await Bun.file(`${import.meta.dir}/cases/totals-more.json`).json();
  expect(more.cases.length).toBeGreaterThanOrEqual(50);
  expect(runCases(more.cases).failures).toEqual([]);
  expect(runCases(raised(more.cases)).passed).toBe(0);
});
