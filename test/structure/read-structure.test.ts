import { expect, test } from "vitest";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { readStructure } from "../../src/structure.ts";

/** The problems of the file once changed. */
function problemsWith(change: (file: typeof json) => unknown) {
  const reading = readStructure(change(structuredClone(json)));
  return reading.outcome === "refused" ? reading.problems : [];
}

test("the file of Hénin-Carvin is read: nine places, fourteen and thirty-six communes", () => {
  const reading = readStructure(json);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  const { siege, sites, territories, workers } = reading.structure;
  expect([...sites, siege].map(({ id }) => id)).toEqual([
    "ml-carvin",
    "ml-henin",
    "csc-evin",
    "ml-leforest",
    "ccas-libercourt",
    "mda-henin",
    "ml-montigny",
    "msp-courrieres",
    "siege-oignies",
  ]);
  expect(territories.map(({ id, role, communes }) => [id, role, communes.length])).toEqual([
    ["CAHC", "served", 14],
    ["CALL", "neighbour", 36],
  ]);
  expect(workers).toEqual([{ id: "conseillere-1" }, { id: "conseiller-2" }]);
});

test("what the sources do not publish is marked so, and nothing is guessed", () => {
  expect(json.openings.some(({ confirmed }) => confirmed)).toBe(false);
  expect(json.nearestSites.confirmed).toBe(false);
  expect(json.contact.phone).toBeNull();
  expect(json.sites.every(({ coordinates }) => coordinates === null)).toBe(true);
  expect(json.emergencyNumbers.find(({ id }) => id === "adil-62")?.number).toBeNull();
});

test("each of the nine places has opening ranges, and both workers have some", () => {
  const places = [...json.sites, json.siege].map(({ id }) => id).sort();
  expect([...new Set(json.openings.map(({ site }) => site))].sort()).toEqual(places);
  expect(new Set(json.openings.map(({ worker }) => worker)).size).toBe(2);
});

test("every name of a place, long or short, says in which commune it is", () => {
  for (const { name, shortName, town } of [...json.sites, json.siege]) {
    expect(name).toContain(town);
    expect(shortName).toContain(town);
  }
});

test("the emergency numbers come with their hours, their cost and the day they were checked", () => {
  const emergency = json.emergencyNumbers.filter(({ use }) => use === "emergency");
  expect(emergency.map(({ number }) => number)).toEqual(
    "112 15 17 18 114 115 119 3919 3114".split(" "),
  );
  expect(emergency.every(({ hours }) => hours === "24 h/24, 7 j/7")).toBe(true);
  expect(emergency.every(({ checkedOn }) => checkedOn === "2026-11-22")).toBe(true);
});

test.each([
  ["a misspelled field", (file: typeof json) => ({ ...file, zones: "Europe/Paris" }), ""],
  ["an offset for a zone", (file: typeof json) => ({ ...file, zone: "+01:00" }), "zone"],
  ["an unknown zone", (file: typeof json) => ({ ...file, zone: "Europe/Henin" }), "zone"],
  [
    "a day that does not exist",
    (file: typeof json) => ({
      ...file,
      closures: [{ from: "2026-02-30", to: "2026-03-01", reason: "congés" }],
    }),
    "closures.0.from",
  ],
  [
    "an hour that does not exist",
    (file: typeof json) => ({ ...file, officeHours: [{ weekday: 1, from: "9:00", to: "24:00" }] }),
    "officeHours.0.from",
  ],
])("refuses %s", (_, change, path) => {
  expect(problemsWith(change).map((problem) => problem.path)).toContain(path);
});

const firstOpening = (change: object) => (file: typeof json) => ({
  ...file,
  openings: file.openings.map((opening, place) =>
    place === 0 ? { ...opening, ...change } : opening,
  ),
});

test.each([
  [{ site: "ml-lille" }, { path: "openings.0.site", message: 'unknown site "ml-lille"' }],
  [{ worker: "nadia" }, { path: "openings.0.worker", message: 'unknown worker "nadia"' }],
  [{ motifs: ["bilan"] }, { path: "openings.0.motifs", message: 'unknown motif "bilan"' }],
  [{ to: "09:30" }, { path: "openings.0.to", message: "ends before it starts" }],
  [
    { to: "15:00" },
    { path: "openings.1", message: 'worker "conseillere-1" is also in "c1-lundi-matin"' },
  ],
  [
    { validFrom: "2027-01-01", validUntil: "2026-12-31" },
    { path: "openings.0.validUntil", message: "is over before it begins" },
  ],
])("refuses an opening with %o", (change, problem) => {
  expect(problemsWith(firstOpening(change))).toContainEqual(problem);
});

test("two ranges of one worker may share their hours when they are not valid in the same months", () => {
  const summer = { to: "15:00", validUntil: "2026-08-31" };
  const problems = problemsWith((file) => ({
    ...file,
    openings: file.openings.map((opening, place) =>
      place === 0 ? { ...opening, ...summer } : { ...opening, validFrom: "2026-09-01" },
    ),
  }));
  expect(problems).toEqual([]);
});

test("all problems are told at once", () => {
  const problems = problemsWith((file) => ({ ...file, tone: "toi", languages: [], zone: "Paris" }));
  expect(problems.map(({ path }) => path)).toEqual(["zone", "tone", "languages"]);
});

test("a source nobody listed, a commune nobody serves and a place without its commune are refused", () => {
  const problems = problemsWith((file) => ({
    ...file,
    source: { name: "BOOK" },
    siege: { ...file.siege, name: "Siège" },
    nearestSites: { ...file.nearestSites, byCommune: { "59350": ["ml-carvin", "ml-lille"] } },
  }));
  expect(problems).toEqual([
    { path: "siege.name", message: 'does not say "Oignies"' },
    { path: "nearestSites.byCommune.59350", message: "unknown commune" },
    { path: "nearestSites.byCommune.59350", message: 'unknown site "ml-lille"' },
    { path: "source.name", message: 'unknown source "BOOK"' },
  ]);
});
