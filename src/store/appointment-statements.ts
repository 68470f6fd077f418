import type { AppointmentChange } from "../appointments/changes.ts";
import { mustBeAllowed, mustBeOurs, mustBeWanted } from "./batch-refusals.ts";
import {
  cellRows,
  holdStatements,
  holdsEnded,
  insertAppointment,
  reminderRows,
  sealed,
} from "./booking-statements.ts";
import type { Cipher } from "./cipher.ts";
import { closingStatements, historyStatement } from "./closing-statements.ts";
import { type Statement, sql } from "./database.ts";
import { lateStatements } from "./late-statements.ts";
import { markedFromPhone } from "./mark-statements.ts";
import { opinionStatement } from "./opinion-statement.ts";
import { type Guard, won } from "./turn-guard.ts";

type ChangeOf<Kind extends AppointmentChange["kind"]> = Extract<AppointmentChange, { kind: Kind }>;

/** The statements of one change of an appointment. A taken cell refuses the whole batch. */
export function appointmentStatements(
  change: AppointmentChange,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  switch (change.kind) {
    case "book":
      return booked(change, guard, cipher);
    case "hold":
      return holdStatements(change, guard);
    case "propose":
      return proposed(change, guard, cipher);
    case "acceptProposal":
      return accepted(change, guard);
    case "cancelAppointment": {
      const { by = "person", reason = null } = change;
      const closing = { ...change, status: "cancelled", by, reason, movedTo: null } as const;
      return closingStatements(closing, guard);
    }
    case "cancelReason":
      return [historyStatement({ ...change, what: "cancelReason", by: "person" }, guard)];
    case "appointmentDetails":
      return [...ownStatements("detailsSealed = ?", sealed(change.details, cipher), change, guard)];
    case "markAppointment":
      return markedFromPhone(change, guard);
    case "appointmentAudit":
      return [audited(change, guard)];
    case "confirmPresence":
      return [
        ...ownStatements("confirmedAt = ?", guard.now, change, guard),
        historyStatement({ ...change, what: "confirmed", by: "person" }, guard),
      ];
    case "tellLate":
      return lateStatements(change, guard, cipher);
    case "opinion":
      return [opinionStatement(change, guard)];
    case "reminderSent":
      return reminded(change, guard);
  }
}

function booked(change: ChangeOf<"book">, guard: Guard, cipher: Cipher): Statement[] {
  const { appointment, replaces, reminders } = change;
  const { id } = appointment;
  return [
    ...replacedBy(id, replaces, guard),
    holdsEnded(guard),
    mustBeAllowed(change, guard),
    insertAppointment(appointment, { status: "booked", expiresAt: null }, guard, cipher),
    cellRows(change, id, guard),
    ...reminderRows(id, 1, reminders, guard),
    historyStatement({ id, version: 1, what: "booked", by: byWhom(appointment) }, guard),
  ];
}

function proposed(change: ChangeOf<"propose">, guard: Guard, cipher: Cipher): Statement[] {
  const { appointment, expiresAt } = change;
  const { id } = appointment;
  return [
    holdsEnded(guard),
    insertAppointment(appointment, { status: "proposed", expiresAt }, guard, cipher),
    cellRows(change, id, guard),
    historyStatement({ id, version: 1, what: "proposed", by: byWhom(appointment) }, guard),
  ];
}

/** The appointment that another one takes the place of, by the wish of its person. */
function replacedBy(
  movedTo: string,
  replaces: { readonly id: string; readonly version: number } | null | undefined,
  guard: Guard,
): Statement[] {
  if (!replaces) return [];
  const moved = { status: "moved", by: "person", reason: null, movedTo } as const;
  return closingStatements({ ...replaces, ...moved }, guard);
}

function byWhom({ bookedVia }: ChangeOf<"book">["appointment"]): "person" | "service" {
  return bookedVia === "chat" ? "person" : "service";
}

function accepted(change: ChangeOf<"acceptProposal">, guard: Guard): Statement[] {
  const { id, version, reminders } = change;
  return [
    ...replacedBy(id, change.replaces, guard),
    sql(
      `UPDATE Appointment SET status = 'booked', version = version + 1, expiresAt = NULL, bookedAt = ?, turnId = ?
       WHERE id = ? AND version = ? AND status = 'proposed' AND expiresAt > ? AND
         (SELECT COUNT(*) FROM Appointment other WHERE other.personId = Appointment.personId
          AND other.status = 'booked' AND other.startsAt > ?) < ? AND ${won}`,
      ...[guard.now, guard.turn, id, version, guard.now, guard.now, change.open ?? 1],
      ...[guard.conversation, guard.turn],
    ),
    mustBeOurs(id, guard),
    ...reminderRows(id, version + 1, reminders, guard),
    historyStatement({ id, version: version + 1, what: "accepted", by: "person" }, guard),
  ];
}

/** Writes one column of a booked appointment, at the version that was seen. */
function ownStatements(
  column: string,
  value: string | number,
  { id, version }: { readonly id: string; readonly version: number },
  guard: Guard,
): Statement[] {
  return [
    sql(
      `UPDATE Appointment SET ${column}, turnId = ? WHERE id = ? AND version = ? AND status = 'booked' AND ${won}`,
      ...[value, guard.turn, id, version, guard.conversation, guard.turn],
    ),
    mustBeOurs(id, guard),
  ];
}

/** Said in the audit trail, in the commit that made it true. */
function audited({ worker, what }: ChangeOf<"appointmentAudit">, guard: Guard): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, conversationId, at)
     SELECT ?, structure, ?, id, ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
    ...[worker, what, guard.now, guard.conversation, guard.turn],
  );
}

function reminded(change: ChangeOf<"reminderSent">, guard: Guard): Statement[] {
  return [
    mustBeWanted(change, guard),
    sql(
      `UPDATE Reminder SET state = 'sent', settledAt = ?, reason = ?
       WHERE appointmentId = ? AND version = ? AND step = ? AND state = 'planned' AND ${won}`,
      ...[guard.now, change.within ?? null, change.id, change.version, change.step],
      ...[guard.conversation, guard.turn],
    ),
  ];
}
