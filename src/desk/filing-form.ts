import { at, dateIn, type Instant } from "../base/time.ts";
import { dateAsked } from "./date-asked.ts";
import type { View } from "./words.ts";

export const mostLabels = 5;
export const longestLabel = 24;

/** The labels that were typed, each once; null when they are too many or too long. */
export function labelsIn(typed: string): readonly string[] | null {
  const words = typed
    .split(",")
    .map((word) => word.trim().replaceAll(/\s+/g, " "))
    .filter((word) => word !== "");
  const labels = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  if (labels.length > mostLabels) return null;
  return labels.every((word) => word.length <= longestLabel) ? labels : null;
}

/** In the morning a conversation that was put aside is back before the team is. */
const backAt = "07:00";

/** Until when a conversation is put aside, from the day of a form: "" is at once, null is no day to come. */
export function untilOf(view: View, typed: string): Instant | null | "back" {
  const { now } = view;
  const { zone } = view.structure;
  if (typed === "") return "back";
  // what is no date is said to be today, which is not to come
  const day = dateAsked(view, typed);
  return day > dateIn(zone, now) ? at(zone, day, backAt) : null;
}
