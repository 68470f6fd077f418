/**
 * The SQL of who somebody on WhatsApp is. The first value of a statement is a JSON list of senders, each
 * with its ids; all ids of a person are aliases of one address, which has no id of its own.
 */

/** The senders of whom something is new, each a row `arrival`; what was stored before says nothing. */
export const arrivals = `WITH arrival AS MATERIALIZED (
  SELECT sender.key AS place, sender.value -> '$.ids' AS ids, sender.value ->> '$.at' AS at,
    sender.value ->> '$.conversation' AS conversation, sender.value ->> '$.person' AS person,
    sender.value ->> '$.channel' AS channel, sender.value ->> '$.account' AS account,
    sender.value ->> '$.sealed' AS sealed
  FROM json_each(?1) sender WHERE EXISTS (SELECT 1 FROM json_each(sender.value, '$.events') event
    WHERE NOT EXISTS (SELECT 1 FROM Inbound WHERE eventLookup IN (event.value ->> 0, event.value ->> 1))))`;

/** Whether that lookup is of a number: it goes from one person to another, the other ids never do. */
function isNumber(lookup: string): string {
  return `${lookup} GLOB 'number.*'`;
}

const ids = "(SELECT value FROM json_each(arrival.ids))";

/** Whoever has that number came with other ids than these: it is another person's now. */
const isAnothers = `EXISTS (SELECT 1 FROM Alias own WHERE own.addressLookup = known.addressLookup
    AND NOT ${isNumber("own.lookup")} AND own.lookup NOT IN ${ids}
    AND substr(own.lookup, 1, 7) IN (SELECT substr(value, 1, 7) FROM json_each(arrival.ids)))`;

/** The address of the arrival's person, null when nobody knows them. A number proves less than the other ids. */
export const them = `(SELECT known.addressLookup FROM json_each(arrival.ids) given
    CROSS JOIN Alias known ON known.lookup = given.value
  WHERE NOT ${isNumber("known.lookup")} OR NOT ${isAnothers}
  ORDER BY ${isNumber("known.lookup")}, given.key LIMIT 1)`;

/** The lookup of an address that is made for the arrival: it is found by its aliases alone. */
export const newAddress = "'whatsapp.' || arrival.conversation";

/**
 * Whether nothing later is known of that address: networks deliver late and out of order, and an old message
 * tells nothing of where somebody is today.
 */
export function isLatest(address: string): string {
  return `(${address}.unreachableSince IS NULL OR ${address}.unreachableSince / 1000 <= arrival.at / 1000)
    AND NOT EXISTS (SELECT 1 FROM Inbound later
      WHERE later.conversationId = ${address}.conversationId AND later.sentAt > arrival.at)`;
}

/** The numbers of these arrivals that somebody else had, each as a row with `former`, their address. */
export const taken = `arrival CROSS JOIN json_each(arrival.ids) given
    CROSS JOIN Alias lost ON lost.lookup = given.value
    CROSS JOIN Address former ON former.lookup = lost.addressLookup
  WHERE ${isNumber("lost.lookup")} AND former.lookup IS NOT ${them} AND ${isLatest("former")}`;

/** The numbers that these arrivals had before they came with another one. */
export const left = `arrival CROSS JOIN Address former ON former.lookup = ${them}
    CROSS JOIN Alias lost ON lost.addressLookup = former.lookup
  WHERE ${isNumber("lost.lookup")} AND lost.lookup NOT IN ${ids}
    AND EXISTS (SELECT 1 FROM json_each(arrival.ids) WHERE ${isNumber("value")}) AND ${isLatest("former")}`;
