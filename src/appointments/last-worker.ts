import type { Instant } from "../base/time.ts";
import type { Appointment } from "./appointment.ts";

/** Whom somebody saw the last time, by the appointments they had; null when they saw nobody yet. */
export function lastWorkerIn(history: readonly Appointment[], now: Instant): string | null {
  const met = history.filter(
    ({ status, end }) => status === "seen" || (status === "booked" && end <= now),
  );
  const last = met.toSorted((one, other) => other.start - one.start)[0];
  return last?.worker ?? null;
}
