import type { AppointmentChange, NewAppointment, NewReminder } from "../appointments/changes.ts";
import type { AppointmentDetails } from "../appointments/details.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** What a cell belongs to while its person confirms: one time is held by one person, wherever they write. */
export function holdOf(person: string): string {
  return `hold.${person}`;
}

/** Times held for too long are free again, and so is what this person held: they confirm, or chose another. */
export function holdsEnded({ person, now, conversation, turn }: Guard): Statement {
  return sql(
    `DELETE FROM Cell WHERE (expiresAt <= ? OR appointmentId = ?) AND ${won}`,
    ...[now, holdOf(person), conversation, turn],
  );
}

/** Keeps a time for who confirms it; one that is taken, or held by somebody else, refuses the batch. */
export function holdStatements(
  { resources, cells, beside, expiresAt }: Extract<AppointmentChange, { kind: "hold" }>,
  guard: Guard,
): Statement[] {
  return [
    holdsEnded(guard),
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId, expiresAt)
       SELECT value ->> '$[0]', value ->> '$[1]', ?, ? FROM json_each(?) WHERE NOT EXISTS
         (SELECT 1 FROM Cell own WHERE own.resource = value ->> '$[0]'
          AND own.startsAt = value ->> '$[1]' AND own.appointmentId = ?) AND ${won}`,
      ...[holdOf(guard.person), expiresAt, pairs({ resources, cells }), beside ?? ""],
      ...[guard.conversation, guard.turn],
    ),
  ];
}

/** A new appointment in the table, bound to the turn; `expiresAt` is for a proposal. */
export function insertAppointment(
  appointment: NewAppointment,
  { status, expiresAt }: { status: "booked" | "proposed"; expiresAt: Instant | null },
  guard: Guard,
  cipher: Cipher,
): Statement {
  const { id, structure, person, conversation, site, worker, motif, mode } = appointment;
  const { start, end, bookedVia, bookedAt, details } = appointment;
  return sql(
    `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
       endsAt, status, version, bookedVia, bookedAt, expiresAt, turnId, detailsSealed)
     SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ? WHERE ${won}`,
    ...[id, structure, person, conversation, site, worker, motif, mode, start, end, status],
    ...[bookedVia, bookedAt, expiresAt, guard.turn, details ? sealed(details, cipher) : null],
    ...[guard.conversation, guard.turn],
  );
}

/** What an appointment knows of its person, as it is stored. */
export function sealed(details: AppointmentDetails, cipher: Cipher): string {
  return cipher.seal(JSON.stringify(details));
}

/** One row a resource and a quarter of an hour: the primary key is what refuses two at once. */
export function cellRows(taken: Taken, owner: string, guard: Guard): Statement {
  return sql(
    `INSERT INTO Cell (resource, startsAt, appointmentId)
     SELECT value ->> '$[0]', value ->> '$[1]', ? FROM json_each(?) WHERE ${won}`,
    ...[owner, pairs(taken), guard.conversation, guard.turn],
  );
}

interface Taken {
  readonly resources: readonly string[];
  readonly cells: readonly Instant[];
}

function pairs({ resources, cells }: Taken): string {
  return JSON.stringify(resources.flatMap((resource) => cells.map((cell) => [resource, cell])));
}

/** The reminders of one version of an appointment. */
export function reminderRows(
  appointment: string,
  version: number,
  planned: readonly NewReminder[],
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
