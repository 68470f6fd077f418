import { dateIn } from "../base/time.ts";
import type { Known } from "../person/facts.ts";
import { hadOf, type ListedPaper, paperList } from "../repertoire/paper-list.ts";
import { paperName } from "../repertoire/paper-words.ts";
import type { AgendaRow, PersonFile } from "../store/desk-reads.ts";
import { acts } from "./act-form.ts";
import type { Open } from "./conversation-head.tsx";
import { hasConversation, type View } from "./words.ts";

type Where = Pick<View, "structure" | "now">;

/** The checklist of the person of a file: the same that they see in the chat. */
function papersOfFile(
  { structure, now }: Where,
  { conversation, upcoming, papers }: PersonFile,
): readonly ListedPaper[] {
  const next = upcoming.find(({ status }) => status !== "proposed");
  return paperList({
    ...{ structure, ...papers, motif: next?.motif ?? null },
    // what the engine keeps of a fact has the shape of an answer
    known: conversation.memory.known as Known,
    on: dateIn(structure.zone, now),
  });
}

/** The checklist of a line of the agenda, for an appointment that is to come; empty when nothing is asked. */
function listOfRow({ structure, now }: Where, row: AgendaRow): readonly ListedPaper[] {
  if (row.start < now || !hasConversation(row)) return [];
  const { papers, motif } = row;
  const on = dateIn(structure.zone, now);
  return paperList({ structure, ...papers, motif, known: row.known as Known, on });
}

/** The names of the papers that are still missing for a line of the agenda; null when nothing is asked. */
export function missingOfRow(view: View, row: AgendaRow): readonly string[] | null {
  const list = listOfRow(view, row);
  if (list.length === 0) return null;
  return list
    .filter(({ state }) => state !== "have")
    .map(({ paper }) => view.speak(paperName(paper)));
}

/** "3 sur 7" of a line of the agenda, for an appointment that is to come; null when nothing is asked. */
export function papersOfRow(view: View, row: AgendaRow): string | null {
  const list = listOfRow(view, row);
  const { say } = view;
  return list.length === 0 ? null : say("agendaPapers", { have: hadOf(list), total: list.length });
}

/** The papers on the sheet: how many, which, who said so; each is ticked with one tap. */
export function Papers({ view, file }: Open) {
  const { say } = view;
  const list = papersOfFile(view, file);
  if (list.length === 0) return <p class="soft">{say("sheetNoPapers")}</p>;
  return (
    <>
      <p>
        <strong>{say("papersCount", { have: hadOf(list), total: list.length })}</strong>
      </p>
      <ul class="papers">
        {list.map((one) => (
          <Paper view={view} file={file} one={one} />
        ))}
      </ul>
    </>
  );
}

function Paper({ view, file, one }: Open & { readonly one: ListedPaper }) {
  const { say, speak, moment } = view;
  const { paper, state, mark } = one;
  const name = speak(paperName(paper));
  const act = say(state === "have" ? "paperUntick" : "paperTick");
  return (
    <li>
      {name}{" "}
      <span class={state === "cannot" ? "badge badge-attention" : "badge"}>
        {say(`paper_${state}`)}
      </span>
      {mark && state !== "notYet" ? (
        <span class="soft"> {say(`paperBy_${mark.by}`, { day: moment(mark.at, "day") })}</span>
      ) : null}
      <form class="paper-tick" {...acts(`/desk/conversations/${file.conversation.id}/papiers`)}>
        <input type="hidden" name="papier" value={paper} />
        <input type="hidden" name="etat" value={state === "have" ? "notYet" : "have"} />
        <button
          type="submit"
          class="button-quiet"
          aria-label={say("paperAct", { act, paper: name })}
        >
          {act}
        </button>
      </form>
    </li>
  );
}
