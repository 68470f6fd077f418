import type { Database } from "./database.ts";

/** How many bilans logement were finished in a structure, and what they took on average. */
export interface BilanCounts {
  readonly finished: number;
  /** Questions asked in one. */
  readonly questions: number;
  /** Answers changed in one, corrections made later included. */
  readonly changed: number;
}

/** Counted from events, which name nobody and stay when the person is gone. */
export async function bilanCounts(database: Database, structure: string): Promise<BilanCounts> {
  const row = await database.get(
    `SELECT SUM(value LIKE 'questions:%') AS finished,
       SUM(CASE WHEN value LIKE 'questions:%' THEN CAST(substr(value, 11) AS INTEGER) END) AS questions,
       SUM(CASE WHEN value LIKE 'changed:%' THEN CAST(substr(value, 9) AS INTEGER) END) AS changed
     FROM Event WHERE structure = ? AND kind = 'counted' AND flow = 'bilan-logement'`,
    [structure],
  );
  const finished = Number(row?.["finished"] ?? 0);
  const each = (name: string) => (finished === 0 ? 0 : Number(row?.[name] ?? 0) / finished);
  return { finished, questions: each("questions"), changed: each("changed") };
}
