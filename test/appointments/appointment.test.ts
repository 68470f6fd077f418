import { expect, test } from "vitest";
import { type Appointment, canChange, decideBooking } from "../../src/appointments/appointment.ts";
import { calendarEvent, postalAddress } from "../../src/appointments/calendar-event.ts";
import { roomResource, workerResource } from "../../src/appointments/resources.ts";
import { slotId } from "../../src/appointments/slot-id.ts";
import type { AppointmentId, ConversationId, PersonId } from "../../src/base/ids.ts";
import { henincarvin, paris } from "./association.ts";

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
  bookedVia: "chat",
};

test.each([
  ["booked", "2026-11-24 14:29", "changeable"],
  ["confirmed", "2026-11-24 14:29", "changeable"],
  ["proposed", "2026-11-23 10:00", "changeable"],
  ["booked", "2026-11-24 14:30", "begun"],
  ["seen", "2026-11-24 16:00", "begun"],
  ["absent", "2026-11-24 16:00", "begun"],
  ["cancelled", "2026-11-23 10:00", "cancelled"],
  ["excused", "2026-11-25 10:00", "cancelled"],
  ["declined", "2026-11-23 10:00", "cancelled"],
  ["moved", "2026-11-23 10:00", "moved"],
] as const)("an appointment %s, at %s, is %s", (status, now, answer) => {
  expect(canChange({ ...appointment, status }, paris(now))).toBe(answer);
});

const { site, worker, start, end } = appointment;
const slot = { id: slotId({ site, worker, start }), site, worker, start, end };
const now = paris("2026-11-20 10:00");

test("a free slot is free", () => {
  expect(decideBooking({ existing: [], slot, now, busy: [] })).toBe("free");
});

test("a slot that has begun is too late, even for someone who has an appointment", () => {
  const late = { existing: [appointment], slot, now: slot.start, busy: [] };
  expect(decideBooking(late)).toBe("tooLate");
});

test.each([
  ["booked", "alreadyHasOne"],
  ["confirmed", "alreadyHasOne"],
  ["proposed", "free"],
  ["cancelled", "free"],
  ["moved", "free"],
] as const)("someone whose appointment is %s: %s", (status, answer) => {
  const existing = [{ ...appointment, status }];
  expect(decideBooking({ existing, slot, now, busy: [] })).toBe(answer);
});

test("an appointment of last month does not prevent a new one", () => {
  const existing = [{ ...appointment, start: paris("2026-10-20 14:30") }];
  expect(decideBooking({ existing, slot, now, busy: [] })).toBe("free");
});

test.each([
  [
    "the worker, a quarter of an hour over",
    workerResource(worker),
    "2026-11-24 15:00",
    "2026-11-24 16:00",
    "taken",
  ],
  ["the room", roomResource(site), "2026-11-24 14:00", "2026-11-24 15:00", "taken"],
  [
    "the worker, until it begins",
    workerResource(worker),
    "2026-11-24 13:45",
    "2026-11-24 14:30",
    "free",
  ],
  [
    "the worker, from its end",
    workerResource(worker),
    "2026-11-24 15:15",
    "2026-11-24 16:00",
    "free",
  ],
  [
    "another worker",
    workerResource("conseiller-2"),
    "2026-11-24 14:30",
    "2026-11-24 15:15",
    "free",
  ],
])("busy: %s", (_, resource, from, to, answer) => {
  const busy = [{ resource, from: paris(from), to: paris(to) }];
  expect(decideBooking({ existing: [], slot, now, busy })).toBe(answer);
});

/** The lines of a calendar file, unfolded, by name. */
function readBack(file: string): Record<string, string> {
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );
}

const carvin = henincarvin().sites.find(({ id }) => id === "ml-carvin");
const texts = { summary: "Rendez-vous logement", description: "Apporte tes papiers ; à bientôt." };

test("the calendar file says when in UTC, where in full, and who it is by its id", () => {
  if (!carvin) throw new Error("no place in Carvin");
  const changed = { ...appointment, changedAt: appointment.createdAt };
  const event = readBack(calendarEvent(changed, carvin, texts, "Europe/Paris"));
  expect(event).toMatchObject({
    UID: "rdv-1@trousseau",
    SEQUENCE: "1",
    DTSTAMP: "20261120T090000Z",
    DTSTART: "20261124T133000Z",
    DTEND: "20261124T141500Z",
    SUMMARY: "Rendez-vous logement",
    LOCATION: "Mission locale de Carvin\\, 189 avenue de la République\\, 62220 Carvin",
    DESCRIPTION: "Apporte tes papiers \\; à bientôt.",
    STATUS: "CONFIRMED",
    "X-WR-TIMEZONE": "Europe/Paris",
  });
});

test("moved, it keeps its id and goes one version up; cancelled, it says so", () => {
  if (!carvin) throw new Error("no place in Carvin");
  const moved = { ...appointment, version: 2, changedAt: now };
  const cancelled = { ...moved, version: 3, status: "cancelled" } as const;
  const first = readBack(calendarEvent(moved, carvin, texts, "Europe/Paris"));
  const second = readBack(calendarEvent(cancelled, carvin, texts, "Europe/Paris"));
  expect([first["UID"], first["SEQUENCE"], first["STATUS"]]).toEqual([
    "rdv-1@trousseau",
    "2",
    "CONFIRMED",
  ]);
  expect([second["UID"], second["SEQUENCE"], second["STATUS"]]).toEqual([
    "rdv-1@trousseau",
    "3",
    "CANCELLED",
  ]);
});

test("a place whose street is not known is still a place", () => {
  const place = {
    name: "CCAS de Rueil-Malmaison",
    address: null,
    postcode: null,
    town: "Rueil-Malmaison",
  };
  expect(postalAddress(place)).toBe("CCAS de Rueil-Malmaison, Rueil-Malmaison");
});
