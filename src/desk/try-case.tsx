import type { SchemeId } from "../eligibility/codes.ts";
import { type Fact, facts } from "../person/facts.ts";
import { choicesOf } from "../repertoire/fact-words.ts";
import { fieldsOf, type TriedCase } from "./rule-case.ts";
import { factName, Result } from "./sheet.tsx";
import type { View } from "./words.ts";

interface Tried {
  readonly view: View;
  readonly scheme: SchemeId;
  /** What was typed, to be shown again. */
  readonly given: Readonly<Record<string, string>>;
  readonly tried: TriedCase | null;
}

/** A form with the facts of the rule, and under it what the rule answers. */
export function TryCase({ view, scheme, given, tried }: Tried) {
  const fields = fieldsOf(scheme);
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby="essai">
      <h2 id="essai">{words(view, "try")}</h2>
      <p class="soft">{words(view, "tryHow")}</p>
      <form method="get" action={`/desk/regles/${scheme}#reponse`} class="case">
        {fields.map((fact) => (
          <Field
            view={view}
            fact={fact}
            given={given[fact] ?? ""}
            isUnread={isUnread(tried, fact)}
          />
        ))}
        <button type="submit">{words(view, "tryButton")}</button>
      </form>
      {tried ? <Answer view={view} tried={tried} /> : null}
    </section>
  );
}

function Answer({ view, tried }: { readonly view: View; readonly tried: TriedCase }) {
  const { speak } = view;
  const { assessment } = tried;
  const { documents, nextDoors, amount } = assessment;
  return (
    <div id="reponse" class="card">
      <h3>{words(view, "answer")}</h3>
      <Result view={view} assessment={assessment} isOpen />
      {amount ? (
        <p>
          {words(view, "amount")} :{" "}
          {[amount.value, ...(amount.upTo === undefined ? [] : [amount.upTo])]
            .map((value) => speak({ key: "regles:page.number", values: { value } }))
            .join(" – ")}{" "}
          {amount.unit}
        </p>
      ) : null}
      <Listed
        title={words(view, "documents")}
        lines={documents.map((code) => speak({ key: `eligibility:document.${code}` }))}
      />
      <Listed
        title={words(view, "doors")}
        lines={nextDoors.map((code) => speak({ key: `eligibility:door.${code}` }))}
      />
    </div>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

interface OneField {
  readonly view: View;
  readonly fact: Fact;
  readonly given: string;
  readonly isUnread: boolean;
}

function Field({ view, fact, given, isUnread }: OneField) {
  const id = `fait-${fact.replaceAll(".", "-")}`;
  const choices = choicesOf(fact);
  const isNumber = ["age", "money", "months"].includes(facts[fact].reads.kind);
  return (
    <div class="field">
      <label for={id}>{factName(view, fact)}</label>
      {choices.length > 0 ? (
        <select id={id} name={fact}>
          <option value="">{words(view, "unknown")}</option>
          {choices.map(({ key, label }) => (
            <option value={key} selected={key === given}>
              {view.speak(label)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={fact}
          value={given}
          inputmode={isNumber ? "decimal" : "text"}
          autocomplete="off"
          {...(isUnread ? { "aria-invalid": "true", "aria-describedby": `${id}-erreur` } : {})}
        />
      )}
      {isUnread ? (
        <p id={`${id}-erreur`} class="notice notice-attention">
          {words(view, "readError")}
        </p>
      ) : null}
    </div>
  );
}

function isUnread(tried: TriedCase | null, fact: Fact): boolean {
  return tried?.unread.includes(fact) ?? false;
}

function words(view: View, key: string): string {
  return view.speak({ key: `regles:page.${key}` });
}
