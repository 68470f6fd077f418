import type { Gathering } from "../appointments/gatherings.ts";
import { at, type LocalDate } from "../base/time.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placesOf } from "../repertoire/places.ts";
import type { FeedSubject } from "../store/calendar-feeds.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { subjectName } from "./agenda-asked.ts";
import { AgendaPicker } from "./agenda-picker.tsx";
import { missingOfRow, papersOfRow } from "./papers.tsx";
import { codeOf, hasConversation, nameOf, type View } from "./words.ts";
import { Gatherings } from "./workshops-page.tsx";

export interface DaySheetProps {
  readonly view: View;
  readonly date: LocalDate;
  /** One agenda, or all of them. */
  readonly of: FeedSubject | null;
  readonly rows: readonly AgendaRow[];
  readonly gatherings: readonly Gathering[];
  /** Codes alone: a sheet that others may see. */
  readonly codesOnly: boolean;
}

/** One day on paper: place by place, in the order of the hours, with boxes to tick by hand. */
export function DaySheet(props: DaySheetProps) {
  const { view, date, of, rows, gatherings } = props;
  const { structure, moment } = view;
  const words = (key: string, values = {}) => view.speak({ key: `agendas:${key}`, values });
  const places = placesOf(structure).filter(({ id }) => rows.some(({ site }) => site === id));
  return (
    <section class="agenda day-sheet">
      <header>
        <h1>{moment(at(structure.zone, date, "12:00"), "day")}</h1>
        <p>{of ? subjectName(structure, of) : words("allAgendas")}</p>
      </header>
      <Choices {...props} />
      {gatherings.length > 0 ? (
        <section>
          <h2>{view.speak({ key: "reunions:title" })}</h2>
          <Gatherings view={view} list={gatherings} />
        </section>
      ) : null}
      {places.length === 0 && gatherings.length === 0 ? (
        <p class="empty">{view.say("agendaEmpty")}</p>
      ) : null}
      {places.map(({ id, name, address, town }) => (
        <section>
          <h2>{name}</h2>
          <p class="soft">{[address, town].filter(Boolean).join(", ")}</p>
          <p class="only-print room">{words("room")}</p>
          <Lines {...props} rows={rows.filter(({ site }) => site === id)} />
        </section>
      ))}
      <p class="only-print">
        {words("sheetKeep")}{" "}
        {words("printedOn", { service: structure.service, when: moment(view.now, "short") })}
      </p>
    </section>
  );
}

function Choices({ view, date, of, codesOnly }: DaySheetProps) {
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  return (
    <form class="pick-agenda no-print" method="get" action="/desk/agenda/jour">
      <label for="jour">{view.say("agendaDay")}</label>
      <input id="jour" type="date" name="jour" value={date} required />
      <label for="agenda">{words("feedWhose")}</label>
      <AgendaPicker view={view} chosen={of} all={true} />
      <label class="check">
        <input type="checkbox" name="codes" value="1" checked={codesOnly} /> {words("codesOnly")}
      </label>
      <button type="submit">{view.say("agendaShow")}</button>
      <a href={`/desk/agenda?jour=${date}`}>{words("backToAgenda")}</a>
      <p class="soft">{words("howToPrint")}</p>
    </form>
  );
}

function Lines(props: DaySheetProps) {
  const { view, rows } = props;
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words("columnTime")}</th>
          <th scope="col">{words("columnWho")}</th>
          <th scope="col">{words("columnHow")}</th>
          <th scope="col">{words("columnMissing")}</th>
          <th scope="col">{words("columnMark")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ view, row, of, codesOnly }: DaySheetProps & { readonly row: AgendaRow }) {
  const { moment, say, structure } = view;
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  const isErased = !hasConversation(row);
  const papers = codesOnly ? papersOfRow(view, row) : missingOfRow(view, row)?.join(", ");
  return (
    <tr>
      <th scope="row">
        {moment(row.start, "time")} – {moment(row.end, "time")}
      </th>
      <td>
        {codesOnly ? null : nameOf(view, row.firstName)}{" "}
        {isErased ? null : <span class="code">{codeOf(row.conversation)}</span>}
        {row.status === "proposed" ? <em> {say("appointment_proposed")}</em> : null}
      </td>
      <td>
        {words(`mode_${row.mode}`)}
        {of?.kind === "worker" ? null : (
          <span class="soft">{agendaName(structure, row.worker)}</span>
        )}
      </td>
      <td>{papers ?? ""}</td>
      <td>
        <MarkBoxes view={view} row={row} />
      </td>
    </tr>
  );
}

const boxes = ["seen", "absent", "excused"] as const;

/** What became of it, once it is known; else three boxes for a pen. */
function MarkBoxes({ view: { say }, row }: { readonly view: View; readonly row: AgendaRow }) {
  const mark = boxes.find((one) => one === row.status);
  if (mark) return <strong>{say(`mark_${mark}`)}</strong>;
  return (
    <ul class="tick-boxes">
      {boxes.map((box) => (
        <li>{say(`mark_${box}`)}</li>
      ))}
    </ul>
  );
}
