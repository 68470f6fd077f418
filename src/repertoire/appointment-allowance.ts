import type { Appointment } from "../appointments/appointment.ts";
import type { Allowance } from "../appointments/changes.ts";
import { addDays, at, dateIn, type Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";

/** Where a person books alone, one appointment to come leaves the other times to others. */
const usuallyOpen = 1;

/** What somebody may book that begins then: how many at once, and the day on which one of a motif is enough. */
export function allowanceFor(structure: Structure, start: Instant): Allowance {
  const date = dateIn(structure.zone, start);
  const day = {
    from: at(structure.zone, date, "00:00"),
    to: at(structure.zone, addDays(date, 1), "00:00"),
  };
  return { open: structure.openAppointments ?? usuallyOpen, day };
}

/**
 * The appointment that stands in the way of another one, of those somebody has booked: the next when they
 * have as many as they may, else one of the same motif on the same day; null when they may book.
 */
export function inTheWay(
  booked: readonly Appointment[],
  { open, day }: Allowance,
  motif: string,
): Appointment | null {
  if (booked.length >= open) return booked[0] ?? null;
  const sameDay = (one: Appointment) =>
    one.motif === motif && day.from <= one.start && one.start < day.to;
  return booked.find(sameDay) ?? null;
}
