import type { TeamMember } from "../store/team-store.ts";
import { roles } from "./desk-door.ts";
import type { View } from "./words.ts";

/** What became of an act on the team. */
export const teamTellings = [
  ...(["done_role", "done_out", "done_in", "done_sessions"] as const),
  ...(["not_last", "not_gone", "not_exists", "not_badAddress", "not_self"] as const),
];
export type TeamTold = (typeof teamTellings)[number];

/** A sign-in link just made: shown this once, or sent. */
export interface LinkMade {
  readonly name: string;
  readonly email: string;
  readonly link: string;
  readonly isMailed: boolean;
}

export function teamWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `equipe:${key}`, values });
}

interface TeamShown {
  readonly view: View;
  readonly members: readonly TeamMember[];
  readonly told: TeamTold | null;
  readonly made: LinkMade | null;
}

/** Who enters the desk; an administrator changes it. */
export function TeamPage({ view, members, told, made }: TeamShown) {
  const say = teamWords(view);
  const isAdmin = view.worker.role === "admin";
  return (
    <section class="agenda team">
      <h1>{say("title")}</h1>
      <p>{say("how")}</p>
      {told ? (
        <p class={told.startsWith("not_") ? "notice notice-attention" : "notice"} role="status">
          {say(told)}
        </p>
      ) : null}
      {made ? <Made view={view} made={made} /> : null}
      <ul class="feeds">
        {members.map((member) => (
          <Member view={view} member={member} isAdmin={isAdmin} />
        ))}
      </ul>
      {isAdmin ? <AddForm view={view} /> : null}
    </section>
  );
}

function Made({ view, made }: { readonly view: View; readonly made: LinkMade }) {
  const say = teamWords(view);
  const { name, email, link, isMailed } = made;
  if (isMailed) return <p role="status">{say("linkMailed", { email })}</p>;
  return (
    <div class="notice" role="status">
      <p>{say("linkReady", { name })}</p>
      <input readonly value={link} aria-label={say("linkReady", { name })} />
    </div>
  );
}

interface OneMember {
  readonly view: View;
  readonly member: TeamMember;
  readonly isAdmin: boolean;
}

function Member({ view, member, isAdmin }: OneMember) {
  const say = teamWords(view);
  const { id, name, email, role, disabledAt, sessions, hasPhone } = member;
  const isOneself = id === view.worker.id;
  return (
    <li>
      <p>
        <strong>{name}</strong> {isOneself ? `(${say("you")})` : ""}{" "}
        <span class="badge">{say(`role_${role}`)}</span>
      </p>
      <p class="soft">
        {email} ·{" "}
        {disabledAt === null
          ? say("sessions", { count: sessions })
          : say("out", { day: view.moment(disabledAt, "day") })}
        {hasPhone ? ` · ${say("phone")}` : ""}
      </p>
      {isAdmin && !isOneself ? <Change view={view} member={member} /> : null}
    </li>
  );
}

function Change({ view, member }: Omit<OneMember, "isAdmin">) {
  const say = teamWords(view);
  const base = `/desk/equipe/${member.id}`;
  return (
    <details>
      <summary>
        {say("change")}
        <span class="visually-hidden"> {member.name}</span>
      </summary>
      <form class="filing-form" method="post" action={`${base}/role`}>
        <label for={`role-${member.id}`}>{say("role")}</label>
        <RoleChoice view={view} id={`role-${member.id}`} chosen={member.role} />
        <button type="submit">{say("roleKeep")}</button>
      </form>
      <form class="filing-form" method="post" action={`${base}/lien`}>
        <button type="submit">{say("link")}</button>
      </form>
      <form class="filing-form" method="post" action={`${base}/sessions`}>
        <button type="submit">{say("endSessions")}</button>
      </form>
      <form class="filing-form" method="post" action={`${base}/acces`}>
        <button
          type="submit"
          name="ouvert"
          value={member.disabledAt === null ? "non" : "oui"}
          class={member.disabledAt === null ? "button-danger" : ""}
        >
          {say(member.disabledAt === null ? "shutOut" : "letIn")}
        </button>
      </form>
    </details>
  );
}

interface RoleChoiceProps {
  readonly view: View;
  readonly id: string;
  readonly chosen: string;
}

function RoleChoice({ view, id, chosen }: RoleChoiceProps) {
  const say = teamWords(view);
  return (
    <select id={id} name="role">
      {roles.map((one) => (
        <option value={one} selected={one === chosen}>
          {say(`role_${one}`)} : {say(`roleHow_${one}`)}
        </option>
      ))}
    </select>
  );
}

function AddForm({ view }: { readonly view: View }) {
  const say = teamWords(view);
  return (
    <section aria-labelledby="ajouter">
      <h2 id="ajouter">{say("add")}</h2>
      <form class="new-feed" method="post" action="/desk/equipe">
        <label for="nom">{say("name")}</label>
        <input id="nom" name="nom" required maxlength={80} autocomplete="off" />
        <label for="courriel">{say("email")}</label>
        <input
          id="courriel"
          name="courriel"
          type="email"
          required
          maxlength={254}
          autocomplete="off"
        />
        <label for="role">{say("role")}</label>
        <RoleChoice view={view} id="role" chosen="worker" />
        <button type="submit" class="button-main">
          {say("addNow")}
        </button>
      </form>
    </section>
  );
}
