import { expect, test } from "bun:test";
import { trailOf } from "#src/catalog/trail.ts";

const shelf = (id: string, parentId: string | null = null, rule: string[] | null = null) =>
  ({ id, handle: id, title: id, parentId, rule: rule && { match: "all", conditions: [] } }) as never;
const titles = (...shelves: never[]) => trailOf(shelves).map(({ title }) => title);

test("the trail leads to the lowest shelf by hand, however the shelves stand", () => {
  const [books, fiction, classics] = [shelf("Books"), shelf("Fiction", "Books"), shelf("Classics", "Fiction")];
  expect(titles(books, fiction, classics)).toEqual(["Stall", "Books", "Fiction", "Classics"]);
  expect(titles(classics, shelf("New", null, []), books, fiction)).toEqual(["Stall", "Books", "Fiction", "Classics"]);
  expect(titles(shelf("New", null, []), books)).toEqual(["Stall", "Books"]);
});

test("without a shelf by hand it leads to one by rule, without any to the stall", () => {
  expect(titles(shelf("New", null, []))).toEqual(["Stall", "New"]);
  expect(titles()).toEqual(["Stall"]);
});

test("a shelf by tag is the last choice", () => {
  const byTag = { id: "t", handle: "t", title: "Tag", parentId: null };
  const rule = { match: "all", conditions: [{ field: "tag", is: "equals", value: "x" }] };
  expect(titles({ ...byTag, rule } as never, shelf("Mugs", null, []))).toEqual(["Stall", "Mugs"]);
  expect(titles({ ...byTag, rule } as never)).toEqual(["Stall", "Tag"]);
});

test("shelves that stand in one another end somewhere", () => {
  expect(titles(shelf("A", "B"), shelf("B", "A"))).toHaveLength(3);
});
