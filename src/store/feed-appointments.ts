import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Database, Row } from "./database.ts";

/** An appointment as a calendar shows it: when, where, of which version; whose it is is not read at all. */
export interface FeedAppointment {
  readonly id: string;
  /** "erased" once the person is; "prescribed" before they agreed to what a partner asked for. */
  readonly conversation: ConversationId;
  readonly site: string;
  readonly worker: string;
  readonly mode: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Offered, and not accepted yet. */
  readonly isProposed: boolean;
  readonly version: number;
  readonly changedAt: Instant;
}

/** More than twenty workers have in half a year; a program that reads calendars takes as many. */
const most = 2_000;

/**
 * The appointments of a worker or of a site that begin between two instants, in order. Whoever was
 * cancelled, moved or excused is gone from it: a calendar forgets what its feed no longer holds.
 */
export async function feedAppointments(
  database: Database,
  {
    structure,
    kind,
    subject,
  }: {
    readonly structure: string;
    readonly kind: "worker" | "site";
    readonly subject: string;
  },
  from: Instant,
  to: Instant,
): Promise<readonly FeedAppointment[]> {
  const rows = await database.all(
    `SELECT id, conversationId, site, worker, mode, startsAt, endsAt, status, version, bookedAt
     FROM Appointment WHERE structure = ? AND ${kind === "site" ? "site" : "worker"} = ?
       AND startsAt >= ? AND startsAt < ?
       AND status IN ('proposed', 'booked', 'confirmed', 'seen', 'absent')
     ORDER BY startsAt LIMIT ?`,
    [structure, subject, from, to, most],
  );
  return rows.map(readAppointment);
}

function readAppointment(row: Row): FeedAppointment {
  return {
    id: String(row["id"]),
    conversation: String(row["conversationId"]) as ConversationId,
    site: String(row["site"]),
    worker: String(row["worker"]),
    mode: String(row["mode"]),
    start: Number(row["startsAt"]) as Instant,
    end: Number(row["endsAt"]) as Instant,
    isProposed: row["status"] === "proposed",
    version: Number(row["version"]),
    changedAt: Number(row["bookedAt"]) as Instant,
  };
}
