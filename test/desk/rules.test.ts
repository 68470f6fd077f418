import { expect, test } from "vitest";
import regles from "../../locales/fr/regles.json" with { type: "json" };
import { placeholdersOf } from "../../src/base/sentences.ts";
import { localDate } from "../../src/base/time.ts";
import { fieldsOf } from "../../src/desk/rule-case.ts";
import { figuresOf, figureValues } from "../../src/desk/rule-figures.ts";
import { type SchemeId, schemeIds } from "../../src/eligibility/codes.ts";
import { localFigureNames } from "../../src/eligibility/local-figures.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { worker, world } from "./desk-world.ts";

const today = localDate("2026-11-24");
const names: Readonly<Record<string, string>> = regles.figure;
const parts: Readonly<Record<string, string>> = regles.part;

async function read(path: string): Promise<string> {
  const desk = world();
  const { cookie } = await worker(desk, "Léa");
  return requestsTo(desk).page(path, cookie);
}

test.each(schemeIds)("%s: its rule is told, and every figure has a name", (scheme) => {
  const lines: Readonly<Record<string, string>> = regles.rule[scheme];
  expect(Object.keys(lines).length).toBeGreaterThan(0);
  const known = Object.keys(figureValues(scheme, today));
  expect(
    Object.values(lines)
      .flatMap(placeholdersOf)
      .filter((one) => !known.includes(one)),
  ).toEqual([]);
  const shown = figuresOf(scheme, today);
  expect(shown.filter(({ name }) => names[name] === undefined).map(({ name }) => name)).toEqual([]);
  const keys = shown.flatMap((figure) => figure.parts.flatMap((part) => part.keys));
  expect(keys.filter((key) => !/^\d$/.test(key) && parts[key] === undefined)).toEqual([]);
});

test("each figure of the place has a name", () => {
  expect(localFigureNames.filter((name) => names[name] === undefined)).toEqual([]);
});

test("the list tells of each scheme how many figures it has, and how many are to be confirmed", async () => {
  const words = wordsOf(await read("/regles"));
  expect(words).toContain(
    "Visale, un garant gratuit 10 chiffres, 0 à confirmer, relus le 22/11/2026",
  );
  expect(words).toContain("Aucun chiffre local n'est écrit dans le fichier de l'association.");
});

test("a rule is read in order, with its figures, their sources and their days", async () => {
  const words = wordsOf(await read("/regles/visale"));
  expect(words).toContain("Bail déjà signé : non. Visale se demande avant.");
  expect(words).toContain("1 940 € (zone 1), 1 575 € (zone 2), 1 365 € (zone 3) au plus.");
  expect(words).toContain("le loyer ne dépasse pas 50 % des ressources");
  expect(words).toMatch(/par zone \(€\) 1 : 1 940 2 : 1 575 3 : 1 365 06\/01\/2026 .*certain/);
  expect(words).toMatch(/22\/11\/2026 probable/);
});

test("a case is tried: the answer, its reasons, what is missing; nothing is kept", async () => {
  const given = new URLSearchParams({
    ...{ age: "22", status: "salarie_prive", monthlyResources: "1 500 €", homeFound: "yes" },
    ...{ "home.parc": "prive", "home.commune": "Hénin-Beaumont", "home.rentWithCharges": "550" },
    ...{ "home.leaseSigned": "no", nationality: "fr" },
  });
  const words = wordsOf(await read(`/regles/visale?${given}`));
  expect(words).toContain("Visale probablement oui");
  expect(words).toContain("Pièce d'identité");
  given.set("home.leaseSigned", "yes");
  const signed = wordsOf(await read(`/regles/visale?${given}`));
  expect(signed).toContain("Visale probablement non");
  expect(signed).toContain("Le bail est déjà signé.");
});

test("words that are no amount are shown again with their error, and count as not known", async () => {
  const page = await read("/regles/alt?age=22&monthlyResources=%3Cb%3Ebeaucoup%3C%2Fb%3E");
  expect(page).toContain('value="&lt;b&gt;beaucoup&lt;/b&gt;"');
  expect(wordsOf(page)).toContain("Cette valeur n'a pas été comprise");
  expect(wordsOf(page)).toContain("ALT à voir");
});

test.each(["lottery", "constructor", "../file"])("there is no rule called %s", async (name) => {
  const desk = world();
  const { cookie } = await worker(desk, "Léa");
  const { status } = await requestsTo(desk).get(`/regles/${encodeURIComponent(name)}`, cookie);
  expect(status).toBe(404);
});

test.each<[SchemeId, number]>([
  ["visale", 8],
  ["alt", 6],
])("%s can be tried with at least %i facts", (scheme, least) => {
  expect(fieldsOf(scheme).length).toBeGreaterThanOrEqual(least);
});
