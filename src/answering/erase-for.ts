import type { ConversationId } from "../base/ids.ts";
import { saidMoment } from "../base/said.ts";
import { nothingKnown } from "../engine/conversation.ts";
import type { LinkRecords } from "../store/link-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { toCommit } from "./to-commit.ts";

/** What became of it. `alertOpen`: a danger was told that nobody has closed: a person reads it first. */
export type Erased = "erased" | "alertOpen" | "gone";

const tries = 5;

/**
 * Erases all that is kept of the person of a conversation, because they asked for it otherwise than in the
 * chat: by letter, on the telephone. They are sent the receipt where they wrote. Erasing never closes an alert
 * about a danger: as in the chat, it is refused while one is open.
 */
export async function eraseFor(
  answering: Answering,
  links: Pick<LinkRecords, "alertElsewhere">,
  conversation: ConversationId,
  structureOf: (slug: string) => Structure | undefined,
): Promise<Erased> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const pending = await answering.conversations.pending(conversation);
    if (!pending || pending.conversation.erased) return "gone";
    const { person, structure, urgency, memory } = pending.conversation;
    const served = structureOf(structure);
    if (!served) return "gone";
    const isAlert = urgency === "immediate" || urgency === "high";
    if (isAlert || (await links.alertElsewhere(person, conversation))) return "alertOpen";
    const now = answering.clock.now();
    const language = memory.language ?? "fr";
    const receipt = { key: "mes-donnees:erased", values: { when: saidMoment(now, served.zone) } };
    const turn = toCommit(
      answering,
      { conversation: pending.conversation, isNew: pending.isNew, messages: [] },
      {
        memory: { ...nothingKnown, language, lastAt: now },
        ...{ replies: [{ texts: [receipt], options: [] }], changes: [{ kind: "erase" }] },
        happenings: [{ kind: "did", value: "erase:byTeam" }],
      },
      now,
    );
    const committed = await answering.conversations.commit(turn);
    if (committed.outcome === "committed") return "erased";
  }
  return "gone";
}
