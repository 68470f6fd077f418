import { isWithin, type Period } from "../observatory/period.ts";
import type { Tally } from "../observatory/tally.ts";
import type { Database } from "./database.ts";
import { firstOf, readTally } from "./observatory-rows.ts";

/** The tallies of a period, and who asked here without a situation being opened, as one number. */
export async function toldTallies(
  database: Database,
  structure: string,
  period: Period,
): Promise<readonly Tally[]> {
  const { from, to } = period;
  const rows = await database.all(
    `SELECT * FROM Tally WHERE structure = ? AND countedFrom >= ? AND countedFrom <= ?
     ORDER BY countedFrom, id`,
    [structure, firstOf(from), to],
  );
  const contacts = await database.get(
    `SELECT COUNT(*) AS many FROM Situation WHERE structure = ? AND kind = 'contact'
       AND countedFrom >= ? AND countedFrom <= ?`,
    [structure, from, to],
  );
  const persons = Number(contacts?.["many"] ?? 0);
  const year = Number(to.slice(0, 4));
  const tallied = rows
    .map(readTally)
    .filter((one) => isWithin(period, one.record === "year" ? null : one.on, one.year));
  if (persons === 0) return tallied;
  const asked = { record: "contacts", id: "assistant", structure, year, on: to, persons } as const;
  return [...tallied, asked];
}
