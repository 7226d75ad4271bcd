import type { AuditLine } from "./store.ts";

/** Who did it, by name where it is somebody of the staff. */
export function whoInWords(who: string, names: ReadonlyMap<string, string>): string {
  const [kind = "", id = ""] = who.split(/:(.*)/s);
  if (kind === "staff") return names.get(id) ?? `staff ${id}`;
  if (kind === "customer") return `customer ${id}`;
  return kind === "command" ? "the command line" : kind === "guest" ? "a guest" : who;
}

/** What it was about: somebody of the staff by name. */
export function subjectInWords(subject: string, names: ReadonlyMap<string, string>): string {
  const name = subject.startsWith("staff:") ? names.get(subject.slice(6)) : undefined;
  return name ?? subject;
}

const plain = (value: unknown): string =>
  typeof value === "string" ? value : value === null || value === undefined ? "none" : JSON.stringify(value);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** What a line has beside the rest, in one line: "price: 29.99 → 31.00; email: pia@example.com". */
export function detailInWords(detail: AuditLine["detail"]): string {
  if (!isFields(detail)) return "";
  const { before, after, ...rest } = detail;
  const [was, is] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const moved = names
    .filter((name) => plain(was[name]) !== plain(is[name]))
    .map((name) => `${name}: ${plain(was[name])} → ${plain(is[name])}`);
  return [...moved, ...Object.entries(rest).map(([name, value]) => `${name}: ${plain(value)}`)].join("; ");
}
