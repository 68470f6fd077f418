import { expect, test } from "vitest";
import malakoff from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };
import rueil from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import { helpPlaceValues, namesHelpPlace } from "../../src/repertoire/help-places.ts";
import { readStructure, type Structure } from "../../src/structure.ts";
import { normalise } from "../../src/understanding/normalise.ts";

function structureOf(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

test.each([
  ["C'est où La Boussole ?", true],
  ["je cherche l'épicerie sociale", true],
  ["un colis alimentaire svp", true],
  ["j'ai besoin d'une domiciliation", true],
  ["j'ai perdu ma boussolette", false],
  ["je veux un rendez-vous", false],
])("at Rueil, « %s » names a place that helps: %s", (text, names) => {
  expect(namesHelpPlace(structureOf(rueil), normalise(text))).toBe(names);
});

test("a place of one town is not known in another", () => {
  expect(namesHelpPlace(structureOf(malakoff), normalise("la boussole"))).toBe(false);
});

test("a place is told with what is known of it, and the team is asked for the rest", () => {
  const structure = structureOf(rueil);
  expect(helpPlaceValues(structure, "intervalle")).toMatchObject({
    place: "L'Intervalle, épicerie sociale",
    how: [
      { key: "@plain", values: { text: "L'accès passe par le CCAS." } },
      { key: "autres-lieux:askTheTeam" },
    ],
  });
  expect(helpPlaceValues(structure, "elsewhere")).toBeNull();
});

test("once its address is known, the team need not be asked", () => {
  const structure = structureOf(rueil);
  const helpPlaces = structure.helpPlaces.map((place) => ({
    ...place,
    howToReach: null,
    address: "1 rue de l'Exemple",
    openingHours: "lundi 9 h - 12 h",
  }));
  expect(helpPlaceValues({ ...structure, helpPlaces }, "intervalle")).toMatchObject({
    how: [
      { key: "@plain", values: { text: "1 rue de l'Exemple, Rueil-Malmaison" } },
      { key: "@plain", values: { text: "lundi 9 h - 12 h" } },
    ],
  });
});

test("where nobody sleeps, the card ends with the number for tonight", () => {
  const how = (id: string) => helpPlaceValues(structureOf(rueil), id)?.["how"];
  const tonight = { key: "autres-lieux:tonight", values: { number: "115" } };
  expect([how("boussole-jour")].flat().at(-1)).toEqual(tonight);
  expect(how("intervalle")).not.toContainEqual(tonight);
});
