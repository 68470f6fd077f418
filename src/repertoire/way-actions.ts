import { type AppointmentDetails, companions } from "../appointments/details.ts";
import { outcome } from "./action-outcome.ts";
import { seen } from "./meant-appointment.ts";
import { type Action, known } from "./scene.ts";

const counts: Readonly<Record<string, number>> = { one: 1, two: 2, threeOrMore: 3 };

/** What is told of an appointment once it is booked: who comes along. */
export const wayActions: { readonly keepCompanion: Action } = {
  async keepCompanion(scene, asking) {
    const found = await seen(scene, asking);
    if (!found) return outcome("keepCompanion", "gone");
    const told = known(asking, "companionWho");
    const who = companions.find((one) => one === told) ?? "other";
    const count = counts[String(known(asking, "companionCount"))] ?? 1;
    const details: AppointmentDetails = { ...found.details, companion: { who, count } };
    const { id, version } = found;
    return {
      ...outcome("keepCompanion", "kept"),
      changes: [{ kind: "appointmentDetails", id, version, details }],
    };
  },
};
