import { lookWhoToCall } from "../answering/look-who-to-call.ts";
import { remind } from "../answering/remind.ts";
import type { Parts } from "../assemble.ts";
import type { ConversationId } from "../base/ids.ts";
import { afterTemplate, reminderTemplate } from "../channels/whatsapp-templates.ts";
import type { Job } from "../jobs/job.ts";
import { sendReminders } from "../jobs/send-reminders.ts";
import { reminderPlanOf, whereOf } from "../repertoire/reminders-for.ts";
import type { Working } from "./jobs-of.ts";

const templates = { reminder: reminderTemplate, question: afterTemplate };

/** What deciding about reminders stands on. */
export function decidingOf({ store }: Pick<Parts, "store">) {
  return {
    reminders: store.reminders,
    planOf: reminderPlanOf,
    whereOf,
  };
}

/** Sends what is due of reminders, where each person can be reached, and delivers what it wrote. */
export function remindersJob(
  { store, structures, passes }: Parts,
  { answering }: Pick<Working, "answering">,
  deliver: (conversation: ConversationId) => void,
): Job {
  return sendReminders({
    ...decidingOf({ store }),
    page: passes.reminders,
    structureOf: (slug) => structures.get(slug),
    async remind(reminder, { route, others }, structure) {
      const { conversation } = route;
      if (conversation === null) return "gone";
      const writing = { conversation, others, templates };
      const outcome = await remind(answering, reminder, structure, writing);
      if (outcome === "sent") deliver(conversation);
      return outcome;
    },
    lookWhoToCall: (reminder, { route }, now) =>
      lookWhoToCall({ answering, callList: store.callList }, reminder, route, now),
  });
}
