import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { formatMoney, times } from "../pricing/money.ts";
import { form, line, optional, text, wholeNumber } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { GuidePage } from "#views/guide/guide.tsx";
import { TryPart, type TryProps } from "#views/guide/try-price.tsx";
import { loadExample, loadSold } from "./store.ts";

/** What the shop reads of an order for goods. The price is not in it: it is not a question that anyone may answer. */
const Asked = form({
  handle: line({ maxLength: 200 }, "Name what you want."),
  quantity: wholeNumber({ minimum: 1, maximum: 99 }, "Choose a quantity from 1 to 99."),
});
/** Only to say back what was sent. */
const Sent = form({ price: optional(text({ maxLength: 40 }, "")) });

/** What runs where and why, shown on the running shop. */
export function guideRoutes(deps: Deps) {
  const { store, config } = deps;
  const routes = new Elysia({ name: "guide" }).use(screens(deps));
  if (!config.has("guide")) return routes;

  return routes
    .get(paths.guide, ({ kept }) =>
      kept(["catalog"], async () => {
        const example = await loadExample(store.read);
        const { currency } = await deps.shop.read();
        const props = example && { ...example, said: formatMoney(example.price, currency), currency };
        return { page: (shell) => <GuidePage shell={shell} example={props} has={config.has} /> };
      }),
    )
    .post(paths.guide, async ({ screen, body }) => {
      const [asked, sent] = [Asked.read(body), Sent.read(body)];
      const price = sent.ok ? (sent.value.price ?? "") : "";
      const { currency } = await deps.shop.read();
      const typed = { ...(asked.ok ? { ...asked.value, quantity: String(asked.value.quantity) } : asked.typed), price };
      const sold = asked.ok ? await loadSold(store.read, asked.value.handle) : undefined;
      const errors = asked.ok ? (sold ? {} : { handle: "That is not sold here." }) : asked.errors;
      const answer =
        asked.ok && sold
          ? {
              title: sold.title,
              quantity: asked.value.quantity,
              unit: formatMoney(sold.price, currency),
              sum: formatMoney(times(sold.price, asked.value.quantity), currency),
            }
          : undefined;
      const props: TryProps = { typed, errors, answer };
      const status = answer ? 200 : 422;
      return screen({
        status,
        page: (shell) => <GuidePage shell={shell} example={undefined} tried={props} has={config.has} />,
        part: () => <TryPart {...props} />,
      });
    });
}
