import type { ConversationId } from "../base/ids.ts";
import { maskSensitive } from "../base/masked.ts";
import type { LocalDate } from "../base/time.ts";
import { codeIn, codeLists } from "../observatory/dictionary.ts";
import { type Stay, type StayState, stayKinds, stayStates } from "../observatory/stays.ts";
import type { KeptStay } from "../store/stay-store.ts";
import { dayTyped } from "./day-typed.ts";

/** What is wrong with what was typed. */
export type StayWrong = "badDate" | "badOrder" | "noHome" | "noEntry" | "noExit";

export const longestWords = 400;

/**
 * What a form says of a request and its stay; a word when it does not hold together: who lives somewhere
 * came on a day and lives in a dwelling, who left has a last day, and nobody leaves before they came.
 */
export function stayIn(
  form: FormData,
): Omit<KeptStay, "id" | "structure" | "situationId"> | StayWrong | null {
  const kind = stayKinds.find((one) => one === form.get("type"));
  const state = stayStates.find((one) => one === form.get("etat"));
  const places = Number(form.get("places") ?? 1);
  if (!kind || !state || !Number.isInteger(places) || places < 1 || places > 20) return null;
  const days = daysIn(form);
  if (days === "badDate" || !days.askedOn) return "badDate";
  const months = Number(form.get("moisImpayes") || 0);
  if (!Number.isInteger(months) || months < 0 || months > 120) return null;
  const exits: readonly string[] = codeLists.outcome;
  const exitTo = String(form.get("solution") ?? "");
  const stay = {
    ...{ kind, state, places, lodging: text(form, "logement") || null },
    ...{ ...days, askedOn: days.askedOn, arrearsMonths: months || null },
    exitTo: exits.includes(exitTo) ? exitTo : null,
    exitReason: codeIn("exitReason", form.get("motif")) ?? null,
    conversation: (text(form, "conversation") || null) as ConversationId | null,
    ...{ who: words(form, "qui", 60), note: words(form, "note", longestWords) },
    version: Number(form.get("version") ?? 0),
  };
  return wrongIn(stay) ?? stay;
}

const dayFields = {
  askedOn: "demande",
  commissionOn: "commission",
  enteredOn: "entree",
  dueOn: "terme",
  leftOn: "sortie",
  extendedOn: "prolongation",
  arrearsFrom: "impayesDu",
  arrearsUntil: "impayesAu",
} as const;

function daysIn(form: FormData): Record<keyof typeof dayFields, LocalDate | null> | "badDate" {
  const days = Object.entries(dayFields).map(([field, name]) => [field, dayTyped(form, name)]);
  return days.some(([, day]) => day === "badDate") ? "badDate" : Object.fromEntries(days);
}

/** A stay that does not hold together is told at once: its nights are counted. */
function wrongIn({
  state,
  lodging,
  enteredOn,
  leftOn,
}: Pick<Stay, "lodging" | "enteredOn" | "leftOn"> & {
  readonly state: StayState;
}): StayWrong | null {
  const lives = state === "in" || state === "left";
  if (lives && enteredOn === null) return "noEntry";
  if (lives && lodging === null) return "noHome";
  if (state === "left" && leftOn === null) return "noExit";
  return enteredOn !== null && leftOn !== null && leftOn < enteredOn ? "badOrder" : null;
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "").trim();
}

/** A sensitive number that was typed is not kept. */
function words(form: FormData, name: string, most: number): string {
  return maskSensitive(text(form, name).slice(0, most)).text;
}
