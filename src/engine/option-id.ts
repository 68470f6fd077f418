import type { Place } from "./conversation.ts";

/** What a button stands for: a choice at a step, perhaps about something (an appointment). */
export interface Pressed extends Place {
  readonly key: string;
  readonly subject: string | null;
}

/** The fact under which we keep what a pressed button was about, until its flow ends. */
export const subjectFact = "subject";

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
