import type { Content, Said } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { urgencies } from "../base/urgency.ts";
import type { Happening, Memory } from "../engine/conversation.ts";
import { fileOf, keptFile } from "../engine/kept-file.ts";
import { maskedWords, untoldMasks } from "../engine/tell-masked.ts";
import type { Change, Pending, TurnToCommit } from "../store/conversations.ts";
import type { Answering } from "./answer.ts";
import { standingOf, toCommit } from "./to-commit.ts";

/** Buttons about an appointment that are done at once; what they answer is a receipt, not the bot's talk. */
const doneAtOnce =
  /^(rappel(-discret)?\.\w+\.(come|how|late)|proposition\.proposal\.(accept|another)|place-libre\.(offer|earlier)\.(take|notNow))@/;
/** Buttons about an appointment that would open a conversation of their own: the worker has it in hand. */
const handedOn =
  /^(rappel|rappel-discret|manque|avis|proposition|annuler|deplacer|mon-rendez-vous|place-libre|liste-attente)\./;

/**
 * A message while a worker holds the conversation. It is recorded and shown; danger in it raises the
 * urgency, and the bot says nothing. Five things are still answered, as receipts: the buttons about an
 * appointment, the words that stop or resume reminders, which must work at every moment, a file of
 * somebody who was never told what is kept, and a sensitive number that was not kept.
 */
export async function underWorker(
  answering: Answering,
  pending: Pending,
  now: Instant,
  take: () => Promise<TurnToCommit>,
): Promise<TurnToCommit> {
  const { conversation, messages } = pending;
  const content = messages[0]?.content;
  if (content?.kind === "choice" && doneAtOnce.test(content.option)) {
    const memory = { ...conversation.memory, lastAt: now };
    return { ...(await take()), memory, kind: "receipt" };
  }
  if (content?.kind === "choice" && handedOn.test(content.option)) {
    return recorded(answering, pending, now, [{ key: "everywhere:handedOn" }], []);
  }
  const word =
    content?.kind === "text" ? answering.houseOf(conversation).everywhere(content.text) : null;
  if (word === "stop" || word === "start") {
    const said: Said = { key: word === "stop" ? "stop:stopped" : "reprendre:resumed" };
    const changes: Change[] = [{ kind: "remindersStopped", stopped: word === "stop" }];
    return recorded(answering, pending, now, [said], changes);
  }
  if (content && fileOf(content) && !keptFile(conversation.memory, content)) {
    const values = answering.houseOf(conversation).always;
    const said = ["everywhere:media_untold", "accueil:privacy"].map((key) => ({ key, values }));
    const turn = await recorded(answering, pending, now, said, []);
    return { ...turn, memory: { ...turn.memory, told: true } };
  }
  const untold = content ? untoldMasks(conversation.memory, content) : [];
  if (untold.length === 0) return recorded(answering, pending, now, [], []);
  const turn = await recorded(answering, pending, now, [{ key: maskedWords }], []);
  const toldMasked = [...(conversation.memory.toldMasked ?? []), ...untold];
  return { ...turn, memory: { ...turn.memory, toldMasked } };
}

function recorded(
  answering: Answering,
  pending: Pending,
  now: Instant,
  receipt: readonly Said[],
  changes: readonly Change[],
): TurnToCommit {
  const { conversation } = pending;
  const text = textOf(pending.messages[0]?.content);
  const danger = text === null ? "none" : answering.dangerOf(text, conversation);
  const raised = Math.max(urgencies.indexOf(conversation.urgency), urgencies.indexOf(danger));
  const happenings: Happening[] = [
    { kind: "recorded" },
    ...(danger === "none" ? [] : [{ kind: "danger", value: danger }]),
  ];
  const memory: Memory = { ...conversation.memory, lastAt: now };
  const replies = receipt.length > 0 ? [{ texts: receipt, options: [] }] : [];
  return {
    ...toCommit(answering, pending, { memory, replies, happenings, changes }, now),
    kind: "receipt",
    standing: { ...standingOf(conversation), urgency: urgencies[raised] ?? conversation.urgency },
  };
}

function textOf(content: Content | undefined): string | null {
  if (content?.kind === "text" || content?.kind === "edited") return content.text;
  return content?.kind === "media" ? (content.caption ?? null) : null;
}
