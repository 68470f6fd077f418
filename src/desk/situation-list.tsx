import { unknownOf } from "../observatory/report.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Silent } from "../store/observatory-store.ts";
import { observatoryWords } from "./observatory-asked.ts";
import { codeOf, type View } from "./words.ts";

interface Listed {
  readonly view: View;
  readonly title: string;
  readonly situations: readonly Situation[];
  /** So many are listed at most. */
  readonly most: number;
  /** Where the reader comes from. */
  readonly back: string | null;
  /** Who was asked and did not answer; not told where a number was opened. */
  readonly silent?: readonly Silent[];
}

/** Situations by their code, with what is still to be filled in; names are nowhere here. */
export function SituationList({ view, title, situations, most, back, silent = [] }: Listed) {
  const words = observatoryWords(view);
  const { say } = words;
  return (
    <section class="agenda waiting-list">
      <h1>{title}</h1>
      <p>
        <a class="button" href="/desk/situations/nouvelle">
          {say("newSituation")}
        </a>{" "}
        {back ? (
          <a class="button button-quiet" href={back}>
            {say("backToBilan")}
          </a>
        ) : null}
      </p>
      <ToCall view={view} silent={silent} />
      {situations.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("situationsNone")}</strong>
          </p>
          <p>{say("situationsNoneHow")}</p>
        </div>
      ) : (
        <ul>
          {situations.map((situation) => {
            const { id, requestedOn, year } = situation;
            const count = unknownOf(situation).length;
            const day = requestedOn === null ? String(year) : words.day(requestedOn);
            return (
              <li class="misheard">
                <p>
                  <a href={`/desk/situations/${encodeURIComponent(id)}`}>
                    <strong>{say("oneSituation", { code: codeOf(id) })}</strong>,{" "}
                    {say("requested", { day })}
                  </a>
                </p>
                <p class="row-meta">
                  <span>{count === 0 ? say("complete") : say("missingHere", { count })}</span>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {situations.length >= most ? (
        <p class="soft">{say("situationsMost", { count: most })}</p>
      ) : null}
    </section>
  );
}

/** A call is what is left when a question asked twice has no answer: one line each, the oldest first. */
function ToCall({ view, silent }: { readonly view: View; readonly silent: readonly Silent[] }) {
  if (silent.length === 0) return null;
  const { say } = observatoryWords(view);
  return (
    <section>
      <h2>{say("silentTitle")}</h2>
      <p class="soft">{say("silentHow")}</p>
      <ul>
        {silent.map(({ situation, conversation, askedAt, times }) => (
          <li>
            <a href={`/desk/conversations/${conversation}`}>
              {say("oneSituation", { code: codeOf(situation) })}
            </a>
            , {say("silentAsked", { when: view.moment(askedAt, "day"), times })}.{" "}
            <a href={`/desk/situations/${encodeURIComponent(situation)}#outcome`}>
              {say("silentNote")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
