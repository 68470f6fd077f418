import type { ConversationId } from "../base/ids.ts";
import type { DeskDoor } from "./desk-door.ts";
import type { DeskContext } from "./session-guard.ts";

/** The conversation that an address asks to begin something for; null for none, or for one of others. */
export async function askedFor(
  { reads }: Pick<DeskDoor, "reads">,
  context: DeskContext,
): Promise<ConversationId | null> {
  const id = context.req.query("pour") as ConversationId | undefined;
  if (!id) return null;
  const own = await reads.ownOf(context.get("view").structure.slug, [id]);
  return own.has(id) ? id : null;
}
