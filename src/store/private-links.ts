import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";

/** What opens something without a password: each is a key that somebody may have lost. */
const linkKinds = ["calendars", "partners", "sheets", "sessions"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface CuttingLinks {
  readonly structure: string;
  readonly kind: LinkKind;
  /** Who cuts: their own browser stays. */
  readonly by: string;
  readonly now: Instant;
}

export interface PrivateLinks {
  /** How many of each open something now; the sessions are those of everybody else. */
  openLinks(
    structure: string,
    by: string,
    now: Instant,
  ): Promise<Readonly<Record<LinkKind, number>>>;
  /** Cuts all of one kind at once: none of them opens anything any more. */
  cutAll(cutting: CuttingLinks): Promise<void>;
}

/** Which rows are those of a kind: in each the structure, then who asks, then the present moment. */
const open: Readonly<Record<LinkKind, string>> = {
  calendars: "FROM CalendarFeed WHERE structure = ?1 AND expiresAt > ?3 AND ?2 IS NOT NULL",
  partners: "FROM Prescriber WHERE structure = ?1 AND expiresAt > ?3 AND ?2 IS NOT NULL",
  sheets:
    "FROM Sheet WHERE structure = ?1 AND linkLookup IS NOT NULL AND linkExpiresAt > ?3 AND ?2 IS NOT NULL",
  sessions: `FROM Session WHERE userId IN (SELECT id FROM Worker WHERE structure = ?1) AND userId <> ?2
    AND expiresAt > ?3`,
};

export function privateLinks(database: Database): PrivateLinks {
  return {
    async openLinks(structure, by, now) {
      const counts = await Promise.all(
        linkKinds.map(async (kind) => {
          const row = await database.get(`SELECT COUNT(*) AS n ${open[kind]}`, [
            structure,
            by,
            now,
          ]);
          return [kind, Number(row?.["n"] ?? 0)] as const;
        }),
      );
      return Object.fromEntries(counts) as Record<LinkKind, number>;
    },
    async cutAll({ structure, kind, by, now }) {
      mustBeWritten(
        await database.batch([
          cutting(kind, [structure, by, now]),
          sql(
            "INSERT INTO Audit (workerId, structure, what, at) VALUES (?, ?, ?, ?)",
            ...[by, structure, `links.${kind}.cut`, now],
          ),
        ]),
      );
    },
  };
}

function cutting(kind: LinkKind, values: readonly [string, string, Instant]): Statement {
  if (kind === "sheets") {
    const set = "UPDATE Sheet SET linkLookup = NULL, linkExpiresAt = NULL";
    return sql(`${set} WHERE id IN (SELECT id ${open.sheets})`, ...values);
  }
  // who asked through a partner's link keeps their request: the link alone opens no more
  if (kind === "partners") {
    const set = "UPDATE Prescriber SET expiresAt = ?3, revokedAt = ?3";
    return sql(`${set} WHERE id IN (SELECT id ${open.partners})`, ...values);
  }
  return sql(`DELETE ${open[kind]}`, ...values);
}
