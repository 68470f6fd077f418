import type { Child } from "hono/jsx";
import type { Situation } from "../observatory/situation.ts";
import type { Told } from "../observatory/told.ts";
import { observatoryWords } from "./observatory-asked.ts";
import { Files, Interviews } from "./situation-done.tsx";
import { Choice, Commune, Field, Several } from "./situation-fields.tsx";
import { situationLines } from "./situation-lines.ts";
import { codeOf, type View } from "./words.ts";

/** One situation, as its page shows it. */
export interface SituationShown {
  readonly view: View;
  readonly situation: Situation;
  readonly told: Told;
  /** Null for one that is not kept yet. */
  readonly seenAt: number | null;
  /** What is said of what was just done. */
  readonly notice: string | null;
  readonly isRefused: boolean;
  /** The conversation of the person, while they are known. */
  readonly conversation: string | null;
}

/** One situation in codes: what is known, who said it, and thirty seconds to fill in the rest. */
export function SituationPage(shown: SituationShown) {
  const { view, situation, seenAt, notice, isRefused, conversation } = shown;
  const words = observatoryWords(view);
  const { say } = words;
  const isNew = seenAt === null;
  return (
    <section class="agenda situation">
      <h1>{isNew ? say("newSituation") : say("oneSituation", { code: codeOf(situation.id) })}</h1>
      {isNew ? <p class="soft">{say("newHow")}</p> : null}
      <div role="status">
        {notice ? <p class={isRefused ? "notice notice-danger" : "notice"}>{notice}</p> : null}
      </div>
      {conversation ? (
        <p>
          <a href={`/desk/conversations/${conversation}`}>{say("toConversation")}</a>
        </p>
      ) : null}
      <form
        method="post"
        action={isNew ? "/desk/situations" : `/desk/situations/${encodeURIComponent(situation.id)}`}
      >
        <input type="hidden" name="vu" value={seenAt ?? ""} />
        <Part title={say("asking")}>
          <Field {...{ shown, words }} name="requestedOn" type="date" />
          <Choice {...{ shown, words }} name="origin" />
          <Choice {...{ shown, words }} name="mainProblem" />
          <Several {...{ shown, words }} name="problems" />
        </Part>
        <Part title={say("who")}>
          <Field {...{ shown, words }} name="persons" type="number" />
          <Field {...{ shown, words }} name="ageAtRequest" type="number" />
          <Choice {...{ shown, words }} name="identifiesAs" />
          <Choice {...{ shown, words }} name="composition" />
          <Commune {...{ shown, words }} />
          <Choice {...{ shown, words }} name="epci" />
          <Choice {...{ shown, words }} name="qpv" />
          <Choice {...{ shown, words }} name="ase" />
          <Choice {...{ shown, words }} name="sensitiveConsent" />
          <p class="soft">{say("sensitiveHow")}</p>
        </Part>
        <Part title={say("situationPart")}>
          <Choice {...{ shown, words }} name="housing" />
          <Choice {...{ shown, words }} name="resourcesNature" />
          <Field {...{ shown, words }} name="resourcesAmount" type="text" />
          <Choice {...{ shown, words }} name="employment" />
          <Choice {...{ shown, words }} name="actionLogement" />
        </Part>
        <Part title={say("done")}>
          <Interviews {...{ shown, words }} />
          <Files {...{ shown, words }} />
          <Several {...{ shown, words }} name="partners" />
          <Several {...{ shown, words }} name="orientations" />
        </Part>
        <Part title={say("endPart")}>
          <Choice {...{ shown, words }} name="outcome" />
          <Choice {...{ shown, words }} name="outcomeSource" />
          <Field {...{ shown, words }} name="outcomeOn" type="date" />
          <Choice {...{ shown, words }} name="exitReason" />
        </Part>
        <button type="submit">{say("keep")}</button>
      </form>
      {isNew ? null : (
        <details class="copy-sheet">
          <summary>{say("copySheet")}</summary>
          <label for="copie">{say("copySheetHow")}</label>
          <textarea id="copie" readonly rows={12}>
            {situationLines(situation, words).join("\n")}
          </textarea>
        </details>
      )}
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
