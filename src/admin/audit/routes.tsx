import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { listMembers } from "../../accounts/staff-acts-store.ts";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { AuditPage } from "#views/admin/audit.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { auditFile } from "./audit-file.ts";
import { detailInWords, subjectInWords, whoInWords } from "./in-words.ts";
import { afterOf, listAudit, pageSize, type AuditQuery } from "./store.ts";

const badDay = "Write the day as 2026-11-25.";
const List = form({
  who: optional(text({ maxLength: 80 }, "Choose from the list.")),
  result: optional(choice(["done", "denied"], "Choose from the list.")),
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  from: optional(text({ maxLength: 40 }, badDay)),
  to: optional(text({ maxLength: 40 }, badDay)),
  after: optional(text({ maxLength: 80 }, "")),
});
type Listed = ReturnType<typeof List.read>;

function readDay(typed: string): Date | undefined {
  if (!/^(?!0000|9999)\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined; // nor does PostgreSQL know those years whole
  const at = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(typed) ? at : undefined;
}

/** What was asked for, what of it makes no sense, and what was typed. */
function asked(query: Listed) {
  const { who = "", result = "", q = "", from = "", to = "", after = "" } = query.ok ? query.value : query.typed;
  const wrong = Object.entries({ from, to }).filter(([, day]) => day !== "" && !readDay(day));
  const errors = { ...(query.ok ? {} : query.errors), ...Object.fromEntries(wrong.map(([name]) => [name, badDay])) };
  const read: AuditQuery = { who, result, q, from: readDay(from), to: readDay(to), after };
  return { typed: { who, result, q, from, to }, errors, read, isSound: Object.keys(errors).length === 0 };
}

/** Who did what, when and from where. It can be read and saved, and never changed. */
export function auditDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  async function staffNames() {
    const members = await listMembers(store.read, now());
    return new Map(members.map(({ id, displayName }) => [id, displayName]));
  }

  return new Elysia({ name: "admin-audit" })
    .use(staffScreens(deps, "audit.see"))

    .get(
      paths.adminAudit,
      async ({ screen, desk, query }) => {
        const { typed, errors, read, isSound } = asked(query);
        const [found, names] = await Promise.all([isSound ? listAudit(store.read, read) : [], staffNames()]);
        const shown = found.slice(0, pageSize);
        const last = found.length > pageSize ? shown.at(-1) : undefined;
        const props = {
          desk: await desk("Audit log"),
          lines: shown.map((line) => ({
            ...line,
            at: line.at.toISOString(),
            who: whoInWords(line.who, names),
            subject: subjectInWords(line.subject, names),
            detail: detailInWords(line.detail),
          })),
          staff: [...names].map(([id, name]) => ({ value: `staff:${id}`, label: name })),
          typed,
          errors,
          older: last && `${paths.adminAudit}?${new URLSearchParams({ ...typed, after: afterOf(last) })}`,
          file: `${paths.adminAuditFile}?${new URLSearchParams(typed)}`,
        };
        return screen({ status: isSound ? 200 : 422, page: () => <AuditPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .get(
      paths.adminAuditFile,
      async ({ query, staff, facts }) => {
        const names = await staffNames();
        const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "save the audit log" };
        await store.write((tx) => audit(tx, { ...line, address: facts.address }));
        return auditFile(store.read, asked(query).read, names);
      },
      { query: List.inQuery, transform: needs(deps, "audit.export"), beforeHandle: stepUp(deps) },
    );
}
