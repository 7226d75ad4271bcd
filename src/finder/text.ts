import type { Answer, Finder, Question } from "./finder.ts";

// The finder as its shopkeeper writes it: a title, a line below it, then questions and answers with the products that
// each answer speaks for.
//
//   Find a gift
//   Answer what you can and skip the rest.
//
//   ## Who is it for?
//   - Someone who cooks: cutting-board, pepper-mill
//   - A child: toy-cart

const limits = { questions: 12, answers: 12, products: 40, label: 120 };

export type Read = { readonly ok: true; readonly finder: Finder } | { readonly ok: false; readonly trouble: string };

const no = (line: number, trouble: string): Read => ({ ok: false, trouble: `Line ${line}: ${trouble}` });

/** Reads what was written. Trouble names the line and says what to write instead. */
export function readFinder(text: string): Read {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const head: string[] = [];
  const questions: { question: string; answers: Answer[] }[] = [];
  for (const [at, raw] of lines.entries()) {
    const [line, nth] = [raw.trim(), at + 1];
    const last = questions.at(-1);
    if (line === "") continue;
    if (line.startsWith("##")) {
      const question = line.replace(/^#+/, "").trim();
      if (question === "" || question.length > limits.label)
        return no(nth, "write a question of at most 120 characters behind ##.");
      questions.push({ question, answers: [] });
    } else if (line.startsWith("-")) {
      if (!last) return no(nth, 'write a question, such as "## Who is it for?", before its answers.');
      const answer = readAnswer(line);
      if (typeof answer === "string") return no(nth, answer);
      if (last.answers.length === limits.answers) return no(nth, `a question has at most ${limits.answers} answers.`);
      last.answers.push(answer);
    } else if (last) return no(nth, "begin an answer with - and a question with ##.");
    else head.push(line);
  }
  return checked(head, questions);
}

function readAnswer(line: string): Answer | string {
  const [, label = "", list = ""] = /^-\s*(.*?)\s*:\s*([^:]*)$/.exec(line) ?? [];
  const products = [...new Set(list.split(/[\s,]+/).filter((handle) => handle !== ""))];
  if (label === "" || label.length > limits.label || products.length === 0)
    return 'write an answer, a colon, and the products it speaks for, such as "- A child: toy-cart, dominoes".';
  return products.length > limits.products ? `name at most ${limits.products} products.` : { label, products };
}

function checked(head: readonly string[], questions: readonly Question[]): Read {
  const [title = "", ...intro] = head;
  if (title === "") return no(1, 'begin with a title, such as "Find a gift".');
  if (questions.length > limits.questions)
    return { ok: false, trouble: `Ask at most ${limits.questions} questions; nobody answers more.` };
  const lonely = questions.find(({ answers }) => answers.length < 2);
  if (questions.length === 0 || lonely)
    return {
      ok: false,
      trouble: `Give ${lonely ? `"${lonely.question}"` : "at least one question"} two answers or more.`,
    };
  return { ok: true, finder: { title: title.slice(0, limits.label), intro: intro.join(" ").slice(0, 500), questions } };
}

/** The text that `readFinder` reads back as the same. */
export function finderText({ title, intro, questions }: Finder): string {
  const blocks = questions.map(({ question, answers }) =>
    [`## ${question}`, ...answers.map(({ label, products }) => `- ${label}: ${products.join(", ")}`)].join("\n"),
  );
  return [[title, intro].filter((line) => line !== "").join("\n"), ...blocks].join("\n\n");
}
