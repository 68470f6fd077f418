import guide from "../../locales/fr/relecture.json" with { type: "json" };
import { type LanguageState, languageStates } from "../../locales/index.ts";
import { localDate } from "../base/time.ts";
import { type FileReview, filesToReview, reviewOf } from "../reviews.ts";
import { reviewSentence } from "./review-sentence.ts";
import { dayWords, type View } from "./words.ts";

/** Every language of the house: whether it is offered, and what somebody whose language it is read of it. */
export function LanguagesPage({ view }: { readonly view: View }) {
  const { say } = view;
  return (
    <section class="agenda languages">
      <h1>{say("languages_title")}</h1>
      <p>{say("languages_how")}</p>
      <p>
        <a class="button" href="/desk/langues/relecture">
          {say("languages_guide")}
        </a>
      </p>
      {Object.keys(filesToReview).map((language) => (
        <LanguageCard view={view} language={language} />
      ))}
    </section>
  );
}

function LanguageCard({ view, language }: { readonly view: View; readonly language: string }) {
  const { say } = view;
  const files = reviewOf(language);
  const states: Readonly<Record<string, LanguageState>> = languageStates;
  const isOffered = states[language]?.isComplete ?? true;
  return (
    <section class="part" aria-labelledby={`langue-${language}`}>
      <h2 id={`langue-${language}`}>{say(`languages_${language}`)}</h2>
      <p>
        <span class={isOffered ? "badge" : "badge badge-attention"}>
          {say(isOffered ? "languages_offered" : "languages_written")}
        </span>
      </p>
      <p>{reviewSentence(view, language, files)}</p>
      {files.length === 0 ? null : (
        <details>
          <summary>{say("languages_files", { count: files.length })}</summary>
          <ul class="columns">
            {files.map((file) => (
              <li>
                {file.file} : {fileWords(view, file)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function fileWords({ say }: View, { state, mark }: FileReview): string {
  if (mark === null) return say("review_fileNever");
  const values = { day: dayWords(localDate(mark.on)), by: mark.by };
  return say(state === "reviewed" ? "review_fileOn" : "review_fileChanged", values);
}

/** The guide of the team to have the texts read aloud: it prints on one page. */
export function ReadingGuide({ view }: { readonly view: View }) {
  const { say } = view;
  return (
    <section class="agenda guide">
      <p class="no-print">
        <a href="/desk/langues">{say("languages_back")}</a>
      </p>
      <h1>{guide.title}</h1>
      <p>{guide.intro}</p>
      {guide.sections.map(({ title, isOrdered, lines }) => {
        const items = lines.map((line) => <li>{line}</li>);
        return (
          <>
            <h2>{title}</h2>
            {isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>}
          </>
        );
      })}
    </section>
  );
}
