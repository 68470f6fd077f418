import type { ConversationId } from "../base/ids.ts";
import { dateIn, type Instant } from "../base/time.ts";
import { type Situation, unknownSituation } from "../observatory/situation.ts";
import { nothingTold } from "../observatory/told.ts";
import type { DeskDoor } from "./desk-door.ts";
import type { View } from "./words.ts";

type Door = Pick<DeskDoor, "observatory" | "ids">;

/** Asked for today, by one person: the rest is not known. */
export function blank({ structure, now }: View, id: string): Situation {
  const on = dateIn(structure.zone, now);
  return unknownSituation({
    ...{ id, structure: structure.slug, year: Number(on.slice(0, 4)) },
    ...{ requestedOn: on, persons: 1 },
  });
}

/** The id of a person's situation; made on the way when the hourly look has not been there yet. */
export async function situationOfPerson(
  { observatory, ids }: Door,
  view: View,
  { person, since }: { readonly person: string; readonly since: Instant },
): Promise<string> {
  const { structure, now } = view;
  const kept = await observatory.ofPerson(structure.slug, person);
  if (kept) return kept.situation.id;
  const begun = dateIn(structure.zone, since);
  const situation = {
    ...blank(view, ids.next()),
    ...{ requestedOn: begun, year: Number(begun.slice(0, 4)) },
  };
  await observatory.save(
    { situation, told: nothingTold, person, kind: "contact", updatedAt: now },
    null,
  );
  // a colleague, or the hourly look, may have been there first
  return (await observatory.ofPerson(structure.slug, person))?.situation.id ?? situation.id;
}

/** The codes of who is housed or accompanied: those of their person, else those of a household met elsewhere. */
export async function situationFor(
  door: Door & Pick<DeskDoor, "reads">,
  view: View,
  conversation: ConversationId | null,
): Promise<string> {
  const { slug } = view.structure;
  const file = conversation ? await door.reads.conversation(conversation, slug, view.now) : null;
  if (!file) return situationOfHousehold(door, view);
  return situationOfPerson(door, view, {
    ...{ person: file.conversation.person, since: file.createdAt },
  });
}

/** A household that has no conversation is counted where it is housed or accompanied alone. */
async function situationOfHousehold({ observatory, ids }: Door, view: View): Promise<string> {
  const situation = blank(view, ids.next());
  await observatory.save(
    { situation, told: nothingTold, person: null, kind: "household", updatedAt: view.now },
    null,
  );
  return situation.id;
}
