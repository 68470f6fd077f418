import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseOption } from "../../src/understanding/choose-option.ts";
import { normalise } from "../../src/understanding/normalise.ts";

const situations = [
  { id: "student", label: "🎓 Étudiant·e" },
  { id: "apprentice", label: "🛠️ Alternant·e" },
  { id: "employee", label: "💼 Salarié·e" },
  { id: "farm", label: "🌾 Salarié·e agricole" },
  { id: "seeker", label: "🔎 En recherche d'emploi", synonyms: ["chômage", "chômeur"] },
];
const slots = [
  { id: "a", label: "mardi 24 novembre à 14 h 30" },
  { id: "b", label: "mardi 24 novembre à 16 h" },
  { id: "c", label: "jeudi 26 novembre à 14 h 30" },
];

test.each([
  ["2", "apprentice"],
  ["2.", "apprentice"],
  ["2️⃣", "apprentice"],
  ["n°2", "apprentice"],
  ["deux", "apprentice"],
  ["le deuxième", "apprentice"],
  ["la 2eme svp", "apprentice"],
  ["two", "apprentice"],
  ["the second one", "apprentice"],
  ["٢", "apprentice"],
  ["je prends le 3", "employee"],
  ["dernier", "seeker"],
  ["the last one", "seeker"],
  ["la segunda", "apprentice"],
  ["quiero la dos por favor", "apprentice"],
  ["primera opción", "student"],
  ["el último", "seeker"],
  ["jouj", "apprentice"],
  ["tania", "apprentice"],
  ["lowla", "student"],
  ["tlata 3afak", "employee"],
  ["الثاني", "apprentice"],
  ["رقم ٣", "employee"],
  ["الخيار الأول", "student"],
  ["ثلاثة", "employee"],
  ["５", "seeker"],
  ["étudiante", "student"],
  ["ETUDIANT", "student"],
  ["étud", "student"],
  ["etudiannt", "student"],
  ["je suis étudiante en fait", "student"],
  ["salarié", "employee"],
  ["salariée agricole", "farm"],
  ["je suis salarié agricole", "farm"],
  ["chomage", "seeker"],
  ["chomeurr", "seeker"],
  ["je suis au chômage depuis juin", "seeker"],
  ["recherche emploi", "seeker"],
  ["alternente", "apprentice"],
])("« %s » chooses %s among situations", (text, id) => {
  expect(chooseOption(text, situations)).toEqual({ kind: "chosen", id });
});

test.each([["0"], ["6"], ["9"], ["je sais pas"], [""], ["🙂"], ["pas étudiant"], ["xy"]])(
  "« %s » chooses nothing",
  (text) => {
    expect(chooseOption(text, situations)).toEqual({ kind: "none" });
  },
);

test("two options named together are reported, not guessed between", () => {
  expect(chooseOption("étudiant ou alternant", situations)).toEqual({
    kind: "ambiguous",
    ids: ["student", "apprentice"],
  });
});

test.each([
  ["jeudi", { kind: "chosen", id: "c" }],
  ["16h", { kind: "chosen", id: "b" }],
  ["mardi 14h30", { kind: "chosen", id: "a" }],
  ["mardi", { kind: "ambiguous", ids: ["a", "b"] }],
  ["14h30", { kind: "ambiguous", ids: ["a", "c"] }],
  ["jeudi 26 novembre a 14h30", { kind: "chosen", id: "c" }],
])("« %s » among slots", (text, choice) => {
  expect(chooseOption(text, slots)).toEqual(choice);
});

test("a figure that is both a place and the start of a label is asked about", () => {
  const children = [
    { id: "none", label: "Aucun enfant" },
    { id: "one", label: "1 enfant" },
    { id: "two", label: "2 enfants" },
  ];
  expect(chooseOption("2", children)).toEqual({ kind: "ambiguous", ids: ["one", "two"] });
  expect(chooseOption("3", children)).toEqual({ kind: "chosen", id: "two" });
});

test("a word of a label is enough when one option has it", () => {
  const sites = [
    { id: "h", label: "Mairie de Hénin-Beaumont" },
    { id: "c", label: "Mission locale de Carvin" },
  ];
  expect(chooseOption("henin", sites)).toEqual({ kind: "chosen", id: "h" });
  expect(chooseOption("a Carvin stp", sites)).toEqual({ kind: "none" });
  expect(chooseOption("carvin", sites)).toEqual({ kind: "chosen", id: "c" });
});

test("the exact label always chooses its option, whatever the labels", () => {
  const labels = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 6,
    selector: (label) => normalise(label).replaceAll(" ", "") || label.trim(),
  });
  fc.assert(
    fc.property(labels, (shown) => {
      const options = shown.map((label, place) => ({ id: `o${place}`, label }));
      for (const { id, label } of options) {
        if (label.trim() === "") continue;
        expect(chooseOption(label, options)).toEqual({ kind: "chosen", id });
      }
    }),
    { numRuns: 500 },
  );
});

test("in Arabic a letter makes another word: « an appointment » is not « my appointment »", () => {
  const options = ["موعدي", "أوراقي", "التحدث مع شخص"].map((label) => ({ id: label, label }));
  expect(chooseOption("أريد موعدا", options)).toEqual({ kind: "none" });
  expect(chooseOption("موعدي", options)).toEqual({ kind: "chosen", id: "موعدي" });
  expect(chooseOption("أريد التحذث مع شخص", options)).toEqual({
    kind: "chosen",
    id: "التحدث مع شخص",
  });
});
