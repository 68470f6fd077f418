import { type Urgency, urgencies } from "../base/urgency.ts";
import type { QueueRow } from "../store/desk-reads.ts";
import { codeOf, lastWordsLine, type View } from "./words.ts";

/** Which conversations of the list are wanted; null is all of them. */
export interface QueueFilter {
  readonly text: string;
  readonly who: "mine" | "free" | null;
  readonly urgency: Urgency | null;
  readonly language: string | null;
  readonly label: string | null;
}

const longestText = 60;

/** Reads what an address asks for; whatever is not known is as if it were not asked. */
export function filterIn(query: Readonly<Record<string, string>>): QueueFilter {
  const who = query["qui"];
  return {
    text: (query["q"] ?? "").trim().slice(0, longestText),
    who: who === "mine" || who === "free" ? who : null,
    urgency: urgencies.find((one) => one === query["urgence"]) ?? null,
    language: query["langue"] || null,
    label: query["etiquette"] || null,
  };
}

export function isFiltered(filter: QueueFilter): boolean {
  return filter.text !== "" || Object.values(filter).some((one) => one !== null && one !== "");
}

/** The part of an address that asks for the same again. */
export function filterQuery(filter: QueueFilter): Readonly<Record<string, string>> {
  const { text, who, urgency, language, label } = filter;
  const asked = { q: text, qui: who, urgence: urgency, langue: language, etiquette: label };
  return Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** Those of the list that are wanted, in its order. */
export function filtered(
  view: View,
  rows: readonly QueueRow[],
  filter: QueueFilter,
): readonly QueueRow[] {
  const { who, urgency, language, label } = filter;
  const text = folded(filter.text);
  const me = view.worker.id;
  return rows.filter(
    (row) =>
      (who !== "mine" || row.workerId === me || row.filed.assignedTo === me) &&
      (who !== "free" || (row.workerId === null && row.filed.assignedTo === null)) &&
      (urgency === null || row.urgency === urgency) &&
      (language === null || row.language === language) &&
      (label === null || row.filed.labels.includes(label)) &&
      (text === "" || folded(wordsOf(view, row)).includes(text)),
  );
}

function wordsOf(view: View, row: QueueRow): string {
  const { firstName, conversation, lastWords, filed } = row;
  return [
    firstName ?? "",
    codeOf(conversation),
    lastWordsLine(view, lastWords),
    ...filed.labels,
  ].join(" ");
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
