import { after, hour, type Instant } from "../base/time.ts";
import { sql, type Value } from "./database.ts";
import { linkGone } from "./link-statements.ts";
import { mediaGone } from "./media-statements.ts";
import { appointments, followed, loseThePerson, nobodys } from "./purge-counted.ts";
import { messages, neverAnswered } from "./purge-messages.ts";
import {
  type PurgedKind,
  type PurgeStep,
  pageSize,
  type RetentionLimits,
  those,
} from "./purge-page.ts";
import { unfollowed } from "./purge-unfollowed.ts";

/** A conversation brings its events along, and what is left of its messages. */
const conversationsAtOnce = 10;
/** A file has up to thirty large parts. */
const filesAtOnce = 20;
/** The library that counts the attempts looks a minute back. */
const attemptsKept = hour;

/** All that a purge walks through in one structure, in this order. */
export function purgeSteps(
  structure: string,
  limits: RetentionLimits,
  now: Instant,
): readonly PurgeStep[] {
  return [
    messages("Inbound", "receivedAt", "Inbound.state <> 'received'", structure, limits),
    messages(
      "Outgoing",
      "createdAt",
      "Outgoing.state NOT IN ('queued', 'sending', 'held')",
      structure,
      limits,
    ),
    messages("Note", "createdAt", "TRUE", structure, limits),
    neverAnswered(structure, limits.messages),
    unfollowed(structure, limits.texts, now),
    // before their conversations, which take along those that are left
    plain("misheard", "Misheard", "expiresAt", "structure = ? AND expiresAt < ?", [structure, now]),
    expired("partners", "Prescription", "keptUntil", structure, now),
    plain("partners", "Prescriber", "expiresAt", "structure = ? AND expiresAt < ?", [
      structure,
      limits.audit,
    ]),
    plain("waiting", "Waiting", "closedAt", "structure = ? AND closedAt < ?", [
      structure,
      limits.reminders,
    ]),
    plain("gatherings", "Gathering", "endsAt", "structure = ? AND endsAt < ?", [
      structure,
      limits.appointments,
    ]),
    expired("dossiers", "Dossier", "closedAt", structure, limits.appointments),
    followed("stays", structure, limits.appointments),
    followed("measures", structure, limits.appointments),
    expired("calls", "Call", "at", structure, limits.reminders),
    reminders(structure, limits.reminders),
    appointments(structure, limits.appointments),
    conversations(structure, limits.conversations),
    media(structure, now),
    plain("codes", "LinkCode", "expiresAt", "structure = ? AND expiresAt < ?", [structure, now]),
    plain("sheets", "Sheet", "expiresAt", "structure = ? AND expiresAt < ?", [structure, now]),
    plain("calendars", "CalendarFeed", "expiresAt", "structure = ? AND expiresAt < ?", [
      structure,
      now,
    ]),
    plain("supply", "Laid", "expiresAt", "structure = ? AND expiresAt < ?", [structure, now]),
    plain("audit", "Audit", "at", "structure = ? AND at < ?", [structure, limits.audit]),
    plain("sessions", "Session", "expiresAt", "expiresAt < ?", [now]),
    plain("links", "Verification", "expiresAt", "expiresAt < ?", [now]),
    plain("attempts", "RateLimit", "lastRequest", "lastRequest < ?", [after(now, -attemptsKept)]),
  ];
}

/** Rows of a structure whose date is before a limit. */
function expired(kind: PurgedKind, table: string, at: string, structure: string, limit: Instant) {
  return plain(kind, table, at, `structure = ? AND ${at} < ?`, [structure, limit]);
}

/** Rows that name their structure, or belong to all: all of the walk goes. */
function plain(
  kind: PurgedKind,
  table: string,
  at: string,
  where: string,
  values: readonly Value[],
): PurgeStep {
  const remove = (rows: string) => [
    sql(`DELETE FROM ${table} WHERE ${those} AND ${where}`, rows, ...values),
  ];
  return { kind, page: pageSize, table, at, where, values, remove };
}

