import { expect, test } from "vitest";
import { filesOfTheTeam, locales, tones } from "../../locales/index.ts";
import { longestSentence, placeholdersOf, textsOf } from "../../src/base/sentences.ts";

/** Words that mean the person, wherever they stand. */
const person = "tu te toi ton ta tes tien tienne tiens tiennes t'".split(" ");
/** Orders that are nothing else. */
const orders =
  "écris choisis appelle rappelle réponds prends reviens attends envoie apporte appuie recharge essaie vois".split(
    " ",
  );
/** Orders at the start of a clause; elsewhere a noun ("la demande") or another person ("je garde"). */
const ordersAtTheStart = "demande dis fais garde cherche pose ouvre vérifie".split(" ");
/** Ways of greeting and asking that go with *tu*. */
const greetings = ["salut", "super", "sympa", "re-bonjour", "on fait quoi"];

const alone = (words: readonly string[]) =>
  new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "giu");
const said = [
  // the apostrophe ends its word: what follows is the next one
  alone(person.filter((word) => word !== "t'")),
  /(?<!\p{L})t['’](?=\p{L})/giu,
  alone([...orders, ...greetings]),
  new RegExp(
    `(?:^|[.:!?;,]\\s+)(?:n['’])?(?:${ordersAtTheStart.join("|")})(?!\\p{L})(?! d['’]asile)`,
    "giu",
  ),
];

/** What in a text says *tu*. */
function familiar(text: string): readonly string[] {
  return said.flatMap((words) => text.match(words) ?? []);
}

/**
 * Files that no person hears: the desk and the terminal speak to the team and to who runs the house,
 * with *vous* already; synonyms and the words of subjects are what people type to us.
 */
const notHeard = new Set([...filesOfTheTeam, "synonyms", "subjects"]);

function texts(files: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files)
      .filter(([file]) => !notHeard.has(file))
      .flatMap(([file, own]) =>
        [...textsOf(own)].map(([key, text]) => [`${file}:${key}`, text] as const),
      ),
  );
}

const french = texts(locales.fr);
const vous = texts(tones["fr-vous"]);

test.each([
  ["Écris ton nom", ["ton", "Écris"]],
  ["Je t'aide, si tu veux.", ["tu", "t'"]],
  ["Quelqu’un t’écoute. N’attends pas", ["t’", "attends"]],
  ["Avec 500 € par mois, cherche un loyer", [", cherche"]],
  ["Demande au bailleur", ["Demande"]],
  ["Salut ! On fait quoi ?", ["Salut", "On fait quoi"]],
  ["La demande se fait avec l'équipe ; je garde tout", []],
  ["Demande d'asile", []],
  ["Votre attestation, une tentative, le statut", []],
])("in « %s », what says tu is %o", (text, words) => {
  expect(familiar(text)).toEqual(words);
});

test("every text that says tu has its own with vous, and no other has", () => {
  const saysTu = [...french].filter(([, text]) => familiar(text).length > 0).map(([key]) => key);
  expect(saysTu.length).toBeGreaterThan(200);
  expect([...vous.keys()].sort()).toEqual(saysTu.sort());
});

test("no text with vous says tu", () => {
  const wrong = [...vous].filter(([, text]) => familiar(text).length > 0);
  expect(wrong).toEqual([]);
});

test("a text with vous shows the same figures, and is as short", () => {
  const wrong = [...vous].filter(
    ([key, text]) =>
      text.length > longestSentence ||
      placeholdersOf(text).join() !== placeholdersOf(french.get(key) ?? "").join(),
  );
  expect(wrong).toEqual([]);
});

test("vous stays warm: no form's French, and no gender chosen for the person", () => {
  const cold = /veuillez|utilisat|usag|bénéficiaire|afin d|\(e\)|·e|\bprêt\b|\binscrit|obligé/i;
  expect([...vous].filter(([, text]) => cold.test(text))).toEqual([]);
});
