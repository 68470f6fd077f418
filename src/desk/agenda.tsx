import type { Gathering } from "../appointments/gatherings.ts";
import type { Instant, LocalDate } from "../base/time.ts";
import { addDays, at, dateIn } from "../base/time.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { companionWords } from "./appointment-page.tsx";
import { papersOfRow } from "./papers.tsx";
import { codeOf, hasConversation, nameOf, type View } from "./words.ts";
import { Gatherings } from "./workshops-page.tsx";

export interface Day {
  readonly view: View;
  readonly date: LocalDate;
  readonly rows: readonly AgendaRow[];
  /** Workshops and events of that day. */
  readonly gatherings: readonly Gathering[];
}

const marks = ["seen", "absent", "excused"] as const;

/** One day, place by place; what has begun is closed with one tap. */
export function Agenda({ view, date, rows, gatherings }: Day) {
  const { say, moment, structure, now } = view;
  const { zone } = structure;
  const places = [structure.siege, ...structure.sites].filter(({ id }) =>
    rows.some(({ site }) => site === id),
  );
  const next = rows.find(({ start, status }) => start > now && status !== "proposed");
  return (
    <section class="agenda">
      <header>
        <h1>{moment(at(zone, date, "12:00"), "day")}</h1>
        <nav aria-label={say("agendaTitle")}>
          <a class="button" href={`/desk/agenda?jour=${addDays(date, -1)}`} rel="prev">
            {say("agendaPrevious")}
          </a>
          <a class="button" href={`/desk/agenda?jour=${dateIn(zone, now)}`}>
            {say("agendaToday")}
          </a>
          <a class="button" href={`/desk/agenda?jour=${addDays(date, 1)}`} rel="next">
            {say("agendaNext")}
          </a>
        </nav>
        <nav class="agenda-views" aria-label={view.speak({ key: "agendas:views" })}>
          <a href={`/desk/agenda/semaine?jour=${date}`}>{view.speak({ key: "agendas:week" })}</a>
          <a href={`/desk/agenda/jour?jour=${date}`}>{view.speak({ key: "agendas:daySheet" })}</a>
          <a href="/desk/agenda/calendriers">{view.speak({ key: "agendas:feeds" })}</a>
          <a href="/desk/agenda/horaires">{view.speak({ key: "horaires:title" })}</a>
          <a href="/desk/ateliers">{view.speak({ key: "reunions:title" })}</a>
          <a href="/desk/rappels">{view.speak({ key: "appels:title" })}</a>
          <a href="/desk/attente">{view.speak({ key: "attente:title" })}</a>
          <a href="/desk/partenaires">{view.speak({ key: "partenaires:deskTitle" })}</a>
        </nav>
        <form class="pick-day" method="get" action="/desk/agenda">
          <label for="jour">{say("agendaDay")}</label>
          <input id="jour" type="date" name="jour" value={date} required />
          <button type="submit">{say("agendaShow")}</button>
        </form>
      </header>
      {gatherings.length > 0 ? (
        <section class="place">
          <h2>{view.speak({ key: "reunions:title" })}</h2>
          <Gatherings view={view} list={gatherings} />
        </section>
      ) : null}
      {places.length === 0 && gatherings.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("agendaEmpty")}</strong>
          </p>
          <p>{say("agendaEmptyHow")}</p>
        </div>
      ) : null}
      {places.map(({ id, name }) => (
        <section class="place">
          <h2>{name}</h2>
          <ul>
            {rows
              .filter(({ site }) => site === id)
              .map((row) => (
                <AppointmentLine view={view} row={row} date={date} isNext={row.id === next?.id} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

interface Line {
  readonly view: View;
  readonly row: AgendaRow;
  readonly date: LocalDate;
  readonly isNext: boolean;
}

/** One appointment: the fragment that a mark replaces. */
export function AppointmentLine({ view, row, date, isNext }: Line) {
  const { say, moment, now } = view;
  const name = nameOf(view, row.firstName);
  const papers = papersOfRow(view, row);
  return (
    <li class={`appointment appointment-${row.status}`} id={`rendez-vous-${row.id}`}>
      <time>
        {moment(row.start, "time")} – {moment(row.end, "time")}
      </time>
      <span class="row-who">
        {/* somebody whose words were erased has no conversation left to open, nor whom a partner named and who has not answered */}
        {!hasConversation(row) ? (
          name
        ) : (
          <>
            <a href={`/desk/conversations/${row.conversation}`}>{name}</a>{" "}
            <span class="code">{codeOf(row.conversation)}</span>
          </>
        )}
      </span>
      <span class="states">
        <span class={row.status === "proposed" ? "badge badge-attention" : "badge"}>
          {statusWords(view, row)}
        </span>
        {papers ? <span class="badge">{papers}</span> : null}
        {row.mode === "place" ? null : (
          <span class="badge">{view.speak({ key: `fiche-rdv:mode_${row.mode}` })}</span>
        )}
        {row.details?.companion ? (
          <span class="badge">{companionWords(view, row.details.companion)}</span>
        ) : null}
        <a href={`/desk/rendez-vous/${row.id}?jour=${date}`}>
          {view.speak({ key: "fiche-rdv:see" })}
          <span class="visually-hidden"> {name}</span>
        </a>
        {isNext ? <span class="badge badge-action">{say("agendaNextOne")}</span> : null}
      </span>
      {canBeMarked(row, now) ? <Marks view={view} row={row} date={date} name={name} /> : null}
    </li>
  );
}

function canBeMarked({ start, status }: AgendaRow, now: Instant): boolean {
  return start <= now && status !== "proposed";
}

function statusWords({ say, now }: View, { status, confirmed, start }: AgendaRow): string {
  if (status === "booked" && start <= now) return say("agendaToMark");
  if (status === "booked") return say(confirmed ? "appointment_confirmed" : "agendaNotConfirmed");
  return say(`appointment_${status}`);
}

function Marks({ view, row, date, name }: Omit<Line, "isNext"> & { readonly name: string }) {
  const { say } = view;
  const address = `/desk/rendez-vous/${row.id}`;
  return (
    <form
      class="marks"
      method="post"
      action={address}
      hx-post={address}
      hx-target="closest li"
      hx-swap="outerHTML"
      aria-label={say("mark", { name })}
    >
      <input type="hidden" name="jour" value={date} />
      {marks.map((mark) => (
        <button
          type="submit"
          name="etat"
          value={mark}
          aria-pressed={row.status === mark ? "true" : "false"}
        >
          {say(`mark_${mark}`)}
        </button>
      ))}
    </form>
  );
}
