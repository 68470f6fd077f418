import { type Appointment, isUpcoming } from "../appointments/appointment.ts";
import { saidMoment } from "../base/said.ts";
import { after, dateIn, hour } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import { aboutAppointment, subjectFor, subjectOf } from "./meant-appointment.ts";
import { whereOf } from "./reminders-for.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names = "confirmAll" | "tellLate" | "beDiscreet" | "beOpen";

/** The appointments that the last reminder named, when it named several. */
const remindedOf = "remindedOf";

/** What a person answers to a reminder, and wishes of the next ones. */
export const reminderActions: { readonly [Name in Names]: Action } = {
  async confirmAll(scene, asking) {
    const named: unknown = known(asking, remindedOf);
    const subjects = Array.isArray(named) ? named.map(String) : [];
    const upcoming = await scene.diary.upcomingOf(scene.person, asking.now);
    const meant = upcoming.filter(
      (one) => isUpcoming(one, asking.now) && subjects.includes(subjectFor(one)),
    );
    const changes = meant.map(({ id, version }) => ({
      ...{ kind: "confirmPresence" as const, id, version },
    }));
    return { outcome: changes.length > 0 ? "confirmed" : "gone", forget: [remindedOf], changes };
  },

  async tellLate(scene, asking) {
    const found = await ofToday(scene, asking);
    if (!found) return { outcome: "notToday", forget: [subjectOf] };
    const { id, version, start, site } = found;
    const when = saidMoment(start, whereOf(scene.structure, site).zone, "time");
    const words = scene.toTeam({ key: "retard:telling", values: { when } });
    return { outcome: "told", changes: [{ kind: "tellLate", id, version, words }] };
  },

  beDiscreet: () => discreetly(true),
  beOpen: () => discreetly(false),
};

function discreetly(discreet: boolean) {
  return { outcome: "kept", changes: [{ kind: "remindDiscreetly" as const, discreet }] };
}

/** Who is late may say so when it has begun. */
const saidWithin = hour;

/** The appointment of this day that the button is about, else the next one of the day. */
async function ofToday(scene: Scene, asking: Asking): Promise<Appointment | null> {
  const { now } = asking;
  const isToday = ({ start, site, status, person }: Appointment) => {
    const { zone } = whereOf(scene.structure, site);
    const isOwn = status === "booked" && person === scene.person;
    return isOwn && dateIn(zone, start) === dateIn(zone, now);
  };
  const about = aboutAppointment(known(asking, subjectOf));
  if (about) {
    const found = await scene.diary.appointment(about.id);
    return found?.version === about.version && isToday(found) ? found : null;
  }
  const coming = await scene.diary.upcomingOf(scene.person, after(now, -saidWithin));
  return coming.find(isToday) ?? null;
}
