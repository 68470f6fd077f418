import type { Instant, LocalDate } from "../base/time.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";

/** A bilan that was signed, as a list shows it. */
export interface SignedBilan {
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly signedBy: string;
  readonly signedAt: Instant;
}

/** What is signed: the bilan as it is shown, in JSON. */
export interface Signing {
  readonly id: string;
  readonly structure: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly printed: string;
  readonly by: string;
}

/** Bilans that do not change any more: they are added, and read. */
export interface SignedBilans {
  /** Once for an id, however often it is sent. */
  sign(signing: Signing, now: Instant): Promise<void>;
  /** The last ones, the newest first. */
  signed(structure: string): Promise<readonly SignedBilan[]>;
  /** Null when there is none in this structure. */
  one(structure: string, id: string): Promise<(SignedBilan & { readonly printed: string }) | null>;
}

const mostListed = 50;

export function signedBilans(database: Database): SignedBilans {
  return {
    async sign({ id, structure, from, to, printed, by }, now) {
      mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO SignedBilan (id, structure, fromDay, toDay, printed, signedBy, signedAt)
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
            ...[id, structure, from, to, printed, by, now],
          ),
          sql(
            `INSERT INTO Audit (workerId, structure, what, at) SELECT ?, ?, 'bilan.signed', ?
             FROM SignedBilan WHERE id = ? AND signedAt = ?`,
            ...[by, structure, now, id, now],
          ),
        ]),
      );
    },
    async signed(structure) {
      const rows = await database.all(
        `SELECT id, fromDay, toDay, signedBy, signedAt FROM SignedBilan WHERE structure = ?
         ORDER BY signedAt DESC, id LIMIT ?`,
        [structure, mostListed],
      );
      return rows.map(readSigned);
    },
    async one(structure, id) {
      const row = await database.get("SELECT * FROM SignedBilan WHERE id = ? AND structure = ?", [
        ...[id, structure],
      ]);
      return row ? { ...readSigned(row), printed: String(row["printed"]) } : null;
    },
  };
}

function readSigned(row: Row): SignedBilan {
  return {
    id: String(row["id"]),
    from: String(row["fromDay"]) as LocalDate,
    to: String(row["toDay"]) as LocalDate,
    signedBy: String(row["signedBy"]),
    signedAt: Number(row["signedAt"]) as Instant,
  };
}
