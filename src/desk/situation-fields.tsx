import { type CodeList, codeLists } from "../observatory/dictionary.ts";
import {
  type CodedField,
  codedFields,
  type ListedField,
  listedFields,
  type Situation,
} from "../observatory/situation.ts";
import type { observatoryWords } from "./observatory-asked.ts";
import type { SituationShown } from "./situation-page.tsx";

export type Words = ReturnType<typeof observatoryWords>;

/** One question of the page. */
export interface Asked<Name extends keyof Situation> {
  readonly shown: SituationShown;
  readonly words: Words;
  readonly name: Name;
}

/** One code of a list, or that it is not known. */
export function Choice({ shown, words, name }: Asked<CodedField>) {
  return (
    <p>
      <label for={name}>{words.say(`field_${name}`)}</label>
      <Codes words={words} list={codedFields[name]} name={name} chosen={shown.situation[name]} />
      <Teller {...{ shown, words, name }} />
    </p>
  );
}

interface CodesOf {
  readonly words: Words;
  readonly list: CodeList;
  readonly name: string;
  readonly chosen: string | null;
}

/** The codes of a list to choose from. */
export function Codes({ words, list, name, chosen }: CodesOf) {
  return (
    <select id={name} name={name}>
      <option value="">{words.say("unknownChoice")}</option>
      {codeLists[list].map((code) => (
        <option value={code} selected={code === chosen}>
          {words.say(`${list}_${code}`)}
        </option>
      ))}
    </select>
  );
}

/** Who said it, where it is known: the team sees what it may trust. */
function Teller({ shown: { told }, words, name }: Asked<keyof Situation>) {
  const said = told.fields[name];
  if (!said) return null;
  return <span class="soft"> {words.say(`saidBy_${said.by}`, { day: words.day(said.on) })}</span>;
}

interface FieldAsked
  extends Asked<"requestedOn" | "outcomeOn" | "persons" | "ageAtRequest" | "resourcesAmount"> {
  readonly type: "date" | "number" | "text";
}

/** A day, a number or an amount. */
export function Field({ shown, words, name, type }: FieldAsked) {
  return (
    <p>
      <label for={name}>{words.say(`field_${name}`)}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={shown.situation[name] ?? ""}
        {...(type === "number" ? { min: "1", max: "110", inputmode: "numeric" } : {})}
        {...(type === "text" ? { inputmode: "decimal", maxlength: 12 } : {})}
      />
      <Teller {...{ shown, words, name }} />
    </p>
  );
}

/** Several codes of a list. */
export function Several({ shown, words, name }: Asked<ListedField>) {
  const list = listedFields[name];
  return (
    <details>
      <summary>
        {words.say(`field_${name}`)} ({shown.situation[name].length})
      </summary>
      {codeLists[list].map((code) => (
        <p>
          <label>
            <input
              type="checkbox"
              name={name}
              value={code}
              checked={shown.situation[name].includes(code)}
            />{" "}
            {words.say(`${list}_${code}`)}
          </label>
        </p>
      ))}
    </details>
  );
}

/** A commune of the structure's territories, or another one by its code. */
export function Commune({ shown, words }: Omit<Asked<"commune">, "name">) {
  const { structure } = shown.view;
  const { commune } = shown.situation;
  const known = structure.territories.flatMap(({ communes }) => communes);
  const isOther = commune !== null && !known.some(({ inseeCode }) => inseeCode === commune);
  return (
    <>
      <p>
        <label for="commune">{words.say("field_commune")}</label>
        <select id="commune" name="commune">
          <option value="">{words.say("unknownChoice")}</option>
          {known.map(({ inseeCode, name }) => (
            <option value={inseeCode} selected={inseeCode === commune}>
              {name}
            </option>
          ))}
        </select>
        <Teller {...{ shown, words, name: "commune" }} />
      </p>
      <p>
        <label for="communeAutre">{words.say("commune_other")}</label>
        <input
          id="communeAutre"
          name="communeAutre"
          inputmode="numeric"
          maxlength={5}
          value={isOther ? commune : ""}
        />
      </p>
    </>
  );
}
