import type { LaidDown, LaidKind } from "../appointments/laid-down.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** What a worker lays down, or lays down anew. */
export interface Laying extends Omit<LaidDown, "madeBy" | "madeAt"> {
  readonly structure: string;
  readonly by: string;
  readonly now: Instant;
  /** From when it is only history, and may go; null while nobody knows. */
  readonly expiresAt: Instant | null;
}

/** Who takes away what. */
export interface Taking {
  readonly structure: string;
  readonly kind: LaidKind;
  readonly id: string;
  readonly by: string;
  readonly now: Instant;
}

export interface LaidDownRecords {
  /** Written once, however often it is sent: the same id again replaces it. It goes into the audit trail. */
  layDown(laying: Laying): Promise<void>;
  /** `gone`: there is none such in this structure. */
  takeAway(taking: Taking): Promise<"taken" | "gone">;
  laidDown(structure: string): Promise<readonly LaidDown[]>;
}

/** What the teams laid down beside their files. */
export function laidDownStore(database: Database, cipher: Cipher): LaidDownRecords {
  return {
    async layDown({ structure, kind, id, document, words, by, now, expiresAt }) {
      mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO Laid (structure, kind, id, document, wordsSealed, madeBy, madeAt, expiresAt)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (structure, kind, id) DO UPDATE SET document = excluded.document,
               wordsSealed = excluded.wordsSealed, madeBy = excluded.madeBy, madeAt = excluded.madeAt,
               expiresAt = excluded.expiresAt`,
            ...[structure, kind, id, document, words === null ? null : cipher.seal(words)],
            ...[by, now, expiresAt],
          ),
          audited({ structure, kind, id, by, now }, "laid"),
        ]),
      );
    },
    async takeAway(taking) {
      const { structure, kind, id } = taking;
      const [, removed] = mustBeWritten(
        await database.batch([
          audited(taking, "taken"),
          sql("DELETE FROM Laid WHERE structure = ? AND kind = ? AND id = ?", structure, kind, id),
        ]),
      );
      return removed?.changes === 1 ? "taken" : "gone";
    },
    laidDown: (structure) => readLaidDown(database, cipher, structure),
  };
}

/** Written only of what is there. */
function audited({ structure, kind, id, by, now }: Taking, what: string): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, at)
     SELECT ?, structure, ?, ? FROM Laid WHERE structure = ? AND kind = ? AND id = ?`,
    ...[by, `supply.${kind}.${what}`, now, structure, kind, id],
  );
}

/** All that a team laid down and is still kept, in the order of its kinds and ids. */
export async function readLaidDown(
  database: Database,
  cipher: Cipher,
  structure: string,
): Promise<readonly LaidDown[]> {
  const rows = await database.all(
    "SELECT kind, id, document, wordsSealed, madeBy, madeAt FROM Laid WHERE structure = ? ORDER BY kind, id",
    [structure],
  );
  return rows.flatMap((row) => read(row, cipher) ?? []);
}

const kinds: Readonly<Record<LaidKind, true>> = {
  ...{ opening: true, exception: true, absence: true, place: true, travel: true, dailyLimit: true },
  ...{ busy: true, section: true, lodging: true, agreement: true },
};

function isKind(kind: unknown): kind is LaidKind {
  return typeof kind === "string" && Object.hasOwn(kinds, kind);
}

function read(row: Row, cipher: Cipher): LaidDown | null {
  const kind = row["kind"];
  const words = row["wordsSealed"];
  if (!isKind(kind)) return null;
  return {
    kind,
    id: String(row["id"]),
    document: String(row["document"]),
    words: typeof words === "string" ? cipher.open(words) : null,
    madeBy: String(row["madeBy"]),
    madeAt: Number(row["madeAt"]) as Instant,
  };
}
