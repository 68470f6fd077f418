import type { Appointment, AppointmentMark } from "../appointments/appointment.ts";
import type { Said } from "../base/message.ts";
import type { Asking } from "../engine/conversation.ts";
import { subjectOf } from "./meant-appointment.ts";
import { type Action, known, type Scene } from "./scene.ts";

/** What a worker says of an appointment from their own phone. Writes nothing: the change goes with the turn. */
export const markActions: {
  readonly [Name in "markSeen" | "markAbsent" | "markExcused"]: Action;
} = {
  markSeen: (scene, asking) => mark(scene, asking, "seen"),
  markAbsent: (scene, asking) => mark(scene, asking, "absent"),
  markExcused: (scene, asking) => mark(scene, asking, "excused"),
};

async function mark(scene: Scene, asking: Asking, status: AppointmentMark) {
  const [id = "", version] = String(known(asking, subjectOf)).split(".");
  const forget = [subjectOf];
  const found = await ownAppointment(scene, id);
  if (!found) return { outcome: "gone", forget, values: { why: said("whyNotYours") } };
  if (isMark(found.status))
    return { outcome: "already", forget, values: { status: said(found.status) } };
  const why = whyNot(found, Number(version), asking);
  if (why) return { outcome: "gone", forget, values: { why: said(why) } };
  return {
    outcome: "marked",
    forget,
    values: { status: said(status) },
    changes: [{ kind: "markAppointment" as const, id: found.id, version: found.version, status }],
  };
}

/** The appointment, when it is of the agenda that the worker of this very phone keeps. */
async function ownAppointment(scene: Scene, id: string): Promise<Appointment | null> {
  const agenda = await scene.agendas.agendaOf(scene.conversation);
  const found = agenda === null ? null : await scene.diary.appointment(id);
  const isOwn = found?.worker === agenda && found?.structure === scene.structure.slug;
  return isOwn ? found : null;
}

/** Why nothing can be noted; null when it can. */
function whyNot({ status, version, start }: Appointment, asked: number, { now }: Asking) {
  if (status === "cancelled") return "whyCancelled";
  if (status === "moved") return "whyMoved";
  return status !== "booked" || version !== asked || start > now ? "whyChanged" : null;
}

function isMark(status: Appointment["status"]): status is AppointmentMark {
  return status === "seen" || status === "absent" || status === "excused";
}

const said = (key: string): Said => ({ key: `pointage:${key}` });
