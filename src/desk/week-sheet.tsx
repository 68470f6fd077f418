import { addDays, at, dateIn, type LocalDate } from "../base/time.ts";
import { placesOf } from "../repertoire/places.ts";
import type { FeedSubject } from "../store/calendar-feeds.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { subjectName } from "./agenda-asked.ts";
import { AgendaPicker } from "./agenda-picker.tsx";
import { codeOf, hasConversation, nameOf, type View } from "./words.ts";

interface WeekSheetProps {
  readonly view: View;
  readonly monday: LocalDate;
  /** One agenda, or all of them. */
  readonly of: FeedSubject | null;
  readonly rows: readonly AgendaRow[];
}

/** A week on one page: a column a day; each site has its own edge, that paper shows too. */
export function WeekSheet({ view, monday, of, rows }: WeekSheetProps) {
  const { structure, moment, now } = view;
  const { zone } = structure;
  const words = (key: string, values = {}) => view.speak({ key: `agendas:${key}`, values });
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((count) => addDays(monday, count))
    .map((date) => ({ date, rows: rows.filter(({ start }) => dateIn(zone, start) === date) }))
    // the weekend is shown when something is in it
    .filter(({ rows: held }, place) => place < 5 || held.length > 0);
  const next = rows.find(({ start, status }) => start > now && status !== "proposed");
  const first = moment(at(zone, monday, "12:00"), "day");
  return (
    <section class="agenda week-sheet">
      <header>
        <h1>{words("weekOf", { day: first })}</h1>
        <p>{of ? subjectName(structure, of) : words("allAgendas")}</p>
      </header>
      <Choices view={view} monday={monday} of={of} />
      <div class={`week week-${days.length}`}>
        {days.map(({ date, rows: held }) => (
          <section>
            <h2>
              <a href={`/desk/agenda?jour=${date}`}>
                {moment(at(zone, date, "12:00"), "shortDay")}
              </a>
            </h2>
            {held.length === 0 ? <p class="soft">{words("noneThatDay")}</p> : null}
            <ul>
              {held.map((row) => (
                <Slot view={view} row={row} isNext={row.id === next?.id} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Legend view={view} rows={rows} />
    </section>
  );
}

function Choices({ view, monday, of }: Omit<WeekSheetProps, "rows">) {
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  const agenda = of ? `&agenda=${of.kind}:${of.subject}` : "";
  const week = (days: number) => `/desk/agenda/semaine?jour=${addDays(monday, days)}${agenda}`;
  return (
    <form class="pick-agenda no-print" method="get" action="/desk/agenda/semaine">
      <a class="button" href={week(-7)} rel="prev">
        {words("weekBefore")}
      </a>
      <a class="button" href={week(7)} rel="next">
        {words("weekAfter")}
      </a>
      <input type="hidden" name="jour" value={monday} />
      <label for="agenda">{words("feedWhose")}</label>
      <AgendaPicker view={view} chosen={of} all={true} />
      <button type="submit">{view.say("agendaShow")}</button>
      <a href={`/desk/agenda?jour=${monday}`}>{words("backToAgenda")}</a>
    </form>
  );
}

/** The place of a site in the structure's file, which chooses its edge. */
function edgeOf({ structure }: View, site: string): number {
  return (
    Math.max(
      0,
      placesOf(structure).findIndex(({ id }) => id === site),
    ) % 6
  );
}

function Slot({ view, row, isNext }: { view: View; row: AgendaRow; isNext: boolean }) {
  const { moment, say, structure } = view;
  const place = placesOf(structure).find(({ id }) => id === row.site);
  const isOver = row.status === "seen" || row.status === "absent" || row.status === "excused";
  return (
    <li class={`slot edge-${edgeOf(view, row.site)}`}>
      <strong>{moment(row.start, "time")}</strong>{" "}
      {!hasConversation(row) ? (
        nameOf(view, row.firstName)
      ) : (
        <a href={`/desk/conversations/${row.conversation}`}>
          {row.firstName ?? codeOf(row.conversation)}
        </a>
      )}
      <span class="soft">
        {row.mode === "place"
          ? (place?.shortName ?? "")
          : view.speak({ key: `agendas:mode_${row.mode}` })}
      </span>
      {isOver || row.status === "proposed" ? (
        <em>{say(isOver ? `mark_${row.status}` : "appointment_proposed")}</em>
      ) : null}
      {isNext ? <span class="badge badge-action">{say("agendaNextOne")}</span> : null}
    </li>
  );
}

function Legend({ view, rows }: Pick<WeekSheetProps, "view" | "rows">) {
  const places = placesOf(view.structure).filter(({ id }) => rows.some(({ site }) => site === id));
  return (
    <ul class="legend">
      {places.map(({ id, name }) => (
        <li class={`edge-${edgeOf(view, id)}`}>{name}</li>
      ))}
    </ul>
  );
}
