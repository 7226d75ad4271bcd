import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { FinderPage, FinderPart, type FinderProps } from "#views/finder/finder.tsx";
import { chosenIn, fieldsOf, found, mostFound, type Finder } from "./finder.ts";
import { loadCards, loadFinder } from "./store.ts";

/** Questions one after another, each with an address; the last leads to products. All of it is counted here. */
export function finderRoutes(deps: Deps) {
  const { store } = deps;
  return new Elysia({ name: "finder" }).use(screens(deps)).get(paths.finder, ({ kept, request }) =>
    kept(["finder", "catalog"], async () => {
      const finder = await loadFinder(store.read);
      if (!finder) throw new ShopError("not_found", "This shop has no gift finder. Try the search.");
      const props = await shown(finder, new URL(request.url).searchParams);
      const query = new URLSearchParams(props.fields.map(([name, value]) => [name, value]));
      return {
        page: (shell) => <FinderPage shell={shell} {...props} />,
        part: () => <FinderPart {...props} />,
        headers: { "HX-Push-Url": query.size === 0 ? paths.finder : `${paths.finder}?${query}` },
      };
    }),
  );

  async function shown(finder: Finder, query: URLSearchParams): Promise<FinderProps> {
    const { title, intro, questions } = finder;
    const chosen = chosenIn(finder, query);
    const said = chosen.flatMap((answer, at) => (answer === null ? [] : (questions[at]?.answers[answer]?.label ?? [])));
    const steps = { title, intro, fields: fieldsOf(chosen), said, step: chosen.length + 1, steps: questions.length };
    const question = questions[chosen.length];
    if (question) return { ...steps, question: question.question, answers: question.answers.map(({ label }) => label) };
    const handles = found(finder, chosen);
    const cards = new Map((await loadCards(store.read, handles)).map((card) => [card.handle, card]));
    const { currency } = await deps.shop.read();
    return { ...steps, cards: handles.flatMap((handle) => cards.get(handle) ?? []).slice(0, mostFound), currency };
  }
}
