import type { Content } from "../base/message.ts";
import { hour, type Instant } from "../base/time.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";

/** One line of the conversation, as the page shows it. */
export interface ChatEntry {
  /** "in-12" for what the person wrote, "out-13" for what was answered. */
  readonly id: string;
  readonly from: "person" | "bot" | "worker";
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly file: { readonly name: string; readonly type: string; readonly address: string } | null;
  readonly at: Instant;
  /** True when it follows a silence: the page then says when it was. */
  readonly afterSilence: boolean;
}

const silence = hour;
/** Only what has left is shown: what still waits may be dropped when a worker takes over. */
const hasLeft = new Set(["sent", "delivered", "read"]);

/**
 * What the person may see of a transcript, oldest first. A pressed button is shown by its label, or by
 * `pressed` when the message that offered it is too old to be here.
 */
export function chatEntries(
  transcript: readonly TranscriptEntry[],
  { base, pressed }: { readonly base: string; readonly pressed: string },
): readonly ChatEntry[] {
  const labels = new Map<string, string>();
  const entries: ChatEntry[] = [];
  let last: Instant | null = null;
  for (const line of transcript) {
    const shown = shownOf(line, labels, { base, pressed });
    if (!shown) continue;
    entries.push({
      ...shown,
      at: line.at,
      afterSilence: last !== null && line.at - last > silence,
    });
    last = line.at;
  }
  return entries;
}

type Shown = Omit<ChatEntry, "at" | "afterSilence">;

function shownOf(
  line: TranscriptEntry,
  labels: Map<string, string>,
  { base, pressed }: { readonly base: string; readonly pressed: string },
): Shown | null {
  if (line.from === "note") return null;
  if (line.from === "person") {
    const text = writtenBy(line.content, labels, pressed);
    if (text === null) return null;
    return { id: `in-${line.id}`, from: "person", text, options: [], file: null };
  }
  if (!hasLeft.has(line.state)) return null;
  const { text, options, file } = line.content;
  for (const { id, label } of options) labels.set(id, label);
  return {
    id: `out-${line.id}`,
    from: line.from,
    text,
    options: options.map(({ id, label }) => ({ id, label })),
    file: file
      ? { name: file.name, type: file.type, address: `${base}/chat/files/${line.id}` }
      : null,
  };
}

function writtenBy(
  content: Content,
  labels: ReadonlyMap<string, string>,
  pressed: string,
): string | null {
  if (content.kind === "text" || content.kind === "edited") return content.text;
  if (content.kind === "choice") return labels.get(content.option) ?? pressed;
  return content.kind === "media" ? (content.caption ?? null) : null;
}

/** The entries that come after one; all of them when it is not known (any more). */
export function entriesAfter(
  entries: readonly ChatEntry[],
  id: string | null,
): readonly ChatEntry[] {
  return entries.slice(entries.findIndex((entry) => entry.id === id) + 1);
}
