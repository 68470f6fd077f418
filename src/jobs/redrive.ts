import type { ConversationId } from "../base/ids.ts";
import { after, type Clock, type Instant } from "../base/time.ts";
import type { Conversations } from "../store/conversations.ts";
import type { OutgoingMessages } from "../store/outgoing-store.ts";
import type { Job, JobLine } from "./job.ts";

export interface Redriving {
  readonly conversations: Conversations;
  readonly outgoing: OutgoingMessages;
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  answer(conversation: ConversationId): Promise<void>;
  deliver(conversation: ConversationId): Promise<void>;
}

/** A message younger than this is being answered right now. */
const settling = 3_000;
const page = 100;

/** Takes up what a crash, or a network that asked to wait, left behind: answers, then sends. */
export function redrive(redriving: Redriving): Job {
  return {
    name: "redrive",
    every: 5_000,
    async pass(now, dryRun) {
      const unanswered = await redriving.conversations.unanswered(after(now, -settling), page);
      const due = await redriving.outgoing.due(now, redriving.leases.now(), page);
      const lines = [...list(unanswered, "unanswered"), ...list(due, "unsent")];
      if (dryRun) return { lines, next: null };
      await Promise.all(unanswered.map((conversation) => redriving.answer(conversation)));
      await Promise.all(due.map((conversation) => redriving.deliver(conversation)));
      // those that could not be taken up are still found by the next run: there is no next page
      return { lines, next: null };
    },
  };
}

/** At the start of a process, everything that waits is taken up at once, whatever its age. */
export async function takeUpLeftovers(redriving: Redriving, now: Instant): Promise<number> {
  const seen = new Set<ConversationId>();
  const takeUp = async (
    find: () => Promise<readonly ConversationId[]>,
    work: (conversation: ConversationId) => Promise<void>,
  ) => {
    for (;;) {
      // one that cannot be taken up now is left to the regular passes
      const found = (await find()).filter((conversation) => !seen.has(conversation));
      if (found.length === 0) return;
      for (const conversation of found) seen.add(conversation);
      await Promise.all(found.map(work));
    }
  };
  const { conversations, outgoing } = redriving;
  await takeUp(
    () => conversations.unanswered(now, page),
    (one) => redriving.answer(one),
  );
  const answered = seen.size;
  seen.clear();
  await takeUp(
    () => outgoing.due(now, redriving.leases.now(), page),
    (one) => redriving.deliver(one),
  );
  return answered + seen.size;
}

function list(conversations: readonly ConversationId[], outcome: string): JobLine[] {
  return conversations.map((about) => ({ job: "redrive", outcome, about }));
}
