import { Elysia } from "elysia";
import type { Tx } from "#db/open.ts";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { answerBundle } from "../../privacy/bundle-file.ts";
import { groupName } from "../../promotions/group-name.ts";
import { joinGroup, leaveGroup } from "../../promotions/groups-store.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { CustomerPage } from "#views/admin/customers/customer.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { loadDetail, noCustomer } from "./detail.ts";
import { findPerson } from "./person.ts";
import { dropNote, insertNote } from "./notes-store.ts";
import { loadCustomer } from "./store.ts";

const noGroup = "Name the group in 1 to 40 letters, digits, spaces or hyphens.";
const GroupForm = form({
  act: choice(["join", "leave"], "Press one of the buttons."),
  group: optional(text({ maxLength: 200 }, noGroup)),
});
const noNote = "Write a note of at most 2,000 characters.";
const NoteForm = form({ note: optional(text({ maxLength: 2000 }, noNote)) });
const NoteEnd = form({ note: optional(text({ maxLength: 80 }, "Reload the page.")) });

/** What the desk does to a customer's account, each act written down; and the file for whoever asks for their data. */
export function customerActRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  const edits = { transform: needs(deps, "customers.edit") };

  return new Elysia({ name: "admin-customer-acts" })
    .use(staffScreens(deps, "customers.see"))
    .derive(({ staff, facts, screen, desk, seeOther }) => {
      const line = (act: string, subject: string) => ({
        ...{ id: newId(), at: now(), who: `staff:${staff.id}`, act, subject, address: facts.address },
      });
      return {
        line,
        /** The page again, with what is wrong beside the field. */
        async refuse(id: string, errors: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>) {
          const customer = await loadDetail(deps, id);
          const frame = await desk(`Error: ${customer.name}`);
          const props = { desk: frame, customer, errors, typed };
          return screen({ status: 422, page: () => <CustomerPage {...props} /> });
        },
        /** One change of an account and the line that tells of it; nothing is written where nothing changed. */
        async change(id: string, act: string, work: (tx: Tx) => Promise<object | undefined>, done: "group" | "note") {
          await store.write(async (tx) => {
            if (!(await loadCustomer(tx, id))) throw noCustomer();
            const detail = await work(tx);
            if (detail) await audit(tx, { ...line(act, `customer:${id}`), detail: { ...detail } });
          });
          return seeOther(`${link(paths.adminCustomer, { id })}?done=${done}`);
        },
      };
    })

    .post(
      paths.adminCustomerGroups,
      ({ change, refuse, params: { id }, body }) => {
        const typed = (body.ok ? body.value.group : body.typed["group"]) ?? "";
        const group = groupName(typed);
        if (!body.ok || group === undefined) return refuse(id, { group: noGroup }, { group: typed });
        const joins = body.value.act === "join";
        const work = async (tx: Tx) =>
          (joins ? await joinGroup(tx, id, group) : await leaveGroup(tx, id, group)) ? { group } : undefined;
        return change(id, joins ? "put into a group" : "take out of a group", work, "group");
      },
      { body: GroupForm, ...edits },
    )

    .post(
      paths.adminCustomerNotes,
      ({ change, refuse, params: { id }, body, staff }) => {
        const note = body.ok ? (body.value.note ?? "") : "";
        if (note === "") return refuse(id, { note: noNote }, body.ok ? {} : body.typed);
        const row = { id: newId(), customerId: id, body: note, who: `staff:${staff.id}`, at: now() };
        const work = async (tx: Tx) => {
          await insertNote(tx, row);
          return { note: row.id };
        };
        return change(id, "note about a customer", work, "note");
      },
      { body: NoteForm, ...edits },
    )

    .post(
      paths.adminCustomerNoteEnd,
      ({ change, params: { id }, body }) => {
        const note = body.ok ? (body.value.note ?? "") : "";
        const work = async (tx: Tx) => ((await dropNote(tx, id, note)) ? { note } : undefined);
        return change(id, "take a note away", work, "note");
      },
      { body: NoteEnd, ...edits },
    )

    .post(
      paths.adminCustomerData,
      async ({ params: { id }, line }) => {
        const found = await findPerson(store.read, id);
        if (!found) throw noCustomer();
        const { person } = found;
        const subject = person.customerId === undefined ? "guest" : `customer:${person.customerId}`;
        await store.write((tx) => audit(tx, line("save a customer's data", subject)));
        return answerBundle(deps, person);
      },
      { transform: needs(deps, "customers.export"), beforeHandle: stepUp(deps) },
    );
}
