import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { moderate, type Decision } from "../../reviews/moderate.ts";
import { countWaiting, listReviews, states, type DeskReview } from "../../reviews/store.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { choice, form, optional, text, wholeNumber } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { ReviewSlip, type ReviewRow } from "#views/admin/review-slip.tsx";
import { ReviewListPage } from "#views/admin/reviews.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";

const perPage = 30;
const List = form({
  state: optional(choice(states, "Choose a state.")),
  page: optional(wholeNumber({ minimum: 1, maximum: 9999 }, "Choose a page.")),
});
const longest = "Shorten the answer to 1,000 characters.";
const Decide = form({
  act: choice(["show", "hide", "unpicture", "reply"], "Choose what to do with it."),
  reply: optional(text({ maxLength: 1000 }, longest)),
});

/** What buyers said: looked at before others see it, and answered. */
export function reviewDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  const row = (review: DeskReview, shop: ShopSettings): ReviewRow => ({
    ...review,
    when: deskMoment(review.createdAt, now(), shop),
    state: review.shown ? "shown" : review.decidedAt === null ? "waiting" : "hidden",
  });

  return new Elysia({ name: "admin-reviews" })
    .use(staffScreens(deps, "reviews.see"))

    .get(
      paths.adminReviews,
      async ({ screen, desk, may, query }) => {
        const { state = "waiting", page = 1 } = query.ok ? query.value : {};
        const [found, waiting, shop] = await Promise.all([
          listReviews(store.read, state, { from: (page - 1) * perPage, most: perPage + 1 }),
          countWaiting(store.read),
          deps.shop.read(),
        ]);
        const props = {
          desk: await desk("Reviews"),
          state,
          waiting,
          may,
          page,
          isMore: found.length > perPage,
          reviews: found.slice(0, perPage).map((each) => row(each, shop)),
        };
        return screen({ page: () => <ReviewListPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .post(
      paths.adminReview,
      async ({ screen, seeOther, partial, may, staff, facts, body, params: { id } }) => {
        if (!body.ok) throw new ShopError("unreadable", Object.values(body.errors)[0] ?? longest);
        const { act, reply = "" } = body.value;
        const decision: Decision = act === "reply" ? { kind: act, text: reply } : { kind: act };
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId };
        const review = await store.write((tx) => moderate(tx, id, decision, by));
        if (!review) throw new ShopError("not_found", "That review is gone.");
        if (!partial) return seeOther(paths.adminReviews);
        const shown = row(review, await deps.shop.read());
        const part = () => <ReviewSlip review={shown} may={may} done={act} />;
        return screen({ page: part, part });
      },
      { body: Decide, transform: needs(deps, "reviews.edit") },
    );
}
