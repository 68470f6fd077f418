import type { ConversationId, Ids } from "../base/ids.ts";
import type { Content } from "../base/message.ts";
import { type Clock, hour, type Instant } from "../base/time.ts";
import type { Urgency } from "../base/urgency.ts";
import type { Memory, Turn } from "../engine/conversation.ts";
import type { House } from "../engine/house.ts";
import { takeTurn } from "../engine/turn.ts";
import type {
  Change,
  Committed,
  Conversations,
  Pending,
  StoredConversation,
  TurnToCommit,
} from "../store/conversations.ts";
import type { Texts } from "../texts.ts";
import { withAlert } from "./alert.ts";
import { mishear } from "./mishear.ts";
import { toCommit } from "./to-commit.ts";
import { isTooOld, leftToTeam } from "./too-old.ts";
import { underWorker } from "./under-worker.ts";
import type { Watching } from "./watching.ts";

/** What answering stands on. */
export interface Answering {
  readonly conversations: Conversations;
  readonly clock: Clock;
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  readonly ids: Ids;
  readonly texts: Texts;
  /** This process, when it keeps what it writes to send it at once; null when whoever comes first sends it. */
  readonly owner: string | null;
  /** The person reads what is stored: nothing of it has to be sent. */
  isReadWhereStored(conversation: StoredConversation): boolean;
  houseOf(conversation: StoredConversation): House<Change>;
  /** Until when a file that comes now is kept for the team. */
  keptUntil(conversation: StoredConversation, now: Instant): Instant;
  /** Until when words that were not understood now are kept for the team. */
  misheardUntil(conversation: StoredConversation, now: Instant): Instant;
  /** How worrying a text is, for a conversation that a worker holds: the bot stays silent there. */
  dangerOf(text: string, conversation: StoredConversation): Urgency;
  /** Who is told of a danger at that instant, and in which words; null when somebody is there, or nobody is named. */
  onCall(conversation: StoredConversation, now: Instant): TurnToCommit["alert"] | null;
  /** Told of each turn that was written, so long after its message was stored: for who counts. */
  readonly answered?: Watching["answered"];
  /** Told of a turn that broke, by ids only. */
  broke(conversation: ConversationId, error: unknown): void;
}

const tries = 3;
/** Answers in one go; a conversation that needs more is taken up again, and nobody else waits for it. */
const mostRounds = 200;
/** An answer this late begins with an apology. */
const lateAfter = 2 * hour;

export type Answered =
  | { readonly outcome: "answered"; readonly outgoing: readonly number[] }
  /** Nothing was waiting. */
  | { readonly outcome: "nothing" };

/**
 * Answers everything that waits in a conversation, message by message, in order. When somebody else
 * wrote first the turn is taken again on what is true now; a message that breaks three times is set
 * aside, the person is told, and the conversation lives on.
 */
export async function answerPending(
  answering: Answering,
  conversation: ConversationId,
): Promise<Answered> {
  const outgoing: number[] = [];
  let any = false;
  for (let round = 0; round < mostRounds; round++) {
    const pending = await answering.conversations.pending(conversation);
    if (!pending || pending.messages.length === 0) break;
    any = true;
    const committed = await answerFirst(answering, pending);
    if (committed?.outcome !== "committed") continue;
    outgoing.push(...committed.outgoing);
    // one message was waiting and it is answered: the usual case needs no second look
    if (pending.messages.length === 1) break;
  }
  // what is left, if anything, is taken up by the next pass
  return any ? { outcome: "answered", outgoing } : { outcome: "nothing" };
}

/** Answers the first message of what was read; the rest is read again with what this one changed. */
async function answerFirst(answering: Answering, pending: Pending): Promise<Committed | null> {
  const [message] = pending.messages;
  if (!message) return null;
  const now = answering.clock.now();
  let turn: TurnToCommit;
  try {
    turn = await turnFor(answering, pending, now);
  } catch (error) {
    answering.broke(pending.conversation.id, error);
    await answering.conversations.failed(message.order);
    if (message.attempts + 1 < tries) return null;
    turn = setAside(answering, pending, now);
  }
  const { conversation } = pending;
  const committed = await answering.conversations.commit(withAlert(answering, conversation, turn));
  if (committed.outcome === "committed") {
    const taken = answering.clock.now() - message.receivedAt;
    const happened = turn.happenings.map(({ kind }) => kind);
    answering.answered?.(conversation.channel, taken, happened);
  }
  return committed;
}

async function turnFor(
  answering: Answering,
  pending: Pending,
  now: Instant,
): Promise<TurnToCommit> {
  if (pending.conversation.heldBy !== "worker") return taken(answering, pending, now);
  return underWorker(answering, pending, now, () => taken(answering, pending, now));
}

async function taken(answering: Answering, pending: Pending, now: Instant): Promise<TurnToCommit> {
  const { conversation } = pending;
  const [message] = pending.messages;
  if (message && isTooOld(answering, conversation, message, now))
    return leftToTeam(answering, pending, now);
  const content: Content = message?.content ?? { kind: "unsupported", what: "nothing" };
  const turn = await takeTurn(
    answering.houseOf(conversation),
    conversation.memory,
    {
      content,
      isBeforeQuestion: message?.isBeforeQuestion ?? false,
      ...(message ? { sentAt: message.sentAt } : {}),
    },
    now,
    conversation.heldBy === "waiting",
  );
  const late = message !== undefined && now - message.sentAt > lateAfter;
  const commit = toCommit(answering, pending, late ? apologise(turn) : turn, now);
  const misheard = await mishear(answering, pending, turn, now);
  return misheard ? { ...commit, misheard } : commit;
}

function apologise<C>(turn: Turn<C>): Turn<C> {
  const [first, ...rest] = turn.replies;
  if (!first) return turn;
  return {
    ...turn,
    replies: [{ ...first, texts: [{ key: "everywhere:late" }, ...first.texts] }, ...rest],
  };
}

/** The message broke the turn three times: it waits for a person, and the person is told so. */
function setAside(answering: Answering, pending: Pending, now: Instant): TurnToCommit {
  const { conversation } = pending;
  const reply = { texts: [{ key: "everywhere:failed" }], options: [] };
  const changes: Change[] = [{ kind: "callWorker", urgency: "high", need: "bot_failed" }];
  const memory: Memory = { ...conversation.memory, place: null, suspended: null, lastAt: now };
  const replies = conversation.heldBy === "worker" ? [] : [reply];
  const turn = toCommit(
    answering,
    pending,
    { memory, replies, happenings: [{ kind: "failed" }], changes },
    now,
  );
  return turn.answered ? { ...turn, answered: { ...turn.answered, outcome: "failed" } } : turn;
}
