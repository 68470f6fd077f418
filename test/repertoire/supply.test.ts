import { expect, test } from "vitest";
import { freeSlots } from "../../src/appointments/slots.ts";
import { localDate, timeIn } from "../../src/base/time.ts";
import { slotFactsFor } from "../../src/repertoire/agenda.ts";
import { laidExpiry, lastDayOf } from "../../src/repertoire/laid-expiry.ts";
import { usualMotif } from "../../src/repertoire/motifs.ts";
import { placeById } from "../../src/repertoire/places.ts";
import { keepLaid, openingsKnown, receivedAhead } from "../../src/repertoire/supply-of.ts";
import { readLaid } from "../../src/structure/laid-schema.ts";
import { henincarvin } from "../appointments/association.ts";
import { openWorld, structure, type World } from "../world.ts";

const lay = (
  world: World,
  kind: "opening" | "exception" | "absence" | "place",
  id: string,
  what: object,
  words: object | null = null,
) =>
  world.house.store.laidDown.layDown({
    ...{ structure, kind, id, by: "nadia", now: world.now(), expiresAt: null },
    document: JSON.stringify(what),
    words: words && JSON.stringify(words),
  });

const carvin = {
  id: "c1-mardi-matin",
  worker: "conseillere-1",
  site: "ml-carvin",
  motifs: ["premier-rendez-vous"],
};

async function timesOn(world: World, day: string, site = "ml-carvin") {
  const found = world.house.structures.get(structure);
  if (!found) throw new Error("no such structure");
  const { diary } = world.house.store;
  const facts = await slotFactsFor({ structure: found, diary, demonstration: true }, world.now(), {
    motif: usualMotif(found),
  });
  const date = localDate(day);
  return freeSlots(facts, { sites: [site], from: date, until: date }).slots.map(({ start }) =>
    timeIn("Europe/Paris", start),
  );
}

test("the openings are those of the file until the team lays down others; without any account", async () => {
  const world = await openWorld();
  expect(await timesOn(world, "2026-12-01")).toEqual(["09:30", "10:15", "11:00"]);
  await lay(world, "opening", carvin.id, {
    ...carvin,
    weekday: 2,
    from: "14:00",
    to: "15:30",
    confirmed: true,
  });
  expect(await timesOn(world, "2026-12-01")).toEqual(["14:00", "14:45"]);
  await lay(world, "exception", "e1", { opening: carvin.id, date: "2026-12-01", instead: null });
  expect(await timesOn(world, "2026-12-01")).toEqual([]);
  expect(await timesOn(world, "2026-12-08")).toEqual(["14:00", "14:45"]);
  await lay(world, "absence", "a1", {
    ...{ worker: "conseillere-1", from: "2026-12-07", until: "2026-12-09" },
    ...{ recurrence: null, hours: { from: "14:00", to: "14:45" } },
  });
  expect(await timesOn(world, "2026-12-08")).toEqual(["14:45"]);
  await world.close();
});

test("an opening that is stopped does not come back by the file, and is never purged", () => {
  const file = henincarvin();
  const stopped = readLaid(
    "opening",
    JSON.stringify({
      ...carvin,
      weekday: 2,
      from: "09:30",
      to: "12:00",
      validUntil: "2026-11-30",
      confirmed: true,
    }),
  );
  const once = readLaid(
    "opening",
    JSON.stringify({
      ...carvin,
      id: "jour-1",
      date: "2026-11-30",
      from: "09:30",
      to: "12:00",
      confirmed: true,
    }),
  );
  if (!stopped || !once) throw new Error("not read");
  expect(laidExpiry(file, lastDayOf(file, stopped))).toBe(null);
  expect(laidExpiry(file, lastDayOf(file, once))).toBe(Date.parse("2027-11-30T00:00:00+01:00"));
});

test("a day at a place used once is booked in the chat, and its address is said", async () => {
  const world = await openWorld();
  await lay(
    world,
    "place",
    "lieu-abc123",
    { town: "Dourges", inseeCode: "62274", postcode: "62119", until: "2026-12-31" },
    { name: "Salle des fêtes", address: "1 place de l'Exemple" },
  );
  await lay(world, "opening", "jour-2", {
    ...carvin,
    id: "jour-2",
    site: "lieu-abc123",
    date: "2026-11-27",
    from: "09:00",
    to: "09:45",
    confirmed: true,
  });
  await world.say("lina", { kind: "opened" });
  expect(await timesOn(world, "2026-11-27", "lieu-abc123")).toEqual(["09:00"]);
  const known = world.house.structures.get(structure);
  expect(known && placeById(known, "lieu-abc123")?.name).toBe("Salle des fêtes, Dourges");
  await world.house.store.laidDown.takeAway({
    structure,
    kind: "place",
    id: "lieu-abc123",
    by: "nadia",
    now: world.now(),
  });
  world.setClock("2026-11-23T10:00:00+01:00");
  await world.house.placesKnown();
  expect(known && placeById(known, "lieu-abc123")).toBe(undefined);
  expect(known?.sites.length).toBe(8);
  await world.close();
});

