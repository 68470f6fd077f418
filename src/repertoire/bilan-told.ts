import type { Instant } from "../base/time.ts";
import { type BilanFact, meantBy, type Told } from "../eligibility/bilan-questions.ts";
import type { Asking } from "../engine/conversation.ts";
import type { FactValue } from "../person/facts.ts";
import type { Scene } from "./scene.ts";
import { stillTrue } from "./still-true.ts";

/** What a conversation knows that is still true: what is too old will be asked again. */
export function toldBy({ structure }: Scene, { memory, now }: Asking): Told {
  return (fact) => {
    const learnt = memory.known[fact];
    if (!learnt || !stillTrue(fact, learnt.at as Instant, now, structure.zone)) return undefined;
    return learnt.value as FactValue | null;
  };
}

/** The answers of a bilan, in the order of its questions; tonight's roof is for tonight alone. */
export function answersOfBilan(told: Told): ReadonlyMap<BilanFact, FactValue | null> {
  return new Map([...meantBy(told)].filter(([fact]) => fact !== "safeTonight"));
}
