import type { AppointmentChange } from "../appointments/changes.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/**
 * What refuses a whole batch: a cell without a resource is what the database cannot accept. A turn that
 * lost its conversation passes, as all it writes is void.
 */
const refusal = "INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ? WHERE";

/** Refused when the appointment was changed by somebody else since it was read. */
export function mustBeOurs(appointment: string, guard: Guard): Statement {
  return sql(
    `${refusal} NOT EXISTS (SELECT 1 FROM Appointment WHERE id = ? AND turnId = ?) AND ${won}`,
    appointment,
    appointment,
    guard.turn,
    guard.conversation,
    guard.turn,
  );
}

/**
 * Refused when the reminder was settled, its appointment changed, or the person asked for none, since it
 * was found due: its words must not be written, nor take the place where the conversation stands.
 */
export function mustBeWanted(
  { id, version, step, wanted }: Extract<AppointmentChange, { kind: "reminderSent" }>,
  guard: Guard,
): Statement {
  return sql(
    `${refusal} NOT EXISTS (SELECT 1 FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId
         LEFT JOIN Person w ON w.id = p.personId
       WHERE r.appointmentId = ? AND r.version = ? AND r.step = ? AND r.state = 'planned'
         AND p.status IN (SELECT value FROM json_each(?)) AND p.version = r.version
         AND COALESCE(w.remindersStopped, 0) = 0)
       AND ${won}`,
    id,
    id,
    version,
    step,
    JSON.stringify(wanted),
    guard.conversation,
    guard.turn,
  );
}

/**
 * Refused when the person has as many appointments to come as they may, or one of the same motif on that
 * day: two tabs that book at once make one. It is looked at once what is replaced has ended.
 */
export function mustBeAllowed(
  { appointment, allowance }: Extract<AppointmentChange, { kind: "book" }>,
  guard: Guard,
): Statement {
  const theirs = "other.personId = ? AND other.status = 'booked' AND other.id <> ?";
  return sql(
    `${refusal} ((SELECT COUNT(*) FROM Appointment other WHERE ${theirs} AND other.startsAt > ?) >= ?
         OR EXISTS (SELECT 1 FROM Appointment other WHERE ${theirs} AND other.motif = ?
           AND other.startsAt >= ? AND other.startsAt < ?)) AND ${won}`,
    appointment.id,
    appointment.person,
    appointment.id,
    guard.now,
    allowance.open,
    appointment.person,
    appointment.id,
    appointment.motif,
    allowance.day.from,
    allowance.day.to,
    guard.conversation,
    guard.turn,
  );
}
