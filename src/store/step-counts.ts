import { after, hour, type Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** How often a way out of a step was taken, and by how many different conversations. */
export interface WayCount {
  readonly step: string;
  /** A button's key, an outcome; empty where a question was answered. */
  readonly way: string;
  readonly times: number;
  readonly people: number;
}

/** The steps of one flow between two instants: the ways that were taken, and where people stopped. */
export interface StepCounts {
  readonly ways: readonly WayCount[];
  /** Conversations that have stood at a step for more than a day. */
  readonly stops: readonly { readonly step: string; readonly people: number }[];
}

/** An answer may still come within a day. */
const stoppedAfter = 24 * hour;

/** Counts what happened at each step of a flow in a structure: along the index of days, nobody named. */
export async function stepCounts(
  database: Database,
  structure: string,
  flow: string,
  from: Instant,
  to: Instant,
): Promise<StepCounts> {
  const [ways, stops] = await Promise.all([
    database.all(
      `SELECT step, CASE WHEN kind IN ('decided', 'did') THEN substr(value, instr(value, ':') + 1)
           ELSE COALESCE(value, '') END AS way, COUNT(*) AS times, COUNT(DISTINCT conversationId) AS people
       FROM Event WHERE structure = ? AND at >= ? AND at < ? AND flow = ? AND step IS NOT NULL
         AND kind IN ('chose', 'answered', 'decided', 'did')
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [structure, from, to, flow],
    ),
    database.all(
      `SELECT step, COUNT(*) AS people FROM Conversation
       WHERE structure = ? AND lastActivityAt >= ? AND lastActivityAt < ? AND erasedAt IS NULL
         AND flow = ? AND step IS NOT NULL AND heldBy = 'bot' GROUP BY 1 ORDER BY 1`,
      [structure, from, Math.min(to, after(to, -stoppedAfter)), flow],
    ),
  ]);
  return {
    ways: ways.map((row) => ({
      ...{ step: String(row["step"]), way: String(row["way"]) },
      ...{ times: Number(row["times"]), people: Number(row["people"]) },
    })),
    stops: stops.map((row) => ({ step: String(row["step"]), people: Number(row["people"]) })),
  };
}
