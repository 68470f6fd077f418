import type { Appointment, AppointmentStatus } from "../appointments/appointment.ts";
import type { AppointmentDetails, Mode } from "../appointments/details.ts";
import type { Diary } from "../appointments/diary.ts";
import type { Busy } from "../appointments/resources.ts";
import type { AppointmentId, ConversationId, PersonId } from "../base/ids.ts";
import { after, type Instant, minute } from "../base/time.ts";
import { holdOf } from "./booking-statements.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";
import { readLaidDown } from "./laid-down-store.ts";

const quarter = 15 * minute;
/** An old button is about one of these, or about nothing anybody remembers. */
const lastMade = 30;

/** The agenda of all structures, as booking reads it. */
export function appointmentStore(database: Database, cipher: Cipher): Diary {
  const read = (row: Row) => readAppointment(row, cipher);
  return {
    async busy(resources, from, to, { now, person, leaving }) {
      const rows = await database.all(
        // one row a resource: thousands of rows would take longer to come than to be found
        `SELECT resource, group_concat(startsAt / ${quarter}) AS quarters FROM Cell
         WHERE resource IN (SELECT value FROM json_each(?)) AND startsAt >= ? AND startsAt < ?
           AND (expiresAt IS NULL OR (expiresAt > ? AND appointmentId <> ?)) AND appointmentId <> ?
         GROUP BY resource`,
        [
          ...[JSON.stringify(resources), after(from, -quarter), to],
          ...[now, holdOf(person ?? ""), leaving ?? ""],
        ],
      );
      return rows.flatMap((row) => joined(String(row["resource"]), String(row["quarters"])));
    },
    async engagements(structure, from, to, leaving) {
      const rows = await database.all(
        `SELECT worker, site, mode, startsAt, endsAt FROM Appointment
         WHERE structure = ? AND startsAt >= ? AND startsAt < ? AND status IN ('booked', 'proposed')
           AND id <> ?`,
        [structure, from, to, leaving ?? ""],
      );
      return rows.map((row) => ({
        worker: String(row["worker"]),
        site: String(row["site"]),
        mode: String(row["mode"]) as Mode,
        from: Number(row["startsAt"]) as Instant,
        to: Number(row["endsAt"]) as Instant,
      }));
    },
    laidDown: (structure) => readLaidDown(database, cipher, structure),
    async upcomingOf(person, now) {
      const rows = await database.all(
        `SELECT ${columns} FROM Appointment WHERE personId = ? AND startsAt > ?
         AND status IN ('booked', 'proposed') ORDER BY startsAt`,
        [person, now],
      );
      return rows.map(read);
    },
    async appointment(id) {
      const row = await database.get(`SELECT ${columns} FROM Appointment WHERE id = ?`, [id]);
      return row ? read(row) : null;
    },
    async historyOf(person) {
      const rows = await database.all(
        `SELECT ${columns} FROM Appointment WHERE personId = ? ORDER BY bookedAt DESC, rowid DESC LIMIT ?`,
        [person, lastMade],
      );
      return rows.map(read);
    },
  };
}

/** "1982735,1982736": quarters of an hour since 1970, as what they fill. */
function joined(resource: string, quarters: string): Busy[] {
  const starts = quarters.split(",").map(Number);
  const taken: { resource: string; from: Instant; to: Instant }[] = [];
  for (const start of starts.sort((one, other) => one - other)) {
    const from = (start * quarter) as Instant;
    const last = taken.at(-1);
    if (last?.to === from) last.to = after(from, quarter);
    else taken.push({ resource, from, to: after(from, quarter) });
  }
  return taken;
}

export const columns =
  "id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt, status, version, bookedVia, bookedAt, expiresAt, movedTo, closedBy, detailsSealed";

/** A row of `Appointment` as what it means; without a cipher what is sealed stays so. */
export function readAppointment(row: Row, cipher: Cipher | null = null): Appointment {
  const details = cipher && row["detailsSealed"];
  const closedBy = row["closedBy"];
  return {
    id: String(row["id"]) as AppointmentId,
    structure: String(row["structure"]),
    person: String(row["personId"]) as PersonId,
    conversation: String(row["conversationId"]) as ConversationId,
    site: String(row["site"]),
    worker: String(row["worker"]),
    motif: String(row["motif"]),
    mode: String(row["mode"]),
    start: Number(row["startsAt"]) as Instant,
    end: Number(row["endsAt"]) as Instant,
    status: String(row["status"]) as AppointmentStatus,
    version: Number(row["version"]),
    bookedVia: String(row["bookedVia"]),
    createdAt: Number(row["bookedAt"]) as Instant,
    details: details ? (JSON.parse(cipher.open(String(details))) as AppointmentDetails) : null,
    movedTo: row["movedTo"] ? (String(row["movedTo"]) as AppointmentId) : null,
    closedBy: closedBy === "person" || closedBy === "service" ? closedBy : null,
    expiresAt: row["expiresAt"] ? (Number(row["expiresAt"]) as Instant) : null,
  };
}
