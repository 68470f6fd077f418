import { expect, test } from "vitest";
import malakoffFile from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };
import rueilFile from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import { textsOf } from "../../src/base/sentences.ts";
import { heardAt } from "../../src/commands/heard-locales.ts";
import { fslAcces } from "../../src/eligibility/fsl-acces.ts";
import { readStructure, type Structure } from "../../src/structure.ts";

function structureOf(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const malakoff = structureOf(malakoffFile);
const rueil = structureOf(rueilFile);
const both: readonly (readonly [string, Structure])[] = [malakoff, rueil].map((one) => [
  one.slug,
  one,
]);

test("each CCAS serves its own commune, in rent zone 1 of the Hauts-de-Seine", () => {
  const served = both.map(([slug, { departement, territories }]) => [
    slug,
    departement,
    territories.map(({ role, communes }) => [
      role,
      communes.map(({ name, inseeCode, postcodes, aplZone }) => [
        name,
        inseeCode,
        ...postcodes,
        aplZone,
      ]),
    ]),
  ]);
  expect(served).toEqual([
    ["ccas-malakoff", "92", [["served", [["Malakoff", "92046", "92240", 1]]]]],
    ["ccas-rueil-malmaison", "92", [["served", [["Rueil-Malmaison", "92063", "92500", 1]]]]],
  ]);
});

test.each(both)("%s says vous, to adults of every age", (_, { tone, audience }) => {
  expect(tone).toBe("vous");
  expect(audience).toEqual({ minAge: 18, maxAge: null });
});

test.each(both)("%s: what the documents do not say stays unknown", (_, structure) => {
  const { openings, officeHours, siege, retention, helpPlaces } = structure;
  expect(openings).toEqual([]);
  expect(officeHours).toEqual([]);
  expect(siege.confirmed).toBe(false);
  expect(retention.confirmed).toBe(false);
  for (const { address, phone, openingHours, confirmed } of helpPlaces) {
    expect([address, phone, openingHours, confirmed]).toEqual([null, null, null, false]);
  }
});

test("only Malakoff publishes an address and a telephone", () => {
  expect([malakoff.siege.address, malakoff.contact.phone]).toEqual([
    "1 place du 11 novembre 1918",
    "01 47 46 76 58",
  ]);
  expect([rueil.siege.address, rueil.siege.postcode, rueil.contact.phone]).toEqual([
    null,
    null,
    null,
  ]);
});

test("the two documents differ on asking alone for an ASLL, and nobody books one", () => {
  expect(malakoff.asll.accessAlone).toBe(false);
  expect(rueil.asll.accessAlone).toBe(true);
  for (const [, { motifs }] of both) {
    expect(motifs.map(({ id }) => id)).toEqual(["premier-rendez-vous"]);
  }
});

test.each(both)("%s names the schemes of its own département alone", (_, { localSchemes }) => {
  expect(localSchemes).toContain("fsl_acces");
  expect(Object.keys(fslAcces.figures)).toContain("maxQuotientFamilialWithoutChild");
  for (const scheme of ["alt", "asl_jeunes_ase", "tremplins_duo", "fsl_lni"]) {
    expect(localSchemes).not.toContain(scheme);
  }
});

test.each(both)("%s: no sentence names the CLLAJ or its agglomération", (_, structure) => {
  const strangers = Object.entries(heardAt(structure)).flatMap(([voice, files]) =>
    Object.entries(files)
      .filter(([file]) => !["desk", "terminal", "synonyms"].includes(file))
      .flatMap(([file, texts]) =>
        [...textsOf(texts)]
          .filter(([, text]) => /CLLAJ|Hénin|Carvin|Lens|Liévin|Pas-de-Calais/.test(text))
          .map(([key]) => `${voice} ${file}:${key}`),
      ),
  );
  expect(strangers).toEqual([]);
});

test.each(both)("%s says vous in its own sentences", (_, { texts }) => {
  const own = Object.entries(texts?.["fr"] ?? {});
  const familiar = own.filter(([, text]) => /\b(?:tu|toi|ton|ta|tes|te)\b|\bt'/i.test(text));
  expect(own.length).toBeGreaterThan(10);
  expect(familiar).toEqual([]);
});

test("the emergency numbers are the national ones; that of the ADIL 92 is in no source", () => {
  for (const [, { emergencyNumbers }] of both) {
    const urgent = emergencyNumbers.filter(({ use }) => use === "emergency");
    expect(urgent.map(({ number }) => number)).toEqual(
      "112 15 17 18 114 115 119 3919 3114".split(" "),
    );
    expect(emergencyNumbers.find(({ id }) => id === "adil-92")?.number).toBeNull();
    expect(emergencyNumbers.some(({ id }) => id === "adil-62")).toBe(false);
  }
});

test("Rueil orients to La Boussole and to the social grocery, Malakoff to the SST 10", () => {
  expect(rueil.helpPlaces.map(({ name }) => name)).toEqual([
    "La Boussole, accueil de jour",
    "La Boussole, domiciliation",
    "L'Intervalle, épicerie sociale",
  ]);
  expect(malakoff.helpPlaces.map(({ id }) => id)).toEqual(["sst-10"]);
});

test.each(both)("%s gives no appointment, and no sentence offers to take one", (_, structure) => {
  const offering = Object.entries(heardAt(structure)).flatMap(([voice, files]) =>
    Object.entries(files)
      .filter(([file]) => !["desk", "terminal", "synonyms", "asll"].includes(file))
      .flatMap(([file, texts]) =>
        [...textsOf(texts)]
          .filter(([key, text]) => {
            const isOffer = /Prendre rendez-vous|Book an appointment|Prenez rendez-vous/i.test(
              text,
            );
            return isOffer || (key.startsWith("media_") && /rendez-vous|appointment/.test(text));
          })
          .map(([key]) => `${voice} ${file}:${key}`),
      ),
  );
  expect(offering).toEqual([]);
});

test.each(both)("%s says nothing of minors that its documents do not say", (_, { texts = {} }) => {
  for (const own of Object.values(texts)) {
    expect(own["mineur-en-danger:closed"]).not.toMatch(/solutions/);
    expect(own["mineur-en-danger:open"]).not.toMatch(/solutions/);
  }
});

test("only Rueil has an aid of its own that is named, and nothing more is said of it", () => {
  expect(rueil.localAid?.name).toBe("Allocation Municipale Logement");
  expect(malakoff.localAid).toBeUndefined();
});
