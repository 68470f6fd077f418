import { expect, test } from "vitest";
import rueilFile from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { dangerHere } from "../../src/repertoire/danger-here.ts";
import { readStructure, type Structure } from "../../src/structure.ts";
import { lookForDanger } from "../../src/understanding/safety.ts";

function structureOf(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const rueil = structureOf(rueilFile);
const cllaj = structureOf(cllajFile);

test.each([
  ["où dormir à la boussole ce soir", "alarm"],
  ["Est-ce que La Boussole héberge la nuit ?", "check"],
  ["je peux dormir à l'accueil de jour ?", "check"],
  ["la boussole fait de l'hébergement ?", "check"],
  ["la boussole est ouverte la nuit ?", "check"],
  ["can I sleep at la boussole", "check"],
  ["puedo dormir en la boussole", "check"],
  ["واش يمكن لي ننام في la boussole", "check"],
  ["je dors dehors, c'est où la boussole", "alarm"],
])("at Rueil « %s » is heard as a danger of having no roof: %s", (text, level) => {
  expect(dangerHere(rueil, text)).toEqual({ level, kind: "emergency_shelter" });
});

test.each([
  "c'est où la boussole ?",
  "l'accueil de jour est dans la rue Pasteur ?",
  "l'accueil de jour dans la rue ?",
  "j'ai besoin d'une domiciliation avec une attestation d'hébergement",
  "je suis hébergée chez ma soeur, je cherche l'épicerie sociale",
  "la boussole m'a donné à manger",
])("at Rueil « %s » is a question about a place, and nothing worries", (text) => {
  expect(dangerHere(rueil, text)).toEqual({ level: "none", kind: null });
});

test("a worse danger said beside a place stays what it is", () => {
  expect(dangerHere(rueil, "je veux mourir, je vais dormir à la boussole")).toEqual({
    level: "alarm",
    kind: "suicide",
  });
});

test.each(["où dormir à la boussole ce soir", "je cherche un studio", "je dors dehors"])(
  "where no place that helps is listed, « %s » is heard by its words alone",
  (text) => {
    expect(dangerHere(cllaj, text)).toEqual(lookForDanger(text));
  },
);
