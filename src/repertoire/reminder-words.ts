import type { Appointment } from "../appointments/appointment.ts";
import type { Said } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Structure } from "../structure/schema.ts";
import { whereOf } from "./reminders-for.ts";

/** An appointment's hour, on the wall of its place. */
export function reminderWhen(
  structure: Structure,
  { start, site }: Pick<Appointment, "start" | "site">,
): Said {
  return saidMoment(start, whereOf(structure, site).zone);
}

/**
 * Whether a reminder says an hour alone: as the person wished, else as the motif is. Nothing that somebody
 * who picks up the phone could learn more from.
 */
export function isDiscreet(structure: Structure, motif: string, wished: boolean | null): boolean {
  return wished ?? structure.motifs.find(({ id }) => id === motif)?.sensitive === true;
}
