import { isFaceToFace, monthlyAmount, type Situation } from "./situation.ts";
import { receptionOf, type TableDefinition } from "./tables.ts";
import type { Threshold } from "./thresholds.ts";

/** One row of a table; `code` null is "not known". */
export interface Counted {
  readonly code: string | null;
  readonly count: number;
}

/** What was counted over some situations. Amounts are euros a month, ages are years. */
export interface Counts {
  readonly situations: number;
  /** Those of whom the number is known, and how many situations do not say it. */
  readonly persons: number;
  readonly personsUnknown: number;
  readonly faceToFace: number;
  readonly situationsMet: number;
  readonly situationsAtDistance: number;
  readonly situationsWithoutInterview: number;
  readonly ages: { readonly known: number; readonly sum: number; readonly over26: number };
  readonly amounts: {
    readonly known: number;
    readonly sum: number;
    readonly withAny: number;
    readonly underLowIncome: number;
    readonly underPovertyLine: number;
  };
  readonly salaried: number;
  readonly outcomesKnown: number;
  /** Of those whose employer pays for Action Logement: who found a home. */
  readonly employeesHoused: number;
  readonly tables: ReadonlyMap<string, readonly Counted[]>;
}

/** The lines under which resources are counted as few, where one is known. */
export interface Lines {
  readonly low: Threshold | null;
  readonly poverty: Threshold | null;
}

const salaries: ReadonlySet<string | null> = new Set([
  ...["salaire_cdi", "salaire_cdd", "salaire_interim", "salaire", "alternance"],
]);
const housed: ReadonlySet<string | null> = new Set([
  ...["relogement_transitoire", "parc_public", "parc_prive", "accession"],
]);

/** Counts situations one after the other, keeping numbers alone: a hundred thousand take no more room than ten. */
export function counting(definitions: readonly TableDefinition[], lines: Lines) {
  const tables = new Map(
    definitions.map((one) => [
      one.id,
      new Map<string | null, number>(one.rows.map((row) => [row, 0])),
    ]),
  );
  const ages = { known: 0, sum: 0, over26: 0 };
  const amounts = { known: 0, sum: 0, withAny: 0, underLowIncome: 0, underPovertyLine: 0 };
  const met = { presence: 0, distance: 0, sans_entretien: 0 };
  const total = {
    ...{ situations: 0, persons: 0, personsUnknown: 0, faceToFace: 0 },
    ...{ salaried: 0, outcomesKnown: 0, employeesHoused: 0 },
  };

  function addAmount(amount: number | null): void {
    if (amount === null) return;
    amounts.known++;
    amounts.sum += amount;
    if (amount > 0) amounts.withAny++;
    if (lines.low !== null && amount < lines.low.euros) amounts.underLowIncome++;
    if (lines.poverty !== null && amount < lines.poverty.euros) amounts.underPovertyLine++;
  }

  return {
    add(situation: Situation): void {
      total.situations++;
      total.persons += situation.persons ?? 0;
      if (situation.persons === null) total.personsUnknown++;
      total.faceToFace += situation.interviews.filter(isFaceToFace).length;
      met[receptionOf(situation)]++;
      const age = situation.ageAtRequest;
      if (age !== null) {
        ages.known++;
        ages.sum += age;
        if (age > 26) ages.over26++;
      }
      addAmount(monthlyAmount(situation));
      if (salaries.has(situation.resourcesNature)) total.salaried++;
      if (situation.outcome !== null) total.outcomesKnown++;
      if (situation.actionLogement === "oui" && housed.has(situation.outcome))
        total.employeesHoused++;
      for (const definition of definitions) {
        const rows = tables.get(definition.id);
        for (const code of definition.codesOf(situation))
          rows?.set(code, (rows.get(code) ?? 0) + 1);
      }
    },
    counted(): Counts {
      return {
        ...total,
        situationsMet: met.presence,
        situationsAtDistance: met.distance,
        situationsWithoutInterview: met.sans_entretien,
        ...{ ages, amounts },
        tables: new Map([...tables].map(([id, rows]) => [id, inOrder(id, rows, definitions)])),
      };
    },
  };
}

/** The rows of a list in its order; places, communes and files by their number; "not known" always, and last. */
function inOrder(
  id: string,
  rows: ReadonlyMap<string | null, number>,
  definitions: readonly TableDefinition[],
): readonly Counted[] {
  const isListed = (definitions.find((one) => one.id === id)?.rows.length ?? 0) > 0;
  const known = [...rows]
    .filter((row): row is [string, number] => row[0] !== null)
    .map(([code, count]) => ({ code, count }));
  const ordered = isListed
    ? known
    : known.toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1));
  return [...ordered, { code: null, count: rows.get(null) ?? 0 }];
}
