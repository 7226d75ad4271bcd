import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { chosenIn, fieldsOf, found, type Chosen, type Finder } from "#src/finder/finder.ts";
import { finderText, readFinder } from "#src/finder/text.ts";
import { member } from "#test/admin/staff.ts";
import { openShop } from "#test/support/shop.ts";

const small: Finder = {
  title: "Find a gift",
  intro: "Skip what you like.",
  questions: [
    {
      question: "Who?",
      answers: [
        { label: "A cook", products: ["mug", "pan"] },
        { label: "A child", products: ["cart"] },
      ],
    },
    {
      question: "When?",
      answers: [
        { label: "Now", products: ["cart", "pan"] },
        { label: "Later", products: ["mug", "pan"] },
      ],
    },
    {
      question: "Why?",
      answers: [
        { label: "So", products: ["pan", "cart"] },
        { label: "Because <b>", products: ["tea"] },
      ],
    },
  ],
};

/** Every way through: each question answered or skipped. */
function paths({ questions }: Finder): Chosen[] {
  return questions.reduce<Chosen[]>(
    (all, { answers }) => all.flatMap((way) => [null, ...answers.keys()].map((each) => [...way, each])),
    [[]],
  );
}

/** The rule again, the slow way: count for each product by itself, and take out the best one at a time. */
function counted({ questions }: Finder, chosen: Chosen): string[] {
  const named = questions.flatMap(({ answers }, at) => answers[chosen[at] ?? -1]?.products ?? []);
  const left = named.filter((handle, at) => named.indexOf(handle) === at);
  const times = (handle: string) => named.filter((each) => each === handle).length;
  const ranked: string[] = [];
  while (left.length > 0) {
    const most = Math.max(...left.map(times));
    ranked.push(
      ...left.splice(
        left.findIndex((handle) => times(handle) === most),
        1,
      ),
    );
  }
  return ranked;
}

describe("S55: the gift finder", () => {
  test("is right for every way through", () => {
    const all = paths(small);
    expect(all.length).toBe(27);
    for (const chosen of all) expect(found(small, chosen)).toEqual(counted(small, chosen));
    expect(found(small, [0, 1, 0])).toEqual(["pan", "mug", "cart"]);
    expect(found(small, [null, null, null])).toEqual([]);
  });

  test("an address says the same as what was chosen, and nothing else does", () => {
    for (const chosen of paths(small)) {
      const query = new URLSearchParams(fieldsOf(chosen).map(([name, value]) => [name, value]));
      expect(chosenIn(small, query)).toEqual(chosen);
    }
    for (const odd of ["q1=0", "q1=3", "q1=-1", "q1=1e0", "q1=01", "q1= 1", "q2=1", "q1=", "q1[]=1"]) {
      expect([odd, chosenIn(small, new URLSearchParams(odd))]).toEqual([odd, []]);
    }
  });

  test("what its shopkeeper writes is read back as the same", () => {
    expect(readFinder(finderText(small))).toEqual({ ok: true, finder: small });
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => void readFinder(text)),
      { numRuns: 500 },
    );
  });

  test.each([
    ["", "Line 1: begin with a title"],
    ["Title", "Give at least one question two answers"],
    ["Title\n## Who?\n- A: mug", 'Give "Who?" two answers'],
    ["Title\n- A: mug", "Line 2: write a question"],
    ["Title\n## Who?\n- A", "Line 3: write an answer, a colon"],
    ["Title\n## Who?\nsomething", "Line 3: begin an answer with -"],
    ["Title\n##\n- A: mug", "Line 2: write a question of at most"],
    [`Title\n${"## Q\n- A: m\n- B: m\n".repeat(13)}`, "Ask at most 12 questions"],
  ])("%p is told what is wrong with it", (text, trouble) => {
    const told = readFinder(text);
    expect(told.ok ? "read" : told.trouble).toStartWith(trouble);
  });
});

const words = finderText({
  ...small,
  questions: small.questions.map(({ question, answers }) => ({
    question,
    answers: answers.map(({ label, products }) => ({
      label,
      products: products.filter((each) => each !== "tea").concat("mug"),
    })),
  })),
});

describe("/finder", () => {
  const world = { products: ["Mug", "Pan", "Cart"].map((title) => ({ title, price: 900 })) };

  test("asks, goes back, skips and finds, as plain pages and in place", async () => {
    await using shop = await openShop(world);
    expect((await shop.get("/finder")).status).toBe(404);
    const desk = await member(shop, "content");
    expect((await desk.post("/admin/finder", { words })).status).toBe(303);
    const first = await (await shop.get("/finder")).text();
    expect(first).toContain("Question 1 of 3");
    expect(first).toContain("Skip what you like.");
    const second = await shop.htmx.get("/finder?q1=1");
    expect(second.headers.get("HX-Push-Url")).toBe("/finder?q1=1");
    expect(await second.text()).toContain('<input type="hidden" name="q1" value="1"/>');
    const last = await (await shop.get("/finder?q1=1&q2=skip&q3=2")).text();
    expect(last).toContain("You said: A cook; Because &lt;b&gt;.");
    expect(last).toContain('href="/finder?q1=1&amp;q2=skip"');
    const order = [...last.matchAll(/href="\/products\/(mug|pan|cart)"/g)].map(([, handle]) => handle);
    expect([...new Set(order)]).toEqual(["mug", "pan"]);
    expect(await (await shop.get("/finder?q1=skip&q2=skip&q3=skip")).text()).toContain("You skipped every question");
    expect(await (await shop.get("/")).text()).toContain('<a href="/finder">Find a gift</a>');
  });

  test("is written at the desk; what is wrong is said, and nothing is lost", async () => {
    await using shop = await openShop(world);
    const desk = await member(shop, "content");
    const refused = await desk.htmx.post("/admin/finder", { words: words.replace("pan", "no-such-<b>") });
    const html = await refused.text();
    expect([refused.status, html.includes("There is no product no-such-&lt;b&gt;")]).toEqual([422, true]);
    expect(html).toContain("## Who?");
    expect((await desk.post("/admin/finder", { words: "x".repeat(20_001) })).status).toBe(422);
    expect((await shop.get("/finder")).status).toBe(404);
    await desk.post("/admin/finder", { words });
    expect(await (await desk.get("/admin/finder")).text()).toContain("## Who?");
    await desk.post("/admin/finder", { words: " " });
    expect((await shop.get("/finder")).status).toBe(404);
    expect((await (await member(shop, "packer")).post("/admin/finder", { words })).status).toBe(403);
  });
});
