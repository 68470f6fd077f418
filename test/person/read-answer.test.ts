import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import type { FactKind } from "../../src/person/facts.ts";
import { readAnswer } from "../../src/person/read-answer.ts";

const reading = { today: localDate("2026-11-22") };
const unclear = { notUnderstood: "unclear" };
const range = { notUnderstood: "range" };

/** The value, "unknown" when the person does not say, or why it was not understood. */
function answer(definition: FactKind, text: string, language = "fr") {
  const read = readAnswer(definition, text, language, reading);
  if (read.kind === "read") return read.value;
  return read.kind === "unknownToPerson" ? "unknown" : { notUnderstood: read.because };
}

test.each([
  ["19", 19],
  ["19 ans", 19],
  ["j'ai 19ans", 19],
  ["19 ans et demi", 19],
  ["19 ans et 6 mois", 19],
  ["dix-neuf", 19],
  ["vingt et un ans", 21],
  ["vingt-et-un", 21],
  ["soixante et onze", 71],
  ["quatre-vingt-dix-neuf", 99],
  ["twenty one", 21],
  ["nineteen", 19],
  ["I'm 22 years old", 22],
  ["١٩", 19],
  ["22/11/2007", 19],
  ["23/11/2007", 18],
  ["12.03.2007", 19],
  ["12/03/07", 19],
  ["12/03/98", 28],
  ["2004-05-05", 22],
  ["le 5 mai 2004", 22],
  ["1er août 2004", 22],
  ["31/02/2004", unclear],
  ["12/03/2030", unclear],
  ["9", range],
  ["100", range],
  ["-19", range],
  ["19 ou 20", range],
  ["bientôt 18 ans", range],
  ["blabla", unclear],
  ["", unclear],
])("age « %s » is %j", (text, value) => {
  expect(answer({ kind: "age" }, text)).toEqual(value);
});

test.each([
  ["450", 450],
  ["450 €", 450],
  ["450€", 450],
  ["450e", 450],
  ["450 euros par mois", 450],
  ["450,50", 450.5],
  ["1 200,50 €", 1200.5],
  ["1\u202f200,50 €", 1200.5],
  ["1.200", 1200],
  ["1,200", 1200],
  ["1.200,50", 1200.5],
  ["1200.5", 1200.5],
  ["1,5k", 1500],
  ["cinq cents", 500],
  ["quatre cent cinquante", 450],
  ["mille deux cents euros", 1200],
  ["five hundred", 500],
  ["rien", 0],
  ["j'ai rien", 0],
  ["j'ai pas de revenu", 0],
  ["0", 0],
  ["zéro", 0],
  ["je touche 566 de CEJ", 566],
  ["12000 par an", 1000],
  ["24 000 € par an", 2000],
  ["20000 par an", 1666.67],
  ["100 par semaine", 433.33],
  ["400-500", range],
  ["entre 400 et 500", range],
  ["450 ou 500", range],
  ["-50", range],
  ["25000", range],
  ["un salaire", unclear],
  ["le smic", unclear],
])("money « %s » is %j", (text, value) => {
  expect(answer({ kind: "money" }, text)).toEqual(value);
});

test.each([
  ["oui", true],
  ["ouiiii", true],
  ["ouais", true],
  ["OK", true],
  ["bien sûr", true],
  ["👍", true],
  ["oui mais pas encore signé", unclear],
  ["oui mais bientôt", true],
  ["yes", true],
  ["non", false],
  ["nn", false],
  ["nan", false],
  ["non pas encore", false],
  ["toujours pas", false],
  ["👎🏽", false],
  ["not yet", false],
  ["oui non", unclear],
  ["👍👎", unclear],
  ["blabla", unclear],
  ["", unclear],
])("yes or no « %s » is %j", (text, value) => {
  expect(answer({ kind: "yesNo" }, text)).toEqual(value);
});

test.each([
  ["6 mois", 6],
  ["6", 6],
  ["six mois", 6],
  ["depuis dix-huit mois", 18],
  ["1 an", 12],
  ["un an et demi", 18],
  ["1 an et demi", 18],
  ["2 ans et 3 mois", 27],
  ["a year", 12],
  ["3 semaines", 0],
  ["6-8 mois", range],
  ["hier", unclear],
])("length « %s » is %j months", (text, value) => {
  expect(answer({ kind: "months" }, text)).toEqual(value);
});

test.each([
  ["Lina", "Lina"],
  ["  Éloïse. ", "Éloïse"],
  ["je m'appelle Lina", "Lina"],
  ["Moi c'est Karim 😊", "Karim"],
  ["my name is Sam", "Sam"],
  ["Jean-Marc", "Jean-Marc"],
  ["N'Golo", "N'Golo"],
  ["Anne Sophie", "Anne Sophie"],
  ["محمد", "محمد"],
  ["E\u0301lodie", "Élodie"],
  ["je cherche un appart", unclear],
  ["Je m'appelle Lina et j'ai 19 ans", unclear],
  ["123", unclear],
  ["a".repeat(41), unclear],
  ["", unclear],
])("first name « %s » is %j", (text, value) => {
  expect(answer({ kind: "firstName" }, text)).toEqual(value);
});

const kinds: readonly FactKind[] = [
  { kind: "age" },
  { kind: "money" },
  { kind: "yesNo" },
  { kind: "months" },
  { kind: "firstName" },
  { kind: "commune" },
  { kind: "choice", among: ["a", "b"] },
];

test.each([
  "je ne sais pas",
  "jsp",
  "j'sais pas trop",
  "aucune idée",
  "je préfère ne pas dire",
  "je veux pas le dire",
  "passe",
  "idk",
  "I don't know",
  "I'd rather not say",
])("« %s » is accepted for every question", (text) => {
  for (const definition of kinds) expect(answer(definition, text)).toBe("unknown");
});

test("a value given after a hesitation is the value", () => {
  expect(answer({ kind: "money" }, "je sais pas trop, 450")).toBe(450);
});

test("options and communes are read where they are offered", () => {
  expect(answer({ kind: "choice", among: ["a"] }, "a")).toEqual({ notUnderstood: "elsewhere" });
  expect(answer({ kind: "commune" }, "Lens")).toEqual({ notUnderstood: "elsewhere" });
});

test("no text makes a reading fail, and what is read stays within bounds", () => {
  const pieces = fc
    .array(
      fc.constantFrom(
        "1",
        "19",
        "an",
        "ans",
        "mois",
        " ",
        "-",
        ",",
        ".",
        "€",
        "/",
        "cent",
        "vingt",
        "et",
        "k",
        "par an",
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), pieces), (text) => {
      for (const definition of kinds) {
        const value = answer(definition, text);
        if (definition.kind === "age" && typeof value === "number") {
          expect(value).toBeGreaterThanOrEqual(10);
          expect(value).toBeLessThanOrEqual(99);
        }
        if (definition.kind === "money" && typeof value === "number") {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(20_000);
          expect(Math.round(value * 100) / 100).toBe(value);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("10 000 characters are read without harm", () => {
  for (const text of [
    "1".repeat(10_000),
    "1 ".repeat(5000),
    "euh ".repeat(2500),
    "a-".repeat(5000),
  ]) {
    for (const definition of kinds) expect(answer(definition, text)).not.toBe("unknown");
  }
});
