import { codeIn } from "./dictionary.ts";
import { type CodedField, codedFields, type Situation } from "./situation.ts";

/** What a bilan is narrowed to: any coded field, the commune, a place of appointments, the under-18s. */
export type FilterField = CodedField | "commune" | "site" | "mineurs";

export interface Filter {
  readonly field: FilterField;
  readonly codes: readonly string[];
}

const inCare = ["oui_en_cours", "oui_passe", "oui"];

/** The zooms that funders read, each a filter like any other. */
export const zooms: readonly { readonly id: string; readonly filter: Filter }[] = [
  { id: "A24", filter: { field: "ase", codes: inCare } },
  { id: "A25", filter: { field: "qpv", codes: ["oui"] } },
  { id: "A26", filter: { field: "origin", codes: ["mission_locale"] } },
  { id: "A27", filter: { field: "actionLogement", codes: ["oui"] } },
];

/** Reads "ase=oui_passe,oui" or "commune=62427"; null when it names no field or no code of it. */
export function readFilter(text: string): Filter | null {
  const [field = "", given = ""] = text.split("=", 2);
  const asked = given.split(",").filter((one) => one !== "");
  if (asked.length === 0) return null;
  if (field === "commune" || field === "site" || field === "mineurs")
    return { field, codes: asked };
  if (!isCoded(field)) return null;
  const codes = asked.map((one) => codeIn(codedFields[field], one));
  return codes.every((one): one is string => typeof one === "string") ? { field, codes } : null;
}

/** Whether a situation is within all filters. */
export function isWithinFilters(situation: Situation, filters: readonly Filter[]): boolean {
  return filters.every(({ field, codes }) => {
    if (field === "site")
      return situation.interviews.some(({ site }) => codes.includes(site ?? ""));
    if (field === "mineurs") {
      const { ageAtRequest } = situation;
      if (ageAtRequest === null) return false;
      return codes.includes(ageAtRequest < 18 ? "oui" : "non");
    }
    return codes.includes(situation[field] ?? "");
  });
}

function isCoded(field: string): field is CodedField {
  return field in codedFields;
}
