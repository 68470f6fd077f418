import { expect, test } from "vitest";
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { hearTown } from "../../src/repertoire/hear-town.ts";
import { readStructure, type Structure } from "../../src/structure.ts";

function structureOf(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const cllaj = structureOf(cllajFile);
const hear = (text: string) => hearTown(cllaj, text, "fr", "hint");

test.each([
  ...["dalo", "faj", "apl", "caution", "coloc", "huissier", "impayés", "visale", "budget"],
  ...["foyer jeune travailleur", "papiers", "expulsion", "caution pas rendue", "l'état des lieux"],
])("asked for a town, « %s » is a subject and no town", (text) => {
  expect(hear(text)).toEqual({ kind: "no", hint: "hint" });
});

test.each([
  ...["Bailleul", "Foix", "Paris", "Arras", "Nice", "Sens", "Mont-de-Marsan", "La Rochelle"],
  ...["Loué 72540", "59270 Bailleul"],
])("« %s » is a town far away, whatever it looks like", (text) => {
  expect(hear(text)).toMatchObject({ kind: "value", value: { inseeCode: "outside" } });
});

test("a town of ours is that town", () => {
  expect(hear("carvin")).toEqual({ kind: "value", value: { inseeCode: "62215", name: "Carvin" } });
});
