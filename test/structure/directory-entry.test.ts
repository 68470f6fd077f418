import { expect, test } from "vitest";
import malakoff from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };
import rueil from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import henin from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { localDate } from "../../src/base/time.ts";
import { directoryWords } from "../../src/bilan/directory-words.ts";
import { bilanWords } from "../../src/bilan/words.ts";
import { directoryEntry } from "../../src/structure/directory-entry.ts";
import { readStructure } from "../../src/structure.ts";
import { openTexts } from "../../src/texts.ts";

const files: Readonly<Record<string, unknown>> = {
  ...{ "rencontres-et-loisirs": henin, "ccas-malakoff": malakoff },
  "ccas-rueil-malmaison": rueil,
};
const texts = openTexts({ strict: true });
const entryOf = (slug: string, chat: string | null = "https://t.example/x") => {
  const reading = readStructure(files[slug]);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  const { structure } = reading;
  const words = directoryWords(bilanWords(texts, structure), structure);
  return directoryEntry(structure, { words, on: localDate("2026-11-24"), chat });
};

/** What the schema of the directory, version 1, accepts in the fields that we fill. */
const vocabulary = {
  thematiques: /^logement-hebergement--[a-z-]+$/,
  modes_accueil: /^(en-presentiel|a-distance)$/,
  modes_mobilisation: /^(envoyer-un-courriel|se-presenter|telephoner|utiliser-lien-mobilisation)$/,
  mobilisable_par: /^(usagers|professionnels)$/,
  publics: /^jeunes$/,
  zone_eligibilite: /^\d{5}$/,
};

test.each(Object.keys(files))("the entry of %s is one that the directory takes", (slug) => {
  const {
    structures: [own],
    services,
  } = entryOf(slug);
  expect(own?.nom.length).toBeGreaterThan(2);
  for (const one of [own, ...services]) {
    expect(one?.nom.length).toBeLessThanOrEqual(150);
    expect(one?.nom).not.toMatch(/\.$/);
    expect(one?.description.length).toBeGreaterThanOrEqual(50);
    expect(one?.description.length).toBeLessThanOrEqual(2000);
    expect(one?.date_maj).toBe("2026-11-24");
    expect(one?.telephone ?? "+33123456789").toMatch(/^\+33\d{9}$|^\d{2,6}$/);
  }
  for (const service of services) {
    expect(service.structure_id).toBe(own?.id);
    for (const [field, pattern] of Object.entries(vocabulary)) {
      const values: readonly string[] = service[field as keyof typeof vocabulary] ?? ["jeunes"];
      if (field !== "publics") expect(values.length, field).toBeGreaterThan(0);
      if (field !== "publics" || "publics" in service)
        for (const value of values) expect(value, field).toMatch(pattern);
    }
  }
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
});

test("the association of Hénin-Carvin: its confirmed places, its hours, its communes, and no number it has not", () => {
  const {
    structures: [own],
    services,
  } = entryOf("rencontres-et-loisirs");
  expect(own).toMatchObject({
    ...{ id: "trousseau--rencontres-et-loisirs", site_web: "https://www.rl-action-sociale.fr" },
    ...{ courriel: "associationrl@orange.fr", code_postal: "62590" },
  });
  expect(own?.horaires_accueil).toMatch(/^Mo 09:00-17:00; Tu 09:00-17:00; .*; PH off$/);
  expect(own).not.toHaveProperty("telephone");
  const [first] = services;
  expect(first?.zone_eligibilite).toHaveLength(14);
  expect(first?.publics_precisions).toBe("De 16 à 30 ans");
  expect(first?.modes_mobilisation).toEqual(["utiliser-lien-mobilisation", "envoyer-un-courriel"]);
  expect(services.at(-1)).toMatchObject({ modes_accueil: ["a-distance"] });
});

test("a municipal centre is of the network of municipal centres, for every adult; without a public page no link is given", () => {
  const {
    structures: [own],
    services,
  } = entryOf("ccas-malakoff", null);
  expect(own).toMatchObject({ reseaux_porteurs: ["ccas-cias"], telephone: "+33147467658" });
  expect(services[0]).not.toHaveProperty("publics");
  expect(services[0]).not.toHaveProperty("frais");
  expect(services[0]).not.toHaveProperty("lien_mobilisation");
  expect(services[0]?.modes_mobilisation).toEqual(["telephoner"]);
  expect(JSON.stringify(services)).not.toMatch(/CLLAJ/);
});
