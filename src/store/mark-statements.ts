import type { AppointmentMark } from "../appointments/appointment.ts";
import type { AppointmentChange } from "../appointments/changes.ts";
import type { Instant } from "../base/time.ts";
import { mustBeOurs } from "./batch-refusals.ts";
import { type Statement, sql, type Value } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** A condition, and its values. */
interface Where {
  readonly where: string;
  readonly values: readonly Value[];
}

interface Marking {
  readonly appointment: string;
  readonly status: AppointmentMark;
  readonly turn: string;
  readonly now: Instant;
  /** Of which statuses, at which version, by whose right. */
  readonly allowed: Where;
  /** The worker who says it, as SQL gives the id. */
  readonly by: { readonly select: string; readonly values: readonly Value[] };
}

/**
 * What became of an appointment that has begun, with its event for the report and its line in the audit
 * trail: all three, or none. The first one changes a row when it was allowed.
 */
export function markStatements({
  appointment,
  status,
  turn,
  now,
  allowed,
  by,
}: Marking): Statement[] {
  return [
    sql(
      `UPDATE Appointment SET status = ?, closedAt = ?, turnId = ?
       WHERE id = ? AND startsAt <= ? AND ${allowed.where}`,
      ...[status, now, turn, appointment, now, ...allowed.values],
    ),
    // beside the events of a turn, which are numbered from nought
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at)
       SELECT turnId, -1, structure, conversationId, 'appointmentMarked', ?, ?
       FROM Appointment WHERE id = ? AND turnId = ?`,
      ...[status, now, appointment, turn],
    ),
    sql(
      `INSERT INTO Audit (workerId, structure, what, conversationId, at)
       SELECT (${by.select}), structure, ?, conversationId, ? FROM Appointment WHERE id = ? AND turnId = ?`,
      ...[...by.values, `appointment.${status}`, now, appointment, turn],
    ),
  ];
}

/** Said from the phone of a worker, of an appointment of the agenda they keep, at the version they were asked about. */
export function markedFromPhone(
  { id, version, status }: Extract<AppointmentChange, { kind: "markAppointment" }>,
  guard: Guard,
): Statement[] {
  const { conversation, turn, now } = guard;
  const marked = markStatements({
    ...{ appointment: id, status, turn, now },
    allowed: {
      where: `version = ? AND status = 'booked' AND ${ownAgenda} AND ${won}`,
      values: [version, conversation, conversation, turn],
    },
    by: { select: "SELECT id FROM Worker WHERE alertConversation = ?", values: [conversation] },
  });
  return [...marked, mustBeOurs(id, guard)];
}

const ownAgenda = `EXISTS (SELECT 1 FROM Worker w WHERE w.alertConversation = ? AND w.disabledAt IS NULL
  AND w.structure = Appointment.structure AND w.agendaWorker = Appointment.worker)`;
