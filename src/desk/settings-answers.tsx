import type { Structure } from "../structure/schema.ts";
import { type Outcome, SettingsFrame, settingWords, Told } from "./settings-page.tsx";
import { previewOf } from "./settings-sentences.tsx";
import type { View } from "./words.ts";

/** What a ready answer may show, by the names it is written with. */
const shown = ["hello", "worker", "service", "site", "when", "promise", "papers"] as const;

type OwnAnswer = NonNullable<Structure["cannedAnswers"]>[number];

interface AnswersShown extends Outcome {
  readonly view: View;
  readonly seen: string;
  /** What was typed and refused; null for an empty form. */
  readonly typed: OwnAnswer | null;
}

/** The ready answers of this team, in each of its languages. */
export function AnswersPage({ view, seen, typed, ...outcome }: AnswersShown) {
  const say = settingWords(view);
  const own = view.structure.cannedAnswers ?? [];
  return (
    <SettingsFrame view={view} current="reponses">
      <p>{say("answersHow")}</p>
      <Told view={view} {...outcome} />
      {own.length === 0 ? <p>{say("answersNone")}</p> : null}
      {own.map((answer) => (
        <details>
          <summary>{answer.title}</summary>
          <p class="bubble">{previewOf(view, answer.text["fr"] ?? "")}</p>
          <AnswerForm view={view} seen={seen} answer={answer} />
        </details>
      ))}
      <h2>{say("answerNew")}</h2>
      <AnswerForm view={view} seen={seen} answer={typed} />
    </SettingsFrame>
  );
}

interface AnswerProps {
  readonly view: View;
  readonly seen: string;
  readonly answer: OwnAnswer | null;
}

function AnswerForm({ view, seen, answer }: AnswerProps) {
  const say = settingWords(view);
  const of = answer?.id || "nouvelle";
  return (
    <form class="new-feed wide" method="post" action="/desk/reglages/reponses">
      <input type="hidden" name="vu" value={seen} />
      <input type="hidden" name="laquelle" value={answer?.id ?? ""} />
      <label for={`${of}-titre`}>{say("answerTitle")}</label>
      <input id={`${of}-titre`} name="titre" maxlength={60} required value={answer?.title ?? ""} />
      {view.structure.languages.map((language) => (
        <>
          <label for={`${of}-${language}`}>
            {say(language === "fr" ? "answerText" : "answerTextIn", {
              language: view.say(`languages_${language}`),
            })}
          </label>
          <textarea
            id={`${of}-${language}`}
            name={`texte-${language}`}
            rows={3}
            lang={language}
            dir="auto"
            required={language === "fr"}
          >
            {answer?.text[language] ?? ""}
          </textarea>
        </>
      ))}
      <p class="soft">
        {say("answerShows", { names: shown.map((name) => `{{${name}}}`).join(", ") })}
      </p>
      <button type="submit" name="faire" value="garder">
        {say("keep")}
      </button>
      {answer?.id ? (
        <button type="submit" name="faire" value="retirer" class="button-quiet" formnovalidate>
          {say("remove")}
        </button>
      ) : null}
    </form>
  );
}
