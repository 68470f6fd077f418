import type { Instant } from "../base/time.ts";
import type { Services } from "../observatory/services.ts";
import type { Database } from "./database.ts";

/** How people were received in a structure from one instant to another: along the indexes of days, nobody named. */
export async function servicesOf(
  database: Database,
  structure: string,
  from: Instant,
  to: Instant,
): Promise<Services> {
  const between = [structure, from, to] as const;
  const [booked, events, asked, waits] = await Promise.all([
    database.all(
      `SELECT bookedVia AS code, COUNT(*) AS many FROM Appointment
       WHERE structure = ? AND startsAt >= ? AND startsAt < ?
         AND status NOT IN ('proposed', 'moved') GROUP BY 1 ORDER BY 1`,
      between,
    ),
    database.all(
      `SELECT kind, value AS code, COUNT(*) AS many FROM Event
       WHERE structure = ? AND at >= ? AND at < ? AND (kind = 'opinion' OR (kind = 'did'
         AND value IN ('keepFound:kept', 'keepNotYet:kept', 'keepStillThere:kept', 'keepLeftHome:kept', 'askNoMore:kept')))
       GROUP BY 1, 2 ORDER BY 1, 2`,
      between,
    ),
    database.get(
      `SELECT COUNT(*) AS many FROM Reminder r JOIN Appointment a ON a.id = r.appointmentId
       WHERE r.state = 'sent' AND r.settledAt >= ?2 AND r.settledAt < ?3 AND r.step LIKE 'after%Days'
         AND a.structure = ?1`,
      between,
    ),
    waitsUntilHuman(database, structure, from, to),
  ]);
  const of = (kind: string) =>
    events
      .filter((row) => row["kind"] === kind)
      .map(({ code, many }) => ({ code: String(code), count: Number(many) }));
  const answers = of("did");
  const answered = (name: string) => answers.find(({ code }) => code.startsWith(name))?.count ?? 0;
  return {
    booked: booked.map(({ code, many }) => ({ code: String(code), count: Number(many) })),
    opinions: of("opinion"),
    followUps: {
      asked: Number(asked?.["many"] ?? 0),
      answered: answers.reduce((sum, { count }) => sum + count, 0),
      stillHoused: answered("keepStillThere"),
      leftHome: answered("keepLeftHome"),
    },
    ...waits,
  };
}

/** Hand-overs of those days that somebody of the team took, and how long half of them waited at most. */
export async function waitsUntilHuman(
  database: Database,
  structure: string,
  from: Instant,
  to: Instant,
): Promise<Pick<Services, "takenOver" | "medianMinutes">> {
  const waits = await database.all(
    `SELECT (SELECT MIN(t.at) FROM Event t WHERE t.conversationId = e.conversationId
         AND t.kind = 'takenOver' AND t.at >= e.at) - e.at AS waited
     FROM Event e WHERE e.structure = ? AND e.at >= ? AND e.at < ?
       AND e.kind = 'ended' AND e.value = 'handedOver'`,
    [structure, from, to],
  );
  const minutes = waits
    .flatMap(({ waited }) => (waited === null ? [] : [Number(waited) / 60_000]))
    .sort((one, other) => one - other);
  return { takenOver: minutes.length, medianMinutes: medianOf(minutes) };
}

/** The middle of numbers in their order; between the two middle ones when they are even. */
function medianOf(ordered: readonly number[]): number | null {
  if (ordered.length === 0) return null;
  const middle = ordered.length >> 1;
  const [low = 0, high = low] =
    ordered.length % 2 === 1 ? [ordered[middle]] : ordered.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
