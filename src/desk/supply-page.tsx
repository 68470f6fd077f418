import type { LaidDown } from "../appointments/laid-down.ts";
import type { Overlap } from "../appointments/overlapping.ts";
import type { Supply } from "../appointments/slot-facts.ts";
import type { Refusal, Slot } from "../appointments/slots.ts";
import { saidDay } from "../base/said.ts";
import type { LocalDate } from "../base/time.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById } from "../repertoire/places.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { type LaidAs, readLaid, readPlaceWords } from "../structure/laid-schema.ts";
import { MotifTicks } from "./motif-inputs.tsx";
import { AwayRows } from "./supply-away.tsx";
import {
  Field,
  Hours,
  hoursWords,
  RhythmInput,
  SiteInput,
  supplyWords,
  WeekdayInput,
  WorkerInput,
  weekdayNames,
} from "./supply-inputs.tsx";
import { absenceWords, type Kept, Range, Remove } from "./supply-lists.tsx";
import { WhyNothing } from "./supply-why.tsx";
import type { View } from "./words.ts";

export const supplyTellings = ["done_kept", "done_removed", "done_replaced", "refused"] as const;

export interface SupplyShown {
  readonly view: View;
  readonly supply: Supply;
  readonly laid: readonly LaidDown[];
  readonly overlaps: readonly Overlap[];
  /** Appointments of somebody who is away then, and what may be proposed in their place. */
  readonly away: readonly { readonly row: AgendaRow; readonly instead: Slot | null }[];
  /** What is refused on the day that was asked about. */
  readonly why: {
    readonly date: LocalDate;
    readonly refused: readonly Refusal[];
    readonly free: number;
    readonly motif: string | null;
  } | null;
  readonly told: (typeof supplyTellings)[number] | null;
}

/** When and where the team receives, who is away, and what does not fit together. */
export function SupplyPage({ view, supply, laid, overlaps, away, why, told }: SupplyShown) {
  const say = supplyWords(view);
  return (
    <section class="agenda waiting-list supply">
      <h1>{say("title")}</h1>
      <div role="status">{told ? <p class="notice">{say(told)}</p> : null}</div>
      <AwayRows view={view} away={away} />
      {overlaps.map((overlap) => (
        <p class="notice">{overlapWords(view, overlap)}</p>
      ))}
      <Absences view={view} laid={laid} />
      <Ranges view={view} supply={supply} laid={laid} />
      <WhyNothing view={view} why={why} />
      <Others view={view} laid={laid} />
    </section>
  );
}

function overlapWords(view: View, { date, first, second }: Overlap): string {
  const where = (site: string) => placeById(view.structure, site)?.shortName ?? site;
  return supplyWords(view)("overlap", {
    who: agendaName(view.structure, first.worker),
    day: view.speak(saidDay(date)),
    first: `${hoursWords(view, first.from, first.to)} (${where(first.site)})`,
    second: `${hoursWords(view, second.from, second.to)} (${where(second.site)})`,
  });
}

interface Part {
  readonly view: View;
  readonly laid: readonly LaidDown[];
}

function keptOf<Kind extends LaidDown["kind"]>(kind: Kind, laid: readonly LaidDown[]) {
  return laid
    .filter((one) => one.kind === kind)
    .flatMap(({ id, document }): readonly Kept<LaidAs<Kind>>[] => {
      const what = readLaid(kind, document);
      return what ? [{ id, what }] : [];
    });
}

