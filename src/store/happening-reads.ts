import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Database, Row } from "./database.ts";

/** Something that happened in a conversation beside its messages: an appointment, a danger, who holds it. */
export interface Happening {
  readonly from: "event";
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  /** When the appointment is that it is about; null for what is about none. */
  readonly about: Instant | null;
  /** The worker, or "phone"; null when it was nobody of the team. */
  readonly who: string | null;
  /** By which link, code or poster they came; null for everything else. */
  readonly source: string | null;
}

export interface HappeningReads {
  /** The last ones of a conversation of a structure, the oldest first. */
  of(conversation: ConversationId, structure: string, count: number): Promise<readonly Happening[]>;
}

export function happeningReads(database: Database): HappeningReads {
  return {
    async of(conversation, structure, count) {
      const rows = await database.all(
        `SELECT * FROM (
           SELECT e.appointmentId || '.' || e.version || '.' || e.what AS id, e.what, e.at, a.startsAt AS about, NULL AS who, NULL AS source
           FROM Appointment a JOIN AppointmentEvent e ON e.appointmentId = a.id
           WHERE a.conversationId = ?1 AND a.structure = ?2 AND e.what NOT IN ('cancelReason', 'expired')
           ORDER BY e.at DESC LIMIT ?3)
         UNION ALL SELECT * FROM (
           SELECT 'e' || id AS id, CASE kind WHEN 'ended' THEN 'handedOver' ELSE kind END AS what, at, NULL AS about,
             CASE kind WHEN 'takenOver' THEN value END AS who, CASE kind WHEN 'source' THEN value END AS source
           FROM Event WHERE conversationId = ?1 AND structure = ?2
             AND (kind IN ('takenOver', 'idle', 'danger', 'unlinked', 'source') OR (kind = 'ended' AND value = 'handedOver'))
           ORDER BY id DESC LIMIT ?3)
         ORDER BY at`,
        [conversation, structure, count],
      );
      return rows.map(readHappening);
    },
  };
}

function readHappening(row: Row): Happening {
  return {
    from: "event",
    ...{ id: String(row["id"]), what: String(row["what"]), at: Number(row["at"]) as Instant },
    about: row["about"] === null ? null : (Number(row["about"]) as Instant),
    who: row["who"] === null ? null : String(row["who"]),
    source: row["source"] === null ? null : String(row["source"]),
  };
}
