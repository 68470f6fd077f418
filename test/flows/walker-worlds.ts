import type { OwnGathering } from "../../src/appointments/gatherings.ts";
import type { WaitingEntry } from "../../src/appointments/waiting-list.ts";
import type { AppointmentId } from "../../src/base/ids.ts";
import { after, hour } from "../../src/base/time.ts";
import { appointment, now, type World } from "./real-house.ts";

/** A time that a worker proposed. */
const proposed = {
  ...appointment,
  status: "proposed" as const,
  expiresAt: after(now, 24 * hour),
};
const another = { ...appointment, id: "another" as AppointmentId };
const waiting: WaitingEntry = {
  id: "w1",
  structure: appointment.structure,
  conversation: appointment.conversation,
  kind: "first",
  motif: appointment.motif,
  wish: { sites: null, days: [2, 4], half: "morning", phone: true },
  known: [],
  band: 0,
  since: now,
  askAt: after(now, 28 * 24 * hour),
  askedAt: null,
};
function workshop(id: string, mine: OwnGathering["mine"], taken: number): OwnGathering {
  return {
    mine,
    gathering: {
      ...{ id, structure: appointment.structure, kind: "workshop", series: id, site: "ml-carvin" },
      ...{ start: after(now, 24 * hour), end: after(now, 26 * hour), seats: 6, extra: 0 },
      ...{
        state: "planned",
        madeAt: now,
        taken,
        waiting: 0,
        total: null,
        withFile: null,
        qpv: null,
      },
      words: {
        ...{ title: "Mon budget", audience: "les 18-25 ans", bring: "un stylo" },
        ...{ partner: "Mission locale", tools: "", place: "" },
      },
    },
  };
}

/** The worlds in which every question is met. */
export const worlds: Readonly<Record<string, World>> = {
  "an empty agenda": {},
  "an appointment in two days": { appointments: [appointment] },
  "a time proposed by a worker": { appointments: [proposed] },
  "a time proposed beside an appointment": { appointments: [proposed, another] },
  "no hours to offer": { closed: true },
  "an alert that nobody has read": { urgency: "immediate" },
  "the house of a CCAS": { isCcas: true },
  "two appointments, of which a partner asked for one": {
    appointments: [appointment, another],
    request: { id: appointment.id, partner: "CCAS de Libercourt", appointment },
  },
  "a place on the waiting list": { waiting },
  "several things to come for": { severalMotifs: true },
  "workshops: one free, one full, one of theirs, one awaited": {
    gatherings: [
      workshop("free", null, 2),
      workshop("full", null, 6),
      workshop("mine", "seat", 1),
      workshop("waits", "waits", 6),
    ],
  },
};
