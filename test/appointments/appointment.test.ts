import { expect, test } from "vitest";
import {
  type Appointment,
  isOpenProposal,
  isUpcoming,
} from "../../src/appointments/appointment.ts";
import { calendarEvent } from "../../src/appointments/calendar-event.ts";
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
  expiresAt: null,
  bookedVia: "chat",
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

const now = paris("2026-11-20 10:00");

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
  const changed = { ...appointment, changedAt: now };
  const event = readBack(calendarEvent(changed, place, texts, "Europe/Paris"));
  expect(event["LOCATION"]).toBe("CCAS de Rueil-Malmaison\\, Rueil-Malmaison");
});
