import type { Message } from "../base/message.ts";
import type { Cipher } from "./cipher.ts";

/** What a message is known by once it was stored, under the present key and the one before. */
export function eventsOf(
  cipher: Cipher,
  { id, from }: Message,
): [present: string, previous: string] {
  const event = `event|${from.channel}|${from.account}|${id}`;
  const present = cipher.lookup(event);
  return [present, cipher.previousLookup(event) ?? present];
}
