import type { Counts } from "./counting.ts";
import { askedOf } from "./frequentation.ts";
import { allTables } from "./tables.ts";
import type { Tally } from "./tally.ts";

/** Something that does not add up: which part of the bilan is not printed for it, and which records say so. */
export interface Broken {
  readonly part: "A5" | "A22" | "A23" | (string & {});
  readonly check: "tableSum" | "receptionSum" | "workshopWithFile" | "qpvWithin" | "publishedSum";
  /** The records to look at; none where the sum itself is at fault. */
  readonly records: readonly string[];
}

/**
 * The checks of the bilan: of each table with one answer the rows are the situations; those met, at a distance
 * and without an interview are all of them; of a workshop no more people have a file than came; no more come
 * from priority districts than there were; a former year adds up as it was printed.
 */
export function brokenChecks(counts: Counts, tallies: readonly Tally[]): readonly Broken[] {
  const broken: Broken[] = [];
  const isSingle = allTables.filter(({ unit, isMultiple }) => unit === "situation" && !isMultiple);
  for (const { id } of isSingle) {
    const rows = counts.tables.get(id);
    if (rows && rows.reduce((sum, { count }) => sum + count, 0) !== counts.situations)
      broken.push({ part: id, check: "tableSum", records: [] });
  }
  const { situationsMet, situationsAtDistance, situationsWithoutInterview } = counts;
  const received = situationsMet + situationsAtDistance + situationsWithoutInterview;
  if (received !== counts.situations)
    broken.push({ part: "A17", check: "receptionSum", records: [] });
  for (const tally of tallies) broken.push(...brokenIn(tally));
  return broken;
}

function brokenIn(tally: Tally): readonly Broken[] {
  const records = [tally.id];
  if (tally.record === "year") {
    const { asked, withFile, withoutFile, workshopPeople } = tally;
    if ([asked, withFile, withoutFile].includes(null)) return [];
    const parts = {
      ...{ withFile: withFile ?? 0, withoutFile: withoutFile ?? 0 },
      ...{ workshopPeople: workshopPeople ?? 0, workshopWithFile: null, eventPeople: null },
    };
    return askedOf(parts) === asked ? [] : [{ part: "A5", check: "publishedSum", records }];
  }
  if (tally.record === "contacts") return [];
  const part = tally.record === "workshop" ? "A22" : "A23";
  return [
    ...((tally.withFile ?? 0) > tally.persons
      ? ([{ part, check: "workshopWithFile", records }] as const)
      : []),
    ...((tally.qpv ?? 0) > tally.persons ? ([{ part, check: "qpvWithin", records }] as const) : []),
  ];
}
