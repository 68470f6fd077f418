import { outcome } from "./action-outcome.ts";
import { allowanceFor, inTheWay } from "./appointment-allowance.ts";
import { appointmentFile } from "./appointment-file.ts";
import {
  acceptedBefore,
  aimedAt,
  bookedOf,
  cancelled,
  proposalsOf,
  subjectOf,
} from "./meant-appointment.ts";
import { appointmentValues } from "./places.ts";
import { promiseValues } from "./promise-words.ts";
import { remindersFor } from "./reminders-for.ts";
import type { Action } from "./scene.ts";

/** What a person does with a time that a worker proposed. */
export const proposalActions: { readonly [Name in "acceptProposal" | "declineProposal"]: Action } =
  {
    async acceptProposal(scene, asking) {
      const { structure } = scene;
      const accepted = await acceptedBefore(scene, asking);
      if (accepted) {
        return outcome("acceptProposal", "booked", appointmentValues(structure, accepted));
      }
      const found = await aimedAt(scene, asking, "proposed");
      const booked = await bookedOf(scene, asking);
      const allowance = allowanceFor(structure, found?.start ?? asking.now);
      const inWay = found ? inTheWay(booked, allowance, found.motif) : booked[0];
      if (inWay) {
        const values = appointmentValues(structure, inWay);
        return { ...outcome("acceptProposal", "already", values), forget: [subjectOf] };
      }
      if (!found) return { ...outcome("acceptProposal", "gone"), forget: [subjectOf] };
      const { id, version } = found;
      const { open } = allowance;
      const reminders = remindersFor(structure, found, asking.now);
      const others = (await proposalsOf(scene, asking)).filter((one) => one.id !== id);
      return {
        outcome: "booked",
        values: appointmentValues(structure, found),
        changes: [
          { kind: "acceptProposal", id, version, reminders, open },
          ...others.map(cancelled),
        ],
        file: appointmentFile(scene, {
          appointment: { ...found, version: version + 1 },
          replaced: null,
          now: asking.now,
        }),
      };
    },

    async declineProposal(scene, asking) {
      const found = await aimedAt(scene, asking, "proposed");
      if (!found) return { ...outcome("declineProposal", "gone"), forget: [subjectOf] };
      return {
        outcome: "declined",
        values: promiseValues(scene.structure, asking.now),
        changes: [
          cancelled(found),
          { kind: "callWorker", urgency: "normal", need: "book_appointment" },
        ],
      };
    },
  };
