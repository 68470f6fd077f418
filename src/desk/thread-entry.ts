import type { Happening } from "../store/happening-reads.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";

/** What a conversation shows: a message, a note, or what happened between them. */
export type ThreadEntry = TranscriptEntry | Happening;

/**
 * The messages in their order, with what happened where it happened: after the last message that came before
 * it. What is older than the first message that is shown belongs to another page.
 */
export function withHappenings(
  messages: readonly TranscriptEntry[],
  happenings: readonly Happening[],
): readonly ThreadEntry[] {
  const [first] = messages;
  if (!first) return happenings;
  const all: ThreadEntry[] = [...messages];
  for (const one of happenings) {
    if (one.at < first.at) continue;
    const before = all.findLastIndex(({ at }) => at <= one.at);
    all.splice(before + 1, 0, one);
  }
  return all;
}
