import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { orderPath } from "../orders/order-link.ts";
import { link, paths } from "../paths.ts";
import { removePictures } from "../catalog/import/shop-pictures.ts";
import { takePicture } from "../catalog/uploads/take-picture.ts";
import { choice, form, optional, wholeNumber, type Refused } from "../web/forms.ts";
import { readUpload, type SentFile } from "../web/read-upload.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { monthOf } from "../catalog/month.ts";
import { AllReviewsPage, AllReviewsPart, type AllReviewsProps } from "#views/reviews/all-reviews.tsx";
import { ReviewGatePage } from "#views/reviews/review-gate.tsx";
import { ReviewFormPage, ReviewFormPart, type ReviewFormProps } from "#views/reviews/review-form.tsx";
import { ReviewSaidPage } from "#views/reviews/review-said.tsx";
import { ReviewForm } from "./forms.ts";
import { findBoughtBy, listShown, loadBought, loadOwn, loadSubject } from "./store.ts";
import { buyerKeyOf, noPicture, writeReview } from "./write-review.ts";

const perPage = 12;
const List = form({
  sort: optional(choice(["newest", "best", "worst"], "Choose an order.")),
  page: optional(wholeNumber({ minimum: 1, maximum: 999 }, "Choose a page.")),
});

const notHere = () => new ShopError("not_found", "That one is not sold here, or not any more.");
const notInOrder = () =>
  new ShopError("not_found", "That product is not in this order. Open the order again and choose one from there.");
const early = "You can say what you think of it once it is paid or on its way.";

/** What buyers think of things: read by all, written once by each who bought one, shown when the shop has looked. */
export function reviewRoutes(deps: Deps) {
  const { store, config, keys } = deps;
  const routes = new Elysia({ name: "reviews" }).use(screens(deps));
  if (!config.has("reviews")) return routes;

  async function bought(token: string, handle: string) {
    const found = token.length <= 64 ? await loadBought(store.read, digestOf(token), handle) : undefined;
    if (!found) throw notInOrder();
    if (!found.isBought) throw new ShopError("conflict", early);
    return found;
  }

  /** Takes in the picture that came with it, if any. */
  async function takeSent(files: readonly SentFile[]) {
    const [file] = files.filter(({ field }) => field === "picture");
    if (!file) return { ok: true, pictured: undefined } as const;
    const taken = await takePicture({ bytes: file.bytes, mostMebibytes: 5 }, deps);
    if (!taken.ok) return { ok: false, message: `Choose another picture: ${taken.why}` } as const;
    const { file: picture, width: pictureWidth, height: pictureHeight } = taken.made;
    return { ok: true, pictured: { picture, pictureWidth, pictureHeight } } as const;
  }

  return routes
    .get(
      paths.productReviews,
      ({ kept, params: { handle }, query }) =>
        kept([`product:${handle}`], async () => {
          const { sort = "newest", page = 1 } = query.ok ? query.value : {};
          const from = (page - 1) * perPage;
          const subject = await loadSubject(store.read, handle);
          const found = await listShown(store.read, handle, { sort, from, most: perPage });
          if (!subject || (found.length === 0 && page > 1)) throw notHere();
          const shop = await deps.shop.read();
          const list = found.map(({ createdAt, ...review }) => ({ ...review, when: monthOf(createdAt, shop) }));
          const pages = Math.max(1, Math.ceil(subject.count / perPage));
          const props: AllReviewsProps = { ...subject, handle, sort, page, pages, list };
          return {
            page: (shell) => <AllReviewsPage shell={shell} {...props} />,
            part: () => <AllReviewsPart {...props} />,
          };
        }),
      { query: List.inQuery },
    )

    .get(paths.productReview, async ({ visitor, screen, seeOther, params: { handle } }) => {
      const subject = await loadSubject(store.read, handle);
      if (!subject) throw notHere();
      const { customer } = await visitor.load();
      const orderId = customer && (await findBoughtBy(store.read, customer.id, handle));
      if (orderId === undefined)
        return screen({
          page: (shell) => (
            <ReviewGatePage
              shell={shell}
              handle={handle}
              title={subject.title}
              signedIn={customer !== undefined}
              accounts={config.has("accounts")}
            />
          ),
        });
      const token = orderPath(keys.orderLink, orderId).slice(link(paths.order, { token: "" }).length);
      return seeOther(link(paths.orderReview, { token, handle }));
    })

    .get(paths.orderReview, async ({ screen, params: { token, handle } }) => {
      const found = await bought(token, handle);
      const own = await loadOwn(store.read, found.productId, buyerKeyOf(found));
      const { picture = "", ...words } = own ?? { author: firstName(found.name) };
      const typed = { ...words, ...(own && { rating: String(own.rating) }) } as Record<string, string>;
      const props: ReviewFormProps = {
        token,
        handle,
        title: found.title,
        isAgain: own !== undefined,
        hasPicture: picture !== "",
        typed,
        errors: {},
      };
      return screen({ page: (shell) => <ReviewFormPage shell={shell} {...props} /> });
    })

    .post(
      paths.orderReview,
      async ({ screen, goTo, request, facts, params: { token, handle } }) => {
        const found = await bought(token, handle);
        await deps.limits.count("uploads", facts.address);
        return readUpload(request, facts.address, async ({ fields, files }) => {
          const body = ReviewForm.read(fields);
          const refuse = async (typed: Refused["typed"], errors: Refused["errors"]) => {
            const own = await loadOwn(store.read, found.productId, buyerKeyOf(found));
            const again = { isAgain: own !== undefined, hasPicture: (own?.picture ?? "") !== "" };
            const props: ReviewFormProps = { token, handle, title: found.title, ...again, typed, errors };
            return screen({
              status: 422,
              page: (shell) => <ReviewFormPage shell={shell} {...props} />,
              part: () => <ReviewFormPart {...props} />,
            });
          };
          if (!body.ok) return refuse(body.typed, body.errors);
          const sent = await takeSent(files);
          if (!sent.ok) return refuse(fields, { picture: sent.message });
          const { rating, author, title = "", body: words = "", pictureAlt = "", dropPicture = false } = body.value;
          const own = { rating: Number(rating), author, title, body: words, pictureAlt };
          const pictured = sent.pictured ?? (dropPicture ? noPicture : undefined);
          try {
            await deps.limits.count("reviews", facts.address);
            await store.write((tx) => writeReview(tx, found, own, { now: deps.now(), newId: deps.newId, pictured }));
          } catch (cause) {
            if (sent.pictured) await removePictures(config.dataFolder, [sent.pictured.picture]);
            throw cause;
          }
          return goTo(link(paths.orderReviewThanks, { token, handle }));
        });
      },
      { body: ReviewForm, parse: "none" },
    )

    .get(paths.orderReviewThanks, async ({ screen, params: { token, handle } }) => {
      const found = await bought(token, handle);
      return screen({
        page: (shell) => <ReviewSaidPage shell={shell} token={token} handle={handle} title={found.title} />,
      });
    });
}

/** What of a name is shown unless somebody writes another. */
const firstName = (name: string) => name.trim().split(/\s+/)[0]?.slice(0, 60) ?? "";
