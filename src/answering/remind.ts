import type { TurnId } from "../base/ids.ts";
import { reminderValues } from "../repertoire/appointment-actions.ts";
import type { DueReminder } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * Writes a reminder and settles it, in one commit. The turn's id is the appointment, its version and
 * the step: the database refuses a second one. It also refuses one that was settled, or that nobody
 * wants any more, since it was found due: `already`, and nothing changes.
 */
export async function remind(
  answering: Answering,
  reminder: DueReminder,
  structure: Structure,
): Promise<"sent" | "already" | "gone"> {
  const { appointment, step, version } = reminder;
  const { id } = appointment;
  const begun = await begin(answering, {
    conversation: appointment.conversation,
    turn: `${id}.${version}.${step}` as TurnId,
    kind: "reminder",
    place: { flow: "rappel", step },
    learnt: { subject: `${id}.${version}` },
    values: reminderValues(structure, appointment.start),
    changes: [{ kind: "reminderSent", id, version, step }],
  });
  if (begun.outcome === "committed") return "sent";
  return begun.outcome === "conflict" ? "already" : "gone";
}
