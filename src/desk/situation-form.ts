import { codeIn } from "../observatory/dictionary.ts";
import { readRecord } from "../observatory/read-record.ts";
import { withConsent } from "../observatory/sensitive.ts";
import {
  type CodedField,
  codedFields,
  type HousingFile,
  type Interview,
  type ListedField,
  listedFields,
  type Situation,
} from "../observatory/situation.ts";
import type { Told } from "../observatory/told.ts";

/** What a worker made of a situation; `refused` names the field that cannot be read. */
export type ReadSituation =
  | { readonly outcome: "read"; readonly situation: Situation; readonly told: Told }
  | { readonly outcome: "refused"; readonly field: string };

const codedNames = Object.keys(codedFields) as readonly CodedField[];
const listedNames = Object.keys(listedFields) as readonly ListedField[];
const numbers = ["persons", "ageAtRequest", "resourcesAmount"] as const;
const days = ["requestedOn", "outcomeOn"] as const;

/**
 * Reads the form over the situation as it was: an empty answer is "not known". What changed is the team's
 * word from this day on. Every value goes through the same door as an imported row.
 */
export function situationIn(
  form: FormData,
  before: Situation,
  told: Told,
  today: string,
): ReadSituation {
  const texts = (name: string) =>
    form.getAll(name).flatMap((one) => (typeof one === "string" ? one.trim() : []));
  const text = (name: string) => texts(name)[0] || null;
  const noted = interviewIn(text);
  const files = filesIn(form, before, text);
  const given: Record<string, unknown> = {
    ...before,
    ...Object.fromEntries(codedNames.map((field) => [field, text(field)])),
    ...Object.fromEntries(
      listedNames.map((field) => [field, texts(field).filter((one) => one !== "")]),
    ),
    ...Object.fromEntries(numbers.map((field) => [field, numberIn(text(field))])),
    ...Object.fromEntries(days.map((field) => [field, text(field)])),
    commune: text("communeAutre") ?? text("commune"),
    interviews: noted ? [...before.interviews, noted] : before.interviews,
    files,
  };
  // the year follows the day, where one is said
  const day = given["requestedOn"];
  given["year"] = typeof day === "string" ? Number(day.slice(0, 4)) : before.year;
  const read = readRecord(JSON.stringify(given), before.structure);
  if (read.outcome !== "situation") {
    const [first] = read.outcome === "refused" ? read.refusals : [];
    return { outcome: "refused", field: first?.field.split(".")[0] ?? "" };
  }
  const situation = withConsent(read.situation, before);
  const fields = { ...told.fields };
  for (const field of Object.keys(before) as (keyof Situation)[])
    if (
      field !== "interviews" &&
      JSON.stringify(before[field]) !== JSON.stringify(situation[field])
    )
      fields[field] = { by: "team", on: today };
  const added = situation.interviews.at(-1);
  return {
    outcome: "read",
    situation,
    told: { fields, noted: noted && added ? [...told.noted, added] : told.noted },
  };
}

/** "1 200,50" is a number; what is none is kept as it was typed, to be refused by its field. */
export function numberIn(text: string | null): unknown {
  if (text === null) return null;
  const plain = text.replace(/[\s\u00A0\u202F€]/g, "").replace(",", ".");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function interviewIn(text: (name: string) => string | null): Interview | null {
  const mode = text("entretienMode");
  if (mode === null) return null;
  const isThere = codeIn("mode", mode) === "site_partenaire";
  return { on: text("entretienJour"), mode, site: isThere ? text("entretienLieu") : null };
}

/** Those that were, each with its state of now unless it is taken away; and one more. */
function filesIn(
  form: FormData,
  { files }: Situation,
  text: (name: string) => string | null,
): readonly HousingFile[] {
  const kept = files.flatMap((file, place) =>
    form.has(`dossierEnleve${place}`) ? [] : [{ ...file, state: text(`dossierEtat${place}`) }],
  );
  const type = text("dossierType");
  if (type === null) return kept;
  return [...kept, { type, role: text("dossierRole"), state: text("dossierEtat") }];
}
