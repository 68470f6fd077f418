import { unknownOf } from "../observatory/report.ts";
import type { Situation } from "../observatory/situation.ts";
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
}

/** Situations by their code, with what is still to be filled in; names are nowhere here. */
export function SituationList({ view, title, situations, most, back }: Listed) {
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
