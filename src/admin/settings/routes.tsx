import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { isProven } from "../../accounts/session-span.ts";
import { stepUp } from "../../accounts/step-up-guard.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { settingTexts } from "../../settings/known.ts";
import { loadShop } from "../../settings/store.ts";
import { everyCountry } from "../../shipping/countries.ts";
import { choice, form, optional, text, typedIn } from "../../web/forms.ts";
import { SettingsPage, type SettingsProps } from "#views/admin/settings.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { changeSettings, seenOf, tickedSettings, writtenSettings, type Change } from "./change-settings.ts";

const long = 2000;
const few = () => optional(text({ maxLength: long }, `Shorten it to ${long.toLocaleString("en-US")} letters.`));
const fields = [...writtenSettings, ...tickedSettings, "tax-rate", "shipping-price", "seen"];
const Settings = form(Object.fromEntries(fields.map((name) => [name, few()])));
const Said = form({ done: optional(choice(["saved"], "")) });

/** Every currency by its name; sorted when first asked. */
const currencyName = new Intl.DisplayNames(["en"], { type: "currency" });
let currencies: SettingsProps["currencies"] | undefined;
const everyCurrency = () =>
  (currencies ??= Intl.supportedValuesOf("currency")
    .map((code) => ({ value: code, label: `${currencyName.of(code)} (${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en")));

/** Every field as it was typed, without the spaces around it; an unticked box says no. */
function cleaned(typed: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const written = fields.map((name) => [name, (typed[name] ?? "").trim()]);
  const ticked = tickedSettings.map((name) => [name, typed[name] === "yes" ? "yes" : "no"]);
  return Object.fromEntries([...written, ...ticked]);
}

/** Who the shop is and how it does business: what `pushcart settings` sets as well. */
export function settingsDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "admin-settings" })
    .use(staffScreens(deps, "settings.see"))
    .derive(({ desk, screen, may }) => ({
      async show(status: number, more: Partial<SettingsProps>): Promise<Response> {
        const shop = await loadShop(store.read);
        const frame = await desk("Settings");
        const props: SettingsProps = {
          desk: frame,
          typed: settingTexts(shop),
          seen: seenOf(shop),
          mayEdit: may("settings.edit"),
          currencies: everyCurrency(),
          countries: everyCountry().map(({ code, name }) => ({ value: code, label: name })),
          ...more,
        };
        return screen({ status, page: () => <SettingsPage {...props} /> });
      },
    }))

    .get(paths.adminSettings, ({ show, query }) => show(200, { saved: query.ok && query.value.done === "saved" }), {
      query: Said.inQuery,
      // Where transfers go to is among them: nothing for a passer-by at an open screen.
      beforeHandle: ({ may, staff, request }) => (may("settings.edit") ? stepUp(deps)({ staff, request }) : undefined),
    })

    .post(
      paths.adminSettings,
      async ({ show, body, staff, facts, seeOther }) => {
        const typed = cleaned(typedIn(body));
        if (!isProven(staff.provenAt, now())) return show(403, { typed, mustProve: true });
        if (!body.ok) return show(422, { typed, errors: body.errors });
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId };
        const change: Change = await store.write((tx) => changeSettings(tx, typed, by));
        if (change.ok) return seeOther(`${paths.adminSettings}?done=saved`);
        if (change.why === "wrong") return show(422, { typed, errors: change.errors });
        return show(409, { typed, isStale: true });
      },
      { body: Settings, transform: needs(deps, "settings.edit") },
    );
}
