import type { Child } from "hono/jsx";
import { placeById } from "../repertoire/places.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import type { Dossier } from "../store/dossier-store.ts";
import type { FridayReads, ToFill } from "../store/friday-reads.ts";
import { DayOf, dossierWords } from "./dossiers-page.tsx";
import { missingOfRow } from "./papers.tsx";
import { codeOf, nameOf, sinceWords, type View } from "./words.ts";

export interface Friday {
  readonly view: View;
  readonly owed: Awaited<ReturnType<FridayReads["owed"]>>;
  readonly toFill: readonly ToFill[];
  /** The appointments that come. */
  readonly ahead: readonly AgendaRow[];
  /** Files whose day comes, or is over. */
  readonly dossiers: readonly Dossier[];
}

/** What is left to do before the week ends, on one sheet: on paper, a box to tick for each line. */
export function FridaySheet({ view, owed, toFill, ahead, dossiers }: Friday) {
  const say = dossierWords(view);
  const papers = ahead.flatMap((row) => {
    const missing = missingOfRow(view, row);
    return missing && missing.length > 0 ? [{ row, missing }] : [];
  });
  return (
    <section class="agenda day-sheet friday">
      <h1>{say("friday")}</h1>
      <p>{say("fridayHow")}</p>
      <p class="soft no-print">{say("print")}</p>
      <Part title={say("owed")} none={say("owedNone")}>
        {owed.map(({ conversation, since }) => (
          <li>
            <a href={`/desk/conversations/${conversation}`}>
              <span class="code">{codeOf(conversation)}</span>
            </a>{" "}
            {sinceWords(view, since)}
          </li>
        ))}
      </Part>
      <Part title={say("statuses")} none={say("statusesNone")}>
        {toFill.map(({ id, start, site }) => (
          <li>
            <a href={`/desk/rendez-vous/${id}`}>{view.moment(start)}</a>,{" "}
            {placeById(view.structure, site)?.name ?? site}
          </li>
        ))}
      </Part>
      <Part title={say("papers")} none={say("papersNone")}>
        {papers.map(({ row, missing }) => (
          <li>
            <a href={`/desk/rendez-vous/${row.id}`}>{view.moment(row.start)}</a>,{" "}
            {nameOf(view, row.firstName)} : {missing.join(", ")}
          </li>
        ))}
      </Part>
      <Part title={say("deadlines")} none={say("deadlinesNone")}>
        {dossiers.map((dossier) => (
          <li>
            {say(`kind_${dossier.kind}`)}{" "}
            {dossier.conversation ? (
              <a href={`/desk/conversations/${dossier.conversation}`}>
                <span class="code">{codeOf(dossier.conversation)}</span>
              </a>
            ) : null}{" "}
            <DayOf view={view} dossier={dossier} />
            {dossier.missing ? ` · ${say("missingIs", { what: dossier.missing })}` : ""}
          </li>
        ))}
      </Part>
    </section>
  );
}

interface PartProps {
  readonly title: string;
  readonly none: string;
  readonly children: readonly Child[];
}

function Part({ title, none, children }: PartProps) {
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? <p class="soft">{none}</p> : <ul class="to-tick">{children}</ul>}
    </section>
  );
}