function reminders(structure: string, limit: Instant): PurgeStep {
  return {
    ...{ kind: "reminders", page: pageSize, table: "Reminder", at: "settledAt" },
    join: "LEFT JOIN Appointment p ON p.id = Reminder.appointmentId",
    where: "Reminder.settledAt < ?",
    values: [limit],
    past: { where: "(p.id IS NULL OR p.structure = ?)", values: [structure] },
    remove: (rows) => [sql(`DELETE FROM Reminder WHERE ${those} AND settledAt < ?`, rows, limit)],
  };
}

/** Files of people, each with its own last day. */
function media(structure: string, now: Instant): PurgeStep {
  const where = "structure = ? AND expiresAt < ?";
  return {
    ...{ kind: "media", page: filesAtOnce, table: "Media", at: "expiresAt" },
    ...{ where, values: [structure, now] },
    remove: (rows) =>
      [
        `DELETE FROM MediaPart WHERE mediaId IN (SELECT id FROM Media WHERE ${those} AND ${where})`,
        `DELETE FROM Media WHERE ${those} AND ${where}`,
      ].map((text) => sql(text, rows, structure, now)),
  };
}

/** With all that hangs on them; events keep their codes. One whose message waits for an answer is not old. */
function conversations(structure: string, limit: Instant): PurgeStep {
  const where = "structure = ? AND lastActivityAt < ?";
  const values = [structure, limit] as const;
  const settled = `NOT EXISTS (SELECT 1 FROM Inbound i
    WHERE i.conversationId = Conversation.id AND i.state = 'received')`;
  // numbered: a statement may say it twice
  const isOld = `rowid IN (SELECT value FROM json_each(?1)) AND structure = ?2 AND lastActivityAt < ?3
    AND ${settled}`;
  const old = (column: string) => `(SELECT ${column} FROM Conversation WHERE ${isOld})`;
  return {
    ...{ kind: "conversations", page: conversationsAtOnce, table: "Conversation" },
    ...{ at: "lastActivityAt", where, values, past: { where: settled, values: [] } },
    remove: (rows) =>
      [
        ...mediaGone(old("id")),
        ...[
          ...["Outgoing", "Note", "Inbound", "LinkCode", "Sheet", "Paper", "Misheard", "Waiting"],
          ...["Prescription", "ToCall", "Seat", "SeatWait", "Bell", "Call", "Dossier"],
        ].map((table) => `DELETE FROM ${table} WHERE conversationId IN ${old("id")}`),
        ...["Event", "Audit"].map(
          (table) =>
            `UPDATE ${table} SET conversationId = NULL WHERE conversationId IN ${old("id")}`,
        ),
        `DELETE FROM Cell WHERE appointmentId IN
         (SELECT id FROM Appointment WHERE conversationId IN ${old("id")})`,
        `${loseThePerson} WHERE conversationId IN ${old("id")}`,
        ...Object.values(nobodys).map((lost) => `${lost} WHERE conversationId IN ${old("id")}`),
        `DELETE FROM Alias WHERE addressLookup IN
         (SELECT lookup FROM Address WHERE conversationId IN ${old("id")})`,
        `DELETE FROM Address WHERE conversationId IN ${old("id")}`,
        `UPDATE Situation SET personId = NULL WHERE personId IN ${old("personId")} AND NOT EXISTS
         (SELECT 1 FROM Conversation c WHERE c.personId = Situation.personId AND c.id NOT IN ${old("id")})`,
        // whoever has another conversation stays for that one
        `DELETE FROM Person WHERE id IN ${old("personId")} AND NOT EXISTS
         (SELECT 1 FROM Conversation c WHERE c.personId = Person.id AND c.id NOT IN ${old("id")})`,
        ...linkGone(old("id")),
        `DELETE FROM Conversation WHERE ${isOld}`,
      ].map((text) => sql(text, rows, ...values)),
  };
}
