import type { LocalDate } from "../base/time.ts";
import type { Period } from "../observatory/period.ts";
import type { Homes } from "../observatory/report.ts";
import type { Lodging, StayKind, StayState } from "../observatory/stays.ts";
import type { Database, Row } from "./database.ts";
import { joinedSituation, situationColumns } from "./observatory-rows.ts";

/** The dwellings of a structure, and who asked or slept there in a period: codes and days alone. */
export async function homesOf(
  database: Database,
  structure: string,
  { from, to }: Period,
): Promise<Homes> {
  const [laid, rows] = await Promise.all([
    database.all("SELECT id, document FROM Laid WHERE structure = ? AND kind = 'lodging'", [
      structure,
    ]),
    database.all(
      `SELECT s.kind, s.state, s.places, s.lodging, s.askedOn, s.enteredOn, s.leftOn, s.exitTo, s.exitReason,
         s.extendedOn, s.arrearsFrom, s.arrearsUntil, s.arrearsMonths, ${situationColumns}
       FROM Stay s LEFT JOIN Situation o ON o.structure = s.structure AND o.id = s.situationId
       WHERE s.structure = ?1
         AND ((s.askedOn >= ?2 AND s.askedOn <= ?3)
           OR (s.enteredOn IS NOT NULL AND s.enteredOn <= ?3 AND (s.leftOn IS NULL OR s.leftOn >= ?2)))`,
      [structure, from, to],
    ),
  ]);
  // checked by the schema when it was written
  const lodgings = laid.map(
    ({ id, document }): Lodging => ({
      ...(JSON.parse(String(document)) as Omit<Lodging, "id">),
      id: String(id),
    }),
  );
  return { lodgings, stays: rows.map(readStay) };
}

function readStay(row: Row) {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    ...{ kind: String(row["kind"]) as StayKind, state: String(row["state"]) as StayState },
    ...{ places: Number(row["places"]), lodging: text("lodging"), exitTo: text("exitTo") },
    askedOn: String(row["askedOn"]) as LocalDate,
    enteredOn: text("enteredOn") as LocalDate | null,
    leftOn: text("leftOn") as LocalDate | null,
    exitReason: text("exitReason"),
    extendedOn: text("extendedOn") as LocalDate | null,
    arrearsFrom: text("arrearsFrom") as LocalDate | null,
    arrearsUntil: text("arrearsUntil") as LocalDate | null,
    arrearsMonths: row["arrearsMonths"] === null ? null : Number(row["arrearsMonths"]),
    situation: joinedSituation(row),
  };
}
