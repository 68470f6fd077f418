import { after, hour, type Instant } from "../base/time.ts";
import type { DueReminder, Reminders } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import { type Deciding, type Decision, decide } from "./reminder-decision.ts";

/** One planned reminder, and what would become of it at its hour if nothing changed until then. */
export interface AheadReminder {
  readonly reminder: DueReminder;
  readonly decision: Decision;
}

/** So far ahead it is told. */
const aheadOver = 48 * hour;
/** So many are told at most. */
const mostTold = 200;

/**
 * What the next two days bring to the people of one structure, each decided as it would be at its own
 * hour. Nothing is written.
 */
export async function remindersAhead(
  deciding: Deciding & { readonly reminders: Pick<Reminders, "plannedUntil"> },
  structure: Structure,
  now: Instant,
): Promise<readonly AheadReminder[]> {
  const until = after(now, aheadOver);
  const planned = await deciding.reminders.plannedUntil(structure.slug, until, mostTold);
  const ahead: AheadReminder[] = [];
  for (const reminder of planned) {
    const then = reminder.dueAt > now ? reminder.dueAt : now;
    ahead.push({ reminder, decision: await decide(deciding, reminder, structure, then) });
  }
  return ahead;
}
