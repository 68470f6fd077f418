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

const rueil = structureOf(rueilFile);
const houses = [structureOf(cllajFile), structureOf(malakoffFile)];

test.each([
  ["tremplins duo", "tremplins"],
  ["c koi tremplin duo", "tremplins"],
  ["je sors de l'ase", "ase"],
  ["j'étais placé en foyer", "ase"],
  ["c'est quoi le contingent préfectoral", "contingent"],
  ["g pas d'adresse pour mon courrier", "domiciliation"],
  ["c'est quoi la domiciliation", "domiciliation"],
  ["i need a postal address for my mail", "domiciliation"],
  ["je vais perdre mon appart", "hebergement-115"],
  ["je perds mon logement dans un mois", "hebergement-115"],
  ["i am losing my flat", "hebergement-115"],
  ["c koi le dalo", "dalo"],
  ["comment marche le siao", "hebergement-115"],
  ["c koi le faj", "faj"],
  ["fond d'aide aux jeunes", "faj"],
  ["c quoi le cej", "coup-de-pouce"],
  ["fonds pour les apprentis en difficulté", "coup-de-pouce"],
  ["le ccas peut m'aider ?", "aides-ccas"],
])("« %s » opens %s", (text, flow) => {
  for (const structure of houses) expect(wishIn(structure, text, "fr").flow).toBe(flow);
});

test.each([
  ["annuler mon rendez-vous pour tremplins", "annuler"],
  ["je veux parler à quelqu'un de tremplins", "conseiller"],
  ["efface mes données et mon courrier", "mes-donnees"],
  ["je veux un rendez-vous pour le cej", "rendez-vous"],
  ["c'est quoi visale si je suis en cej", "visale"],
])("a word of a subject does not hide what is asked: « %s » opens %s", (text, flow) => {
  for (const structure of houses) expect(wishIn(structure, text, "fr").flow).toBe(flow);
});

test("at Rueil the postal address is that of La Boussole, a place of its list", () => {
  expect(wishIn(rueil, "domiciliation", "fr").flow).toBe("autres-lieux");
});
