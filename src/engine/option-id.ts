import type { Place } from "./conversation.ts";

/** What a button stands for: a choice at a step, perhaps about something (an appointment). */
export interface Pressed extends Place {
  readonly key: string;
  readonly subject: string | null;
}

/** The fact under which we keep what a pressed button was about, until its flow ends. */
export const subjectFact = "subject";

/**
 * The fact under which a flow keeps what the question that waits asks to confirm, as "flow:mark": the
 * buttons of an older question of the same kind carry another mark, and never answer this one.
 */
export const confirmedFact = "confirming";

/** The mark of what is being confirmed in a flow; null when nothing is. */
export function markIn(flow: string, confirmed: unknown): string | null {
  const [where, mark] = typeof confirmed === "string" ? confirmed.split(":") : [];
  return where === flow && mark ? mark : null;
}

/** The opaque id of a choice: `flow.step.key`, then `@subject` when the button is about something. */
export function optionId(place: Place, key: string, subject?: string | null): string {
  return `${place.flow}.${place.step}.${key}${subject ? `@${subject}` : ""}`;
}

/** What an id stands for, or null when it is none of ours. */
export function readOptionId(id: string): Pressed | null {
  const [head = "", ...about] = id.split("@");
  const [flow, step, ...key] = head.split(".");
  if (!flow || !step || key.length === 0) return null;
  return { flow, step, key: key.join("."), subject: about.length > 0 ? about.join("@") : null };
}
