import { agreedKeptFor, type GivenRequest } from "../appointments/prescriptions.ts";
import { cellsOf } from "../appointments/resources.ts";
import { saidLines, saidPlain } from "../base/said.ts";
import { after, hour } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import { readLinkCode } from "../person/link-code.ts";
import { allowanceFor, inTheWay } from "./appointment-allowance.ts";
import { appointmentFile } from "./appointment-file.ts";
import { bookedOf } from "./meant-appointment.ts";
import { appointmentValues } from "./places.ts";
import { remindersFor } from "./reminders-for.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names = "findRequest" | "agreeToRequest" | "refuseRequest" | "describeSharing" | "stopSharing";

/** The fact under which the code of a partner's request is known while it is looked at. */
export const givenRequestCode = "requestCode";
export const requestFlow = "accord-partenaire";

/** "rdv ABCD-2345", as the partner's page says to write it; null for all other texts. */
export function readRequestCode(text: string): string | null {
  const typed = /^\s*(?:rdv|rendez-vous|accord)\s*:?\s+(.+)$/is.exec(text)?.[1];
  return typed === undefined ? null : readLinkCode(`relier ${typed}`);
}

/** Wrong codes an hour that a conversation may give. */
const wrongAtMost = 5;

/** What a person answers to the request of a partner. Writes nothing: the changes go with the turn. */
export const prescriptionActions: { readonly [Name in Names]: Action } = {
  async findRequest(scene, asking) {
    const since = after(asking.now, -hour);
    const wrong = await scene.prescriptions.wrongSince(scene.conversation, since);
    if (wrong >= wrongAtMost) return { outcome: "tooMany", forget: [givenRequestCode] };
    const request = await requestHere(scene, asking);
    if (!request) return { outcome: "wrong", forget: [givenRequestCode] };
    return { outcome: "found", values: requestValues(scene, request) };
  },

  async agreeToRequest(scene, asking) {
    const { structure } = scene;
    const { now } = asking;
    const request = await requestHere(scene, asking);
    if (!request) return { outcome: "gone", forget: [givenRequestCode] };
    const { id, appointment } = request;
    const { version, start, end, motif } = appointment;
    const allowance = allowanceFor(structure, start);
    const inWay = inTheWay(await bookedOf(scene, asking), allowance, motif);
    if (inWay) return { outcome: "already", values: appointmentValues(structure, inWay) };
    return {
      outcome: "booked",
      values: requestValues(scene, request),
      forget: [givenRequestCode],
      changes: [
        {
          kind: "agreeToRequest",
          ...{ id, version, reminders: remindersFor(structure, appointment, now) },
          ...{ cells: cellsOf(start, end), open: allowance.open },
          keptUntil: after(start, agreedKeptFor),
        },
      ],
      file: appointmentFile(scene, {
        appointment: { ...appointment, version: version + 1 },
        replaced: null,
        now,
      }),
    };
  },

  async refuseRequest(scene, asking) {
    const request = await requestHere(scene, asking);
    if (!request) return { outcome: "gone", forget: [givenRequestCode] };
    const { id, appointment } = request;
    return {
      outcome: "refused",
      forget: [givenRequestCode],
      changes: [{ kind: "refuseRequest", id, version: appointment.version }],
    };
  },

  async describeSharing({ prescriptions, person, structure }) {
    const shared = await prescriptions.sharedOf(person, structure.slug);
    if (shared.length === 0) return { outcome: "none" };
    const partners = [...new Set(shared.map(({ partner }) => partner))];
    return { outcome: "some", values: { partners: saidLines(partners.map(saidPlain)) } };
  },

  stopSharing: () => ({ outcome: "stopped", changes: [{ kind: "stopSharing" }] }),
};

function requestHere(
  { prescriptions, structure }: Scene,
  asking: Asking,
): Promise<GivenRequest | null> {
  const code = String(known(asking, givenRequestCode) ?? "");
  return prescriptions.requestOf(code, structure.slug, asking.now);
}

function requestValues({ structure }: Scene, { partner, appointment }: GivenRequest) {
  return { ...appointmentValues(structure, appointment), partner };
}
