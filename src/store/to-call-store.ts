import type { CallReason, CallSigns } from "../appointments/call-list.ts";
import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import type { DueReminder } from "./reminder-store.ts";

/** Somebody to call, and why. */
export interface ToCall {
  readonly appointment: string;
  readonly conversation: ConversationId;
  readonly person: string;
  readonly start: Instant;
  readonly site: string;
  readonly worker: string;
  readonly reasons: readonly CallReason[];
  readonly since: Instant;
}

/** What the agenda alone can tell of whom to call; the rest is in the conversation. */
export type KnownSigns = Pick<CallSigns, "missedBefore" | "isSilent" | "changedNumber">;

/** Whom the workers of a structure had better call before their appointments. */
export interface CallList {
  signsOf(reminder: DueReminder): Promise<KnownSigns>;
  /** Once a version of an appointment: said again, it stays as it was. */
  add(reminder: DueReminder, reasons: readonly CallReason[], now: Instant): Promise<void>;
  /** Who is still to be called, the next appointment first: those that were confirmed or changed are not. */
  toCall(structure: string, now: Instant): Promise<readonly ToCall[]>;
  /** A worker called. `gone`: it is on no list of theirs, or somebody did it first. */
  called(
    appointment: string,
    structure: string,
    worker: WorkerId,
    now: Instant,
  ): Promise<"called" | "gone">;
}

const open = `FROM ToCall t JOIN Appointment p ON p.id = t.appointmentId AND p.version = t.version
  WHERE t.structure = ? AND t.calledAt IS NULL AND p.status = 'booked' AND p.confirmedAt IS NULL AND p.startsAt > ?`;

export function callListStore(database: Database, cipher: Cipher): CallList {
  return {
    async signsOf({ appointment: { id, person, createdAt }, version }) {
      const row = await database.get(
        `SELECT EXISTS (SELECT 1 FROM Appointment WHERE personId = ?1 AND status = 'absent') AS missedBefore,
           EXISTS (SELECT 1 FROM Reminder WHERE appointmentId = ?2 AND version = ?3 AND step = 'threeDays'
             AND state = 'sent') AS isSilent,
           EXISTS (SELECT 1 FROM Link WHERE personId = ?1 AND at > ?4 AND undoneAt IS NULL) OR
             EXISTS (SELECT 1 FROM Address WHERE personId = ?1 AND unreachableSince IS NOT NULL) AS changedNumber`,
        [person, id, version, createdAt],
      );
      return {
        missedBefore: Number(row?.["missedBefore"]) === 1,
        isSilent: Number(row?.["isSilent"]) === 1,
        changedNumber: Number(row?.["changedNumber"]) === 1,
      };
    },
    async add({ appointment: { id, structure, conversation }, version }, reasons, now) {
      const sealed = cipher.seal(JSON.stringify(reasons));
      mustBeWritten(
        await database.run(
          sql(
            `INSERT INTO ToCall (appointmentId, version, structure, conversationId, reasonsSealed, since)
             VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
            ...[id, version, structure, conversation, sealed, now],
          ),
        ),
      );
    },
    async toCall(structure, now) {
      const rows = await database.all(
        `SELECT t.appointmentId, t.conversationId, t.reasonsSealed, t.since, p.personId, p.startsAt, p.site, p.worker
         ${open} ORDER BY p.startsAt, p.id LIMIT 200`,
        [structure, now],
      );
      return rows.map((row) => readToCall(row, cipher));
    },
    async called(appointment, structure, worker, now) {
      const [, marked] = mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Audit (workerId, structure, what, conversationId, at)
             SELECT ?, structure, 'appointment.called', conversationId, ? FROM ToCall
             WHERE appointmentId = ? AND structure = ? AND calledAt IS NULL`,
            ...[worker, now, appointment, structure],
          ),
          sql(
            "UPDATE ToCall SET calledAt = ?, calledBy = ? WHERE appointmentId = ? AND structure = ? AND calledAt IS NULL",
            ...[now, worker, appointment, structure],
          ),
        ]),
      );
      return (marked?.changes ?? 0) > 0 ? "called" : "gone";
    },
  };
}

function readToCall(row: Row, cipher: Cipher): ToCall {
  return {
    appointment: String(row["appointmentId"]),
    conversation: String(row["conversationId"]) as ConversationId,
    person: String(row["personId"]),
    start: Number(row["startsAt"]) as Instant,
    site: String(row["site"]),
    worker: String(row["worker"]),
    // sealed by `add`, and opened by nothing else
    reasons: JSON.parse(cipher.open(String(row["reasonsSealed"]))),
    since: Number(row["since"]) as Instant,
  };
}
