import { saidDay, saidMoment } from "../base/said.ts";
import { instant, localDate } from "../base/time.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placesOf } from "../repertoire/places.ts";
import type { View } from "./words.ts";

interface Input {
  readonly view: View;
  /** The name of the form, so that each field has an id of its own. */
  readonly of: string;
}

/** The words of this page, by their key. */
export function supplyWords({ speak }: View) {
  return (key: string, values?: Parameters<View["say"]>[1]) =>
    speak({ key: `horaires:${key}`, ...(values ? { values } : {}) });
}

/** Monday to Sunday, as they are said. */
export function weekdayNames(view: View): readonly string[] {
  // the first of January 2024 was a Monday
  return [1, 2, 3, 4, 5, 6, 7].map((day) =>
    view.speak(saidDay(localDate(`2024-01-0${day}`), "weekday")),
  );
}

export function WorkerInput({ view, of, chosen }: Input & { readonly chosen?: string }) {
  const { structure } = view;
  return (
    <p>
      <label for={`${of}-qui`}>{supplyWords(view)("who")}</label>
      <select id={`${of}-qui`} name="qui" required>
        {structure.workers.map(({ id }) => (
          <option value={id} selected={id === chosen}>
            {agendaName(structure, id)}
          </option>
        ))}
      </select>
    </p>
  );
}

export function SiteInput({
  view,
  of,
  name = "lieu",
  label = "where",
  chosen,
}: Input & { readonly name?: string; readonly label?: string; readonly chosen?: string }) {
  return (
    <p>
      <label for={`${of}-${name}`}>{supplyWords(view)(label)}</label>
      <select id={`${of}-${name}`} name={name} required>
        {placesOf(view.structure).map((place) => (
          <option value={place.id} selected={place.id === chosen}>
            {place.name}
          </option>
        ))}
      </select>
    </p>
  );
}

export function WeekdayInput({
  view,
  of,
  chosen,
}: Input & { readonly chosen?: number | undefined }) {
  return (
    <p>
      <label for={`${of}-jour`}>{supplyWords(view)("weekday")}</label>
      <select id={`${of}-jour`} name="jour" required>
        {weekdayNames(view).map((name, place) => (
          <option value={String(place + 1)} selected={place + 1 === chosen}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** How often a range comes back, by what the form says of it. */
const rhythms = ["1", "2", "1e", "2e", "3e", "4e"] as const;

export function RhythmInput({ view, of, chosen }: Input & { readonly chosen?: string }) {
  const say = supplyWords(view);
  return (
    <p>
      <label for={`${of}-rythme`}>{say("rhythm")}</label>
      <select id={`${of}-rythme`} name="rythme">
        {rhythms.map((one) => (
          <option value={one} selected={one === chosen}>
            {say(`rhythm_${one}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** "de 9 h 30 à 12 h": hours on the wall, as they are said. */
export function hoursWords(view: View, from: string, to: string): string {
  const said = (time: string) =>
    view.speak(saidMoment(instant(`2024-01-01T${time}:00Z`), "UTC", "time"));
  return supplyWords(view)("hours", { from: said(from), to: said(to) });
}

interface Field extends Input {
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "time" | "number" | "text";
  readonly required?: boolean;
  readonly value?: string;
}

export function Field({ view, of, name, label, type, required = false, value }: Field) {
  return (
    <p>
      <label for={`${of}-${name}`}>{supplyWords(view)(label)}</label>
      <input
        id={`${of}-${name}`}
        type={type}
        name={name}
        required={required}
        {...(value === undefined ? {} : { value })}
        {...(type === "number" ? { min: "0", max: "240", inputmode: "numeric" } : {})}
      />
    </p>
  );
}

/** From an hour to another. */
export function Hours({
  view,
  of,
  required,
  from,
  to,
}: Input & { readonly required: boolean; readonly from?: string; readonly to?: string }) {
  return (
    <>
      <Field
        {...{ view, of, required }}
        name="de"
        label="from"
        type="time"
        {...(from ? { value: from } : {})}
      />
      <Field
        {...{ view, of, required }}
        name="a"
        label="to"
        type="time"
        {...(to ? { value: to } : {})}
      />
    </>
  );
}
