import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { readLabels } from "./filing-store.ts";

/** How the team sorted a conversation. */
export interface Filed {
  readonly snoozedUntil: Instant | null;
  readonly assignedTo: string | null;
  readonly labels: readonly string[];
}

interface FiledRow {
  readonly snoozedUntil: bigint | null;
  readonly assignedTo: string | null;
  readonly labelsSealed: string | null;
}

/** How the team sorted it, from its row. */
export function filedFrom(row: FiledRow, cipher: Cipher) {
  return {
    snoozedUntil: row.snoozedUntil === null ? null : (Number(row.snoozedUntil) as Instant),
    assignedTo: row.assignedTo,
    labels: readLabels(row.labelsSealed, cipher),
  };
}
