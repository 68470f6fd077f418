import type { AppointmentChange } from "../appointments/changes.ts";
import type { Instant } from "../base/time.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** The statements of one change of an appointment. A taken cell refuses the whole batch. */
export function appointmentStatements(change: AppointmentChange, guard: Guard): Statement[] {
  const own = [guard.conversation, guard.turn] as const;
  switch (change.kind) {
    case "book":
      return [
        ...(change.replaces ? free(change.replaces, "moved", guard) : []),
        insertAppointment(change.appointment, "booked", null, guard),
        ...cells(change, guard),
        ...reminders(change.appointment.id, 1, change.reminders, guard),
      ];
    case "propose":
      return [
        insertAppointment(change.appointment, "proposed", change.expiresAt, guard),
        ...cells(change, guard),
      ];
    case "reminderSent":
      return [
        mustBeWanted(change, guard),
        sql(
          `UPDATE Reminder SET state = 'sent', settledAt = ?
           WHERE appointmentId = ? AND version = ? AND step = ? AND state = 'planned' AND ${won}`,
          guard.now,
          change.id,
          change.version,
          change.step,
          ...own,
        ),
      ];
    case "acceptProposal":
      return [
        sql(
          `UPDATE Appointment SET status = 'booked', version = version + 1, expiresAt = NULL, bookedAt = ?, turnId = ?
           WHERE id = ? AND version = ? AND status = 'proposed' AND expiresAt > ? AND NOT EXISTS
             (SELECT 1 FROM Appointment other WHERE other.personId = Appointment.personId
              AND other.status = 'booked' AND other.startsAt > ?) AND ${won}`,
          guard.now,
          guard.turn,
          change.id,
          change.version,
          guard.now,
          guard.now,
          ...own,
        ),
        mustBeOurs(change.id, guard),
        ...reminders(change.id, change.version + 1, change.reminders, guard),
      ];
    case "cancelAppointment":
      return free(change, "cancelled", guard);
    case "confirmPresence":
      return [
        sql(
          `UPDATE Appointment SET confirmedAt = ?, turnId = ? WHERE id = ? AND version = ? AND status = 'booked' AND ${won}`,
          guard.now,
          guard.turn,
          change.id,
          change.version,
          ...own,
        ),
        mustBeOurs(change.id, guard),
      ];
  }
}

/**
 * Refuses the whole batch when the appointment was changed by somebody else since it was read: a cell
 * without a resource is what the database cannot accept. A turn that lost its conversation passes.
 */
function mustBeOurs(appointment: string, guard: Guard): Statement {
  return sql(
    `INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ?
     WHERE NOT EXISTS (SELECT 1 FROM Appointment WHERE id = ? AND turnId = ?) AND ${won}`,
    appointment,
    appointment,
    guard.turn,
    guard.conversation,
    guard.turn,
  );
}

/**
 * Refuses the whole batch, in the manner of `mustBeOurs`, when the reminder was settled, its appointment
 * changed, or the person asked for none, since it was found due: its words must not be written, nor take
 * the place where the conversation stands.
 */
function mustBeWanted(
  { id, version, step }: Extract<AppointmentChange, { kind: "reminderSent" }>,
  guard: Guard,
): Statement {
  return sql(
    `INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ?
     WHERE NOT EXISTS (SELECT 1 FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId
         LEFT JOIN Person w ON w.id = p.personId
       WHERE r.appointmentId = ? AND r.version = ? AND r.step = ? AND r.state = 'planned'
         AND (p.status = 'booked' OR (p.status = 'seen' AND r.step LIKE 'after%')) AND p.version = r.version AND COALESCE(w.remindersStopped, 0) = 0)
       AND ${won}`,
    id,
    id,
    version,
    step,
    guard.conversation,
    guard.turn,
  );
}

/** A new appointment in the table, bound to the turn; `expiresAt` is for a proposal. */
function insertAppointment(
  appointment: Extract<AppointmentChange, { kind: "book" }>["appointment"],
  status: "booked" | "proposed",
  expiresAt: Instant | null,
  guard: Guard,
): Statement {
  return sql(
    `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
       endsAt, status, version, bookedVia, bookedAt, expiresAt, turnId)
     SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ? WHERE ${won}`,
    appointment.id,
    appointment.structure,
    appointment.person,
    appointment.conversation,
    appointment.site,
    appointment.worker,
    appointment.motif,
    appointment.mode,
    appointment.start,
    appointment.end,
    status,
    appointment.bookedVia,
    appointment.bookedAt,
    expiresAt,
    guard.turn,
    guard.conversation,
    guard.turn,
  );
}

/** One row a resource and a quarter of an hour: the primary key is what refuses two at once. */
function cells(
  change: Pick<Extract<AppointmentChange, { kind: "book" }>, "appointment" | "resources" | "cells">,
  guard: Guard,
): Statement[] {
  const taken = change.resources.flatMap((resource) =>
    change.cells.map((cell) => [resource, cell]),
  );
  return [
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId)
       SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), ? FROM json_each(?) WHERE ${won}`,
      change.appointment.id,
      JSON.stringify(taken),
      guard.conversation,
      guard.turn,
    ),
  ];
}

function reminders(
  appointment: string,
  version: number,
  planned: Extract<AppointmentChange, { kind: "book" }>["reminders"],
  guard: Guard,
): Statement[] {
  if (planned.length === 0) return [];
  return [
    sql(
      `INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state)
       SELECT ?, ?, json_extract(value, '$.step'), json_extract(value, '$.dueAt'),
         json_extract(value, '$.uselessAfter'), 'planned' FROM json_each(?) WHERE ${won}`,
      appointment,
      version,
      JSON.stringify(planned),
      guard.conversation,
      guard.turn,
    ),
  ];
}

/** Ends an appointment at the version that was seen: its time is free again, its reminders are void. */
function free(
  seen: { readonly id: string; readonly version: number },
  status: string,
  guard: Guard,
): Statement[] {
  return [
    sql(
      `UPDATE Appointment SET status = ?, version = version + 1, closedAt = ?, turnId = ?
       WHERE id = ? AND version = ? AND status IN ('booked', 'proposed') AND ${won}`,
      status,
      guard.now,
      guard.turn,
      seen.id,
      seen.version,
      guard.conversation,
      guard.turn,
    ),
    mustBeOurs(seen.id, guard),
    sql(
      `DELETE FROM Cell WHERE appointmentId = ? AND ${won}`,
      seen.id,
      guard.conversation,
      guard.turn,
    ),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = ?, settledAt = ?
       WHERE appointmentId = ? AND state = 'planned' AND ${won}`,
      status,
      guard.now,
      seen.id,
      guard.conversation,
      guard.turn,
    ),
  ];
}
