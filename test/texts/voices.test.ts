import { expect, test } from "vitest";
import { saidMoment } from "../../src/base/said.ts";
import { instant } from "../../src/base/time.ts";
import { openTexts, type Voice } from "../../src/texts.ts";

const structures: ReadonlyMap<string, Voice> = new Map([
  ["association", { tone: "tu", texts: { fr: { "menu:whatDoYouWant": "On commence ?" } } }],
  [
    "mairie",
    {
      tone: "vous",
      texts: {
        fr: {
          "cllaj:what": "Le CCAS aide à se loger.",
          "eligibility:reason.minor": "Vous avez moins de 18 ans : venez nous voir.",
        },
        en: { "cllaj:what": "The CCAS helps you find a home." },
      },
    },
  ],
]);
const common = openTexts({ strict: true, structures });
const association = common.of("association");
const mairie = common.of("mairie");

test.each([
  ["rendez-vous:thanks", "fr", "Merci. À bientôt !", "Merci. À bientôt !"],
  ["stop:sure", "fr", "Tu veux arrêter les rappels ? Tu pourras toujours m'écrire.", null],
  ["menu:whatDoYouWant", "fr", "On commence ?", "Que souhaitez-vous faire ?"],
  ["eligibility:fact.age", "fr", "ton âge", "votre âge"],
  ["eligibility:reason.minor", "fr", null, "Vous avez moins de 18 ans : venez nous voir."],
  ["cllaj:what", "fr", null, "Le CCAS aide à se loger."],
  ["cllaj:what", "en", null, "The CCAS helps you find a home."],
  ["aides:whichNeed", "en", "What do you need?", "What do you need?"],
])("%s in %s is said by each in its own voice", (key, language, byAssociation, byMairie) => {
  const said = { key, values: { association: "CLLAJ" } };
  if (byAssociation) expect(association.say(said, language)).toBe(byAssociation);
  if (byMairie) expect(mairie.say(said, language)).toBe(byMairie);
});

test("a text of one's own is heard by nobody else", () => {
  const what = { key: "cllaj:what", values: { association: "CLLAJ" } };
  const menu = { key: "menu:whatDoYouWant" };
  for (const texts of [association, common, common.of("elsewhere")]) {
    expect(texts.say(what, "fr")).toContain("Le CLLAJ, c'est un bureau gratuit");
    expect(texts.say(what, "en")).not.toContain("CCAS");
  }
  for (const texts of [common, common.of("elsewhere")]) {
    expect(texts.say(menu, "fr")).toBe("Tu veux quoi ?");
  }
});

test("where English has no word, French answers in the voice of the house", () => {
  expect(mairie.say({ key: "menu:whatDoYouWant" }, "de")).toBe("Que souhaitez-vous faire ?");
  expect(association.say({ key: "menu:whatDoYouWant" }, "de")).toBe("On commence ?");
});

test("from one voice another can be asked for", () => {
  expect(mairie.of("association").say({ key: "eligibility:fact.age" }, "fr")).toBe("ton âge");
});

test("a text inside another is said in the same voice", () => {
  const facts = { key: "@lines", values: { each: [{ key: "eligibility:fact.age" }] } };
  const said = { key: "facts:toBeSure", values: { facts } };
  expect(mairie.say(said, "fr")).toBe("Il reste à voir ensemble :\n- votre âge");
});

test("amounts and hours stay French with vous", () => {
  const reason = { key: "eligibility:reason.rentAboveHalf", values: { rent: 1575, half: 561.68 } };
  expect(mairie.say(reason, "fr")).toBe(
    "Votre loyer (1 575 €) dépasse ce que vos ressources permettent pour Visale (561,68 €).",
  );
  const when = saidMoment(instant("2026-11-24T13:30:00Z"), "Europe/Paris");
  expect(mairie.say({ key: "rappel:dayBefore", values: { when } }, "fr")).toBe(
    "Rappel : mardi 24 novembre à 14 h 30. Vous venez ?",
  );
});

test("a reply is written in the voice of the house, labels too", () => {
  const reply = {
    texts: [{ key: "facts:name_currentHousing" }],
    options: [{ id: "a", label: { key: "facts:name_commune" } }],
  };
  expect(mairie.write(reply, "fr")).toEqual({
    text: "Où vous vivez",
    options: [{ id: "a", label: "Votre ville" }],
    listButton: "Choisir",
  });
  expect(association.write(reply, "fr").options).toEqual([{ id: "a", label: "Ta ville" }]);
});

test("a text that nobody wrote still throws under strict eyes", () => {
  expect(() => mairie.say({ key: "menu:helo" }, "fr")).toThrow("missing");
  expect(() => mairie.say({ key: "rappel:dayBefore" }, "fr")).toThrow("missing");
});
