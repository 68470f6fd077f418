import type { Said, SaidValues } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import { type HumanPromise, promiseAt } from "../escalation/promise.ts";
import type { Structure } from "../structure/schema.ts";
import { weekKnown } from "./supply-of.ts";

/**
 * When a human can read, said as it was computed from hours, closures and public holidays. Where no
 * hours are known, the telephone of the team is the way that does not wait, when it is known.
 */
export function promiseValues(structure: Structure, now: Instant): SaidValues {
  const promise = promiseAt(weekKnown(structure), now);
  const { phone } = structure.contact;
  if (promise.kind === "unknown" && phone !== null) {
    return { promise: { key: "promise:unknownCall", values: { phone } } };
  }
  if (promise.kind === "unknown" || promise.kind === "now") {
    return { promise: { key: `promise:${promise.kind}` } };
  }
  return { promise: opening(`promise:${promise.kind}`, structure, promise) };
}

const nobodyBefore = {
  busy: "nobodyBusy",
  today: "nobodyToday",
  nextDay: "nobodyNextDay",
  later: "nobodyLater",
};

/** The same to somebody in danger: closed, it is said plainly that nobody reads before. */
export function dangerPromiseValues(structure: Structure, now: Instant): SaidValues {
  const promise = promiseAt(weekKnown(structure), now);
  if (promise.kind === "unknown" || promise.kind === "now") return promiseValues(structure, now);
  // a phone may be off at night: what is tried is said, and nothing is promised
  if (structure.onCall) return { promise: { key: "promise:onCall" } };
  return { promise: opening(`promise:${nobodyBefore[promise.kind]}`, structure, promise) };
}

function opening(
  key: string,
  { zone }: Structure,
  { opensAt }: Exclude<HumanPromise, { readonly kind: "unknown" }>,
): Said {
  return {
    key,
    values: { day: saidMoment(opensAt, zone, "day"), time: saidMoment(opensAt, zone, "time") },
  };
}
