import type { LocalDate } from "../base/time.ts";
import {
  type Agreement,
  type MeasureKind,
  measureKinds,
  pointsOf,
} from "../observatory/measures.ts";
import type { KeptMeasure } from "../store/measure-store.ts";
import { MeasureForm } from "./measure-fields.tsx";
import { MeasureLine } from "./measure-lines.tsx";
import { areasOf, type MeasureTold, measureWords } from "./measure-words.ts";
import { Choice, dayWords } from "./stay-lines.tsx";
import { codeOf, type View } from "./words.ts";

interface MeasuresShown {
  readonly view: View;
  readonly today: LocalDate;
  readonly agreements: readonly Agreement[];
  /** Those that run. */
  readonly measures: readonly KeptMeasure[];
  readonly told: MeasureTold | null;
  /** The conversation that a new one is for; null for none. */
  readonly asksFor: string | null;
}

const goodNews: readonly (MeasureTold | null)[] = [
  ...(["kept", "noted", "unnoted", "agreement", "agreementGone"] as const),
];

/** Accompaniments: those that run, what each agreement still holds, and the agreements. */
export function MeasuresPage(shown: MeasuresShown) {
  const { view, today, measures, told, asksFor } = shown;
  const say = measureWords(view);
  return (
    <section class="agenda lodging">
      <h1>{say("title")}</h1>
      <p>{say("how")}</p>
      {told ? (
        <p class={goodNews.includes(told) ? "notice" : "notice notice-attention"} role="status">
          {say(`told_${told}`)}
        </p>
      ) : null}
      <details id="nouvelle" open={asksFor !== null}>
        <summary class="button">{say("add")}</summary>
        {asksFor === null ? null : <p>{say("forCode", { code: codeOf(asksFor) })}</p>}
        <MeasureForm {...{ view, today, measure: null, conversation: asksFor }} />
      </details>
      {measures.length === 0 ? <p class="soft">{say("none")}</p> : null}
      {measureKinds.map((kind) => (
        <Kind {...shown} kind={kind} />
      ))}
      <Agreements {...shown} />
    </section>
  );
}

function Kind({
  view,
  today,
  measures,
  agreements,
  kind,
}: MeasuresShown & { readonly kind: MeasureKind }) {
  const say = measureWords(view);
  const own = measures.filter((one) => one.kind === kind);
  const running = agreements.filter(
    (one) => one.kind === kind && one.from <= today && today <= one.to,
  );
  if (own.length + running.length === 0) return null;
  return (
    <section aria-labelledby={`genre-${kind}`}>
      <h2 id={`genre-${kind}`}>
        {say("kindOf", { kind: say(`kind_${kind}`), count: own.length })}
      </h2>
      {running.map(({ area, points }) => {
        const taken = own
          .filter((one) => one.area === area)
          .reduce((sum, { form }) => sum + pointsOf(form), 0);
        return <p>{say("taken", { area: areaWords(view, area), taken, points })}</p>;
      })}
      <ul class="feeds measures">
        {own.map((measure) => (
          <MeasureLine {...{ view, measure, today }} />
        ))}
      </ul>
    </section>
  );
}

function areaWords(view: View, area: string | null): string {
  const named = areasOf(view.structure).find(([code]) => code === area);
  return named?.[1] ?? measureWords(view)("areaNone");
}

/** What each funder pays: points of a kind, in a territory, from one day to another. */
function Agreements({ view, today, agreements }: MeasuresShown) {
  const say = measureWords(view);
  const year = today.slice(0, 4);
  return (
    <details>
      <summary class="button button-quiet">{say("agreements")}</summary>
      <p class="soft">{say("pointsHow")}</p>
      <ul class="feeds">
        {agreements.map(({ id, kind, area, points, from, to }) => {
          const words = say("agreementOf", {
            ...{ kind: say(`kind_${kind}`), area: areaWords(view, area), points },
            ...{ from: dayWords(view, from), to: dayWords(view, to) },
          });
          return (
            <li>
              <p>{words}</p>
              <form method="post" action="/desk/accompagnements/convention/retirer">
                <input type="hidden" name="quoi" value={id} />
                <button type="submit" class="button-quiet">
                  {say("remove")}
                  <span class="visually-hidden"> {words}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <form class="new-feed" method="post" action="/desk/accompagnements/convention">
        <h3>{say("agreementAdd")}</h3>
        <Choice
          {...{ id: "convention-type", name: "type", label: say("kind"), chosen: "fsl" }}
          options={measureKinds.map((kind) => [kind, say(`kind_${kind}`)])}
        />
        <Choice
          {...{ id: "convention-territoire", name: "territoire", label: say("area"), chosen: "" }}
          options={[["", say("areaNone")], ...areasOf(view.structure)]}
        />
        <label for="convention-points">{say("points")}</label>
        <input id="convention-points" name="points" type="number" min="1" max="5000" required />
        <label for="convention-du">{say("from")}</label>
        <input id="convention-du" name="du" type="date" value={`${year}-01-01`} required />
        <label for="convention-au">{say("to")}</label>
        <input id="convention-au" name="au" type="date" value={`${year}-12-31`} required />
        <button type="submit">{say("keep")}</button>
      </form>
    </details>
  );
}
