import type { Address, ChannelName } from "../base/message.ts";
import type { Cipher } from "./cipher.ts";

/**
 * Where one person may write under several ids: a number, a hidden id, one of the business's own. Both are
 * one network: whoever wrote to the phone is known to the official API, and the other way round.
 */
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

/**
 * A bot that is given to another structure brings nobody along: there they are strangers. An id of WhatsApp
 * is the same person's whichever of the structure's accounts it writes to.
 */
export function addressLookups(cipher: Cipher, structure: string, of: Address): Lookups {
  const { channel, account, address } = of;
  const shared = hasAliases(channel);
  const text = `address|${structure}|${shared ? "whatsapp|" : `${channel}|${account}|`}${address}`;
  const kind = shared ? kindOf(address) : "";
  const previous = cipher.previousLookup(text);
  return {
    present: kind + cipher.lookup(text),
    previous: previous === null ? null : kind + previous,
  };
}

/**
 * How the lookup of an id of WhatsApp begins. A number goes from one person to another; the id that hides
 * it (`…@lid`), and the one that the business was given for the person, never do.
 */
function kindOf(address: string): "number." | "hidden." | "scoped." {
  if (/^\d+$/.test(address)) return "number.";
  return address.endsWith("@lid") ? "hidden." : "scoped.";
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
