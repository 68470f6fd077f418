import { expect, test } from "vitest";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { readStructure } from "../../src/structure.ts";

function problemsWith(texts: unknown) {
  const reading = readStructure({ ...json, texts });
  return reading.outcome === "refused" ? reading.problems : [];
}

test.each([
  ["a sentence with the same figures", { fr: { "cllaj:what": "Ici, c'est le {{association}}." } }],
  ["a sentence with fewer figures", { fr: { "cllaj:what": "Ici, on aide à se loger." } }],
  ["a reason of a rule", { fr: { "eligibility:reason.minor": "On te protège d'abord." } }],
  ["a key with a dot", { fr: { "facts:name_home.parc": "Quel logement" } }],
  ["a listed number, however it is spaced", { fr: { "expulsion:advice": "Le 08 05 16 00 75." } }],
  ["the same key in English", { en: { "cllaj:what": "This is the {{association}}." } }],
  ["320 characters", { fr: { "cllaj:what": "é".repeat(320) } }],
  ["nothing", {}],
])("an association may say %s", (_, texts) => {
  expect(problemsWith(texts)).toEqual([]);
});

test("a sentence for every file is said by each that has it, save where it is said otherwise", () => {
  const texts = { fr: { "menu:book": "Venir nous voir", "*:book": "Demander un contact" } };
  const reading = readStructure({ ...json, texts });
  const own = reading.outcome === "read" ? reading.structure.texts?.["fr"] : {};
  expect(own).toMatchObject({
    "menu:book": "Venir nous voir",
    "visale:book": "Demander un contact",
    "caution:book": "Demander un contact",
  });
  expect(own).not.toHaveProperty("*:book");
});

test.each([
  [{ fr: { "*:bouk": "Ici" } }, "texts.fr.*:bouk", "there is no such text"],
  [{ fr: { "cllaj:wat": "Ici" } }, "texts.fr.cllaj:wat", "there is no such text"],
  [{ fr: { what: "Ici" } }, "texts.fr.what", "there is no such text"],
  [
    { fr: { "cllaj:what": "{{association}} de {{ville}}" } },
    "texts.fr.cllaj:what",
    "nothing is known of {{ville}} here",
  ],
  [
    { en: { "cllaj:what": "e".repeat(321) } },
    "texts.en.cllaj:what",
    "has 321 characters, 320 at most",
  ],
  [
    { fr: { "violences:woman": "Appelle le 3918." } },
    "texts.fr.violences:woman",
    "3918 is not among its emergency numbers",
  ],
  [
    { fr: { "desk:send": "Envoyer" } },
    "texts.fr.desk:send",
    "speaks to the team, in the same words everywhere",
  ],
  [{ de: { "cllaj:what": "Hier" } }, "texts.de", '"de" is not one of its languages'],
])("%o is refused", (texts, path, message) => {
  expect(problemsWith(texts)).toEqual([{ path, message }]);
});

test("an empty sentence is refused where it stands", () => {
  expect(problemsWith({ fr: { "cllaj:what": "  " } }).map(({ path }) => path)).toEqual([
    "texts.fr.cllaj:what",
  ]);
});
