import { minute, second } from "../base/time.ts";
import type { TranscriptEntry } from "./transcript-store.ts";

/** A message that took longer, in milliseconds, is shown where it came: who looks at the end finds it there. */
const overtakenWithin = 5 * minute;

/**
 * The lines of a conversation, in the order they came, with what the person wrote in the order it was sent:
 * a message that another overtook on its way stands before that one, and before what was answered to it.
 */
export function inSentOrder(lines: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
  const ordered: TranscriptEntry[] = [];
  for (const line of lines) {
    const place = placeOf(line, ordered);
    ordered.splice(place, 0, line);
  }
  return ordered;
}

/** Before the first of theirs that was sent later; at the end when there is none. */
function placeOf(line: TranscriptEntry, before: readonly TranscriptEntry[]): number {
  const sent = sentIn(line);
  if (sent === null || line.at - sent * second > overtakenWithin) return before.length;
  const place = before.findIndex((one) => (sentIn(one) ?? 0) > sent);
  return place < 0 ? before.length : place;
}

/** Networks date by the second; of a press or a change some tell no time at all. */
function sentIn(line: TranscriptEntry): number | null {
  const isDated = line.from === "person" && !["choice", "edited"].includes(line.content.kind);
  return isDated ? Math.floor(line.sentAt / second) : null;
}
