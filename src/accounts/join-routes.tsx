import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { JoinPage } from "#views/accounts/join.tsx";
import { JoinForm } from "./forms.ts";
import { invitedBy, joinStaff } from "./invite-staff.ts";

const { fields } = JoinForm;
const gone = () =>
  new ShopError("not_found", "This invitation was used already, or its time is over. Ask for another one.");

/** Where an invitation to the desk leads: choose a password, once. */
export function joinRoutes(deps: Deps) {
  return new Elysia({ name: "join" })
    .use(screens(deps))

    .get(paths.adminJoin, async ({ screen, params }) => {
      const member = await invitedBy(deps, params.token);
      if (!member) throw gone();
      const props = { fields, token: params.token, email: member.email, displayName: "", errors: {} };
      return screen({ page: ({ shop }) => <JoinPage {...props} shopName={shop.name} /> });
    })

    .post(
      paths.adminJoin,
      async ({ screen, visitor, params, body, facts, request, seeOther }) => {
        const member = await invitedBy(deps, params.token);
        if (!member) throw gone();
        if (!body.ok) {
          const { displayName = "" } = body.typed;
          const props = { fields, token: params.token, email: member.email, displayName, errors: body.errors };
          return screen({ status: 422, page: ({ shop }) => <JoinPage {...props} shopName={shop.name} /> });
        }
        const from = { address: facts.address, agent: request.headers.get("user-agent") ?? "" };
        const token = await joinStaff(deps, params.token, body.value, from);
        if (token === undefined) throw gone();
        visitor.signInStaff(token);
        return seeOther(paths.admin);
      },
      { body: JoinForm },
    );
}
