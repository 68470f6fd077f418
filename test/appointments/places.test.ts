import fc from "fast-check";
import { expect, test } from "vitest";
import { arabicSpellings, arabicTowns } from "../../src/appointments/arabic-towns.ts";
import { nearestSites } from "../../src/appointments/nearest-sites.ts";
import { findCommune } from "../../src/appointments/places.ts";
import { henincarvin } from "./association.ts";

const structure = henincarvin();
const communes = structure.territories.flatMap((territory) =>
  territory.communes.map((commune) => ({ name: commune.name, territory: territory.id })),
);

/** What was understood, in a line. */
function heard(text: string): string {
  const found = findCommune(structure, text);
  if (found.kind === "found") return `${found.commune.name} (${found.territory.id})`;
  if (found.kind === "several") return `${found.communes.map(({ name }) => name).join(", ")} ?`;
  return found.kind === "outside" ? `outside ${found.name ?? ""}`.trim() : "notUnderstood";
}

const withoutAccents = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

test.each(communes)(
  "$name is found by its name, without accents and without hyphens",
  (commune) => {
    const answer = `${commune.name} (${commune.territory})`;
    expect(heard(commune.name)).toBe(answer);
    expect(heard(withoutAccents(commune.name))).toBe(answer);
    expect(heard(withoutAccents(commune.name).replaceAll("-", " ").toUpperCase())).toBe(answer);
    expect(heard(`j'habite à ${commune.name}.`)).toBe(answer);
  },
);

test.each(communes.filter(({ name }) => name.length > 6))(
  "$name is found with one letter missing, doubled, wrong or swapped",
  (commune) => {
    const name = withoutAccents(commune.name);
    const mistakes = [...name].flatMap((letter, place) => {
      const next = name.charAt(place + 1);
      const usable = place > 0 && /[a-z]/.test(letter);
      const before = name.slice(0, place);
      const rest = name.slice(place + 1);
      if (!usable) return [];
      const swap = /[a-z]/.test(next) ? [`${before}${next}${letter}${rest.slice(1)}`] : [];
      return [
        `${before}${rest}`,
        `${before}${letter}${letter}${rest}`,
        `${before}z${rest}`,
        ...swap,
      ];
    });
    for (const mistake of mistakes)
      expect(`${mistake}: ${heard(mistake)}`).toBe(
        `${mistake}: ${commune.name} (${commune.territory})`,
      );
  },
);

test.each([
  ["hénin", "Hénin-Beaumont (CAHC)"],
  ["enin beaumont", "Hénin-Beaumont (CAHC)"],
  ["montigny", "Montigny-en-Gohelle (CAHC)"],
  ["montigny gohelle", "Montigny-en-Gohelle (CAHC)"],
  ["ablain st nazaire", "Ablain-Saint-Nazaire (CALL)"],
  ["Annay sous Lens", "Annay (CALL)"],
  ["Courcelles lez Lens", "Courcelles-lès-Lens (CAHC)"],
  ["62320 Rouvroy", "Rouvroy (CAHC)"],
  ["Hénin-Beaumont 62110", "Hénin-Beaumont (CAHC)"],
  ["Hénin", "Hénin-Beaumont (CAHC)"],
  ["henin beaumon", "Hénin-Beaumont (CAHC)"],
  ["libercour", "Libercourt (CAHC)"],
  ["LIBERCOURT !!", "Libercourt (CAHC)"],
  ["moi c est oignie", "Oignies (CAHC)"],
  ["I live in Lens", "Lens (CALL)"],
  ["im in carvin", "Carvin (CAHC)"],
  ["vivo en Lens", "Lens (CALL)"],
  ["estoy en henin beaumont", "Hénin-Beaumont (CAHC)"],
  ["ana f Lens", "Lens (CALL)"],
  ["kanskon f carvin", "Carvin (CAHC)"],
  ["أسكن في Lens", "Lens (CALL)"],
  ["٦٢١١٠", "Hénin-Beaumont (CAHC)"],
  ["６２２２０", "Carvin (CAHC)"],
])("“%s” is %s", (text, answer) => {
  expect(heard(text)).toBe(answer);
});

test.each([
  ["62110", "Hénin-Beaumont (CAHC)"],
  ["62 220", "Carvin (CAHC)"],
  ["62320", "Bois-Bernard, Drocourt, Rouvroy, Acheville ?"],
  ["62144", "Carency, Villers-au-Bois ?"],
  ["62530", "Gouy-Servins, Servins ?"],
  ["mon code postal 62580", "Givenchy-en-Gohelle, Vimy ?"],
  ["62300", "Éleu-dit-Leauwette, Lens ?"],
  ["75001", "outside"],
  ["59000", "outside"],
])("the postcode “%s” is %s", (text, answer) => {
  expect(heard(text)).toBe(answer);
});

