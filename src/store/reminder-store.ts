import type { Appointment } from "../appointments/appointment.ts";
import type { Thread } from "../appointments/reminder-route.ts";
import type { BeforeStep, ReminderStep } from "../appointments/reminder-steps.ts";
import type { ConversationId, PersonId } from "../base/ids.ts";
import type { ChannelName } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { readAppointment } from "./appointment-store.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { heardIn } from "./last-heard-at.ts";

/** A reminder whose hour has come, with its appointment as it stands now. */
export interface DueReminder {
  readonly appointment: Appointment;
  readonly version: number;
  readonly step: ReminderStep;
  readonly dueAt: Instant;
  readonly uselessAfter: Instant;
  /** The person said that they come. */
  readonly isConfirmed: boolean;
  /** The person asked for no reminders. */
  readonly stopped: boolean;
  /** Whether their reminders say an hour alone; null when the person never said. */
  readonly discreet: boolean | null;
  /** Somebody of the team holds the conversation, or is awaited there. */
  readonly held: boolean;
  /** The person has a later appointment. */
  readonly anotherAhead: boolean;
}

/** How well reminders leave, whoever they are for. */
export interface ReminderHealth {
  /** Since when the oldest one waits that is due; null when none is. */
  readonly dueSince: Instant | null;
  /** Of those settled lately: what was sent, and what could not be (too late, unreachable). */
  readonly sent: number;
  readonly failed: number;
}

/** What else a person is reminded of on one day. */
export interface RemindedDay {
  /** What is planned before its end, of all their appointments: those that recall one to mind. */
  readonly planned: readonly DueReminder[];
  /** Something was written since the day began. */
  readonly isWritten: boolean;
}

export interface Reminders {
  /** What is due, oldest first, a page at a time, after those that were already looked at and left. */
  due(now: Instant, limit: number, left?: number): Promise<readonly DueReminder[]>;
  /** What is planned in one structure until then, in order, so many at most. */
  plannedUntil(structure: string, until: Instant, limit: number): Promise<readonly DueReminder[]>;
  /** What else the person of this one is reminded of, from one midnight to the next; `steps` are those that one message can say. */
  dayOf(
    person: PersonId,
    from: Instant,
    to: Instant,
    steps: readonly BeforeStep[],
  ): Promise<RemindedDay>;
  /** What waits at that instant, and what became of those settled since. */
  health(now: Instant, since: Instant): Promise<ReminderHealth>;
  /** Where a person may be written to. */
  threadsOf(person: PersonId): Promise<readonly Thread[]>;
  /** Settles one that will not be sent; the reason is kept. */
  skip(reminder: DueReminder, reason: string, now: Instant): Promise<void>;
  /** Puts one off (quiet hours): it stays planned. */
  putOff(reminder: DueReminder, until: Instant): Promise<void>;
}

const read = `p.id, p.structure, p.personId, p.conversationId, p.site, p.worker, p.motif, p.mode, p.startsAt,
    p.endsAt, p.status, p.version, p.bookedVia, p.bookedAt, p.confirmedAt, r.version AS plannedFor, r.step,
    r.dueAt, r.uselessAfter, COALESCE(w.remindersStopped, 0) AS stopped, w.discreet,
    COALESCE(c.heldBy, 'bot') <> 'bot' AS held,
    EXISTS (SELECT 1 FROM Appointment n WHERE n.personId = p.personId AND n.startsAt > p.startsAt
      AND n.status IN ('booked', 'seen') AND n.id <> p.id) AS anotherAhead`;
const beside = `LEFT JOIN Person w ON w.id = p.personId LEFT JOIN Conversation c ON c.id = p.conversationId`;

/** The reminders of all structures. */
export function reminderStore(database: Database): Reminders {
  const key = ({ appointment, version, step }: DueReminder) =>
    [appointment.id, version, step] as const;
  return {
    async due(now, limit, left = 0) {
      const rows = await database.all(
        `SELECT ${read} FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId ${beside}
         WHERE r.state = 'planned' AND r.dueAt <= ? ORDER BY r.dueAt, r.appointmentId, r.version, r.step LIMIT ? OFFSET ?`,
        [now, limit, left],
      );
      return rows.map(readReminder);
    },
    async plannedUntil(structure, until, limit) {
      const rows = await database.all(
        `SELECT ${read} FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId ${beside}
         WHERE r.state = 'planned' AND r.dueAt <= ? AND p.structure = ?
         ORDER BY r.dueAt, r.appointmentId, r.version, r.step LIMIT ?`,
        [until, structure, limit],
      );
      return rows.map(readReminder);
    },
    async dayOf(person, from, to, steps) {
      const rows = await database.all(
        `SELECT ${read}, r.state = 'sent' AS isSent FROM Appointment p CROSS JOIN Reminder r ON r.appointmentId = p.id ${beside}
         WHERE p.personId = ? AND ((r.state = 'sent' AND r.settledAt >= ?) OR
           (r.state = 'planned' AND r.dueAt < ? AND r.step IN (SELECT value FROM json_each(?))))
         ORDER BY r.dueAt, p.id`,
        [person, from, to, JSON.stringify(steps)],
      );
      const planned = rows.filter(({ isSent }) => Number(isSent) === 0);
      return { planned: planned.map(readReminder), isWritten: planned.length < rows.length };
    },
    async health(now, since) {
      const row = await database.get(
        `SELECT (SELECT MIN(dueAt) FROM Reminder WHERE state = 'planned' AND dueAt <= ?1) AS dueSince,
           COUNT(CASE WHEN state = 'sent' THEN 1 END) AS sent,
           COUNT(CASE WHEN reason IN ('late', 'unreachable') THEN 1 END) AS failed
         FROM Reminder WHERE settledAt >= ?2`,
        [now, since],
      );
      const dueSince = row?.["dueSince"] ?? null;
      return {
        dueSince: dueSince === null ? null : (Number(dueSince) as Instant),
        sent: Number(row?.["sent"] ?? 0),
        failed: Number(row?.["failed"] ?? 0),
      };
    },
    async threadsOf(person) {
      const rows = await database.all(
        `SELECT c.id, a.channel, a.unreachableSince, ${heardIn("c")} AS heardAt,
           EXISTS (SELECT 1 FROM Bell b WHERE b.conversationId = c.id) AS hasBell
         FROM Conversation c JOIN Address a ON a.conversationId = c.id
         WHERE c.personId = ? AND c.erasedAt IS NULL ORDER BY c.lastActivityAt DESC, c.id`,
        [person],
      );
      return rows.map(readThread);
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
  const { discreet } = row;
  return {
    appointment: readAppointment(row),
    version: Number(row["plannedFor"]),
    step: String(row["step"]) as ReminderStep,
    dueAt: Number(row["dueAt"]) as Instant,
    uselessAfter: Number(row["uselessAfter"]) as Instant,
    isConfirmed: row["confirmedAt"] !== null,
    stopped: Number(row["stopped"]) === 1,
    discreet: discreet === null || discreet === undefined ? null : Number(discreet) === 1,
    held: Number(row["held"]) === 1,
    anotherAhead: Number(row["anotherAhead"]) === 1,
  };
}

function readThread(row: Row): Thread {
  return {
    conversation: String(row["id"]) as ConversationId,
    channel: String(row["channel"]) as ChannelName,
    isReachable: row["unreachableSince"] === null,
    hasBell: row["hasBell"] === 1,
    heardAt: row["heardAt"] === null ? null : (Number(row["heardAt"]) as Instant),
  };
}
