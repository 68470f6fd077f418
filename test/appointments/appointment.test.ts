import { expect, test } from "vitest";
import {
  type Appointment,
  isOpenProposal,
  isUpcoming,
} from "../../src/appointments/appointment.ts";
import type { AppointmentId, ConversationId, PersonId } from "../../src/base/ids.ts";
import { paris } from "./association.ts";

const appointment: Appointment = {
  id: "rdv-1" as AppointmentId,
  person: "lina" as PersonId,
  conversation: "fil-1" as ConversationId,
  structure: "rencontres-et-loisirs",
  site: "ml-carvin",
  worker: "conseillere-1",
  motif: "premier-rendez-vous",
  start: paris("2026-11-24 14:30"),
  end: paris("2026-11-24 15:15"),
  status: "booked",
  version: 1,
  createdAt: paris("2026-11-20 10:00"),
  expiresAt: null,
  bookedVia: "chat",
  mode: "place",
  details: null,
  movedTo: null,
  closedBy: null,
};

test.each([
  ["booked", "2026-11-24 14:29", true],
  ["booked", "2026-11-24 14:30", false],
  ["proposed", "2026-11-24 14:29", false],
  ["cancelled", "2026-11-24 14:29", false],
  ["moved", "2026-11-24 14:29", false],
  ["seen", "2026-11-24 14:29", false],
] as const)("an appointment %s, at %s: somebody is expected, %s", (status, now, answer) => {
  expect(isUpcoming({ ...appointment, status }, paris(now))).toBe(answer);
});

test.each([
  ["proposed", "2026-11-24 12:00", "2026-11-24 11:59", true],
  ["proposed", "2026-11-24 12:00", "2026-11-24 12:00", false],
  ["proposed", "2026-11-25 12:00", "2026-11-24 14:30", false],
  ["booked", "2026-11-24 12:00", "2026-11-24 11:59", false],
  ["cancelled", "2026-11-24 12:00", "2026-11-24 11:59", false],
] as const)("%s, to be accepted before %s, at %s: open is %s", (status, until, now, answer) => {
  const proposal = { ...appointment, status, expiresAt: paris(until) };
  expect(isOpenProposal(proposal, paris(now))).toBe(answer);
});
