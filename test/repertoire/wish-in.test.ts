import { expect, test } from "vitest";
import malakoffFile from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };
import rueilFile from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { wishIn } from "../../src/repertoire/wish-in.ts";
import { readStructure, type Structure } from "../../src/structure.ts";

function structureOf(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const malakoff = structureOf(malakoffFile);
const rueil = structureOf(rueilFile);
const cllaj = structureOf(cllajFile);

test.each([
  ["je voudrais un rendez-vous pour un asll", "asll"],
  ["réserver un asll", "asll"],
  ["prendre rdv asll", "asll"],
  ["accompagnement social lié au logement rendez-vous", "asll"],
  ["I want an appointment for an asll", "asll"],
  ["annuler mon rdv asll", "annuler"],
  ["je voudrais un rendez-vous", "rendez-vous"],
])("« %s » opens %s everywhere: a commission grants an ASLL, nobody books one", (text, flow) => {
  for (const structure of [malakoff, rueil, cllaj]) {
    expect(wishIn(structure, text, "fr").flow).toBe(flow);
  }
});

test.each([
  ["épicerie sociale", "autres-lieux", "fr"],
  ["la boussole", "autres-lieux", "fr"],
  ["is there a domiciliation here?", "autres-lieux", "en"],
])("at Rueil « %s » leads to %s, and is heard in %s", (text, flow, language) => {
  expect(wishIn(rueil, text, null)).toMatchObject({ flow, language });
});

test("words that show no language leave it to be asked", () => {
  expect(wishIn(cllaj, "62110", null)).toMatchObject({ flow: null, language: null });
  expect(wishIn(cllaj, "colis alimentaire", null)).toMatchObject({
    flow: "autres-lieux",
    language: "fr",
  });
});

test.each([
  [rueil, "autres-lieux"],
  [malakoff, "conseiller"],
  [cllaj, "autres-lieux"],
])("a meal is looked for in the list of places only when one of them gives meals", (at, flow) => {
  expect(wishIn(at, "aide alimentaire", "fr").flow).toBe(flow);
});

test.each([
  ["c'est quoi l'Allocation Municipale Logement ?", "aide-locale"],
  ["je veux un rendez-vous pour l'allocation municipale", "aide-locale"],
  ["l'huissier a saisi mon allocation municipale", "expulsion"],
  ["c'est quoi l'apl", "apl"],
])("at Rueil « %s » opens %s", (text, flow) => {
  expect(wishIn(rueil, text, "fr").flow).toBe(flow);
});

test("the aid of one town is not known in another", () => {
  expect(wishIn(malakoff, "allocation municipale logement", "fr").flow).not.toBe("aide-locale");
});