test.each([
  ["opening", { ...carvin, from: "09:30", to: "12:00", confirmed: true }],
  ["opening", { ...carvin, weekday: 2, from: "12:00", to: "09:30", confirmed: true }],
  [
    "opening",
    {
      ...carvin,
      recurrence: "FREQ=MONTHLY;BYDAY=2TU",
      from: "09:30",
      to: "12:00",
      confirmed: true,
    },
  ],
  [
    "absence",
    { worker: "w", from: "2026-12-02", until: "2026-12-01", recurrence: null, hours: null },
  ],
  [
    "absence",
    { worker: "w", from: "2026-12-02", until: null, recurrence: "FREQ=HOURLY", hours: null },
  ],
  ["exception", { opening: "o", date: "2026-02-30", instead: null }],
  ["dailyLimit", { worker: "w", most: 0 }],
  ["travel", { between: ["a", "b"], minutes: 900 }],
] as const)("what makes no sense is left out: %s %o", (kind, document) => {
  expect(readLaid(kind, JSON.stringify(document))).toBe(null);
});

test("what the team lays down is where and when somebody may wait for a time, and opens booking where the file has no hours", async () => {
  const world = await openWorld();
  const found = world.house.structures.get(structure);
  if (!found) throw new Error("no such structure");
  const today = localDate("2026-11-23");
  expect([...receivedAhead(found, today).days].sort()).toEqual([1, 2, 3, 4, 5]);
  const saturday = { ...carvin, id: "samedi", from: "09:00", to: "12:00", confirmed: true };
  await lay(world, "opening", "samedi", { ...saturday, date: "2026-12-05" });
  expect(await timesOn(world, "2026-12-05")).not.toEqual([]);
  expect([...receivedAhead(found, today).days].sort()).toEqual([1, 2, 3, 4, 5, 6]);

  const empty = { ...found, openings: [] };
  expect(openingsKnown(empty)).toEqual([]);
  keepLaid(empty, await world.house.store.laidDown.laidDown(structure));
  expect(openingsKnown(empty).map(({ id }) => id)).toEqual(["samedi"]);
  expect([...receivedAhead(empty, today).sites]).toEqual(["ml-carvin"]);
});

const writeSection = (world: World, section: string, value: unknown) =>
  world.house.store.laidDown.layDown({
    ...{ structure, kind: "section", id: section, by: "ada", now: world.now(), expiresAt: null },
    ...{ document: JSON.stringify({ value }), words: null },
  });

test("what the desk wrote anew is said at the next message, in its language, and understood when typed", async () => {
  const world = await openWorld();
  await world.say("lina", "bonjour");
  await world.press("lina", "Français");
  const texts = { fr: { "menu:aids": "Les aides pour moi" } };
  await writeSection(world, "texts", texts);
  await world.house.placesKnown("now");
  const [shown] = await world.say("lina", "menu");
  expect(shown?.options.map(({ label }) => label)).toContain("Les aides pour moi");
  const [aids] = await world.say("lina", "les aides pour moi");
  expect(aids?.options.length).toBeGreaterThan(3);
  await world.house.store.laidDown.takeAway({
    ...{ structure, kind: "section", id: "texts", by: "ada", now: world.now() },
  });
  await world.house.placesKnown("now");
  const [again] = await world.say("lina", "menu");
  expect(again?.options.map(({ label }) => label)).toContain("Voir mes aides");
  await world.close();
});

test("a closure written at the desk leaves no time free; one that no longer stands leaves the file as it is", async () => {
  const world = await openWorld();
  expect(await timesOn(world, "2026-12-01")).toEqual(["09:30", "10:15", "11:00"]);
  await writeSection(world, "closures", [
    { from: "2026-12-01", to: "2026-12-01", reason: "Formation" },
  ]);
  expect(await timesOn(world, "2026-12-01")).toEqual([]);
  await writeSection(world, "closures", [{ from: "2026-12-02", to: "2026-12-01", reason: "x" }]);
  expect(await timesOn(world, "2026-12-01")).toEqual(["09:30", "10:15", "11:00"]);
  await world.close();
});
