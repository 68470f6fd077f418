import type { NewsLevel } from "../appointments/agenda-news.ts";
import type { OwnAgendas } from "../appointments/own-agendas.ts";
import type { ConversationId, WorkerId } from "../base/ids.ts";
import { after, hour, type Instant } from "../base/time.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";

/** The agenda of the structure's file that a worker keeps, and whether the phone lists it in the morning. */
export interface AgendaChoice {
  readonly agenda: string | null;
  readonly morningList: boolean;
  /** Which changes the phone is told of: none, those of the two days to come, all of them. */
  readonly news: NewsLevel;
}

/** The paired phone of a worker who keeps an agenda. */
export interface AgendaPhone {
  readonly worker: WorkerId;
  readonly structure: string;
  readonly agenda: string;
  readonly conversation: ConversationId;
}

/** An appointment that is over, and of which nobody has said what became. */
export interface ToMark extends AgendaPhone {
  readonly appointment: string;
  readonly version: number;
  readonly start: Instant;
  /** The name of the turn that asks: once a version of the appointment, and once a phone. */
  readonly turn: string;
}

/** Something that became of an agenda, and that its phone was not told. */
export interface AgendaNews extends AgendaPhone {
  readonly appointment: string;
  readonly start: Instant;
  readonly what: "booked" | "cancelled" | "moved";
  readonly turn: string;
}

/** The phones of workers as their agenda uses them. */
export interface AgendaPhones extends OwnAgendas {
  agendaChoice(worker: WorkerId): Promise<AgendaChoice>;
  chooseAgenda(worker: WorkerId, choice: AgendaChoice, now: Instant): Promise<void>;
  /** What to ask of which phone, the oldest first, a page after those that were looked at and left. */
  toMark(now: Instant, limit: number, left: number): Promise<readonly ToMark[]>;
  /** What to tell which phone of its agenda, the nearest appointment first, a page after those left. */
  toTell(now: Instant, limit: number, left: number): Promise<readonly AgendaNews[]>;
  /** The phones that are owed a list, a page after those that were looked at and left. */
  toList(now: Instant, limit: number, left: number): Promise<readonly AgendaPhone[]>;
  /** When the appointments of an agenda begin between two instants, in order. */
  startsOf(phone: AgendaPhone, from: Instant, to: Instant): Promise<readonly Instant[]>;
  /** The day's list was told, or there was nothing to list: none is owed before the next morning. */
  listed(worker: WorkerId, now: Instant): Promise<void>;
}

/** Later than that the desk asks: an agenda says what is left to fill in. */
const askedWithin = 24 * hour;
/** Longer than any morning, shorter than from one to the next. */
const listedFor = 12 * hour;

const phones = `FROM Worker w JOIN Address ad ON ad.conversationId = w.alertConversation AND ad.unreachableSince IS NULL`;
const turn = "(a.id || '.' || a.version || '.status.' || w.id)";
/** Two days ahead is soon; what changed in the night is told in the morning, what is older is on the desk. */
const soon = 48 * hour;
const toldWithin = 16 * hour;
const news = "(a.id || '.' || e.version || '.news.' || w.id)";
const columns = `w.id AS worker, w.structure, w.agendaWorker, w.alertConversation`;

