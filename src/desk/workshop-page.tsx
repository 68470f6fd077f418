import type { Gathering } from "../appointments/gatherings.ts";
import type { SeatRow } from "../store/gathering-store.ts";
import { codeOf, nameOf, type View } from "./words.ts";
import { countOf, Input, type WorkshopTold, whereOf, workshopWords } from "./workshops-page.tsx";

export interface WorkshopShown {
  readonly view: View;
  readonly gathering: Gathering;
  readonly seats: readonly SeatRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly told: WorkshopTold | null;
}

/** One workshop or event: who is registered, who came, how many, and calling it off. */
export function WorkshopPage({ view, gathering, seats, names, told }: WorkshopShown) {
  const say = workshopWords(view);
  const { words, start, end } = gathering;
  const isWorkshop = gathering.kind === "workshop";
  return (
    <section class="agenda waiting-list supply">
      <p>
        <a href="/desk/ateliers">{say("back")}</a>
      </p>
      <h1>{words.title}</h1>
      <div role="status">{told ? <p class="notice">{say(told)}</p> : null}</div>
      <p>
        {view.moment(start)} – {view.moment(end, "time")}
      </p>
      <p class="row-meta">
        <span>{whereOf(view, gathering)}</span>
        <span>{countOf(view, gathering)}</span>
      </p>
      {isWorkshop ? <Seats view={view} gathering={gathering} seats={seats} names={names} /> : null}
      {start <= view.now ? <Count view={view} gathering={gathering} /> : null}
      {isWorkshop && gathering.state === "planned" && start > view.now ? (
        <Change view={view} gathering={gathering} />
      ) : null}
    </section>
  );
}

type Seated = Pick<WorkshopShown, "view" | "gathering" | "seats" | "names">;

function Seats({ view, gathering, seats, names }: Seated) {
  const say = workshopWords(view);
  return (
    <>
      <h2>{say("who")}</h2>
      {seats.length === 0 ? <p class="soft">{say("nobody")}</p> : null}
      <ol>
        {seats.map((seat) => (
          <Seat
            view={view}
            gathering={gathering}
            seat={seat}
            name={names.get(seat.person) ?? null}
          />
        ))}
      </ol>
    </>
  );
}

const marks = ["present", "absent"] as const;

interface OneSeat {
  readonly view: View;
  readonly gathering: Gathering;
  readonly seat: SeatRow;
  readonly name: string | null;
}

function Seat({ view, gathering, seat, name }: OneSeat) {
  const say = workshopWords(view);
  const known = nameOf(view, name);
  return (
    <li class="misheard">
      <p>
        <a href={`/desk/conversations/${seat.conversation}`}>{known}</a>{" "}
        <span class="code">{codeOf(seat.conversation)}</span>
      </p>
      {gathering.start > view.now ? null : (
        <form class="marks" method="post" action={`/desk/ateliers/${gathering.id}/presence`}>
          <input type="hidden" name="numero" value={String(seat.number)} />
          {marks.map((mark) => (
            <button
              type="submit"
              name="etat"
              value={mark}
              aria-pressed={seat.attended === mark ? "true" : "false"}
            >
              {say(mark)}
              <span class="visually-hidden"> {known}</span>
            </button>
          ))}
        </form>
      )}
    </li>
  );
}

/** Anonymous numbers: they are counted in the report, and name nobody. */
function Count({ view, gathering }: Pick<WorkshopShown, "view" | "gathering">) {
  const say = workshopWords(view);
  const { total, withFile, qpv, words } = gathering;
  const shown = (count: number | null) => (count === null ? "" : String(count));
  return (
    <>
      <h2>{say("count")}</h2>
      <p class="soft">{say("countHow")}</p>
      <form method="post" action={`/desk/ateliers/${gathering.id}/compte`}>
        <Input view={view} name="total" label="total" type="number" value={shown(total)} />
        <Input view={view} name="dossier" label="withFile" type="number" value={shown(withFile)} />
        <Input view={view} name="qpv" label="qpv" type="number" value={shown(qpv)} />
        <Input view={view} name="outils" label="tools" value={words.tools} />
        <button type="submit">{say("keep")}</button>
      </form>
    </>
  );
}

function Change({ view, gathering }: Pick<WorkshopShown, "view" | "gathering">) {
  const say = workshopWords(view);
  return (
    <>
      <details>
        <summary>{say("changeSeats")}</summary>
        <form method="post" action={`/desk/ateliers/${gathering.id}/places`}>
          <Input
            view={view}
            name="places"
            label="seats"
            type="number"
            required
            value={String(gathering.seats)}
          />
          <Input
            view={view}
            name="plus"
            label="extra"
            type="number"
            value={String(gathering.extra)}
          />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
      <details>
        <summary>{say("cancel")}</summary>
        <p class="soft">{say("cancelHow")}</p>
        <form method="post" action={`/desk/ateliers/${gathering.id}/annuler`}>
          <button type="submit">{say("cancelNow")}</button>
        </form>
      </details>
    </>
  );
}
