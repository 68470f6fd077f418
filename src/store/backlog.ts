import type { Instant } from "../base/time.ts";
import type { Database, Row } from "./database.ts";

/** What waits in the database: how many, counted up to a limit, and since when the oldest. */
export interface Backlog {
  readonly unanswered: Waiting;
  readonly unsent: Waiting;
  /** People who wait for somebody of the team. */
  readonly forTeam: Waiting;
}

export interface Waiting {
  readonly many: number;
  readonly since: Instant | null;
}

/** More than this is only said to be this many: what is counted stays cheap. */
const countedAtMost = 1_000;

/** Messages of people without an answer, answers that are due and have not left, people who wait for the team. */
export async function backlog(database: Database, now: Instant): Promise<Backlog> {
  const [unanswered, unsent, forTeam] = await Promise.all([
    database.get(
      `SELECT COUNT(*) AS many, MIN(at) AS since FROM (SELECT receivedAt AS at FROM Inbound
       WHERE state = 'received' ORDER BY receivedAt LIMIT ?)`,
      [countedAtMost],
    ),
    database.get(
      `SELECT COUNT(*) AS many, MIN(at) AS since FROM (SELECT dueAt AS at FROM Outgoing
       WHERE state IN ('queued', 'sending') AND dueAt <= ? ORDER BY dueAt LIMIT ?)`,
      [now, countedAtMost],
    ),
    database.get(
      `SELECT COUNT(*) AS many, MIN(at) AS since FROM (SELECT waitingSince AS at FROM Conversation
       WHERE structure IN (SELECT slug FROM Structure) AND heldBy = 'waiting' LIMIT ?)`,
      [countedAtMost],
    ),
  ]);
  return { unanswered: waiting(unanswered), unsent: waiting(unsent), forTeam: waiting(forTeam) };
}

function waiting(row: Row | null): Waiting {
  const since = row?.["since"] ?? null;
  return {
    many: Number(row?.["many"] ?? 0),
    since: since === null ? null : (Number(since) as Instant),
  };
}
