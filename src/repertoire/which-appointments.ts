import { saidMoment } from "../base/said.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import { bookedOf, subjectFor, subjectOf } from "./meant-appointment.ts";
import { known, type Scene } from "./scene.ts";

/** As many as the longest list of WhatsApp shows with room to spare. */
const mostShown = 8;

/** The appointments to choose from; none when there is one alone, or when a button was about one. */
export async function whichAppointments(scene: Scene, asking: Asking): Promise<Proposed> {
  const booked = known(asking, subjectOf) === null ? await bookedOf(scene, asking) : [];
  if (booked.length < 2) return { offered: [] };
  const { zone } = scene.structure;
  return {
    offered: booked.slice(0, mostShown).map((one) => ({
      key: subjectFor(one),
      label: saidMoment(one.start, zone),
      short: saidMoment(one.start, zone, "short"),
    })),
  };
}
