import type { LocalDate } from "../base/time.ts";
import { type Act, type ActKind, actKinds } from "../observatory/measures.ts";
import type { KeptMeasure } from "../store/measure-store.ts";
import { MeasureForm } from "./measure-fields.tsx";
import { areasOf, measureWords, whoseWords } from "./measure-words.ts";
import { dayWords, SituationLink } from "./stay-lines.tsx";
import type { View } from "./words.ts";

/** How many of what was noted last are shown, to be taken back. */
const actsShown = 3;

interface LineProps {
  readonly view: View;
  readonly measure: KeptMeasure;
  readonly today: LocalDate;
}

/** One accompaniment: since when, what was noted, one tap for what is done today, and the form behind it. */
export function MeasureLine({ view, measure, today }: LineProps) {
  const say = measureWords(view);
  const { conversation, form, area, startedOn, dueOn, note } = measure;
  const whose = whoseWords(view, measure);
  const named = areasOf(view.structure).find(([code]) => code === area)?.[1] ?? "";
  return (
    <li>
      <p>
        <strong>
          {conversation === null ? (
            whose
          ) : (
            <a href={`/desk/conversations/${conversation}`}>{whose}</a>
          )}
        </strong>{" "}
        <span class="badge">{view.speak({ key: `observatoire:measureForm_${form}` })}</span>{" "}
        {dueOn !== null && dueOn < today ? (
          <span class="badge badge-attention">
            {say("overdue", { day: dayWords(view, dueOn) })}
          </span>
        ) : null}
      </p>
      <p class="soft">
        {[
          named,
          say("startedOn", { day: dayWords(view, startedOn) }),
          dueOn === null ? "" : say("dueOn", { day: dayWords(view, dueOn) }),
          say("noted", { count: measure.acts.length }),
          note,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <NoteToday view={view} measure={measure} today={today} />
      <SituationLink view={view} id={measure.situationId} whose={whose} />
      <details>
        <summary>
          {say("change")}
          <span class="visually-hidden"> {whose}</span>
        </summary>
        <LastActs view={view} measure={measure} today={today} />
        <MeasureForm {...{ view, measure, today, conversation }} />
      </details>
    </li>
  );
}

/** What was done, on which day: one tap, sent twice it counts once. */
function NoteToday({ view, measure, today }: LineProps) {
  const say = measureWords(view);
  const whose = whoseWords(view, measure);
  return (
    <form class="one-tap" method="post" action="/desk/accompagnements/note">
      <input type="hidden" name="id" value={measure.id} />
      <input type="hidden" name="acte" value={view.door.ids.next()} />
      <label class="visually-hidden" for={`${measure.id}-jour`}>
        {say("noteDay", { whose })}
      </label>
      <input id={`${measure.id}-jour`} name="jour" type="date" value={today} required />
      {actKinds.map((what: ActKind) => (
        <button type="submit" name="quoi" value={what}>
          {say(`act_${what}`)}
          <span class="visually-hidden"> {whose}</span>
        </button>
      ))}
    </form>
  );
}

/** The last ones that were noted, each with what takes it back. */
function LastActs({ view, measure }: LineProps) {
  const say = measureWords(view);
  const last = measure.acts.slice(-actsShown).toReversed();
  if (last.length === 0) return null;
  const words = ({ on, what }: Act) => `${say(`act_${what}`)}, ${dayWords(view, on)}`;
  return (
    <ul>
      {last.map((act) => (
        <li>
          <form method="post" action="/desk/accompagnements/denote">
            <input type="hidden" name="id" value={measure.id} />
            <input type="hidden" name="acte" value={act.id} />
            {words(act)}{" "}
            <button type="submit" class="button-quiet">
              {say("unnote")}
              <span class="visually-hidden"> {words(act)}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
