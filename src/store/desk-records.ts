import type { AppointmentMark } from "../appointments/appointment.ts";
import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import { after, type Clock, hour, type Instant } from "../base/time.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";
import { markStatements } from "./mark-statements.ts";

/** What the desk writes beside the conversation itself: the trail of readings, the close of appointments. */
export interface DeskRecords {
  /** Says in the audit trail that a worker read a person's file; once an hour a worker and conversation. */
  noteReading(worker: WorkerId, structure: string, conversation: ConversationId): Promise<void>;
  /** Says in the audit trail that a worker opened a file that a person sent: each time. */
  noteFileOpened(worker: WorkerId, structure: string, conversation: ConversationId): Promise<void>;
  /** Says that a worker took all that is kept of a person, to give it to them. */
  noteExport(
    worker: WorkerId,
    structure: string,
    conversation: ConversationId,
    now: Instant,
  ): Promise<void>;
  /** What became of an appointment that has begun; said otherwise, it is corrected. */
  markAppointment(
    appointment: string,
    worker: WorkerId,
    structure: string,
    status: AppointmentMark,
  ): Promise<"marked" | "gone" | "tooEarly">;
  /** It was held otherwise than it was planned: by telephone in place of on site. It is counted so. */
  heldAs(appointment: string, worker: WorkerId, structure: string, mode: string): Promise<void>;
}

interface Writing {
  readonly database: Database;
  readonly ids: Ids;
  readonly clock: Clock;
}

export function deskRecords({ database, ids, clock }: Writing): DeskRecords {
  return {
    async noteReading(worker, structure, conversation) {
      mustBeWritten(await database.run(reading(worker, structure, conversation, clock.now())));
    },

    async noteFileOpened(worker, structure, conversation) {
      const opening = sql(
        "INSERT INTO Audit (workerId, structure, what, conversationId, at) VALUES (?, ?, 'file.opened', ?, ?)",
        worker,
        structure,
        conversation,
        clock.now(),
      );
      mustBeWritten(await database.run(opening));
    },

    async noteExport(worker, structure, conversation, now) {
      const exported = sql(
        "INSERT INTO Audit (workerId, structure, what, conversationId, at) VALUES (?, ?, 'file.exported', ?, ?)",
        ...[worker, structure, conversation, now],
      );
      mustBeWritten(await database.run(exported));
    },

    async heldAs(appointment, worker, structure, mode) {
      const own = "id = ? AND structure = ? AND status IN ('seen', 'absent', 'excused')";
      mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Audit (workerId, structure, what, at)
             SELECT ?, structure, 'appointment.heldAs', ? FROM Appointment WHERE ${own} AND mode <> ?`,
            ...[worker, clock.now(), appointment, structure, mode],
          ),
          sql(`UPDATE Appointment SET mode = ? WHERE ${own}`, mode, appointment, structure),
        ]),
      );
    },

    async markAppointment(appointment, worker, structure, status) {
      const now = clock.now();
      const turn = ids.next();
      const [marked] = mustBeWritten(
        await database.batch(
          markStatements({
            ...{ appointment, status, turn, now },
            allowed: {
              where:
                "structure = ? AND status IN ('booked', 'confirmed', 'seen', 'absent', 'excused')",
              values: [structure],
            },
            by: { select: "SELECT ?", values: [worker] },
          }),
        ),
      );
      if (marked?.changes === 1) return "marked";
      const row = await database.get(
        "SELECT startsAt FROM Appointment WHERE id = ? AND structure = ? AND status IN ('booked', 'confirmed')",
        [appointment, structure],
      );
      return row && Number(row["startsAt"]) > now ? "tooEarly" : "gone";
    },
  };
}

function reading(
  worker: WorkerId,
  structure: string,
  conversation: ConversationId,
  now: Instant,
): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, conversationId, at) SELECT ?, ?, 'conversation.read', ?, ?
     WHERE NOT EXISTS (SELECT 1 FROM Audit
       WHERE conversationId = ? AND at > ? AND workerId = ? AND what = 'conversation.read')`,
    worker,
    structure,
    conversation,
    now,
    conversation,
    after(now, -hour),
    worker,
  );
}
