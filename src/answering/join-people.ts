import type { ConversationId, TurnId } from "../base/ids.ts";
import { after, minute } from "../base/time.ts";
import { linkCode } from "../person/link-code.ts";
import type { LinkRecords } from "../store/link-store.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * What became of it. `clash`: both have an appointment at the same time. `same`: they are one person already.
 * `gone`: one of them is not there, or it changed meanwhile.
 */
export type PeopleJoined = "joined" | "same" | "clash" | "gone";

/** Two conversations of a structure; the second becomes one of the first one's person. */
export interface JoiningPeople {
  readonly structure: string;
  readonly kept: ConversationId;
  readonly joined: ConversationId;
}

/** Made and used at once. */
const codeMinutes = 1;

/**
 * Makes one person of two, as the team knows them to be: what happens is what happens when the person types
 * the code of one phone on the other, so that it may be undone in the same way. Nobody is told anything.
 */
export async function joinPeople(
  answering: Answering,
  links: Pick<LinkRecords, "tried">,
  { structure, kept, joined }: JoiningPeople,
): Promise<PeopleJoined> {
  const now = answering.clock.now();
  const code = linkCode(answering.ids.secret());
  const quietly = { kind: "receipt", place: null, learnt: {}, quiet: true } as const;
  const isHere = ({ structure: theirs }: { readonly structure: string }) => theirs === structure;
  const given = await begin(answering, {
    ...{ ...quietly, conversation: kept, turn: answering.ids.next() as TurnId, allowed: isHere },
    changes: [{ kind: "giveLinkCode", code, expiresAt: after(now, codeMinutes * minute) }],
  });
  if (given.outcome !== "committed") return "gone";
  const pending = await answering.conversations.pending(joined);
  if (!pending || pending.conversation.structure !== structure) return "gone";
  const { person } = pending.conversation;
  const tried = await links.tried({ code, structure, conversation: joined, person, now });
  if (tried !== "joins") return tried === "wrong" ? "gone" : tried;
  const done = await begin(answering, {
    ...{ ...quietly, conversation: joined, turn: answering.ids.next() as TurnId, allowed: isHere },
    changes: [{ kind: "joinByCode", code }],
    happening: { kind: "did", value: "joinPeople:byTeam" },
  });
  return done.outcome === "committed" ? "joined" : "gone";
}
