import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { link, paths } from "../paths.ts";
import { emailKeyOf, isEmail, sentences } from "../accounts/account.ts";
import { sayDate } from "../settings/calendar.ts";
import { form, line, optional, text, wholeNumber } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { LeavePage } from "#views/news/leave.tsx";
import { NewsList, NewsPage } from "#views/news/news.tsx";
import { NoticePage, NoticePart, NoticeTaken } from "#views/news/notice.tsx";
import { dropAddress, dropWatch, loadKind, loadWatched } from "./asking-store.ts";
import { askNotice } from "./ask-notice.ts";
import { kindName, kindPath } from "./kind-name.ts";
import { findOrderByLink } from "./listening-store.ts";
import { toldOf } from "./news-words.ts";
import { loadNews, markSeen, newsKey } from "./store.ts";

const gone = "That one is not sold here, or not any more.";
const NoticeForm = form({
  variant: line({ maxLength: 200 }, gone),
  email: line({ maxLength: 254 }, sentences.email, {
    title: "Your email",
    empty: sentences.noEmail,
    box: "email",
    autocomplete: "email",
    trouble: (typed) => (isEmail(typed) ? undefined : sentences.email),
  }),
});

const Listen = form({
  /** What the address of an order holds whose page is open. */
  order: optional(text({ maxLength: 64 }, "")),
  since: optional(wholeNumber({ minimum: 0, maximum: 1e15 }, "")),
});

/** A proxy that gathers an answer before it passes it on would never pass this on. */
const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store",
  "X-Accel-Buffering": "no",
};

/** Seconds, some signs of life long. Without an end, whoever hangs up in silence would hold the connection for ever. */
const mostSilent = 60;

const left = "No more letters of that kind come to that address, unless somebody asks for one again.";

/** Who waits for goods, and what there is to tell everybody: in the page, by letter, and while a page is open. */
export function newsRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  /** Counts that an address was typed. */
  async function mayWriteTo(email: string): Promise<boolean> {
    try {
      await deps.limits.count("stockNoticeMailbox", emailKeyOf(email));
      return true;
    } catch (cause) {
      if (cause instanceof ShopError) return false;
      throw cause;
    }
  }

  return (
    new Elysia({ name: "news" })
      .use(screens(deps))

      .post(
        paths.productNotice,
        async ({ body, params: { handle }, facts, visitor, screen, partial, seeOther, goTo }) => {
          const variant = body.ok ? body.value.variant : (body.typed["variant"] ?? "");
          if (!body.ok) {
            const kind = await loadKind(store.read, handle, variant);
            if (!kind) throw new ShopError("not_found", gone);
            const error = body.errors["email"] ?? sentences.email;
            const refused = { typed: body.typed["email"] ?? "", error };
            const props = { handle, variant, refused };
            return screen({
              status: 422,
              page: (shell) => <NoticePage shell={shell} name={kindName(kind)} href={kindPath(kind)} {...props} />,
              part: () => <NoticePart {...props} />,
            });
          }
          await deps.limits.count("stockNotice", facts.address);
          const { customer } = await visitor.load();
          const owner = customer ? `c:${customer.id}` : visitor.startGuest();
          const { email } = body.value;
          const isWrittenTo = await mayWriteTo(email);
          const asked = { handle, variantId: variant, email, isWrittenTo, customerId: customer?.id, owner };
          const answer = await store.write((tx) => askNotice(tx, { ...asked, at: now(), newId }));
          if (answer.outcome === "missing") throw new ShopError("not_found", gone);
          if (answer.outcome === "there") return goTo(kindPath(answer.kind));
          const message = `You get one letter when ${kindName(answer.kind)} is back. This page tells you as well.`;
          if (!partial) {
            visitor.tell(message);
            return seeOther(paths.news);
          }
          const part = () => <NoticeTaken message={message} />;
          return screen({ page: part, part });
        },
        { body: NoticeForm },
      )

      .get(
        paths.newsEvents,
        async ({ request, query, visitor, facts, seeOther }) => {
          if (!request.headers.get("accept")?.includes("text/event-stream")) return seeOther(paths.news);
          const { order = "", since } = query.ok ? query.value : {};
          const { customer, sessionId } = await visitor.load();
          const owner = customer ? `c:${customer.id}` : visitor.guest;
          const orderId = order === "" ? undefined : await findOrderByLink(store.read, digestOf(order));
          if (owner === undefined && orderId === undefined) return new Response(null, { status: 204 });
          const last = request.headers.get("last-event-id") ?? "";
          const listening = { owner, orderId, sessionId, address: facts.address };
          const body = await deps.news.open({ ...listening, since: /^\d{1,15}$/.test(last) ? Number(last) : since });
          facts.takeTime(mostSilent);
          return new Response(body, { headers: streamHeaders });
        },
        { query: Listen.inQuery },
      )

      .get(paths.news, async ({ screen, visitor }) => {
        const since = Number(await store.stamp([newsKey]));
        const { customer } = await visitor.load();
        const owner = customer ? `c:${customer.id}` : visitor.guest;
        const kinds = owner === undefined ? [] : await loadWatched(store.read, owner);
        const awaited = kinds.map((kind) => ({
          variant: kind.variantId,
          name: kindName(kind),
          href: kindPath(kind),
        }));
        const rows = owner === undefined ? [] : await loadNews(store.read, owner);
        const shop = await deps.shop.read();
        const items = rows.map((row) => ({
          ...toldOf(row, deps.keys.orderLink),
          when: sayDate(row.at, shop, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" }),
          iso: row.at.toISOString(),
          isNew: row.seenAt === null,
        }));
        const notice = visitor.told();
        const page = await screen({
          page: (shell) => (
            <NewsPage shell={shell} {...{ items, awaited, notice, since }} isCustomer={customer !== undefined} />
          ),
          part: () => <NewsList items={items} />,
        });
        const newest = rows.find((row) => row.seenAt === null);
        if (owner !== undefined && newest) await store.write((tx) => markSeen(tx, owner, newest.seq, now()));
        return page;
      })

      .post(paths.newsWaiting, async ({ params: { variant }, visitor, seeOther }) => {
        const { customer } = await visitor.load();
        const owner = customer ? `c:${customer.id}` : visitor.guest;
        if (owner !== undefined) await store.write((tx) => dropWatch(tx, owner, variant));
        visitor.tell("You wait for that no more.");
        return seeOther(paths.news);
      })

      .get(paths.noticeLeave, ({ screen, params: { token } }) => {
        const action = link(paths.noticeLeave, { token });
        const text = "One press, and nothing that was asked for with this address is written any more.";
        return screen({
          page: (shell) => <LeavePage shell={shell} heading="Stop these letters" text={text} action={action} />,
        });
      })
      // Mail programs send this themselves, without a cookie. Whoever waited for nothing is told the same.
      .post(paths.noticeLeave, async ({ screen, params: { token } }) => {
        await store.write((tx) => dropAddress(tx, digestOf(token)));
        return screen({ page: (shell) => <LeavePage shell={shell} heading="Stopped" text={left} /> });
      })
  );
}
