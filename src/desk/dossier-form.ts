import { dossierKinds, dossierStates, isClosed } from "../appointments/dossiers.ts";
import { maskSensitive } from "../base/masked.ts";
import type { Dossier } from "../store/dossier-store.ts";
import { dayTyped } from "./day-typed.ts";

export const longestWords = 400;

/** What a form says of a file; `badDate`, or null when it is no such form. */
export function dossierIn(form: FormData) {
  const kind = dossierKinds.find((one) => one === form.get("type"));
  const state = dossierStates.find((one) => one === form.get("etat"));
  if (!kind || !state) return null;
  const nextOn = dayTyped(form, "date");
  if (nextOn === "badDate") return "badDate" as const;
  return {
    ...{ kind, state, nextOn, isClosed: isClosed(state) },
    missing: wordsIn(form, "manque"),
    note: wordsIn(form, "note"),
    reminds: form.has("rappeler") && nextOn !== null,
  } satisfies Partial<Dossier> & { readonly isClosed: boolean };
}

/** A sensitive number that was typed is not kept. */
function wordsIn(form: FormData, name: string): string {
  const typed = String(form.get(name) ?? "").trim();
  return maskSensitive(typed.slice(0, longestWords)).text;
}
