import type { ConversationId } from "../base/ids.ts";
import type { Bell, Notice, Ringer, Ringers, Rung } from "../channels/bells.ts";
import type { Delivery } from "../channels/channel.ts";
import type { BellRecords } from "../store/bell-store.ts";
import type { Conversations } from "../store/conversations.ts";
import type { Texts } from "../texts.ts";

/** What ringing somebody stands on. */
export interface RingingPerson {
  readonly bells: Pick<BellRecords, "of" | "forget">;
  readonly conversations: Pick<Conversations, "pending">;
  readonly texts: Texts;
  readonly ringers: Ringers;
  /** The web chat of a structure, as an address. */
  pageOf(structure: string): string;
}

/**
 * Rings somebody whose page may be closed, everywhere they agreed to. What was written is on the page
 * already: a bell that rings no more is forgotten, and only when every one met a passing fault is it tried
 * again. `shown`: words that whoever sees the phone may read; null for a neutral sentence.
 */
export async function ringPerson(
  ringing: RingingPerson,
  conversation: ConversationId,
  shown: string | null,
): Promise<Delivery> {
  const bells = await ringing.bells.of({ conversation });
  const noticeFor = bells.length > 0 ? await noticesOf(ringing, conversation, shown) : null;
  const rung: Rung[] = [];
  for (const bell of bells) {
    const ringer = ringing.ringers[bell.kind];
    if (ringer && noticeFor) rung.push(await ringOne(ringing, ringer, bell, noticeFor(bell)));
  }
  const [first] = rung;
  const isToTryAgain = rung.length > 0 && rung.every(({ outcome }) => outcome === "tryLater");
  if (!isToTryAgain || !first || first.outcome === "rung")
    return { outcome: "delivered", networkId: null };
  return { outcome: "tryLater", afterMilliseconds: null, why: first.why };
}

async function ringOne(
  { bells }: Pick<RingingPerson, "bells">,
  ringer: Ringer,
  bell: Bell,
  notice: Notice,
): Promise<Rung> {
  const rung = await ringer.ring(bell.target, notice);
  if (rung.outcome === "gone") await bells.forget(bell.id);
  return rung;
}

async function noticesOf(
  { conversations, texts, pageOf }: RingingPerson,
  conversation: ConversationId,
  shown: string | null,
): Promise<((bell: Bell) => Notice) | null> {
  const pending = await conversations.pending(conversation);
  if (!pending || pending.conversation.erased) return null;
  const { structure, memory } = pending.conversation;
  const say = (key: string) =>
    texts.of(structure).say({ key: `sonnette:${key}` }, memory.language ?? "fr");
  const page = pageOf(structure);
  return (bell) => ({
    title: say("noticeTitle"),
    body: shown ?? say("noticeBody"),
    link: page,
    about: "message",
    stop: bell.kind === "mail" ? { words: say("stopHow"), link: stopLink(page, bell) } : null,
  });
}

/** Its name cannot be guessed: whoever received the e-mail may stop it, and nobody else. */
function stopLink(page: string, { id }: Bell): string {
  return `${page.replace(/\/$/, "")}/rappels/${id}`;
}
