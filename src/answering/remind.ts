import type { AppointmentChange } from "../appointments/changes.ts";
import { followUpDays, isAfterwards, statusesWanted } from "../appointments/reminder-steps.ts";
import type { ConversationId, TurnId } from "../base/ids.ts";
import type { TemplateCall } from "../base/message.ts";
import { saidLines } from "../base/said.ts";
import type { Memory, Place } from "../engine/conversation.ts";
import { isDiscreet, reminderWhen } from "../repertoire/reminder-words.ts";
import type { DueReminder } from "../store/reminder-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What became of it; `held`: the team has the conversation, `stopped`: the person wants no question, `closed`: they found what they looked for. */
export type Reminded = "sent" | "already" | "gone" | "held" | "stopped" | "closed";

/** What is sent where free text may not be: the hour alone, or the question, in the language. */
export interface ReminderTemplates {
  reminder(when: string, language: string): TemplateCall;
  question(step: string, language: string, at: Place | null): TemplateCall;
}

/** What is written, and where. */
export interface Writing {
  readonly conversation: ConversationId;
  /** Of other appointments of the person, said in the same message. */
  readonly others: readonly DueReminder[];
  readonly templates: ReminderTemplates;
}

/**
 * Writes a reminder and settles it, with those of other appointments that leave with it, in one commit.
 * The turn's id is the appointment, its version and the step: the database refuses a second one. It also
 * refuses one that was settled, or that nobody wants any more, since it was found due: `already`, and
 * nothing changes.
 */
export async function remind(
  answering: Answering,
  reminder: DueReminder,
  structure: Structure,
  writing: Writing,
): Promise<Reminded> {
  if (isAfterwards(reminder.step)) return askAfterwards(answering, reminder, writing);
  const turn = turnOf(reminder);
  const all = [reminder, ...writing.others];
  const when = reminderWhen(structure, reminder.appointment);
  const first = all.toSorted((one, other) => one.appointment.start - other.appointment.start);
  const list = saidLines(first.map(({ appointment }) => reminderWhen(structure, appointment)));
  const begun = await begin(answering, {
    conversation: writing.conversation,
    turn,
    kind: "reminder",
    place: placeOf(reminder, structure, all.length),
    learnt: all.length > 1 ? { remindedOf: all.map(subjectOf) } : { subject: subjectOf(reminder) },
    values: { when, list },
    template: (say, language) => writing.templates.reminder(say(when), language),
    changes: [settled(reminder), ...writing.others.map((one) => settled(one, turn))],
  });
  return becameOf(begun);
}

/** What is still missing is looked at when it is sent; who wants to be discreet is told an hour alone. */
function placeOf(reminder: DueReminder, structure: Structure, count: number): Place {
  if (count > 1) return { flow: "rappel-discret", step: "several" };
  const { step, appointment, discreet } = reminder;
  if (!isDiscreet(structure, appointment.motif, discreet))
    return { flow: "rappel", step: `${step}Papers` };
  return { flow: "rappel-discret", step: step === "twoHours" ? "today" : "discreet" };
}

/** What is written after an appointment: the bot's own word, so never while the team has the conversation. */
async function askAfterwards(
  answering: Answering,
  reminder: DueReminder,
  { conversation, templates }: Writing,
) {
  let refused: Exclude<Reminded, "sent" | "already" | "gone"> = "held";
  const begun = await begin(answering, {
    conversation,
    turn: turnOf(reminder),
    kind: "reminder",
    place: ({ memory }) => questionAfter(reminder.step, hasFound(memory)),
    learnt: { subject: subjectOf(reminder) },
    template: (_, language, at) => templates.question(reminder.step, language, at),
    changes: [settled(reminder)],
    allowed: ({ heldBy, memory }) => {
      const isUnwanted = memory.known["followUpWanted"]?.value === false;
      const isPolite = reminder.step === "missed";
      refused = isUnwanted && !isPolite ? "stopped" : "held";
      // told at once that a home is found: whether they still live there is for later
      if (hasFound(memory) && reminder.step === firstFollowUp) refused = "closed";
      return heldBy === "bot" && refused === "held";
    },
  });
  return begun.outcome === "notAllowed" ? refused : becameOf(begun);
}

const firstFollowUp = `after${followUpDays[0]}Days`;

function hasFound({ known }: Memory): boolean {
  const { housingOutcome: found, stillHoused: still } = known;
  if (found?.value !== "found") return false;
  return still?.value !== false || still.at < found.at;
}

/** What is asked: how it was, how the search goes, or whether the home that was found is still theirs. */
function questionAfter(step: string, found: boolean): Place {
  if (step === "missed") return { flow: "manque", step: "question" };
  if (step === "opinion") return { flow: "avis", step: "question" };
  return { flow: "suivi", step: found ? "stillThere" : "question" };
}

function turnOf(reminder: DueReminder): TurnId {
  return `${subjectOf(reminder)}.${reminder.step}` as TurnId;
}

function subjectOf({ appointment, version }: DueReminder): string {
  return `${appointment.id}.${version}`;
}

function settled({ appointment, version, step }: DueReminder, within?: TurnId): AppointmentChange {
  const { id } = appointment;
  const wanted = statusesWanted(step);
  return { kind: "reminderSent", id, version, step, wanted, ...(within ? { within } : {}) };
}

function becameOf({ outcome }: Awaited<ReturnType<typeof begin>>) {
  if (outcome === "committed") return "sent";
  return outcome === "conflict" ? "already" : "gone";
}
