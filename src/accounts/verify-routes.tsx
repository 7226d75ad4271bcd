import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { link, paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { GoElsewhere } from "../web/shop-error.ts";
import { SaidPage, type SaidProps } from "#views/accounts/said.tsx";
import { isTheirs, othersLink } from "./own-link.ts";
import { accountOfVerify, verifyAgain, verifyEmail } from "./verify-email.ts";

const account = { href: paths.account, label: "Go to your account" };
const dead: SaidProps = {
  title: "This link works no more",
  sentences: ["It was used, or is more than a day old. In your account you can ask for a new one."],
  goOn: account,
};
const found = (orders: number) =>
  orders === 0
    ? []
    : [
        orders === 1
          ? "An order that you placed before is in your account now."
          : `${orders} orders that you placed before are in your account now.`,
      ];

/** The address of an account: the page that the letter leads to. A program that looks into letters presses nothing. */
export function verifyRoutes(deps: Deps) {
  return new Elysia({ name: "verify" })
    .use(screens(deps))
    .derive(({ screen }) => ({
      say: (props: SaidProps, status = 200) =>
        screen({ status, page: (shell) => <SaidPage shell={shell} {...props} /> }),
    }))

    .get(paths.accountVerify, async ({ say, visitor, params: { token } }) => {
      const whose = await accountOfVerify(deps, token);
      if (whose === undefined) return say(dead, 410);
      const action = link(paths.accountVerify, { token });
      if (!(await isTheirs(visitor, whose, action))) return say(othersLink, 403);
      const press = { action, label: "Yes, this is my address" };
      return say({ title: "Is this your address?", sentences: ["Press once more, and it is confirmed."], press });
    })

    .post(paths.accountVerify, async ({ say, visitor, params: { token }, facts }) => {
      const whose = await accountOfVerify(deps, token);
      if (whose === undefined) return say(dead, 410);
      if (!(await isTheirs(visitor, whose, link(paths.accountVerify, { token })))) return say(othersLink, 403);
      const claimed = await verifyEmail(deps, token, facts.address);
      if (claimed === undefined) return say(dead, 410);
      return say({ title: "Your address is confirmed", sentences: ["Thank you.", ...found(claimed)], goOn: account });
    })

    .post(paths.accountVerifyAgain, async ({ visitor, seeOther }) => {
      const { customer } = await visitor.load();
      if (!customer) throw new GoElsewhere(paths.login);
      if (customer.verified) return seeOther(paths.account);
      await verifyAgain(deps, customer);
      visitor.tell(`A letter is on its way to ${customer.email}.`);
      return seeOther(paths.account);
    });
}
