import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { form, optional, secret, text } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { JoinPage } from "#views/accounts/join.tsx";
import { sentences } from "./account.ts";
import { invitedBy, joinStaff } from "./invite-staff.ts";
import { troublesOf } from "./register.ts";

const JoinForm = form({
  displayName: optional(text({ maxLength: 100 }, sentences.name)),
  password: optional(secret({ maxLength: 2000 }, sentences.long)),
});

const gone = () =>
  new ShopError("not_found", "This invitation was used already, or its time is over. Ask for another one.");

/** Where an invitation to the desk leads: choose a password, once. */
export function joinRoutes(deps: Deps) {
  return new Elysia({ name: "join" })
    .use(screens(deps))

    .get(paths.adminJoin, async ({ screen, params }) => {
      const member = await invitedBy(deps, params.token);
      if (!member) throw gone();
      const props = { token: params.token, email: member.email, displayName: "", errors: {} };
      return screen({ page: ({ shop }) => <JoinPage {...props} shopName={shop.name} /> });
    })

    .post(
      paths.adminJoin,
      async ({ screen, visitor, params, body, facts, request, seeOther }) => {
        const member = await invitedBy(deps, params.token);
        if (!member) throw gone();
        const { displayName = "", password = "" } = body.ok ? body.value : { ...body.typed, password: "" };
        const errors = body.ok ? troublesOf({ email: member.email, displayName, password }) : body.errors;
        if (Object.keys(errors).length > 0) {
          const props = { token: params.token, email: member.email, displayName, errors };
          return screen({ status: 422, page: ({ shop }) => <JoinPage {...props} shopName={shop.name} /> });
        }
        const from = { address: facts.address, agent: request.headers.get("user-agent") ?? "" };
        const token = await joinStaff(deps, params.token, { displayName, password }, from);
        if (token === undefined) throw gone();
        visitor.signInStaff(token);
        return seeOther(paths.admin);
      },
      { body: JoinForm },
    );
}
