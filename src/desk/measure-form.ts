import type { ConversationId } from "../base/ids.ts";
import { maskSensitive } from "../base/masked.ts";
import type { LocalDate } from "../base/time.ts";
import { codeIn } from "../observatory/dictionary.ts";
import {
  type MeasureFacts,
  type MeasureForm,
  type MeasureKind,
  measureCodes,
  measureEuros,
  measureForms,
  measureKinds,
} from "../observatory/measures.ts";
import type { MeasureWriting } from "../store/measure-store.ts";
import { dayTyped } from "./day-typed.ts";
import { longestWords } from "./stay-form.ts";

/** What is wrong with what was typed. */
export type MeasureWrong = "badDate" | "badOrder" | "badAmount";

/** What a form says of an accompaniment, beside whose it is. */
export type ReadMeasure = Omit<MeasureWriting, "id" | "structure" | "situationId" | "by" | "now">;

const mostEuros = 100_000;

/**
 * What a form says of an accompaniment; a word when it does not hold together, null when it names no form of
 * one. `areas` are the territories of the structure.
 */
export function measureIn(
  form: FormData,
  areas: readonly string[],
): ReadMeasure | MeasureWrong | null {
  const granted = formIn(String(form.get("forme") ?? ""));
  const area = String(form.get("territoire") ?? "");
  if (!granted || (area !== "" && !areas.includes(area))) return null;
  const days = { startedOn: "debut", dueOn: "terme", endedOn: "fin" } as const;
  const read: Partial<Record<keyof typeof days, LocalDate | null>> = {};
  for (const [field, name] of Object.entries(days)) {
    const day = dayTyped(form, name);
    if (day === "badDate") return "badDate";
    read[field as keyof typeof days] = day;
  }
  const { startedOn, dueOn = null, endedOn = null } = read;
  if (!startedOn) return "badDate";
  if ((endedOn !== null && endedOn < startedOn) || (dueOn !== null && dueOn < startedOn))
    return "badOrder";
  const facts = factsIn(form);
  if (facts === null) return "badAmount";
  const conversation = String(form.get("conversation") ?? "").trim();
  return {
    ...{ ...granted, area: area === "" ? null : area, startedOn, dueOn, endedOn, facts },
    grant: form.get("attribution") === "renouvellement" ? "renouvellement" : "premiere",
    exitReasons: codesOf(form, "motif", "exitReason"),
    conversation: conversation === "" ? null : (conversation as ConversationId),
    ...{ who: words(form, "qui", 60), note: words(form, "note", longestWords) },
    version: Number(form.get("version") ?? 0),
  };
}

function formIn(given: string): { readonly kind: MeasureKind; readonly form: MeasureForm } | null {
  for (const kind of measureKinds)
    for (const form of measureForms[kind]) if (form === given) return { kind, form };
  return null;
}

function factsIn(form: FormData): MeasureFacts | null {
  const euros = Object.fromEntries(measureEuros.map((name) => [name, eurosIn(form, name)]));
  if (Object.values(euros).includes("badAmount")) return null;
  const codes = Object.fromEntries(
    Object.entries(measureCodes).map(([name, list]) => [
      name,
      codeIn(list, form.get(name)) ?? null,
    ]),
  );
  return {
    ...(codes as Record<keyof typeof measureCodes, string | null>),
    ...(euros as Record<(typeof measureEuros)[number], number | null>),
    objectives: codesOf(form, "objectif", "objective"),
  };
}

function codesOf(form: FormData, name: string, list: "exitReason" | "objective"): string[] {
  const codes = form.getAll(name).flatMap((one) => codeIn(list, one) ?? []);
  return [...new Set(codes)];
}

/** "1 200,50" is an amount; nothing is "not known". */
function eurosIn(form: FormData, name: string): number | null | "badAmount" {
  const typed = String(form.get(name) ?? "")
    .replace(/[\s\u00A0\u202F€]/g, "")
    .replace(",", ".");
  if (typed === "") return null;
  const value = Number(typed);
  return Number.isFinite(value) && value >= 0 && value <= mostEuros ? value : "badAmount";
}

/** A sensitive number that was typed is not kept. */
function words(form: FormData, name: string, most: number): string {
  return maskSensitive(
    String(form.get(name) ?? "")
      .trim()
      .slice(0, most),
  ).text;
}
