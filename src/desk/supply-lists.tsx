import type { Absence, Opening, OpeningException } from "../appointments/supply.ts";
import { saidDay } from "../base/said.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById } from "../repertoire/places.ts";
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
import type { View } from "./words.ts";

/** What is laid down, with what takes it away. */
export interface Kept<What> {
  readonly id: string;
  readonly what: What;
}

interface Removed {
  readonly view: View;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** One tap takes it away again. */
export function Remove({ view, kind, id, name }: Removed) {
  const say = supplyWords(view);
  return (
    <form method="post" action="/desk/agenda/horaires/retirer">
      <input type="hidden" name="sorte" value={kind} />
      <input type="hidden" name="quoi" value={id} />
      <button type="submit" aria-label={say("removeOf", { name })}>
        {say("remove")}
      </button>
    </form>
  );
}

export function absenceWords(
  view: View,
  { worker, from, until, recurrence, hours }: Absence,
): string {
  const say = supplyWords(view);
  const day = (date: Absence["from"]) => view.speak(saidDay(date));
  const period =
    until === from
      ? day(from)
      : until === null
        ? say("since", { from: day(from) })
        : say("period", { from: day(from), until: day(until) });
  const parts = [
    agendaName(view.structure, worker),
    period,
    ...(recurrence ? [rhythmWords(view, recurrence)] : []),
    hours ? hoursWords(view, hours.from, hours.to) : say("wholeDay"),
  ];
  return parts.join(" · ");
}

const ruleDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A rule in plain words; one that no form of ours writes is shown as it is. */
function rhythmWords(view: View, rule: string): string {
  const say = supplyWords(view);
  const name = ruleDays.findIndex((day) => rule.endsWith(day));
  const day = weekdayNames(view)[name] ?? "";
  const nth = /FREQ=MONTHLY;BYDAY=([1-4])/.exec(rule)?.[1];
  if (nth) return say("everyMonth", { nth: say(`nth_${nth}`), day });
  if (/^FREQ=WEEKLY;INTERVAL=2;BYDAY=/.test(rule)) return say("everyOtherWeek", { day });
  return /^FREQ=WEEKLY;BYDAY=/.test(rule) ? say("everyWeek", { day }) : rule;
}

function openingWords(view: View, opening: Opening): string {
  const say = supplyWords(view);
  const { weekday, recurrence, date, from, to, site, worker, validFrom, validUntil } = opening;
  const day = (one: NonNullable<typeof date>) => view.speak(saidDay(one));
  const when = date
    ? day(date)
    : recurrence
      ? rhythmWords(view, recurrence)
      : say("everyWeek", { day: weekdayNames(view)[(weekday ?? 1) - 1] ?? "" });
  return [
    when,
    hoursWords(view, from, to),
    placeById(view.structure, site)?.name ?? site,
    agendaName(view.structure, worker),
    ...(validFrom ? [say("since", { from: day(validFrom) })] : []),
    ...(validUntil ? [say("until", { until: day(validUntil) })] : []),
  ].join(" · ");
}

/** What the form says of how often a range comes back. */
function rhythmOf({ recurrence }: Opening): string {
  const nth = /FREQ=MONTHLY;BYDAY=([1-4])/.exec(recurrence ?? "")?.[1];
  if (nth) return `${nth}e`;
  return recurrence?.includes("INTERVAL=2") ? "2" : "1";
}

function dayOfRule({ recurrence }: Opening): number {
  return ruleDays.findIndex((day) => recurrence?.endsWith(day)) + 1;
}

interface OneRange {
  readonly view: View;
  readonly opening: Opening;
  readonly exceptions: readonly Kept<OpeningException>[];
  readonly isLaid: boolean;
}

/** One range: what it is, the days that differ, and how to change it. */
export function Range({ view, opening, exceptions, isLaid }: OneRange) {
  const say = supplyWords(view);
  const name = openingWords(view, opening);
  const of = `p-${opening.id}`;
  return (
    <li class="misheard">
      <p>
        <strong>{name}</strong>
        {opening.confirmed ? null : <span class="badge badge-attention">{say("unconfirmed")}</span>}
      </p>
      {exceptions.length === 0 ? null : (
        <ul>
          {exceptions.map(({ id, what }) => (
            <li>
              {view.speak(saidDay(what.date))} :{" "}
              {what.instead
                ? `${hoursWords(view, what.instead.from, what.instead.to)}, ${placeById(view.structure, what.instead.site)?.name ?? what.instead.site}`
                : say("calledOff")}{" "}
              <Remove view={view} kind="exception" id={id} name={view.speak(saidDay(what.date))} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {say("change")}
          <span class="visually-hidden"> {name}</span>
        </summary>
        {opening.date ? null : (
          <form method="post" action="/desk/agenda/horaires/permanence">
            <input type="hidden" name="permanence" value={opening.id} />
            <WorkerInput view={view} of={of} chosen={opening.worker} />
            <SiteInput view={view} of={of} chosen={opening.site} />
            <RhythmInput view={view} of={of} chosen={rhythmOf(opening)} />
            <WeekdayInput view={view} of={of} chosen={opening.weekday ?? dayOfRule(opening)} />
            <Hours view={view} of={of} required from={opening.from} to={opening.to} />
            <Field
              {...{ view, of, name: "du", label: "firstDay", type: "date" }}
              {...(opening.validFrom ? { value: opening.validFrom } : {})}
            />
            <Field
              {...{ view, of, name: "au", label: "lastDay", type: "date" }}
              {...(opening.validUntil ? { value: opening.validUntil } : {})}
            />
            <button type="submit">{say("keep")}</button>
          </form>
        )}
        {isLaid ? <Remove view={view} kind="opening" id={opening.id} name={name} /> : null}
      </details>
      {opening.date ? null : (
        <details>
          <summary>
            {say("oneDay")}
            <span class="visually-hidden"> {name}</span>
          </summary>
          <form method="post" action="/desk/agenda/horaires/exception">
            <input type="hidden" name="permanence" value={opening.id} />
            <p class="soft">{say("oneDayHow")}</p>
            <Field
              view={view}
              of={`e-${opening.id}`}
              name="jour"
              label="day"
              type="date"
              required
            />
            <Hours view={view} of={`e-${opening.id}`} required={false} />
            <SiteInput view={view} of={`e-${opening.id}`} chosen={opening.site} />
            <button type="submit">{say("keep")}</button>
          </form>
        </details>
      )}
    </li>
  );
}
