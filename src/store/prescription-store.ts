import type { NewAppointment } from "../appointments/changes.ts";
import type { PartnerKind, Prescriptions, RequestStanding } from "../appointments/prescriptions.ts";
import type { Instant } from "../base/time.ts";
import { columns, readAppointment } from "./appointment-store.ts";
import type { Cipher } from "./cipher.ts";
import { countedRequests } from "./counted-requests.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { askStatements } from "./prescription-asking.ts";
import { requestText } from "./prescription-statements.ts";

/** A partner with its link, as the desk lists it; the link itself is kept nowhere. */
export interface Prescriber {
  readonly id: string;
  readonly structure: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** A request as the partner and the desk list it. */
export interface PartnerRequest extends RequestStanding {
  readonly id: string;
  readonly partner: string;
  /** The first name or the initials, as the partner wrote them. */
  readonly name: string;
  readonly askedAt: Instant;
}

/** What a partner asks: a time, and who it is for. */
export interface Asking {
  readonly prescriber: Prescriber;
  readonly name: string;
  readonly code: string;
  readonly appointment: Omit<NewAppointment, "person" | "conversation" | "bookedVia">;
  readonly resources: readonly string[];
  readonly cells: readonly Instant[];
  readonly expiresAt: Instant;
  readonly keptUntil: Instant;
  /** More than so many requests of one partner in a day are refused. */
  readonly mostADay: number;
}

interface Doing {
  readonly id: string;
  readonly structure: string;
  readonly by: string;
  readonly now: Instant;
}

/** Partners, their links and their requests. */
export interface PrescriptionRecords extends Prescriptions {
  makeLink(
    link: Doing & {
      readonly name: string;
      readonly kind: PartnerKind;
      readonly token: string;
      readonly until: Instant;
    },
  ): Promise<void>;
  /** It opens nothing from now on; `gone`: there is none in this structure. */
  revokeLink(link: Doing): Promise<"revoked" | "gone">;
  /** The partners whose link still opens, the oldest first. */
  prescribersOf(structure: string, now: Instant): Promise<readonly Prescriber[]>;
  /** The partner whom a link is of; null when it ran out, was revoked or is not ours. */
  openedBy(token: string, now: Instant): Promise<Prescriber | null>;
  /** Whether one more request may be answered to this address; counted by the minute. */
  mayOpen(address: string, now: Instant): Promise<boolean>;
  /** Keeps the time until the person answers. `taken`: somebody has it; `tooMany`: enough for one day. */
  ask(asking: Asking, now: Instant): Promise<"asked" | "taken" | "tooMany">;
  /** The requests of one partner, or of a whole structure, the last asked first. */
  requestsOf(of: {
    readonly structure: string;
    readonly prescriber?: string;
  }): Promise<readonly PartnerRequest[]>;
  /** A worker says that somebody who was seen was led on; `gone`: nobody was seen there. */
  orient(request: Doing): Promise<"oriented" | "gone">;
}

const mostAMinute = 30;
const kept = (token: string) => `partner|${token}`;

export function prescriptionStore(database: Database, cipher: Cipher): PrescriptionRecords {
  return {
    async makeLink({ id, structure, name, kind, token, by, now, until }) {
      mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Prescriber (id, structure, name, kind, linkLookup, madeBy, createdAt, expiresAt)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
            ...[id, structure, name, kind, cipher.lookup(kept(token)), by, now, until],
          ),
          audited("Prescriber", { id, structure, by, now }, "partner.made"),
        ]),
      );
    },
    async revokeLink({ id, structure, by, now }) {
      const [, revoked] = mustBeWritten(
        await database.batch([
          audited(
            "Prescriber",
            { id, structure, by, now },
            "partner.revoked",
            `expiresAt > ${now}`,
          ),
          sql(
            "UPDATE Prescriber SET expiresAt = ?, revokedAt = ? WHERE id = ? AND structure = ? AND expiresAt > ?",
            ...[now, now, id, structure, now],
          ),
        ]),
      );
      return revoked?.changes === 1 ? "revoked" : "gone";
    },
    async prescribersOf(structure, now) {
      const rows = await database.all(
        "SELECT * FROM Prescriber WHERE structure = ? AND expiresAt > ? ORDER BY createdAt, id",
        [structure, now],
      );
      return rows.map(readPrescriber);
    },
    async openedBy(token, now) {
      for (const lookup of [cipher.lookup(kept(token)), cipher.previousLookup(kept(token))]) {
        if (lookup === null) continue;
        const row = await database.get(
          "SELECT * FROM Prescriber WHERE linkLookup = ? AND expiresAt > ?",
          [lookup, now],
        );
        if (row) return readPrescriber(row);
      }
      return null;
    },
    mayOpen: async (address, now) =>
      (await countedRequests(database, cipher, { what: "partner", address, now })) <= mostAMinute,
    async ask(asking, now) {
      const written = await database.batch(askStatements(asking, now, cipher));
      if (written.outcome === "refused") return "taken";
      return written.results[1]?.changes === 1 ? "asked" : "tooMany";
    },
    async requestsOf({ structure, prescriber = "" }) {
      const rows = await database.all(requestsQuery, [structure, prescriber, prescriber]);
      return rows.map((row) => readRequest(row, cipher));
    },
    async orient({ id, structure, by, now }) {
      const seen = `state = 'agreed' AND EXISTS (SELECT 1 FROM Appointment a WHERE a.id = ${lastOf("Prescription.id")} AND a.status = 'seen')`;
      const [, oriented] = mustBeWritten(
        await database.batch([
          audited("Prescription", { id, structure, by, now }, "prescription.oriented", seen),
          sql(
            `UPDATE Prescription SET orientedAt = ? WHERE id = ? AND structure = ? AND ${seen}`,
            ...[now, id, structure],
          ),
        ]),
      );
      return oriented?.changes === 1 ? "oriented" : "gone";
    },
    async requestOf(code, structure, now) {
      const row = await database.get(
        `SELECT ${columns.replace(/\w+/g, "a.$&")}, p.name AS partner FROM Prescription r
           JOIN Prescriber p ON p.id = r.prescriberId JOIN Appointment a ON a.id = r.id
         WHERE r.codeLookup = ? AND r.structure = ? AND r.state = 'asked' AND r.expiresAt > ?
           AND a.status = 'proposed'`,
        [cipher.lookup(requestText(code)), structure, now],
      );
      if (!row) return null;
      const appointment = readAppointment(row);
      return { id: appointment.id, partner: String(row["partner"]), appointment };
    },
    async wrongSince(conversation, since) {
      const row = await database.get(
        "SELECT COUNT(*) AS n FROM Event WHERE conversationId = ? AND kind = 'did' AND value = 'findRequest:wrong' AND at > ?",
        [conversation, since],
      );
      return Number(row?.["n"] ?? 0);
    },
    async sharedOf(person, structure) {
      const rows = await database.all(
        `SELECT r.id, p.name FROM Conversation c JOIN Prescription r ON r.conversationId = c.id
           JOIN Prescriber p ON p.id = r.prescriberId
         WHERE c.personId = ? AND r.structure = ? AND r.state = 'agreed' ORDER BY r.askedAt, r.id`,
        [person, structure],
      );
      return rows.map((row) => ({ id: String(row["id"]), partner: String(row["name"]) }));
    },
  };
}

