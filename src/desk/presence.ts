import type { ConversationId, WorkerId } from "../base/ids.ts";
import { after, type Instant, second } from "../base/time.ts";

/** What somebody does in a conversation that is open before them. */
export type Doing = "reads" | "writes";

export interface Present {
  readonly worker: WorkerId;
  readonly doing: Doing;
}

/** A page tells of itself every ten seconds: after more than two of them nobody is there any more. */
const goneAfter = 25 * second;
/** Writing is shown a moment longer than a pause for thought. */
const writesFor = 8 * second;
const mostConversations = 500;

interface Seen {
  readonly at: Instant;
  readonly wroteAt: Instant | null;
}

/**
 * Who has which conversation open: a courtesy between colleagues, kept in memory and never relied on (who
 * answers is decided in the database). Another process knows nothing of it.
 */
export function presenceHere() {
  const open = new Map<ConversationId, Map<WorkerId, Seen>>();
  return {
    /** Notes that somebody is there, and tells who else is. */
    seen(
      conversation: ConversationId,
      { worker, doing }: Present,
      now: Instant,
    ): readonly Present[] {
      const here = open.get(conversation) ?? new Map<WorkerId, Seen>();
      const wroteAt = doing === "writes" ? now : (here.get(worker)?.wroteAt ?? null);
      here.set(worker, { at: now, wroteAt });
      // the one that was open longest ago leaves
      open.delete(conversation);
      open.set(conversation, here);
      const [oldest] = open.keys();
      if (open.size > mostConversations && oldest) open.delete(oldest);
      for (const [who, { at }] of here) if (now >= after(at, goneAfter)) here.delete(who);
      return [...here]
        .filter(([who]) => who !== worker)
        .map(([who, { wroteAt: wrote }]) => ({
          worker: who,
          doing: wrote !== null && now < after(wrote, writesFor) ? "writes" : "reads",
        }));
    },
  };
}

export type Presence = ReturnType<typeof presenceHere>;
