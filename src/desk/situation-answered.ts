import { readRecord } from "../observatory/read-record.ts";
import type { MissingField } from "../observatory/report.ts";
import { withConsent } from "../observatory/sensitive.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Told } from "../observatory/told.ts";
import { numberIn } from "./situation-form.ts";

interface Answered {
  readonly field: MissingField;
  readonly value: string;
  readonly today: string;
}

const numbers: readonly MissingField[] = ["ageAtRequest", "resourcesAmount"];

/** A situation with one answer more, which is the team's from today on; through the same door as an imported row. */
export function answered(
  before: Situation,
  told: Told,
  { field, value, today }: Answered,
): { readonly situation: Situation; readonly told: Told } | "refused" {
  const typed = value.trim();
  if (typed === "" || field === "interviews") return "refused";
  const given = { ...before, [field]: numbers.includes(field) ? numberIn(typed) : typed };
  const read = readRecord(JSON.stringify(given), before.structure);
  if (read.outcome !== "situation") return "refused";
  return {
    situation: withConsent(read.situation, before),
    told: { ...told, fields: { ...told.fields, [field]: { by: "team", on: today } } },
  };
}
