import { link, paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Desk, type DeskProps } from "./desk.tsx";
import { Invitation, InviteForm } from "./staff-invite.tsx";

export type RoleChoice = { readonly value: string; readonly label: string; readonly words: string };

export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly state: string;
  /** When they were last at work, in words; empty where they were not, or not of late. */
  readonly seen: string;
  readonly sessions: number;
  readonly isSelf: boolean;
};

export type StaffPageProps = {
  readonly desk: DeskProps;
  readonly members: readonly MemberRow[];
  readonly roles: readonly RoleChoice[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly trouble?: string | undefined;
  /** Shown once, where no letter takes it to them. */
  readonly invitation?: { readonly email: string; readonly link: string } | undefined;
};

const states: Readonly<Record<string, readonly [tone: string, words: string]>> = {
  active: ["ok", "May come in"],
  invited: ["wait", "Invited"],
  disabled: ["off", "Shut out"],
};

/** Who may come to the desk, and as what. */
export function StaffPage(props: StaffPageProps) {
  const { desk, members, trouble, invitation } = props;
  return (
    <Desk {...desk}>
      <ErrorSummary errors={props.errors} />
      <div class="head">
        <h1>Staff</h1>
        <span class="soft" safe>
          {members.length === 1 ? "One person" : `${members.length} people`}
        </span>
      </div>
      {trouble === undefined ? null : (
        <p class="notice bad" role="alert" tabindex="-1" autofocus>
          <span safe>{trouble}</span>
        </p>
      )}
      {invitation === undefined ? null : <Invitation {...invitation} />}
      <section class="panel" aria-label="Who may come to the desk">
        <div class="scroll" tabindex="0" role="group" aria-label="Staff, scrolls sideways on a narrow screen">
          <table class="table slips worded">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Role</th>
                <th scope="col">State</th>
                <th scope="col">Last at work</th>
                {desk.may("staff.edit") ? <th scope="col">Change</th> : null}
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <MemberLine member={member} roles={props.roles} canEdit={desk.may("staff.edit")} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {desk.may("staff.edit") ? <InviteForm {...props} /> : null}
    </Desk>
  );
}

type LineProps = { readonly member: MemberRow; readonly roles: readonly RoleChoice[]; readonly canEdit: boolean };

function MemberLine({ member, roles, canEdit }: LineProps) {
  const [tone, words] = states[member.state] ?? ["off", member.state];
  return (
    <tr>
      <th scope="row">
        <span safe>{member.name}</span>
        {member.isSelf ? <span class="soft"> (you)</span> : null}
        <small safe>{member.email}</small>
      </th>
      <td data-label="Role">
        {canEdit && !member.isSelf ? (
          <RoleForm member={member} roles={roles} />
        ) : (
          <span safe>{roles.find(({ value }) => value === member.role)?.label ?? member.role}</span>
        )}
      </td>
      <td data-label="State">
        <span class={`status ${tone}`} safe>
          {words}
        </span>
      </td>
      <td data-label="Last at work" safe>
        {member.seen}
      </td>
      {canEdit ? (
        <td class="whole">
          <div class="row">
            <Acts member={member} />
          </div>
        </td>
      ) : null}
    </tr>
  );
}

function RoleForm({ member, roles }: Omit<LineProps, "canEdit">) {
  return (
    <form class="row" method="post" action={link(paths.adminStaffRole, { id: member.id })}>
      <select class="select" id={`role-${member.id}`} name="role" aria-label={`Role of ${member.name}`}>
        {roles.map(({ value, label }) => (
          <option value={value} selected={value === member.role} safe>
            {label}
          </option>
        ))}
      </select>
      <button class="button quiet slim">Save</button>
    </form>
  );
}

function Acts({ member }: { readonly member: MemberRow }) {
  const { id } = member;
  const act = (action: string, words: "Let in again" | "Invite again" | "Sign out everywhere" | "Shut out") => (
    <form method="post" action={action}>
      <button
        class={words === "Shut out" ? "button danger slim" : "button quiet slim"}
        aria-label={`${words}: ${member.name}`}
      >
        {words}
      </button>
    </form>
  );
  return (
    <>
      {member.state === "disabled" ? act(link(paths.adminStaffEnable, { id }), "Let in again") : null}
      {member.state === "invited" ? act(link(paths.adminStaffInvite, { id }), "Invite again") : null}
      {member.sessions > 0 ? act(link(paths.adminStaffSignOut, { id }), "Sign out everywhere") : null}
      {member.state !== "disabled" && !member.isSelf ? act(link(paths.adminStaffDisable, { id }), "Shut out") : null}
    </>
  );
}
