import { type CodeList, codeLists } from "./dictionary.ts";
import { isFaceToFace, type Situation } from "./situation.ts";

/** What is counted: a household followed, one interview, one file. */
export type Unit =
  | ("situation" | "entretien" | "dossier" | "stay" | "measure")
  | ("dwelling" | "appointment" | "answer" | "participation");

/** What the rows of a table are: codes of a list, bands, or places and communes as they come. */
export type RowsOf =
  | CodeList
  | ("ageBand" | "reception" | "site" | "commune" | "fileRole")
  | ("booking" | "opinion" | "clarity" | "dwelling" | "gathering");

/** One table of the bilan, as a question put to each situation. */
export interface TableDefinition {
  /** As in the table of indicators of the bilan: "A7". */
  readonly id: string;
  readonly rowsOf: RowsOf;
  readonly unit: Unit;
  /** Several answers for one situation: the rows add up to more than the situations. */
  readonly isMultiple: boolean;
  /** Rows that are shown even when nobody counts in them; others come as they are met. */
  readonly rows: readonly string[];
  codesOf(situation: Situation): readonly (string | null)[];
}

const ageBands = ["16_17", "18_21", "22_25", "26_30", "moins_16", "plus_30"] as const;

/** D1: the band of an age; null when it is not known. */
function ageBandOf(age: number | null): (typeof ageBands)[number] | null {
  if (age === null) return null;
  if (age < 16) return "moins_16";
  if (age < 18) return "16_17";
  if (age < 22) return "18_21";
  if (age < 26) return "22_25";
  return age <= 30 ? "26_30" : "plus_30";
}

export const receptions = ["presence", "distance", "sans_entretien"] as const;

/** How a situation was received: met at least once, at a distance only, or nothing is written. */
export function receptionOf({ interviews }: Situation): (typeof receptions)[number] {
  if (interviews.some(isFaceToFace)) return "presence";
  return interviews.length > 0 ? "distance" : "sans_entretien";
}

function single(
  id: string,
  list: CodeList,
  codeOf: (situation: Situation) => string | null,
): TableDefinition {
  return {
    ...{ id, rowsOf: list, unit: "situation", isMultiple: false, rows: codeLists[list] },
    codesOf: (situation) => [codeOf(situation)],
  };
}

function multiple(
  id: string,
  list: CodeList,
  codesOf: (situation: Situation) => readonly string[],
): TableDefinition {
  return {
    ...{ id, rowsOf: list, unit: "situation", isMultiple: true, rows: codeLists[list] },
    codesOf: (situation) => {
      const codes = codesOf(situation);
      return codes.length > 0 ? codes : [null];
    },
  };
}

/** The tables that say who the young people are: these are the zooms too. */
export const publicTables: readonly TableDefinition[] = [
  single("A7", "composition", ({ composition }) => composition),
  {
    ...{ id: "A8", rowsOf: "ageBand", unit: "situation", isMultiple: false, rows: ageBands },
    codesOf: ({ ageAtRequest }) => [ageBandOf(ageAtRequest)],
  },
  single("A9", "identifiesAs", ({ identifiesAs }) => identifiesAs),
  single("A10", "origin", ({ origin }) => origin),
  single("A11", "problem", ({ mainProblem }) => mainProblem),
  multiple("A11b", "problem", ({ mainProblem, problems }) => [
    ...new Set([...(mainProblem === null ? [] : [mainProblem]), ...problems]),
  ]),
  single("A12", "epci", ({ epci }) => epci),
  {
    ...{ id: "A12b", rowsOf: "commune", unit: "situation", isMultiple: false, rows: [] },
    codesOf: ({ commune }) => [commune],
  },
  single("A12c", "qpv", ({ qpv }) => qpv),
  single("A13", "housing", ({ housing }) => housing),
  single("A14", "resourcesNature", ({ resourcesNature }) => resourcesNature),
  single("A16", "employment", ({ employment }) => employment),
];

const activityTables: readonly TableDefinition[] = [
  {
    ...{ id: "A1", rowsOf: "site", unit: "entretien", isMultiple: false, rows: [] },
    codesOf: ({ interviews }) => interviews.filter(isFaceToFace).map(({ site }) => site),
  },
  {
    ...{ id: "A2", rowsOf: "mode", unit: "entretien", isMultiple: false, rows: codeLists.mode },
    codesOf: ({ interviews }) => interviews.map(({ mode }) => mode),
  },
  {
    ...{ id: "A17", rowsOf: "reception", unit: "situation", isMultiple: false, rows: receptions },
    codesOf: (situation) => [receptionOf(situation)],
  },
  {
    ...{ id: "A18", rowsOf: "fileRole", unit: "dossier", isMultiple: false, rows: [] },
    codesOf: ({ files }) => files.map(({ type, role }) => `${role ?? "accompagne"}:${type}`),
  },
  multiple("A19", "partner", ({ partners }) => partners),
  multiple("A20", "orientation", ({ orientations }) => orientations),
  single("A21", "outcome", ({ outcome }) => outcome),
  single("A21b", "outcomeSource", ({ outcome, outcomeSource }) =>
    outcome === null ? null : outcomeSource,
  ),
];

const careTable = single("A24", "ase", ({ ase }) => ase);
const employersTable = single("A27", "actionLogement", ({ actionLogement }) => actionLogement);

/** Every table counted over the situations of a period. */
export const allTables: readonly TableDefinition[] = [
  ...publicTables,
  ...activityTables,
  careTable,
  employersTable,
];