export function agendaPhones(database: Database): AgendaPhones {
  return {
    async agendaOf(conversation) {
      const row = await database.get(
        "SELECT agendaWorker FROM Worker WHERE alertConversation = ? AND disabledAt IS NULL AND agendaWorker IS NOT NULL",
        [conversation],
      );
      return row ? String(row["agendaWorker"]) : null;
    },
    async agendaChoice(worker) {
      const row = await database.get(
        "SELECT agendaWorker, morningListSince, agendaNews FROM Worker WHERE id = ?",
        [worker],
      );
      const agenda = row?.["agendaWorker"] ?? null;
      return {
        agenda: agenda === null ? null : String(agenda),
        morningList: (row?.["morningListSince"] ?? null) !== null,
        news: levelOf(row?.["agendaNews"]),
      };
    },
    async chooseAgenda(worker, { agenda, morningList, news: level }, now) {
      mustBeWritten(
        await database.run(
          sql(
            `UPDATE Worker SET agendaWorker = ?, morningListSince =
               CASE WHEN ? = 0 THEN NULL ELSE COALESCE(morningListSince, ?) END,
               agendaNews = ?, agendaNewsSince = CASE WHEN ? IS NULL THEN NULL ELSE COALESCE(agendaNewsSince, ?) END
             WHERE id = ?`,
            ...[agenda, morningList ? 1 : 0, after(now, -listedFor)],
            ...[level === "none" ? null : level, level === "none" ? null : level, now, worker],
          ),
        ),
      );
    },
    async toMark(now, limit, left) {
      const rows = await database.all(
        `SELECT ${columns}, a.id, a.version, a.startsAt, ${turn} AS turn ${phones}
         CROSS JOIN Appointment a ON a.structure = w.structure AND a.worker = w.agendaWorker
         WHERE w.alertConversation IS NOT NULL AND w.disabledAt IS NULL
           AND a.startsAt > ? AND a.startsAt <= ? AND a.endsAt <= ? AND a.status = 'booked'
           AND NOT EXISTS (SELECT 1 FROM Outgoing o
             WHERE o.turnId = ${turn})
         ORDER BY a.startsAt, a.id, w.id LIMIT ? OFFSET ?`,
        [after(now, -askedWithin), now, now, limit, left],
      );
      return rows.map((row) => ({
        ...readPhone(row),
        appointment: String(row["id"]),
        version: Number(row["version"]),
        start: Number(row["startsAt"]) as Instant,
        turn: String(row["turn"]),
      }));
    },
    async toTell(now, limit, left) {
      const rows = await database.all(
        `SELECT ${columns}, a.id, a.startsAt, a.status, ${news} AS turn ${phones}
         CROSS JOIN Appointment a ON a.structure = w.structure AND a.worker = w.agendaWorker
         CROSS JOIN AppointmentEvent e ON e.appointmentId = a.id
         WHERE w.alertConversation IS NOT NULL AND w.disabledAt IS NULL AND w.agendaNews IS NOT NULL
           AND a.startsAt > ? AND (w.agendaNews = 'all' OR a.startsAt <= ?)
           AND ((a.status = 'booked' AND e.what IN ('booked', 'accepted'))
             OR (a.status IN ('cancelled', 'moved') AND e.what = a.status))
           AND e.at > ? AND e.at >= w.agendaNewsSince
           AND NOT EXISTS (SELECT 1 FROM Outgoing o WHERE o.turnId = ${news})
         ORDER BY a.startsAt, a.id, w.id LIMIT ? OFFSET ?`,
        [now, after(now, soon), after(now, -toldWithin), limit, left],
      );
      return rows.map((row) => ({
        ...readPhone(row),
        appointment: String(row["id"]),
        start: Number(row["startsAt"]) as Instant,
        what:
          row["status"] === "booked" ? "booked" : row["status"] === "moved" ? "moved" : "cancelled",
        turn: String(row["turn"]),
      }));
    },
    async toList(now, limit, left) {
      const rows = await database.all(
        `SELECT ${columns} ${phones} WHERE w.alertConversation IS NOT NULL AND w.disabledAt IS NULL
           AND w.agendaWorker IS NOT NULL AND w.morningListSince <= ?
         ORDER BY w.id LIMIT ? OFFSET ?`,
        [after(now, -listedFor), limit, left],
      );
      return rows.map(readPhone);
    },
    async startsOf({ structure, agenda }, from, to) {
      const rows = await database.all(
        `SELECT startsAt FROM Appointment WHERE structure = ? AND worker = ?
           AND startsAt >= ? AND startsAt < ? AND status = 'booked' ORDER BY startsAt`,
        [structure, agenda, from, to],
      );
      return rows.map((row) => Number(row["startsAt"]) as Instant);
    },
    async listed(worker, now) {
      mustBeWritten(
        await database.run(
          sql(
            "UPDATE Worker SET morningListSince = ? WHERE id = ? AND morningListSince IS NOT NULL",
            ...[now, worker],
          ),
        ),
      );
    },
  };
}

function levelOf(kept: unknown): NewsLevel {
  return kept === "soon" || kept === "all" ? kept : "none";
}

function readPhone(row: Row): AgendaPhone {
  return {
    worker: String(row["worker"]) as WorkerId,
    structure: String(row["structure"]),
    agenda: String(row["agendaWorker"]),
    conversation: String(row["alertConversation"]) as ConversationId,
  };
}
