import { after, hour, type Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { nobodyYet, requestText, viaPrescriber } from "./prescription-statements.ts";
import type { Asking } from "./prescription-store.ts";

/**
 * Keeps a time for somebody whom a partner names, until they answer. The second statement writes the
 * request, if the link still opens and the partner has not asked for enough already; the others apply only
 * if it did, and a time that is taken refuses them all.
 */
export function askStatements(asking: Asking, now: Instant, cipher: Cipher): readonly Statement[] {
  const { prescriber, name, code, appointment, resources, cells, expiresAt } = asking;
  const { id, structure, site, worker, motif, mode, start, end, bookedAt } = appointment;
  const isAsked = "EXISTS (SELECT 1 FROM Prescription WHERE id = ?)";
  return [
    // what somebody chose and did not confirm in time is free again
    sql("DELETE FROM Cell WHERE expiresAt <= ?", now),
    sql(
      `INSERT INTO Prescription (id, structure, prescriberId, nameSealed, codeLookup, state, askedAt, expiresAt, keptUntil)
       SELECT ?, structure, id, ?, ?, 'asked', ?, ?, ? FROM Prescriber WHERE id = ? AND expiresAt > ? AND
         (SELECT COUNT(*) FROM Prescription r WHERE r.prescriberId = Prescriber.id AND r.askedAt > ?) < ?`,
      ...[id, cipher.seal(name), cipher.lookup(requestText(code)), now, expiresAt],
      ...[asking.keptUntil, prescriber.id, now, after(now, -24 * hour), asking.mostADay],
    ),
    sql(
      `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
         endsAt, status, version, bookedVia, bookedAt, expiresAt, turnId)
       SELECT ?, ?, '${nobodyYet}', '${nobodyYet}', ?, ?, ?, ?, ?, ?, 'proposed', 1, '${viaPrescriber}', ?, ?, ?
       WHERE ${isAsked}`,
      ...[id, structure, site, worker, motif, mode, start, end, bookedAt, expiresAt, id, id],
    ),
    sql(
      `INSERT INTO Cell (resource, startsAt, appointmentId)
       SELECT value ->> '$[0]', value ->> '$[1]', ? FROM json_each(?) WHERE ${isAsked}`,
      ...[id, JSON.stringify(resources.flatMap((one) => cells.map((cell) => [one, cell]))), id],
    ),
    sql(
      `INSERT INTO AppointmentEvent (appointmentId, version, what, by, at)
       SELECT id, 1, 'proposed', 'service', ? FROM Prescription WHERE id = ?`,
      ...[now, id],
    ),
    sql(
      `INSERT INTO Audit (workerId, structure, what, at)
       SELECT 'partner:' || prescriberId, structure, 'prescription.asked', ? FROM Prescription WHERE id = ?`,
      ...[now, id],
    ),
  ];
}
