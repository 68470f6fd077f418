import { isFollowUp } from "../appointments/follow-ups.ts";
import type { TurnId } from "../base/ids.ts";
import type { TemplateCall } from "../base/message.ts";
import { reminderValues } from "../repertoire/appointment-actions.ts";
import type { DueReminder } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What became of it; `held`: the team has the conversation, `stopped`: the person wants no question. */
export type Reminded = "sent" | "already" | "gone" | "held" | "stopped";

/** What is sent where free text may not be: the hour alone, or the question, in the language. */
export interface ReminderTemplates {
  reminder(when: string, language: string): TemplateCall;
  question(language: string): TemplateCall;
}

/**
 * Writes a reminder and settles it, in one commit. The turn's id is the appointment, its version and
 * the step: the database refuses a second one. It also refuses one that was settled, or that nobody
 * wants any more, since it was found due: `already`, and nothing changes.
 */
export async function remind(
  answering: Answering,
  reminder: DueReminder,
  structure: Structure,
  templates: ReminderTemplates,
): Promise<Reminded> {
  const { appointment, step, version } = reminder;
  const { id } = appointment;
  if (isFollowUp(step)) return askAfterwards(answering, reminder, templates);
  const { when } = reminderValues(structure, appointment.start);
  const begun = await begin(answering, {
    conversation: appointment.conversation,
    turn: `${id}.${version}.${step}` as TurnId,
    kind: "reminder",
    // what is still missing is looked at when it is sent
    place: { flow: "rappel", step: `${step}Papers` },
    learnt: { subject: `${id}.${version}` },
    values: { when },
    template: (say, language) => templates.reminder(say(when), language),
    changes: [{ kind: "reminderSent", id, version, step }],
  });
  return becameOf(begun);
}

/** The question after an appointment: the bot's own word, so never while the team has the conversation. */
async function askAfterwards(
  answering: Answering,
  { appointment: { id, conversation }, version, step }: DueReminder,
  { question }: ReminderTemplates,
) {
  let refused: "held" | "stopped" = "held";
  const begun = await begin(answering, {
    conversation,
    turn: `${id}.${version}.${step}` as TurnId,
    kind: "reminder",
    place: { flow: "suivi", step: "question" },
    learnt: {},
    template: (_, language) => question(language),
    changes: [{ kind: "reminderSent", id, version, step }],
    allowed: ({ heldBy, memory }) => {
      refused = memory.known["followUpWanted"]?.value === false ? "stopped" : "held";
      return heldBy === "bot" && refused === "held";
    },
  });
  return begun.outcome === "notAllowed" ? refused : becameOf(begun);
}

function becameOf({ outcome }: Awaited<ReturnType<typeof begin>>) {
  if (outcome === "committed") return "sent";
  return outcome === "conflict" ? "already" : "gone";
}
