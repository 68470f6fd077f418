import { reviewOf } from "../reviews.ts";
import {
  type CannedAnswer,
  cannedTitle,
  fittingAnswers,
  isCannedAnswer,
  writeAnswer,
} from "./canned-answers.ts";
import type { Open } from "./conversation-head.tsx";
import { languageRead } from "./language-read.ts";
import { reviewSentence } from "./review-sentence.ts";

/** An answer being written: what is in the box, and which ready answers were put there. */
export interface Draft {
  readonly text: string;
  readonly inserted: readonly CannedAnswer[];
}

export const emptyDraft: Draft = { text: "", inserted: [] };
/** The form of the answer: what is chosen outside it is sent with what it holds. */
export const answerForm = "repondre";

/** The ready answers, chosen in French, written in the language that the person reads. */
export function CannedPicker({ view, file }: Open) {
  const { say } = view;
  const language = languageRead(file);
  const address = `/desk/conversations/${file.conversation.id}/modele`;
  const review = reviewOf(language).filter((one) => one.file === "canned");
  return (
    <details class="canned">
      <summary>{say("canned_open")}</summary>
      <p class="soft">
        {say(language === "fr" ? "canned_how" : "canned_howIn", {
          language: say(`languages_in_${language}`),
        })}
      </p>
      <p class="soft">{reviewSentence(view, language, review)}</p>
      <div class="canned-pick">
        <label for="modele">{say("canned_which")}</label>
        <select id="modele" name="modele" form={answerForm}>
          {fittingAnswers({ view, file }).map((name) => (
            <option value={name}>{cannedTitle(view, name)}</option>
          ))}
        </select>
        <button
          type="submit"
          class="canned-insert"
          form={answerForm}
          formaction={address}
          formnovalidate
          hx-post={address}
          hx-include={`#${answerForm}`}
          hx-target="#agir"
          hx-swap="outerHTML"
          hx-sync="this:drop"
        >
          {say("canned_insert")}
        </button>
      </div>
    </details>
  );
}

/** What was put in the box, in French, for who does not read the other language. */
export function InFrench({ draft, ...open }: Open & { readonly draft: Draft }) {
  const { say } = open.view;
  if (draft.inserted.length === 0 || languageRead(open.file) === "fr") return null;
  return (
    <section class="beside" aria-label={say("canned_inFrench")}>
      <h3>{say("canned_inFrench")}</h3>
      {draft.inserted.map((name) => (
        <p>{writeAnswer(open, name).inFrench}</p>
      ))}
    </section>
  );
}

/** What the box holds once one more ready answer is put after what was written. */
export function draftWith(open: Open, form: FormData): Draft {
  const written = String(form.get("texte") ?? "").replaceAll("\r\n", "\n");
  const before = String(form.get("inserees") ?? "")
    .split(",")
    .filter((name) => isCannedAnswer(open.view, name));
  const chosen = String(form.get("modele") ?? "");
  if (!isCannedAnswer(open.view, chosen)) return { text: written, inserted: before };
  const { text } = writeAnswer(open, chosen);
  return {
    text: [written.trimEnd(), text].filter(Boolean).join("\n\n"),
    inserted: [...before, chosen],
  };
}
