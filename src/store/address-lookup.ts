import type { Address, ChannelName } from "../base/message.ts";
import type { Cipher } from "./cipher.ts";

/** Where one person may write under several ids: a number, a hidden id, one of the business's own. */
const severalIds: ReadonlySet<ChannelName> = new Set(["whatsapp", "whatsapp-web"]);

/** Whether a person of that network may be known under more than one id. */
export function hasAliases(channel: ChannelName): boolean {
  return severalIds.has(channel);
}

/** What an address is found by, under the present key and the one before. */
export interface Lookups {
  readonly present: string;
  /** Null when no key rotates. */
  readonly previous: string | null;
}

/** A bot that is given to another structure brings nobody along: there they are strangers. */
export function addressLookups(cipher: Cipher, structure: string, of: Address): Lookups {
  const text = `address|${structure}|${of.channel}|${of.account}|${of.address}`;
  return { present: cipher.lookup(text), previous: cipher.previousLookup(text) };
}

/**
 * In SQL, the address that one of these ids leads to, itself or as an alias; null when none does. `ids` is
 * the number of the value: a JSON list, of which the first that is known counts.
 */
export function knownBy(ids: number): string {
  return `(SELECT COALESCE(known.lookup, meant.lookup) FROM json_each(?${ids}) given
    LEFT JOIN Address known ON known.lookup = given.value
    LEFT JOIN Alias other ON other.lookup = given.value
    LEFT JOIN Address meant ON meant.lookup = other.addressLookup
    WHERE COALESCE(known.lookup, meant.lookup) IS NOT NULL ORDER BY given.key LIMIT 1)`;
}
