import type { Said, SaidValues } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import { promiseAt } from "../escalation/promise.ts";
import type { Structure } from "../structure/schema.ts";

/**
 * When a human can read, said as it was computed from hours, closures and public holidays. Where no
 * hours are known, the telephone of the team is the way that does not wait, when it is known.
 */
export function promiseValues(structure: Structure, now: Instant): SaidValues {
  const promise = promiseAt(structure, now);
  const { phone } = structure.contact;
  if (promise.kind === "unknown" && phone !== null) {
    return { promise: { key: "promise:unknownCall", values: { phone } } };
  }
  if (promise.kind === "unknown" || promise.kind === "now") {
    return { promise: { key: `promise:${promise.kind}` } };
  }
  const said: Said = {
    key: `promise:${promise.kind}`,
    values: {
      day: saidMoment(promise.opensAt, structure.zone, "day"),
      time: saidMoment(promise.opensAt, structure.zone, "time"),
    },
  };
  return { promise: said };
}
