import type { GatheringChange } from "../appointments/gatherings.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

const kinds: readonly string[] = [
  ...(["takeSeat", "leaveSeat", "waitForSeat", "seatReminded", "gatheringToldOff"] as const),
] satisfies readonly GatheringChange["kind"][];

/** Whether a change is about a workshop. */
export function isOfGathering<Other extends { readonly kind: string }>(
  change: GatheringChange | Other,
): change is GatheringChange {
  return kinds.includes(change.kind);
}

/** What refuses the whole batch, as in batch-refusals. */
const refusal = "INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ? WHERE";
const isOpen = "g.state = 'planned' AND g.kind = 'workshop' AND g.startsAt > ?";
const seatsTaken = "(SELECT COUNT(*) FROM Seat WHERE gatheringId = g.id)";
const own = "gatheringId = ? AND conversationId = ?";

/** The statements of one change. Seats are rows with a number: more than there are cannot be written. */
export function gatheringStatements(
  { kind, gathering }: GatheringChange,
  guard: Guard,
): Statement[] {
  const { conversation, turn, now } = guard;
  const mine = [gathering, conversation] as const;
  const winner = [conversation, turn] as const;
  switch (kind) {
    case "takeSeat":
      return [
        sql(
          `${refusal} NOT EXISTS (SELECT 1 FROM Gathering g WHERE g.id = ? AND ${isOpen}
             AND ${seatsTaken} < g.seats + g.extra) AND NOT EXISTS (SELECT 1 FROM Seat WHERE ${own}) AND ${won}`,
          ...[gathering, gathering, now, ...mine, ...winner],
        ),
        takenSeat(gathering, guard),
        sql(`DELETE FROM SeatWait WHERE ${own} AND ${won}`, ...mine, ...winner),
      ];
    case "leaveSeat":
      return [
        sql(`DELETE FROM Seat WHERE ${own} AND ${won}`, ...mine, ...winner),
        sql(`DELETE FROM SeatWait WHERE ${own} AND ${won}`, ...mine, ...winner),
      ];
    case "waitForSeat":
      return [
        sql(
          `INSERT INTO SeatWait (gatheringId, structure, conversationId, since)
           SELECT g.id, g.structure, ?, ? FROM Gathering g WHERE g.id = ? AND ${isOpen}
             AND NOT EXISTS (SELECT 1 FROM Seat WHERE ${own}) AND ${won} ON CONFLICT DO NOTHING`,
          ...[conversation, now, gathering, now, ...mine, ...winner],
        ),
      ];
    case "seatReminded":
      return [
        sql(
          `${refusal} NOT EXISTS (SELECT 1 FROM Seat WHERE ${own} AND remindedAt IS NULL) AND ${won}`,
          ...[gathering, ...mine, ...winner],
        ),
        sql(`UPDATE Seat SET remindedAt = ? WHERE ${own} AND ${won}`, now, ...mine, ...winner),
      ];
    case "gatheringToldOff":
      return [
        sql(
          `${refusal} NOT EXISTS (SELECT 1 FROM Seat WHERE ${own})
             AND NOT EXISTS (SELECT 1 FROM SeatWait WHERE ${own}) AND ${won}`,
          ...[gathering, ...mine, ...mine, ...winner],
        ),
        sql(`DELETE FROM Seat WHERE ${own} AND ${won}`, ...mine, ...winner),
        sql(`DELETE FROM SeatWait WHERE ${own} AND ${won}`, ...mine, ...winner),
      ];
  }
}

/** The lowest number that nobody has. */
function takenSeat(gathering: string, { conversation, turn, now }: Guard): Statement {
  return sql(
    `INSERT INTO Seat (gatheringId, number, structure, conversationId, takenAt)
     SELECT g.id, (SELECT MIN(n) FROM (SELECT 1 AS n UNION ALL SELECT number + 1 FROM Seat WHERE gatheringId = ?)
         WHERE NOT EXISTS (SELECT 1 FROM Seat WHERE gatheringId = ? AND number = n)), g.structure, ?, ?
     FROM Gathering g WHERE g.id = ? AND ${won} ON CONFLICT (gatheringId, conversationId) DO NOTHING`,
    ...[gathering, gathering, conversation, now, gathering, conversation, turn],
  );
}
