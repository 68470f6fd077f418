import { expect, test } from "vitest";
import { blue, green, real } from "./structures.ts";
import { type ThreeHouses, threeHouses } from "./three-houses.ts";
import { visitorAt } from "./visitor.ts";

const booked = (houses: ThreeHouses) =>
  houses.house.database.all(
    "SELECT structure, site, worker, startsAt FROM Appointment ORDER BY structure",
    [],
  );

test("booking offers the places of the structure alone, and its hours", async () => {
  const houses = await threeHouses();
  const offered = async (slug: string) => {
    const { places, times } = await visitorAt(houses, `/s/${slug}`).timesAt("ml-carvin");
    return { places: places.map(({ label }) => label), times: times.map(({ label }) => label) };
  };
  const inBlue = await offered(blue);
  expect(inBlue.places.slice(0, 1)).toEqual(["Salon Bleu de Carvin"]);
  expect(inBlue.places.some((label) => /Vert|Mission/.test(label))).toBe(false);
  expect(inBlue.times[0]).toBe("mardi 24 novembre à 14 h");
  const inGreen = await offered(green);
  expect(inGreen.places[0]).toBe("Salon Vert de Carvin");
  expect(inGreen.places.some((label) => /Bleu|Mission/.test(label))).toBe(false);
  expect(inGreen.times[0]).toBe("mardi 24 novembre à 9 h 30");
  expect((await offered(real)).places[0]).toBe("Mission locale de Carvin");
});

test("workers and places of the same id in two structures are not the same worker and place", async () => {
  const houses = await threeHouses();
  const here = await visitorAt(houses, `/s/${real}`).book("Lina");
  const there = await visitorAt(houses, `/s/${green}`).book("Karim");
  expect(there).toBe(here);
  const [atGreen, atReal] = await booked(houses);
  expect(atReal).toMatchObject({ structure: real, site: "ml-carvin", worker: "conseillere-1" });
  expect(atGreen).toEqual({ ...atReal, structure: green });
});

test("within a structure the same time is still given once", async () => {
  const houses = await threeHouses();
  const first = await visitorAt(houses, `/s/${real}`).book("Lina");
  const second = await visitorAt(houses, "").timesAt("ml-carvin");
  expect(second.times.map(({ label }) => label)).not.toContain(first);
});

test("each structure reminds by its own plan", async () => {
  // two hours before half past nine is too early in the morning: only the eve is left to the green one
  const houses = await threeHouses();
  await visitorAt(houses, `/s/${blue}`).book("Lina");
  await visitorAt(houses, `/s/${green}`).book("Karim");
  const planned = await houses.house.database.all(
    `SELECT a.structure, r.step, (a.startsAt - r.dueAt) / 3600000 AS hoursBefore
     FROM Reminder r JOIN Appointment a ON a.id = r.appointmentId
     WHERE r.dueAt < a.startsAt ORDER BY a.structure, r.dueAt`,
    [],
  );
  expect(planned).toEqual([
    { structure: blue, step: "twoHours", hoursBefore: 1 },
    { structure: green, step: "dayBefore", hoursBefore: 15 },
  ]);
});
