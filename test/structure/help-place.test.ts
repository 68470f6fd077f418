import { expect, test } from "vitest";
import json from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import { readStructure } from "../../src/structure.ts";

type File = typeof json;

function problemsWith(change: (file: File) => unknown) {
  const reading = readStructure(change(structuredClone(json)));
  return reading.outcome === "refused" ? reading.problems : [];
}

const firstPlace = (change: object) => (file: File) => ({
  ...file,
  helpPlaces: file.helpPlaces.map((place, index) =>
    index === 0 ? { ...place, ...change } : place,
  ),
});

test.each([
  ["a row too long for a list", { shortName: "La Boussole, accueil de jour" }, "shortName"],
  ["a sentence too long for a phone", { what: "é".repeat(201) }, "what"],
  ["a name with accents to listen for", { saidAs: ["épicerie"] }, "saidAs.0"],
  ["a place nobody could name", { saidAs: [] }, "saidAs"],
  ["a misspelled field", { adress: "1 rue de l'Exemple" }, ""],
])("a place that helps is refused with %s", (_, change, field) => {
  const path = field === "" ? "helpPlaces.0" : `helpPlaces.0.${field}`;
  expect(problemsWith(firstPlace(change)).map((problem) => problem.path)).toEqual([path]);
});

test("two places of one name, and a source nobody listed, are refused", () => {
  expect(problemsWith(firstPlace({ id: "intervalle", source: { name: "BOOK" } }))).toEqual([
    { path: "helpPlaces", message: '"intervalle" appears twice' },
    { path: "helpPlaces.0.source.name", message: 'unknown source "BOOK"' },
  ]);
});

test.each([
  [{ minAge: 18, maxAge: null }, []],
  [{ minAge: 16, maxAge: 30 }, []],
  [{ minAge: 31, maxAge: 30 }, [{ path: "audience.maxAge", message: "is under the lowest age" }]],
])("an audience of %o is told %o", (audience, problems) => {
  expect(problemsWith((file) => ({ ...file, audience }))).toEqual(problems);
});

test("a neighbour territory that orients nowhere is refused", () => {
  const problems = problemsWith((file) => ({
    ...file,
    territories: file.territories.map((one) => ({ ...one, role: "neighbour" })),
  }));
  expect(problems).toEqual([
    { path: "territories.0.orientation", message: "a neighbour is oriented somewhere" },
  ]);
});

test("an aid of the place with an accent to listen for, or a source nobody listed, is refused", () => {
  const aid = (change: object) => (file: File) => ({
    ...file,
    localAid: { ...file.localAid, ...change },
  });
  expect(problemsWith(aid({ saidAs: ["allocation à part"] })).map(({ path }) => path)).toEqual([
    "localAid.saidAs.0",
  ]);
  expect(problemsWith(aid({ source: { name: "BOOK" } }))).toEqual([
    { path: "localAid.source.name", message: 'unknown source "BOOK"' },
  ]);
});

test("the ASLL is offered everywhere: a file that does not name it is refused", () => {
  const without = (file: File) => ({
    ...file,
    localSchemes: file.localSchemes.filter((scheme) => scheme !== "asll"),
  });
  expect(problemsWith(without).map(({ path }) => path)).toEqual(["localSchemes"]);
});
