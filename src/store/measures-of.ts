import type { LocalDate } from "../base/time.ts";
import type { Measures } from "../observatory/measure-figures.ts";
import type { Agreement, Measure } from "../observatory/measures.ts";
import type { Period } from "../observatory/period.ts";
import type { Followed } from "../observatory/resting.ts";
import type { Database, Row } from "./database.ts";
import { joinedSituation, situationColumns } from "./observatory-rows.ts";

/** What funders agreed to pay, and the accompaniments that ran in a period: codes and days alone. */
export async function measuresOf(
  database: Database,
  structure: string,
  { from, to }: Period,
): Promise<Measures> {
  const [laid, rows] = await Promise.all([
    database.all("SELECT id, document FROM Laid WHERE structure = ? AND kind = 'agreement'", [
      structure,
    ]),
    database.all(
      `SELECT m.kind, m.form, m.area, m.grantKind, m.startedOn, m.dueOn, m.endedOn, m.exitReasons, m.facts,
         m.acts, ${situationColumns}
       FROM Measure m LEFT JOIN Situation o ON o.structure = m.structure AND o.id = m.situationId
       WHERE m.structure = ?1 AND m.startedOn <= ?3 AND (m.endedOn IS NULL OR m.endedOn >= ?2)`,
      [structure, from, to],
    ),
  ]);
  // checked by the schema when it was written
  const agreements = laid.map(
    ({ id, document }): Agreement => ({
      ...(JSON.parse(String(document)) as Omit<Agreement, "id">),
      id: String(id),
    }),
  );
  return { agreements, followed: rows.map(readFollowed) };
}

function readFollowed(row: Row): Followed {
  return { ...readMeasure(row), situation: joinedSituation(row) };
}

/** What is counted of a row; written by the store of measures alone. */
export function readMeasure(row: Row): Measure {
  const day = (name: string) => (row[name] === null ? null : (String(row[name]) as LocalDate));
  return {
    kind: String(row["kind"]) as Measure["kind"],
    form: String(row["form"]) as Measure["form"],
    area: row["area"] === null ? null : String(row["area"]),
    grant: String(row["grantKind"]) as Measure["grant"],
    startedOn: String(row["startedOn"]) as LocalDate,
    ...{ dueOn: day("dueOn"), endedOn: day("endedOn") },
    exitReasons: JSON.parse(String(row["exitReasons"])),
    facts: JSON.parse(String(row["facts"])),
    acts: JSON.parse(String(row["acts"])),
  };
}
