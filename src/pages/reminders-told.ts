import { decidingOf } from "../assemble/reminders-job.ts";
import type { Trousseau } from "../assemble.ts";
import type { AheadLine } from "../desk/reminders-page.tsx";
import { reminderAlarms } from "../jobs/reminder-health.ts";
import { type AheadReminder, remindersAhead } from "../jobs/reminders-ahead.ts";

/** What the desk tells of reminders: those to come, and what is wrong with them. */
export function remindersTold(house: Trousseau) {
  return {
    async remindersAhead(slug: string): Promise<readonly AheadLine[]> {
      const structure = house.structures.get(slug);
      if (!structure) return [];
      const ahead = await remindersAhead(decidingOf(house), structure, house.clock.now());
      // what waits for the worker's word is told where that word is given: on the agenda
      return ahead.map(lineOf).filter(({ why }) => why !== "notMarked");
    },
    reminderAlarms: () => reminderAlarms(house, house.clock.now()),
  };
}

function lineOf({ reminder, decision }: AheadReminder): AheadLine {
  const { appointment, dueAt, step } = reminder;
  const isSent = decision.kind === "send";
  const { kind } = decision;
  return {
    at: dueAt,
    conversation: appointment.conversation,
    person: appointment.person,
    start: appointment.start,
    step,
    outcome: kind,
    why: kind === "skip" || kind === "putOff" ? decision.why : null,
    channel: isSent ? decision.route.channel : null,
    rings: isSent && decision.route.rings,
    others: isSent ? decision.others.length : 0,
  };
}
