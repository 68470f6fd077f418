import type { AppointmentHappening } from "../appointments/history.ts";
import { mustBeOurs } from "./batch-refusals.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** How an appointment ends: by whose wish, why, and which one takes its place. */
export interface Closing {
  readonly id: string;
  readonly version: number;
  readonly status: "moved" | "cancelled";
  readonly by: "person" | "service";
  readonly reason: string | null;
  readonly movedTo: string | null;
}

/**
 * Ends an appointment at the version that was seen: its time is free again, its reminders are void, and
 * its history says so (a proposal that is not taken was declined).
 */
export function closingStatements(closing: Closing, guard: Guard): Statement[] {
  const { id, version, status, by, reason, movedTo } = closing;
  const own = [guard.conversation, guard.turn] as const;
  const standing = "id = ? AND version = ? AND status IN ('booked', 'proposed')";
  return [
    sql(
      `INSERT INTO AppointmentEvent (appointmentId, version, what, by, reason, at)
       SELECT id, version + 1, CASE status WHEN 'proposed' THEN 'declined' ELSE ? END, ?, ?, ?
       FROM Appointment WHERE ${standing} AND ${won}`,
      ...[status, by, reason, guard.now, id, version, ...own],
    ),
    sql(
      `UPDATE Appointment SET status = ?, version = version + 1, closedAt = ?, closedBy = ?, movedTo = ?,
         turnId = ? WHERE ${standing} AND ${won}`,
      ...[status, guard.now, by, movedTo, guard.turn, id, version, ...own],
    ),
    mustBeOurs(id, guard),
    sql(`DELETE FROM Cell WHERE appointmentId = ? AND ${won}`, id, ...own),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = ?, settledAt = ?
       WHERE appointmentId = ? AND state = 'planned' AND ${won}`,
      ...[status, guard.now, id, ...own],
    ),
  ];
}

/** One more line in the history of an appointment; said again, it stays as it was. */
export function historyStatement(
  line: {
    readonly id: string;
    readonly version: number;
    readonly what: AppointmentHappening;
    readonly by: "person" | "service";
    readonly reason?: string;
  },
  guard: Guard,
): Statement {
  return sql(
    `INSERT INTO AppointmentEvent (appointmentId, version, what, by, reason, at)
     SELECT ?, ?, ?, ?, ?, ? WHERE ${won} ON CONFLICT (appointmentId, version, what) DO NOTHING`,
    ...[line.id, line.version, line.what, line.by, line.reason ?? null, guard.now],
    ...[guard.conversation, guard.turn],
  );
}
