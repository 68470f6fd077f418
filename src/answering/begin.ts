import type { ConversationId, TurnId } from "../base/ids.ts";
import type { Said, SaidValues, TemplateCall, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Happening, Memory, Place } from "../engine/conversation.ts";
import { takeTurnAt } from "../engine/turn.ts";
import type { Standing } from "../escalation/hand-over.ts";
import type { Change, Committed, StoredConversation } from "../store/conversations.ts";
import type { OutgoingKind } from "../store/outgoing-store.ts";
import type { Answering } from "./answer.ts";
import { standingOf, toCommit } from "./to-commit.ts";

/** A turn that we begin: a reminder, a proposal, a conversation given back. */
export interface Beginning {
  readonly conversation: ConversationId;
  /** The same id twice is written once. */
  readonly turn: TurnId;
  readonly kind: OutgoingKind;
  /** Where the flow speaks, which may depend on the conversation as it is found; null says nothing. */
  readonly place: Place | null | ((conversation: StoredConversation) => Place);
  readonly learnt: Readonly<Record<string, unknown>>;
  /** What its texts may show. */
  readonly values?: SaidValues;
  /** What is sent in place of its words where a network takes no free text. */
  readonly template?: (
    say: (said: Said) => string,
    language: string,
    at: Place | null,
  ) => TemplateCall;
  /** True when nothing is said and the conversation stays where it is: only the changes are wanted. */
  readonly quiet?: boolean;
  /** What the team knows better than what was answered; null forgets it. */
  readonly corrected?: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
  /** What is written down of it, for the conversation's events. */
  readonly happening?: Happening;
  readonly standing?: Standing;
  readonly newOwner?: { readonly workerId: string | null };
  /** Refuses to begin in a state that it is not for. */
  readonly allowed?: (conversation: StoredConversation) => boolean | Promise<boolean>;
}

const tries = 5;

/**
 * Takes a turn that no message of the person asked for. While a worker holds the conversation the
 * words leave, but the place in the conversation stays as it was. `gone`: there is no such
 * conversation, or the person was erased.
 */
export async function begin(
  answering: Answering,
  beginning: Beginning,
): Promise<Committed | { readonly outcome: "gone" | "notAllowed" }> {
  let committed: Committed = { outcome: "stale" };
  for (let attempt = 0; attempt < tries && committed.outcome === "stale"; attempt++) {
    const pending = await answering.conversations.pending(beginning.conversation);
    if (!pending || pending.isNew || pending.conversation.erased) return { outcome: "gone" };
    const { conversation } = pending;
    if (beginning.allowed && !(await beginning.allowed(conversation)))
      return { outcome: "notAllowed" };
    committed = await answering.conversations.commit(
      await turnOf(answering, beginning, conversation),
    );
  }
  return committed;
}

async function turnOf(
  answering: Answering,
  beginning: Beginning,
  conversation: StoredConversation,
) {
  const now: Instant = answering.clock.now();
  const said = await turnAt(answering, beginning, conversation, now);
  const staysSilent = beginning.quiet || (beginning.standing ?? conversation).heldBy === "worker";
  const memory = corrected(staysSilent ? conversation.memory : said.memory, beginning, now);
  const pending = { conversation, isNew: false, messages: [] };
  const happenings = [...(beginning.happening ? [beginning.happening] : []), ...said.happenings];
  const begun = { ...said, memory, happenings, changes: beginning.changes };
  const turn = toCommit(answering, pending, begun, now);
  return {
    ...turn,
    turn: beginning.turn,
    kind: beginning.kind,
    replies: withTemplate(answering, beginning, conversation, turn.replies),
    standing: beginning.standing ?? standingOf(conversation),
    ...(beginning.newOwner ? { newOwner: beginning.newOwner } : {}),
  };
}

/** What the team said stands in the place of what was answered, with its day. */
function corrected(memory: Memory, { corrected: facts = {} }: Beginning, now: Instant): Memory {
  const known = { ...memory.known };
  for (const [fact, value] of Object.entries(facts)) {
    if (value === null) delete known[fact];
    else known[fact] = { value, at: now, byTeam: true };
  }
  return { ...memory, known };
}

function placeIn(place: Beginning["place"], conversation: StoredConversation): Place | null {
  return typeof place === "function" ? place(conversation) : place;
}

function withTemplate(
  { texts }: Answering,
  { template, place }: Beginning,
  conversation: StoredConversation,
  replies: readonly WrittenReply[],
): readonly WrittenReply[] {
  const [first, ...rest] = replies;
  if (!template || !first) return replies;
  const { memory, structure } = conversation;
  const language = memory.language ?? "fr";
  const say = (said: Said) => texts.of(structure).say(said, language);
  return [{ ...first, template: template(say, language, placeIn(place, conversation)) }, ...rest];
}

function turnAt(
  answering: Answering,
  { place: asked, learnt, values }: Beginning,
  conversation: StoredConversation,
  now: Instant,
) {
  const place = placeIn(asked, conversation);
  const { memory } = conversation;
  if (!place)
    return { memory: { ...memory, place: null }, replies: [], happenings: [], changes: [] };
  // the step where the conversation stands speaks with the figures it had
  const shown = values ?? (memory.place?.flow === place.flow ? memory.values : {});
  return takeTurnAt(answering.houseOf(conversation), memory, { place, learnt, values: shown }, now);
}
