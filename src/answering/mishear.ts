import type { Instant } from "../base/time.ts";
import type { Turn } from "../engine/conversation.ts";
import { keepable, mishearingIn } from "../repertoire/misheard.ts";
import type { Change, Misheard, Pending } from "../store/conversations.ts";
import type { Answering } from "./answer.ts";

/** The words that a turn did not understand, ready to be kept with it; null when all was understood. */
export async function mishear(
  answering: Answering,
  { conversation, messages }: Pending,
  turn: Turn<Change>,
  now: Instant,
): Promise<Misheard | null> {
  const content = messages[0]?.content;
  const text = content?.kind === "text" ? content.text : null;
  const pressed = content?.kind === "choice" ? content.option : null;
  const mishearing = mishearingIn(turn, conversation.memory, { text, pressed });
  if (!mishearing) return null;
  const { words, reason } = mishearing;
  const meant = words === "these" ? text : await answering.conversations.lastText(conversation.id);
  const kept = meant === null ? null : keepable(meant, turn.memory);
  return kept && { ...kept, reason, until: answering.misheardUntil(conversation, now) };
}