test.each([
  ["noyelles", "Noyelles-Godault, Noyelles-sous-Lens ?"],
  ["Dourges ou Carvin", "Carvin, Dourges ?"],
  ["pas loin de Lens", "Lens ?"],
  ["carvn", "Carvin ?"],
  // another town is one swap, or one word, away: asked, not assumed
  ["Angers", "Angres ?"],
  ["Loos", "Loos-en-Gohelle ?"],
])("“%s” is asked again: %s", (text, answer) => {
  expect(heard(text)).toBe(answer);
});

test.each([
  ["Lille", "outside Lille"],
  ["j'habite à Arras", "outside Arras"],
  ["Saint-Étienne", "outside Saint-Étienne"],
  ["Abbeville", "outside Abbeville"],
  ["Soignies", "outside Soignies"],
  ["Rueil-Malmaison", "outside Rueil-Malmaison"],
  ["Loos 59120", "outside"],
  ["Angers 49000", "outside"],
  ["je ne sais pas", "notUnderstood"],
  ["chez mes parents", "notUnderstood"],
  ["oui", "notUnderstood"],
  ["?", "notUnderstood"],
  ["", "notUnderstood"],
  ["62", "notUnderstood"],
  ["je cherche un studio pas trop cher pour septembre", "notUnderstood"],
])("“%s” is %s", (text, answer) => {
  expect(heard(text)).toBe(answer);
});

test("whatever is written, an answer comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(["found", "several", "outside", "notUnderstood"]).toContain(
        findCommune(structure, text).kind,
      );
    }),
  );
});

test.each([
  ["Carvin", ["ml-carvin", "ccas-libercourt", "siege-oignies"]],
  ["Hénin-Beaumont", ["ml-henin", "mda-henin", "ml-montigny"]],
  ["Évin-Malmaison", ["csc-evin", "ml-leforest", "ml-henin"]],
  ["Oignies", ["siege-oignies", "ccas-libercourt", "ml-carvin"]],
  ["Bois-Bernard", ["ml-henin", "mda-henin", "ml-montigny"]],
  ["Wingles", ["ml-carvin", "msp-courrieres", "ml-henin"]],
])("from %s, the nearest places are %o", (name, sites) => {
  const commune = structure.territories.flatMap((one) => one.communes).find((c) => c.name === name);
  if (!commune) throw new Error(`no commune ${name}`);
  expect(nearestSites(structure, commune, 3).map(({ id }) => id)).toEqual(sites);
});

test("without a table, the place of the same commune comes first and the head office last", () => {
  const bare = { ...structure, nearestSites: { byCommune: {} } };
  const order = nearestSites(bare, { inseeCode: "62250" }, 9).map(({ id }) => id);
  expect(order[0]).toBe("msp-courrieres");
  expect(order[8]).toBe("siege-oignies");
  expect(nearestSites(bare, { inseeCode: "75101" }, 1).map(({ id }) => id)).toEqual(["ml-carvin"]);
});

test.each([
  ["لنس", "Lens (CALL)"],
  ["لانس", "Lens (CALL)"],
  ["أنا أسكن في لنس", "Lens (CALL)"],
  ["بلنس", "Lens (CALL)"],
  ["كارفان", "Carvin (CAHC)"],
  ["أعيش في كارڤان.", "Carvin (CAHC)"],
  ["هينين", "Hénin-Beaumont (CAHC)"],
  ["مدينة هينان بومون", "Hénin-Beaumont (CAHC)"],
  ["ليفين", "Liévin (CALL)"],
  ["ليبركور", "Libercourt (CAHC)"],
  // as others hear them, or short: likely, so asked
  ["كارفن", "Carvin ?"],
  ["لوس", "Loos-en-Gohelle ?"],
  ["نويل", "Noyelles-Godault, Noyelles-sous-Lens ?"],
  ["مونتيني", "Montigny-en-Gohelle (CAHC)"],
  // of elsewhere, or no town
  ["باريس", "notUnderstood"],
  ["أراس", "notUnderstood"],
  ["لا أعرف", "notUnderstood"],
  ["في الشارع", "notUnderstood"],
  ["62300 لنس", "Lens (CALL)"],
])("%s in Arabic letters is %s", (text, answer) => {
  expect(heard(text)).toBe(answer);
});

test("every town of the territories has a spelling in Arabic letters, and no two share a sure one", () => {
  for (const { name, inseeCode } of structure.territories.flatMap((one) => one.communes)) {
    const [first = ""] = arabicSpellings(inseeCode);
    expect([name, arabicTowns(first)]).toEqual([name, [{ inseeCode, isSure: true }]]);
  }
});
