import type { LocalDate } from "../base/time.ts";
import { type CodeList, codeLists } from "../observatory/dictionary.ts";
import {
  type MeasureFacts,
  measureCodes,
  measureEuros,
  measureForms,
  measureKinds,
  nothingSaid,
} from "../observatory/measures.ts";
import type { KeptMeasure } from "../store/measure-store.ts";
import { areasOf, measureWords } from "./measure-words.ts";
import { longestWords } from "./stay-form.ts";
import { Choice } from "./stay-lines.tsx";
import type { View } from "./words.ts";

interface FormProps {
  readonly view: View;
  /** Null for a new one. */
  readonly measure: KeptMeasure | null;
  readonly today: LocalDate;
  readonly conversation: string | null;
}

/** Everything that is kept of an accompaniment, on one form; without script too. */
export function MeasureForm({ view, measure, today, conversation }: FormProps) {
  const say = measureWords(view);
  const id = measure?.id ?? view.door.ids.next();
  const field = (name: string) => `${id}-${name}`;
  const code = (list: string, value: string) =>
    view.speak({ key: `observatoire:${list}_${value}` });
  const days = [
    ["debut", "day_start", measure ? measure.startedOn : today],
    ["terme", "day_due", measure?.dueOn ?? ""],
    ["fin", "day_end", measure?.endedOn ?? ""],
  ] as const;
  return (
    <form class="new-feed" method="post" action="/desk/accompagnements">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={String(measure?.version ?? 0)} />
      <input type="hidden" name="conversation" value={conversation ?? ""} />
      {conversation === null ? (
        <>
          <label for={field("qui")}>{say("who")}</label>
          <input id={field("qui")} name="qui" maxlength={60} value={measure?.who ?? ""} />
        </>
      ) : null}
      <label for={field("forme")}>{say("form")}</label>
      <select id={field("forme")} name="forme">
        {measureKinds.map((kind) => (
          <optgroup label={say(`kind_${kind}`)}>
            {measureForms[kind].map((form) => (
              <option value={form} selected={form === measure?.form}>
                {code("measureForm", form)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Choice
        {...{ id: field("territoire"), name: "territoire", label: say("area") }}
        chosen={measure?.area ?? ""}
        options={[["", say("areaNone")], ...areasOf(view.structure)]}
      />
      <Choice
        {...{ id: field("attribution"), name: "attribution", label: say("grant") }}
        chosen={measure?.grant ?? "premiere"}
        options={["premiere", "renouvellement"].map((one) => [one, say(`grant_${one}`)])}
      />
      {days.map(([name, label, value]) => (
        <>
          <label for={field(name)}>{say(label)}</label>
          <input id={field(name)} name={name} type="date" value={value} />
        </>
      ))}
      <Boxes
        {...{ view, name: "objectif", list: "objective", legend: say("objectives") }}
        chosen={measure?.facts.objectives ?? []}
      />
      <Facts {...{ view, field, facts: measure?.facts ?? nothingSaid }} />
      <Boxes
        {...{ view, name: "motif", list: "exitReason", legend: say("exitReasons") }}
        chosen={measure?.exitReasons ?? []}
      />
      <label for={field("note")}>{say("note")}</label>
      <textarea id={field("note")} name="note" rows={2} maxlength={longestWords}>
        {measure?.note ?? ""}
      </textarea>
      <button type="submit">{say("keep")}</button>
    </form>
  );
}

interface BoxesProps {
  readonly view: View;
  readonly name: string;
  readonly list: CodeList;
  readonly legend: string;
  readonly chosen: readonly string[];
}

/** Several codes of a list. */
function Boxes({ view, name, list, legend, chosen }: BoxesProps) {
  return (
    <details>
      <summary>
        {legend} ({chosen.length})
      </summary>
      <fieldset>
        <legend class="visually-hidden">{legend}</legend>
        {codeLists[list].map((value) => (
          <p>
            <label>
              <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />{" "}
              {view.speak({ key: `observatoire:${list}_${value}` })}
            </label>
          </p>
        ))}
      </fieldset>
    </details>
  );
}

interface FactsProps {
  readonly view: View;
  readonly field: (name: string) => string;
  readonly facts: MeasureFacts;
}

/** What the funder's report asks for, each with "not known". */
function Facts({ view, field, facts }: FactsProps) {
  const say = measureWords(view);
  return (
    <details>
      <summary>{say("facts")}</summary>
      {Object.entries(measureCodes).map(([name, list]) => (
        <p>
          <Choice
            {...{ id: field(name), name, label: say(`fact_${name}`) }}
            chosen={facts[name as keyof typeof measureCodes] ?? ""}
            options={[
              ["", view.speak({ key: "observatoire:unknown" })],
              ...codeLists[list].map((code) => [
                code,
                view.speak({ key: `observatoire:${list}_${code}` }),
              ]),
            ]}
          />
        </p>
      ))}
      {measureEuros.map((name) => (
        <p>
          <label for={field(name)}>{say(`fact_${name}`)}</label>
          <input
            id={field(name)}
            name={name}
            inputmode="decimal"
            maxlength={12}
            value={facts[name] === null ? "" : String(facts[name]).replace(".", ",")}
          />
        </p>
      ))}
    </details>
  );
}
