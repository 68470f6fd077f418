import { expect, test } from "vitest";
import { saidMoment } from "../../src/base/said.ts";
import { at, instant, localDate } from "../../src/base/time.ts";
import { hearSlot } from "../../src/repertoire/hear-slot.ts";

const zone = "Europe/Paris";
/** A Monday. */
const now = instant("2026-11-23T08:00:00Z");

/** Times offered, as "2026-11-24 09:30": their own keys. */
function offered(...times: string[]) {
  return times.map((time) => {
    const [day = "", hours = ""] = time.split(" ");
    return { key: time, label: saidMoment(at(zone, localDate(day), hours), zone) };
  });
}

const tuesday = "2026-11-24 09:30";
const thursday = "2026-11-26 14:00";
const next = "2026-12-01 09:30";
const week = offered(tuesday, thursday, next);
const day = offered("2026-11-24 09:00", "2026-11-24 14:00", "2026-11-24 14:30");
const early = offered("2026-12-03 10:00", "2026-12-04 14:30", "2026-12-08 16:00");

test.each([
  ["demain", tuesday],
  ["demain 9h30", tuesday],
  ["dem1", null],
  ["jeudi", thursday],
  ["jeudi aprem", thursday],
  ["jeudi à 14h stp", thursday],
  ["jeudi matin", null],
  ["14h", thursday],
  ["14 heures", thursday],
  ["2 pm", thursday],
  ["2pm thursday", thursday],
  ["thursday at 2", thursday],
  ["le 26", thursday],
  ["le 26/11", thursday],
  ["26 novembre", thursday],
  ["le 1er décembre", next],
  ["mardi", tuesday],
  ["mardi prochain", tuesday],
  ["mardi en huit", next],
  ["le 24", tuesday],
  ["après-midi", thursday],
  ["l'aprem", thursday],
  ["le matin", null],
  ["9h30", null],
  ["mañana", tuesday],
  ["el jueves", thursday],
  ["el martes por la mañana", tuesday],
  ["jueves por la tarde", thursday],
  ["jueves a las 14", thursday],
  ["الخميس", thursday],
  ["غدا", tuesday],
  ["الخميس الساعة ١٤", thursday],
  ["الخميس بعد الظهر", thursday],
  ["ghda", tuesday],
  ["lkhmis", thursday],
  ["nhar lkhmis f l3chiya", thursday],
  ["vendredi", null],
  ["jeudi 10h", null],
  ["pas jeudi", null],
  ["mardi ou jeudi", null],
  ["avant jeudi", null],
  ["thursday or friday", null],
  ["n'importe", null],
  ["2", null],
  ["14 rue des Lilas", null],
  ["j'ai 14 ans", null],
  ["", null],
])("among a few days « %s » is %j", (text, key) => {
  expect(hearSlot(text, week, zone, now)).toBe(key);
});

test.each([
  ["9h", "2026-11-24 09:00"],
  ["9:00", "2026-11-24 09:00"],
  ["14h", "2026-11-24 14:00"],
  ["14h30", "2026-11-24 14:30"],
  ["14 et demie", "2026-11-24 14:30"],
  ["14.30", "2026-11-24 14:30"],
  ["2:30 pm", "2026-11-24 14:30"],
  ["2h30 de l'aprem", "2026-11-24 14:30"],
  ["le matin", "2026-11-24 09:00"],
  ["in the morning", "2026-11-24 09:00"],
  ["por la mañana", "2026-11-24 09:00"],
  ["الصباح", "2026-11-24 09:00"],
  ["f sbah", "2026-11-24 09:00"],
  ["demain 14h", "2026-11-24 14:00"],
  ["l'après-midi", null],
  ["demain", null],
  ["15h", null],
])("among hours of one day « %s » is %j", (text, key) => {
  expect(hearSlot(text, day, zone, now)).toBe(key);
});

test.each([
  ["le 3", "2026-12-03 10:00"],
  ["le 4 à 14h30", "2026-12-04 14:30"],
  ["vendredi", "2026-12-04 14:30"],
  ["mardi", "2026-12-08 16:00"],
  ["jeudi", "2026-12-03 10:00"],
  ["le 9", null],
])("a day further on: « %s » is %j", (text, key) => {
  expect(hearSlot(text, early, zone, now)).toBe(key);
});

test("what holds no time is left to the labels", () => {
  const towns = [{ key: "lens", label: { key: "@plain", values: { text: "Lens" } } }];
  expect(hearSlot("demain", towns, zone, now)).toBeNull();
});
