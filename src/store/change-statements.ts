import type { AppointmentChange } from "../appointments/changes.ts";
import type { ConversationId, PersonId, TurnId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { PersonChange } from "../person/changes.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";

/** What every statement of a turn is bound to: it applies only if this very turn won the conversation. */
export interface Guard {
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly turn: TurnId;
  readonly now: Instant;
}

/** True in SQL when the turn won; its two values come last. */
export const won = "EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND lastTurn = ?)";

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
        sql(
          `UPDATE Reminder SET state = 'sent', settledAt = ?
           WHERE appointmentId = ? AND version = ? AND step = ? AND state = 'planned' AND ${won}`,
          guard.now, change.id, change.version, change.step, ...own,
        ),
      ];
    case "acceptProposal":
      return [
        sql(
          `UPDATE Appointment SET status = 'booked', version = version + 1, expiresAt = NULL, bookedAt = ?, turnId = ?
           WHERE id = ? AND version = ? AND status = 'proposed' AND ${won}`,
          guard.now, guard.turn, change.id, change.version, ...own,
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
          guard.now, guard.turn, change.id, change.version, ...own,
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
    appointment, appointment, guard.turn, guard.conversation, guard.turn,
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
    appointment.id, appointment.structure, appointment.person, appointment.conversation,
    appointment.site, appointment.worker, appointment.motif, appointment.mode, appointment.start,
    appointment.end, status, appointment.bookedVia, appointment.bookedAt, expiresAt, guard.turn,
    guard.conversation, guard.turn,
  );
}

/** One row a resource and a quarter of an hour: the primary key is what refuses two at once. */
function cells(
  change: Pick<Extract<AppointmentChange, { kind: "book" }>, "appointment" | "resources" | "cells">,
  guard: Guard,
): Statement[] {
  const taken = change.resources.flatMap((resource) => change.cells.map((cell) => [resource, cell]));
  return [
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId)
       SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), ? FROM json_each(?) WHERE ${won}`,
      change.appointment.id, JSON.stringify(taken), guard.conversation, guard.turn,
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
      appointment, version, JSON.stringify(planned), guard.conversation, guard.turn,
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
      status, guard.now, guard.turn, seen.id, seen.version, guard.conversation, guard.turn,
    ),
    mustBeOurs(seen.id, guard),
    sql(`DELETE FROM Cell WHERE appointmentId = ? AND ${won}`, seen.id, guard.conversation, guard.turn),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = ?, settledAt = ?
       WHERE appointmentId = ? AND state = 'planned' AND ${won}`,
      status, guard.now, seen.id, guard.conversation, guard.turn,
    ),
  ];
}

/** The statements of a change about the person. */
export function personStatements(change: PersonChange, guard: Guard, cipher: Cipher): Statement[] {
  const own = [guard.conversation, guard.turn] as const;
  if (change.kind === "nameFirst") {
    return [
      sql(
        `UPDATE Person SET firstNameSealed = ?, nameLookup = ? WHERE id = ? AND ${won}`,
        cipher.seal(change.firstName), cipher.lookup(`name|${change.firstName.toLowerCase()}`),
        guard.person, ...own,
      ),
    ];
  }
  if (change.kind === "remindersStopped") {
    return [
      sql(`UPDATE Person SET remindersStopped = ? WHERE id = ? AND ${won}`, change.stopped ? 1 : 0, guard.person, ...own),
    ];
  }
  return erasure(guard);
}

/**
 * All that identifies the person, at once. The address stays until the receipt has left: a sweep
 * removes it, the conversation and the person then. Counts keep their codes and lose the person.
 */
function erasure(guard: Guard): Statement[] {
  const { conversation, person, turn, now } = guard;
  const own = [conversation, turn] as const;
  const future = "personId = ? AND status IN ('booked', 'proposed') AND startsAt > ?";
  return [
    sql(`UPDATE Conversation SET erasedAt = ? WHERE id = ? AND lastTurn = ?`, now, ...own),
    sql(`DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${future}) AND ${won}`, person, now, ...own),
    sql(
      `UPDATE Reminder SET state = 'skipped', reason = 'erased', settledAt = ? WHERE state = 'planned'
       AND appointmentId IN (SELECT id FROM Appointment WHERE personId = ?) AND ${won}`,
      now, person, ...own,
    ),
    sql(
      `UPDATE Appointment SET status = CASE WHEN status IN ('booked', 'proposed') AND startsAt > ? THEN 'cancelled' ELSE status END,
         personId = 'erased', conversationId = 'erased', version = version + 1 WHERE personId = ? AND ${won}`,
      now, person, ...own,
    ),
    sql(`DELETE FROM Inbound WHERE conversationId = ? AND state <> 'received' AND ${won}`, conversation, ...own),
    sql(`DELETE FROM Outgoing WHERE conversationId = ? AND turnId <> ? AND ${won}`, conversation, turn, ...own),
    sql(`DELETE FROM Note WHERE conversationId = ? AND ${won}`, conversation, ...own),
    sql(`UPDATE Event SET conversationId = NULL WHERE conversationId = ? AND ${won}`, conversation, ...own),
    sql(`UPDATE Person SET firstNameSealed = NULL, nameLookup = NULL WHERE id = ? AND ${won}`, person, ...own),
  ];
}
