import type { TurnId } from "../base/ids.ts";
import type { TemplateCall } from "../base/message.ts";
import { reminderValues } from "../repertoire/appointment-actions.ts";
import type { DueReminder } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What is sent in a reminder's place where free text may not be: the hour alone, in the language. */
export type ReminderTemplate = (when: string, language: string) => TemplateCall;

/**
 * Writes a reminder and settles it, in one commit. The turn's id is the appointment, its version and
 * the step: the database refuses a second one. It also refuses one that was settled, or that nobody
 * wants any more, since it was found due: `already`, and nothing changes.
 */
export async function remind(
  answering: Answering,
  reminder: DueReminder,
  structure: Structure,
  template: ReminderTemplate,
): Promise<"sent" | "already" | "gone"> {
  const { appointment, step, version } = reminder;
  const { id } = appointment;
  const { when } = reminderValues(structure, appointment.start);
  const begun = await begin(answering, {
    conversation: appointment.conversation,
    turn: `${id}.${version}.${step}` as TurnId,
    kind: "reminder",
    // what is still missing is looked at when it is sent
    place: { flow: "rappel", step: `${step}Papers` },
    learnt: { subject: `${id}.${version}` },
    values: { when },
    template: (say, language) => template(say(when), language),
    changes: [{ kind: "reminderSent", id, version, step }],
  });
  if (begun.outcome === "committed") return "sent";
  return begun.outcome === "conflict" ? "already" : "gone";
}
