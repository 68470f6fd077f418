import { at, type LocalDate } from "../base/time.ts";
import { codeLists } from "../observatory/dictionary.ts";
import { type Lodging, stayKinds, stayStates } from "../observatory/stays.ts";
import type { KeptStay } from "../store/stay-store.ts";
import { longestWords } from "./stay-form.ts";
import { codeOf, type View } from "./words.ts";

export function lodgingWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `hebergement:${key}`, values });
}

export function dayWords(view: View, day: LocalDate, style: "day" | "shortDay" = "day"): string {
  return view.moment(at(view.structure.zone, day, "12:00"), style);
}

/** Who it is for: the code of the conversation, or what was written where there is none. */
export function whoseWords(view: View, { conversation, who }: KeptStay): string {
  return conversation === null
    ? who || lodgingWords(view)("nobody")
    : lodgingWords(view)("code", { code: codeOf(conversation) });
}

interface LineProps {
  readonly view: View;
  readonly stay: KeptStay;
  readonly lodgings: readonly Lodging[];
  readonly today: LocalDate;
}

/** One request on one line, and behind it the form that changes it. */
export function StayLine({ view, stay, lodgings, today }: LineProps) {
  const say = lodgingWords(view);
  const { conversation, state, enteredOn, dueOn, askedOn, note } = stay;
  const home = lodgings.find(({ id }) => id === stay.lodging);
  return (
    <li>
      <p>
        <strong>
          {conversation === null ? (
            whoseWords(view, stay)
          ) : (
            <a href={`/desk/conversations/${conversation}`}>{whoseWords(view, stay)}</a>
          )}
        </strong>{" "}
        <span class="badge">{say(`state_${state}`)}</span>{" "}
        {dueOn !== null && dueOn < today ? (
          <span class="badge badge-attention">
            {say("overdue", { day: dayWords(view, dueOn) })}
          </span>
        ) : null}
      </p>
      <p class="soft">
        {[
          home?.name ?? "",
          enteredOn === null
            ? say("askedOn", { day: dayWords(view, askedOn) })
            : say("enteredOn", { day: dayWords(view, enteredOn) }),
          dueOn === null ? "" : say("dueOn", { day: dayWords(view, dueOn) }),
          note,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <SituationLink view={view} id={stay.situationId} whose={whoseWords(view, stay)} />
      <details>
        <summary>
          {say("change")}
          <span class="visually-hidden"> {whoseWords(view, stay)}</span>
        </summary>
        <StayForm {...{ view, stay, lodgings, today, conversation }} />
      </details>
    </li>
  );
}

interface LinkProps {
  readonly view: View;
  readonly id: string | null;
  readonly whose: string;
}

/** To what is counted of them: who they are, in codes. */
export function SituationLink({ view, id, whose }: LinkProps) {
  if (id === null) return null;
  return (
    <p>
      <a href={`/desk/situations/${encodeURIComponent(id)}`}>
        {lodgingWords(view)("toSituation")}
        <span class="visually-hidden"> {whose}</span>
      </a>
    </p>
  );
}

interface FormProps extends Omit<LineProps, "stay"> {
  /** Null for a new one. */
  readonly stay: KeptStay | null;
  readonly conversation: string | null;
}

/** Everything that is kept of a request, on one form; without script too. */
export function StayForm({ view, stay, lodgings, today, conversation }: FormProps) {
  const say = lodgingWords(view);
  const id = stay?.id ?? view.door.ids.next();
  const field = (name: string) => `${id}-${name}`;
  const days = [
    ["demande", "day_asked", stay ? stay.askedOn : today],
    ["commission", "day_commission", stay?.commissionOn ?? ""],
    ["entree", "day_entered", stay?.enteredOn ?? ""],
    ["terme", "day_due", stay?.dueOn ?? ""],
    ["prolongation", "day_extended", stay?.extendedOn ?? ""],
    ["impayesDu", "day_arrearsFrom", stay?.arrearsFrom ?? ""],
    ["impayesAu", "day_arrearsUntil", stay?.arrearsUntil ?? ""],
    ["sortie", "day_left", stay?.leftOn ?? ""],
  ] as const;
  return (
    <form class="new-feed" method="post" action="/desk/hebergement">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={String(stay?.version ?? 0)} />
      <input type="hidden" name="conversation" value={conversation ?? ""} />
      {conversation === null ? (
        <>
          <label for={field("qui")}>{say("who")}</label>
          <input id={field("qui")} name="qui" maxlength={60} value={stay?.who ?? ""} />
        </>
      ) : null}
      <Choice
        {...{ id: field("type"), name: "type", label: say("kind"), chosen: stay?.kind ?? "alt" }}
        options={stayKinds.map((kind) => [kind, say(`kind_${kind}`)])}
      />
      <Choice
        {...{
          id: field("etat"),
          name: "etat",
          label: say("state"),
          chosen: stay?.state ?? "asked",
        }}
        options={stayStates.map((state) => [state, say(`state_${state}`)])}
      />
      <label for={field("places")}>{say("places")}</label>
      <input
        id={field("places")}
        name="places"
        type="number"
        min="1"
        max="20"
        value={String(stay?.places ?? 1)}
      />
      <Choice
        {...{ id: field("logement"), name: "logement", label: say("home") }}
        chosen={stay?.lodging ?? ""}
        options={[["", say("homeUnknown")], ...lodgings.map(({ id: home, name }) => [home, name])]}
      />
      {days.map(([name, label, value]) => (
        <>
          <label for={field(name)}>{say(label)}</label>
          <input id={field(name)} name={name} type="date" value={value} />
        </>
      ))}
      <Choice
        {...{ id: field("solution"), name: "solution", label: say("exitTo") }}
        chosen={stay?.exitTo ?? ""}
        options={[
          ["", say("exitUnknown")],
          ...codeLists.outcome.map((code) => [
            code,
            view.speak({ key: `observatoire:outcome_${code}` }),
          ]),
        ]}
      />
      <Choice
        {...{ id: field("motif"), name: "motif", label: say("exitReason") }}
        chosen={stay?.exitReason ?? ""}
        options={[
          ["", say("exitUnknown")],
          ...codeLists.exitReason.map((code) => [
            code,
            view.speak({ key: `observatoire:exitReason_${code}` }),
          ]),
        ]}
      />
      <label for={field("moisImpayes")}>{say("arrearsMonths")}</label>
      <input
        id={field("moisImpayes")}
        name="moisImpayes"
        type="number"
        min="0"
        max="120"
        value={String(stay?.arrearsMonths ?? "")}
      />
      <label for={field("note")}>{say("note")}</label>
      <textarea id={field("note")} name="note" rows={2} maxlength={longestWords}>
        {stay?.note ?? ""}
      </textarea>
      <button type="submit">{say("keep")}</button>
    </form>
  );
}

export interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly string[])[];
}

/** One answer of several, with its label. */
export function Choice({ id, name, label, chosen, options }: ChoiceProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}