/** The appointment that an appointment became, move after move. */
const lastOf = (id: string) => `(WITH RECURSIVE moved (id, step) AS (SELECT ${id}, 0 UNION ALL
    SELECT n.movedTo, step + 1 FROM moved JOIN Appointment n ON n.id = moved.id
    WHERE n.status = 'moved' AND n.movedTo IS NOT NULL AND step < 50)
  SELECT id FROM moved ORDER BY step DESC LIMIT 1)`;

const requestsQuery = `SELECT r.id, r.nameSealed, r.state, r.askedAt, r.expiresAt, r.orientedAt, p.name AS partner,
    a.status, a.startsAt
  FROM Prescription r JOIN Prescriber p ON p.id = r.prescriberId
    JOIN Appointment a ON a.id = ${lastOf("r.id")}
  WHERE r.structure = ? AND (? = '' OR r.prescriberId = ?) ORDER BY r.askedAt DESC, r.id LIMIT 200`;

function readRequest(row: Row, cipher: Cipher): PartnerRequest {
  const standing: Pick<RequestStanding, "state"> = {
    state: row["state"] === "asked" ? "asked" : row["state"] === "agreed" ? "agreed" : "closed",
  };
  return {
    id: String(row["id"]),
    partner: String(row["partner"]),
    name: cipher.open(String(row["nameSealed"])),
    ...standing,
    askedAt: Number(row["askedAt"]) as Instant,
    expiresAt: Number(row["expiresAt"]) as Instant,
    oriented: row["orientedAt"] !== null,
    appointment: readAppointment({ ...row, id: "", expiresAt: null }),
  };
}

function readPrescriber(row: Row): Prescriber {
  return {
    id: String(row["id"]),
    structure: String(row["structure"]),
    name: String(row["name"]),
    kind: String(row["kind"]) as PartnerKind,
    createdAt: Number(row["createdAt"]) as Instant,
    expiresAt: Number(row["expiresAt"]) as Instant,
  };
}

/** Written only of what is there: somebody else's is not acted on. */
function audited(table: string, { id, structure, by, now }: Doing, what: string, also = "TRUE") {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, at) SELECT ?, structure, ?, ? FROM ${table}
     WHERE id = ? AND structure = ? AND ${also}`,
    ...[by, what, now, id, structure],
  );
}
