import type { ConversationId } from "../base/ids.ts";
import { maskSensitive } from "../base/masked.ts";
import type { LocalDate } from "../base/time.ts";
import { codeLists } from "../observatory/dictionary.ts";
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
export function stayIn(form: FormData): Omit<KeptStay, "id" | "structure"> | StayWrong | null {
  const kind = stayKinds.find((one) => one === form.get("type"));
  const state = stayStates.find((one) => one === form.get("etat"));
  const places = Number(form.get("places") ?? 1);
  if (!kind || !state || !Number.isInteger(places) || places < 1 || places > 20) return null;
  const days = ["demande", "commission", "entree", "terme", "sortie"].map((name) =>
    dayTyped(form, name),
  );
  if (days.includes("badDate")) return "badDate";
  const [askedOn, commissionOn, enteredOn, dueOn, leftOn] = days as readonly (LocalDate | null)[];
  if (!askedOn) return "badDate";
  const exits: readonly string[] = codeLists.outcome;
  const exitTo = String(form.get("solution") ?? "");
  const stay = {
    ...{ kind, state, places, askedOn, lodging: text(form, "logement") || null },
    ...{ commissionOn: commissionOn ?? null, enteredOn: enteredOn ?? null },
    ...{ dueOn: dueOn ?? null, leftOn: leftOn ?? null },
    exitTo: exits.includes(exitTo) ? exitTo : null,
    conversation: (text(form, "conversation") || null) as ConversationId | null,
    ...{ who: words(form, "qui", 60), note: words(form, "note", longestWords) },
    version: Number(form.get("version") ?? 0),
  };
  return wrongIn(stay) ?? stay;
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
