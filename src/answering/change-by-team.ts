import { type Appointment, isUpcoming } from "../appointments/appointment.ts";
import type { AskedChange, ChangeMade } from "../appointments/asked-change.ts";
import type { AppointmentChange } from "../appointments/changes.ts";
import type { Diary } from "../appointments/diary.ts";
import type { ServiceReason } from "../appointments/history.ts";
import type { TurnId } from "../base/ids.ts";
import type { SaidValues } from "../base/message.ts";
import { saidPlain } from "../base/said.ts";
import { subjectFor } from "../repertoire/meant-appointment.ts";
import { appointmentValues } from "../repertoire/places.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What the team changes of an appointment stands on. */
export interface ByService {
  readonly answering: Answering;
  readonly structures: ReadonlyMap<string, Structure>;
  readonly store: { readonly diary: Diary };
}

/** Cancels an appointment for a reason of the team's; the person is told at once, and offered another. */
export function cancelByService(
  by: ByService,
  asked: AskedChange,
  reason: ServiceReason,
): Promise<ChangeMade> {
  return change(by, asked, {
    step: { flow: "annuler", step: "byService" },
    what: "cancelledByService",
    values: { reason: { key: `appointment:because_${reason}` } },
    changes: ({ id, version }) => [
      { kind: "cancelAppointment", id, version, by: "service", reason },
    ],
  });
}

/** Gives the link of a video call: it is kept with the appointment, and sent to the person. */
export function giveVideoLink(
  by: ByService,
  asked: AskedChange,
  videoLink: string,
): Promise<ChangeMade> {
  return change(by, asked, {
    step: { flow: "mon-rendez-vous", step: "videoLink" },
    what: "videoLink",
    values: { link: saidPlain(videoLink) },
    changes: ({ id, version, details }) => [
      { kind: "appointmentDetails", id, version, details: { ...details, videoLink } },
    ],
  });
}

interface Wanted {
  readonly step: { readonly flow: string; readonly step: string };
  readonly what: string;
  readonly values: SaidValues;
  readonly changes: (found: Appointment) => readonly AppointmentChange[];
}

async function change(
  { answering, structures, store }: ByService,
  asked: AskedChange,
  wanted: Wanted,
): Promise<ChangeMade> {
  const found = await store.diary.appointment(asked.appointment);
  const structure = structures.get(asked.structure);
  const isShown = found?.structure === asked.structure && found.version === asked.version;
  if (!found || !structure || !isShown || !isUpcoming(found, answering.clock.now()))
    return { outcome: "gone" };
  const begun = await begin(answering, {
    conversation: found.conversation,
    turn: answering.ids.next() as TurnId,
    kind: "receipt",
    place: wanted.step,
    learnt: { subject: subjectFor(found) },
    values: { ...appointmentValues(structure, found), ...wanted.values },
    changes: [
      ...wanted.changes(found),
      { kind: "appointmentAudit", worker: asked.worker, what: `appointment.${wanted.what}` },
    ],
    allowed: ({ erased }) => !erased,
  });
  return begun.outcome === "committed"
    ? { outcome: "done", conversation: found.conversation }
    : { outcome: "gone" };
}
