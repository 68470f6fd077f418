import type { Address } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { addressLookups } from "./address-lookup.ts";
import { rotated } from "./alias-statements.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";

/** Somebody's id that is theirs no more, from that instant on. */
export interface Departure {
  readonly structure: string;
  readonly from: Address;
  readonly at: Instant;
}

/** Nothing was written from there since. */
const isGone = `NOT EXISTS (SELECT 1 FROM Inbound later
  WHERE later.conversationId = former.conversationId AND later.sentAt > ?2)`;

/**
 * The id leads to nobody any more: whoever writes from it next is met for the first time. Nothing happens
 * when somebody wrote from it since.
 */
export function departureStatements(departure: Departure, cipher: Cipher): Statement[] {
  const { structure, from, at } = departure;
  const lookups = addressLookups(cipher, structure, from);
  const whose = `FROM Alias lost CROSS JOIN Address former ON former.lookup = lost.addressLookup
    WHERE lost.lookup = ?1 AND ${isGone}`;
  return [
    ...rotated([lookups]),
    sql(
      `UPDATE Address SET addressSealed = ?3, unreachableSince = ?2
       WHERE lookup IN (SELECT former.lookup ${whose})`,
      ...[lookups.present, at, cipher.seal("")],
    ),
    sql(
      `DELETE FROM Alias WHERE lookup IN (SELECT lost.lookup ${whose})`,
      ...[lookups.present, at],
    ),
  ];
}
