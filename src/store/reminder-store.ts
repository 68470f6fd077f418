import type { Appointment } from "../appointments/appointment.ts";
import type { ReminderStep } from "../appointments/reminders.ts";
import type { Instant } from "../base/time.ts";
import { readAppointment } from "./appointment-store.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";

/** A reminder whose hour has come, with its appointment as it stands now. */
export interface DueReminder {
  readonly appointment: Appointment;
  readonly version: number;
  readonly step: ReminderStep;
  readonly dueAt: Instant;
  readonly uselessAfter: Instant;
  /** The person asked for no reminders. */
  readonly stopped: boolean;
  /** Somebody of the team holds the conversation, or is awaited there. */
  readonly held: boolean;
  /** The person has another appointment ahead. */
  readonly anotherAhead: boolean;
}

export interface Reminders {
  /** What is due, oldest first, a page at a time, after those that were already looked at and left. */
  due(now: Instant, limit: number, left?: number): Promise<readonly DueReminder[]>;
  /** Settles one that will not be sent; the reason is kept. */
  skip(reminder: DueReminder, reason: string, now: Instant): Promise<void>;
  /** Puts one off (quiet hours): it stays planned. */
  putOff(reminder: DueReminder, until: Instant): Promise<void>;
}

/** The reminders of all structures. */
export function reminderStore(database: Database): Reminders {
  const key = ({ appointment, version, step }: DueReminder) =>
    [appointment.id, version, step] as const;
  return {
    async due(now, limit, left = 0) {
      const rows = await database.all(
        `SELECT p.id, p.structure, p.personId, p.conversationId, p.site, p.worker, p.motif, p.startsAt,
           p.endsAt, p.status, p.version, p.bookedVia, p.bookedAt, r.version AS plannedFor, r.step,
           r.dueAt, r.uselessAfter, COALESCE(w.remindersStopped, 0) AS stopped,
           COALESCE(c.heldBy, 'bot') <> 'bot' AS held,
           EXISTS (SELECT 1 FROM Appointment n WHERE n.personId = p.personId AND n.startsAt > ?
             AND n.status = 'booked' AND n.id <> p.id) AS anotherAhead
         FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId
           LEFT JOIN Person w ON w.id = p.personId
           LEFT JOIN Conversation c ON c.id = p.conversationId
         WHERE r.state = 'planned' AND r.dueAt <= ? ORDER BY r.dueAt, r.appointmentId, r.version, r.step LIMIT ? OFFSET ?`,
        [now, now, limit, left],
      );
      return rows.map(readReminder);
    },
    async skip(reminder, reason, now) {
      mustBeWritten(
        await database.run(
          sql(
            `UPDATE Reminder SET state = 'skipped', reason = ?, settledAt = ?
             WHERE appointmentId = ? AND version = ? AND step = ? AND state = 'planned'`,
            reason,
            now,
            ...key(reminder),
          ),
        ),
      );
    },
    async putOff(reminder, until) {
      mustBeWritten(
        await database.run(
          sql(
            "UPDATE Reminder SET dueAt = ? WHERE appointmentId = ? AND version = ? AND step = ? AND state = 'planned'",
            until,
            ...key(reminder),
          ),
        ),
      );
    },
  };
}

function readReminder(row: Row): DueReminder {
  return {
    appointment: readAppointment(row),
    version: Number(row["plannedFor"]),
    step: String(row["step"]) as ReminderStep,
    dueAt: Number(row["dueAt"]) as Instant,
    uselessAfter: Number(row["uselessAfter"]) as Instant,
    stopped: Number(row["stopped"]) === 1,
    held: Number(row["held"]) === 1,
    anotherAhead: Number(row["anotherAhead"]) === 1,
  };
}
