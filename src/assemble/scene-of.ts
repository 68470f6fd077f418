import type { Parts } from "../assemble.ts";
import { isLoopback } from "../base/loopback.ts";
import { canRing } from "../channels/bells.ts";
import type { Scene } from "../repertoire/scene.ts";
import type { StoredConversation } from "../store/conversations.ts";
import type { Structure } from "../structure/schema.ts";
import { bellPageOf } from "./ring-here.ts";

/** The structure of that slug; one that is not served is a bug. */
export function structureOf({ structures }: Pick<Parts, "structures">, slug: string): Structure {
  const structure = structures.get(slug);
  if (!structure) throw new Error(`no such structure: ${slug}`);
  return structure;
}

/** What rules, actions and offers of one conversation stand on. */
export function sceneOf(parts: Parts, conversation: StoredConversation): Scene {
  const structure = structureOf(parts, conversation.structure);
  return {
    structure,
    demonstration: parts.demonstration,
    diary: parts.store.diary,
    waitingList: parts.store.waitingLists,
    gatherings: parts.store.gatherings,
    prescriptions: parts.store.prescriptions,
    agendas: parts.store.agendaPhones,
    links: parts.store.links,
    sheets: parts.store.sheets,
    toTeam: (said) => parts.texts.of(structure.slug).say(said, "fr"),
    publicUrl: parts.publicUrl,
    calendarAddress: (id) =>
      isLoopback(parts.publicUrl)
        ? null
        : `${parts.publicUrl}/calendar/rdv/${parts.store.eventLinks.tokenOf(id)}.ics`,
    bellPage: canRing(parts.ringers) ? bellPageOf(parts, structure.slug) : null,
    papers: parts.store.papers,
    ids: parts.ids,
    conversation: conversation.id,
    person: conversation.person,
    channel: conversation.channel,
    urgency: conversation.urgency,
  };
}
