import type { Said } from "../base/message.ts";
import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { AnyStep, Flow } from "./flow.ts";
import { label, option } from "./flow-words.ts";
import type { House } from "./house.ts";
import { type Progress, progressAt } from "./progress.ts";
import { isKnown } from "./step-at.ts";

/** From this many questions on, saying where we stand helps more than it weighs. */
const longEnoughToCount = 3;

/** Asks a question, with its place among the others, its buttons, and the right not to know. */
export function ask<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: Extract<AnyStep, { ask: string }>,
): void {
  draft.remember({ asked: step.ask });
  const flow = house.flows.get(place.flow) as Flow;
  const progress = progressAt(flow, place, draft.memory, (fact) => isKnown(house, draft, fact));
  // several things were meant by what was typed: they are the choices now
  const several = draft.memory.offered;
  const question: Said =
    several.length > 0 ? { key: "everywhere:didYouMean" } : label(house, draft, place, step.text);
  draft.say(withPlace(progress, question));
  const choices = several.length > 0 ? several : house.choices(step.ask);
  draft.show([
    ...choices.map((choice) => option(place, choice.key, choice.label)),
    option(place, "unknown", house.unknownWord(step.ask, several.length > 0)),
  ]);
}

function withPlace({ position, total }: Progress, question: Said): Said {
  if (total === null) return { key: "everywhere:numberedOnly", values: { position, question } };
  if (total < longEnoughToCount) return question;
  return { key: "everywhere:numbered", values: { position, total, question } };
}
