import { expect, test } from "vitest";
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { wishIn } from "../../src/repertoire/wish-in.ts";
import { readStructure } from "../../src/structure.ts";

function wished(text: string, language: string): string | null {
  const reading = readStructure(cllajFile);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return wishIn(reading.structure, text, language).flow;
}

test.each([
  ["je suis en retard", "fr"],
  ["jsui en retard dsl", "fr"],
  ["je vais avoir 10 min de retard à mon rdv", "fr"],
  ["j'arrive dans dix minutes", "fr"],
  ["mon bus a du retard", "fr"],
  ["i'm running late", "en"],
  ["sorry i will be late for my appointment", "en"],
  ["llego tarde a la cita", "es"],
  ["voy un poco tarde, perdón", "es"],
  ["سأتأخر عن الموعد", "ar"],
  ["أنا متأخر", "ar"],
  ["ghadi nt3tel 3la rdv", "fr"],
])("« %s » : somebody is late for their appointment", (text, language) => {
  expect(wished(text, language)).toBe("retard");
});

test.each([
  ["j'ai un loyer en retard", "fr"],
  ["je suis en retard sur mes loyers", "fr"],
  ["ma facture d'électricité est en retard", "fr"],
  ["i'm late with the rent", "en"],
  ["voy tarde con el alquiler", "es"],
  ["متأخر في دفع الإيجار", "ar"],
])("« %s » is about money, not about an hour", (text, language) => {
  expect(wished(text, language)).not.toBe("retard");
});
