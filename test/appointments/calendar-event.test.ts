import { expect, test } from "vitest";
import { calendarEvent } from "../../src/appointments/calendar-event.ts";
import type { AppointmentId } from "../../src/base/ids.ts";
import { after, at, instant, localDate, minute } from "../../src/base/time.ts";
import { henincarvin, paris } from "./association.ts";
import { readCalendar } from "./read-calendar.ts";

const now = paris("2026-11-20 10:00");
const appointment = {
  id: "rdv-1" as AppointmentId,
  start: paris("2026-11-24 14:30"),
  end: paris("2026-11-24 15:15"),
  status: "booked",
  version: 1,
  changedAt: now,
} as const;
const carvin = henincarvin().sites.find(({ id }) => id === "ml-carvin") ?? null;
const texts = { summary: "RDV", description: "Apporte tes papiers ; à bientôt.", alarm: "RDV" };
const event = { appointment, place: carvin, texts, zone: "Europe/Paris" };

/** The only event of the file, as a calendar reads it. */
function read(file: string) {
  const [only, ...others] = readCalendar(file);
  if (!only || others.length > 0) throw new Error("not one event");
  return only;
}

test("the calendar file says when, where in full, and who it is by its id", () => {
  expect(read(calendarEvent(event))).toEqual({
    uid: "rdv-1@trousseau",
    sequence: 1,
    start: appointment.start,
    end: appointment.end,
    zone: "Europe/Paris",
    stamp: "2026-11-20T09:00:00Z",
    summary: "RDV",
    description: "Apporte tes papiers ; à bientôt.",
    location: "Mission locale de Carvin, 189 avenue de la République, 62220 Carvin",
    status: "CONFIRMED",
    alarms: [
      [24 * 60, "RDV"],
      [2 * 60, "RDV"],
    ],
  });
});

test("discreet, it says an hour and nothing of where", () => {
  const file = calendarEvent({ ...event, place: null, texts: { ...texts, description: "" } });
  expect(read(file)).toMatchObject({ summary: "RDV", description: null, location: null });
  expect(file).not.toMatch(/carvin|mission|logement/i);
});

test.each([
  ["the day before clocks go forward", "Europe/Paris", "2026-03-28", "10:00"],
  ["the day clocks go forward, in the gap's morning", "Europe/Paris", "2026-03-29", "09:00"],
  ["the day after", "Europe/Paris", "2026-03-30", "10:00"],
  ["the day before clocks go back", "Europe/Paris", "2026-10-24", "14:30"],
  ["the day clocks go back, before it", "Europe/Paris", "2026-10-25", "01:00"],
  ["the day clocks go back, in the morning", "Europe/Paris", "2026-10-25", "09:00"],
  ["the day after", "Europe/Paris", "2026-10-26", "14:30"],
  ["the next spring", "Europe/Paris", "2027-03-28", "09:00"],
  ["the next autumn", "Europe/Paris", "2027-10-31", "09:00"],
  ["the last evening of a leap February", "Europe/Paris", "2028-02-29", "23:30"],
  ["La Réunion", "Indian/Reunion", "2026-11-24", "09:00"],
  ["La Réunion, when Paris goes back", "Indian/Reunion", "2026-10-25", "02:30"],
  ["Guadeloupe", "America/Guadeloupe", "2026-11-24", "09:00"],
  ["Martinique", "America/Martinique", "2026-03-29", "09:00"],
  ["Guyane", "America/Cayenne", "2026-11-24", "09:00"],
  ["Mayotte", "Indian/Mayotte", "2026-11-24", "09:00"],
])("read back by a calendar, the instant is ours: %s", (_, zone, day, time) => {
  const start = at(zone, localDate(day), time);
  const end = after(start, 45 * minute);
  const one = read(calendarEvent({ ...event, appointment: { ...appointment, start, end }, zone }));
  expect([one.start, one.end, one.zone]).toEqual([start, end, zone]);
});

test.each([
  ["the first half past two", "2026-10-25T00:30:00Z"],
  ["the second", "2026-10-25T01:30:00Z"],
  ["one that only ends there", "2026-10-24T23:30:00Z"],
])("an hour that exists twice is written in UTC, no wall can tell which: %s", (_, iso) => {
  const start = instant(iso);
  const end = after(start, 45 * minute);
  const one = read(calendarEvent({ ...event, appointment: { ...appointment, start, end } }));
  expect([one.start, one.end, one.zone]).toEqual([start, end, "Z"]);
});

test("the hours are written as the wall shows them, whatever the zone of the machine", () => {
  const file = calendarEvent(event);
  expect(file).toContain("DTSTART;TZID=Europe/Paris:20261124T143000\r\n");
  expect(file).toContain("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n");
});

test("changed, it keeps its id and goes one version up; cancelled, it says so and rings no more", () => {
  const moved = { ...appointment, version: 2 };
  const cancelled = { ...moved, version: 3, status: "cancelled" } as const;
  const files = [moved, cancelled].map((one) =>
    read(calendarEvent({ ...event, appointment: one })),
  );
  expect(files.map(({ uid, sequence, status }) => [uid, sequence, status])).toEqual([
    ["rdv-1@trousseau", 2, "CONFIRMED"],
    ["rdv-1@trousseau", 3, "CANCELLED"],
  ]);
  expect(files[1]?.alarms).toEqual([]);
});

test("moved to another time, the file takes the former one out of the calendar", () => {
  const former = {
    ...appointment,
    id: "rdv-0" as AppointmentId,
    version: 2,
    status: "moved",
  } as const;
  const read = readCalendar(calendarEvent({ ...event, replaced: former }));
  expect(read.map(({ uid, sequence, status }) => [uid, sequence, status])).toEqual([
    ["rdv-1@trousseau", 1, "CONFIRMED"],
    ["rdv-0@trousseau", 2, "CANCELLED"],
  ]);
});

test("a place whose street is not known is still a place", () => {
  const place = {
    ...{ name: "CCAS de Rueil-Malmaison", address: null, postcode: null },
    town: "Rueil-Malmaison",
  };
  const one = read(calendarEvent({ ...event, place }));
  expect(one.location).toBe("CCAS de Rueil-Malmaison, Rueil-Malmaison");
});

test("lines end as the format wants them and none is longer than 75 octets", () => {
  const long = { ...texts, description: "é".repeat(200) };
  const file = calendarEvent({ ...event, texts: long });
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = file.split("\r\n");
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  expect(read(file).description).toBe("é".repeat(200));
});