function Absences({ view, laid }: Part) {
  const say = supplyWords(view);
  const absences = keptOf("absence", laid);
  return (
    <>
      <h2>{say("absences")}</h2>
      <p class="soft">{say(absences.length === 0 ? "noAbsence" : "absencesHow")}</p>
      <ul>
        {absences.map(({ id, what }) => (
          <li class="misheard">
            <p>{absenceWords(view, what)}</p>
            <Remove view={view} kind="absence" id={id} name={absenceWords(view, what)} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{say("addAbsence")}</summary>
        <form method="post" action="/desk/agenda/horaires/absence">
          <WorkerInput view={view} of="absence" />
          <Field view={view} of="absence" name="du" label="firstDay" type="date" required />
          <Field view={view} of="absence" name="au" label="lastDay" type="date" />
          <p class="soft">{say("absenceHours")}</p>
          <Hours view={view} of="absence" required={false} />
          <p>
            <label for="absence-chaque">{say("absenceEvery")}</label>
            <select id="absence-chaque" name="chaque">
              <option value="">{say("everyDay")}</option>
              {weekdayNames(view).map((name, place) => (
                <option value={String(place + 1)}>{say("everyWeek", { day: name })}</option>
              ))}
            </select>
          </p>
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
    </>
  );
}

function Ranges({ view, supply, laid }: Part & { readonly supply: Supply }) {
  const say = supplyWords(view);
  const exceptions = keptOf("exception", laid);
  const own = new Set(keptOf("opening", laid).map(({ id }) => id));
  const sorted = supply.openings.toSorted(
    (one, other) =>
      one.worker.localeCompare(other.worker) ||
      (one.weekday ?? 8) - (other.weekday ?? 8) ||
      one.from.localeCompare(other.from),
  );
  return (
    <>
      <h2>{say("ranges")}</h2>
      <p class="soft">{say("rangesHow")}</p>
      <ul>
        {sorted.map((opening) => (
          <Range
            view={view}
            opening={opening}
            exceptions={exceptions.filter(({ what }) => what.opening === opening.id)}
            isLaid={own.has(opening.id)}
          />
        ))}
      </ul>
      <details>
        <summary>{say("addRange")}</summary>
        <form method="post" action="/desk/agenda/horaires/permanence">
          <WorkerInput view={view} of="permanence" />
          <SiteInput view={view} of="permanence" />
          <RhythmInput view={view} of="permanence" />
          <WeekdayInput view={view} of="permanence" />
          <Hours view={view} of="permanence" required />
          <MotifTicks view={view} />
          <Field view={view} of="permanence" name="du" label="firstDay" type="date" />
          <Field view={view} of="permanence" name="au" label="lastDay" type="date" />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
      <details>
        <summary>{say("addDay")}</summary>
        <form method="post" action="/desk/agenda/horaires/journee">
          <WorkerInput view={view} of="journee" />
          <SiteInput view={view} of="journee" />
          <Field view={view} of="journee" name="jour" label="day" type="date" required />
          <Hours view={view} of="journee" required />
          <MotifTicks view={view} />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
    </>
  );
}

/** What is set once in a while: limits, ways, places used for a while. */
function Others({ view, laid }: Part) {
  const say = supplyWords(view);
  const named = (site: string) => placeById(view.structure, site)?.shortName ?? site;
  const lines = [
    ...keptOf("dailyLimit", laid).map(({ id, what }) => ({
      ...{ kind: "dailyLimit", id },
      name: say(what.mostAWeek === undefined ? "limitOf" : "limitWeekOf", {
        ...{ who: agendaName(view.structure, what.worker), count: what.most },
        week: what.mostAWeek ?? 0,
      }),
    })),
    ...keptOf("travel", laid).map(({ id, what }) => ({
      ...{ kind: "travel", id },
      name: say("travelOf", {
        ...{ one: named(what.between[0]), other: named(what.between[1]), minutes: what.minutes },
      }),
    })),
    ...laid
      .filter(({ kind }) => kind === "place")
      .map(({ id, words }) => ({ kind: "place", id, name: readPlaceWords(words)?.name ?? id })),
  ];
  return (
    <>
      <h2>{say("others")}</h2>
      <ul>
        {lines.map(({ kind, id, name }) => (
          <li class="misheard">
            <p>{name}</p>
            <Remove view={view} kind={kind} id={id} name={name} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{say("addLimit")}</summary>
        <form method="post" action="/desk/agenda/horaires/limite">
          <WorkerInput view={view} of="limite" />
          <Field view={view} of="limite" name="nombre" label="limit" type="number" required />
          <Field view={view} of="limite" name="semaine" label="limitWeek" type="number" />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
      <details>
        <summary>{say("addTravel")}</summary>
        <form method="post" action="/desk/agenda/horaires/trajet">
          <SiteInput view={view} of="trajet" />
          <SiteInput view={view} of="trajet" name="autre" label="otherPlace" />
          <Field view={view} of="trajet" name="minutes" label="minutes" type="number" required />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
      <details>
        <summary>{say("addPlace")}</summary>
        <form method="post" action="/desk/agenda/horaires/lieu">
          <Field view={view} of="lieu" name="nom" label="placeName" type="text" required />
          <Field view={view} of="lieu" name="adresse" label="placeAddress" type="text" />
          <SiteInput view={view} of="lieu" name="commune" label="sameTown" />
          <Field view={view} of="lieu" name="au" label="lastDay" type="date" />
          <button type="submit">{say("keep")}</button>
        </form>
      </details>
    </>
  );
}
