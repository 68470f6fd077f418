import type { TurnId } from "../base/ids.ts";
import type { Content } from "../base/message.ts";
import { after, type Instant, minute } from "../base/time.ts";
import type { Turn } from "../engine/conversation.ts";
import { fileOf, keptFile } from "../engine/kept-file.ts";
import { callWorker, type Standing } from "../escalation/hand-over.ts";
import type { Change, Pending, StoredConversation, TurnToCommit } from "../store/conversations.ts";
import type { Answering } from "./answer.ts";

/** How long this process keeps what it is about to send to itself. */
export const sendingLease = minute;
/** Nobody can look for danger in a voice message but somebody who listens. */
const listen: Change = { kind: "callWorker", urgency: "normal", need: "voice_message" };

export function toCommit(
  answering: Answering,
  pending: Pending,
  turn: Turn<Change>,
  now: Instant,
): TurnToCommit {
  const { ids, texts } = answering;
  const language = turn.memory.language ?? "fr";
  const voice = texts.of(pending.conversation.structure);
  const [message] = pending.messages;
  const file = message ? fileToKeep(pending, turn) : null;
  const changes = file?.kind === "voice" ? [...turn.changes, listen] : turn.changes;
  return {
    turn: ids.next() as TurnId,
    before: pending.conversation,
    isNew: pending.isNew,
    memory: turn.memory,
    standing: standingAfter(pending.conversation, changes, now),
    answered: message ? { order: message.order, outcome: "done" } : null,
    speaks: message !== undefined && speaks(message.content),
    replies: turn.replies.map((reply) => voice.write(reply, language)),
    kind: turn.happenings.some(({ kind }) => kind === "danger") ? "safety" : "reply",
    happenings: turn.happenings,
    changes,
    ...(file ? { keeps: { ...file, until: answering.keptUntil(pending.conversation, now) } } : {}),
    now,
    sender: senderOf(answering, pending.conversation),
  };
}

/** The file of the message, when it is kept: as the flow says, else as anywhere. */
function fileToKeep({ conversation, messages }: Pending, { filePlace }: Turn<Change>) {
  const content = messages[0]?.content;
  if (!content) return null;
  if (!filePlace) return keptFile(conversation.memory, content);
  const file = filePlace.isKept ? fileOf(content) : null;
  return file && { ...file, about: filePlace.about };
}

function senderOf(
  { owner, leases, isReadWhereStored }: Answering,
  conversation: StoredConversation,
): TurnToCommit["sender"] {
  if (isReadWhereStored(conversation)) return "delivered";
  return owner === null ? null : { owner, leaseUntil: after(leases.now(), sendingLease) };
}

/** Coming and going, and what no channel can read, are not words. */
function speaks({ kind }: Content): boolean {
  return kind !== "reachable" && kind !== "unsupported";
}

function standingAfter(before: Standing, changes: readonly Change[], now: Instant): Standing {
  let standing: Standing = { ...standingOf(before) };
  for (const change of changes) {
    if (change.kind === "callWorker") standing = callWorker(standing, change, now);
    if (change.kind === "erase") {
      standing = { heldBy: "bot", urgency: "none", need: null, waitingSince: null };
    }
  }
  return standing;
}

export function standingOf({ heldBy, urgency, need, waitingSince }: Standing): Standing {
  return { heldBy, urgency, need, waitingSince };
}
