import { ringPerson } from "../answering/ring-person.ts";
import type { Parts } from "../assemble.ts";
import type { RingPerson } from "../channels/web-chat.ts";

/** Rings the people of this house. */
export function ringHere(
  parts: Pick<Parts, "store" | "texts" | "ringers" | "publicUrl" | "structures">,
): RingPerson {
  const { store, texts, ringers } = parts;
  const ringing = {
    bells: store.bells,
    conversations: store.conversations,
    texts,
    ringers,
    pageOf: (structure: string) => chatPageOf(parts, structure),
  };
  return (conversation, shown) => ringPerson(ringing, conversation, shown);
}

/** The address of a structure's web chat. */
export function chatPageOf(
  { publicUrl, structures }: Pick<Parts, "publicUrl" | "structures">,
  slug: string,
): string {
  const [first] = structures.keys();
  return slug === first ? `${publicUrl}/` : `${publicUrl}/s/${slug}`;
}

/** Where somebody says how they want to be told while that page is closed. */
export function bellPageOf(parts: Parameters<typeof chatPageOf>[0], slug: string): string {
  return `${chatPageOf(parts, slug).replace(/\/$/, "")}/rappels`;
}
