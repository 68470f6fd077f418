import { expect, test } from "vitest";
import { counts, locales } from "../../locales/index.ts";
import { directionOf, directionOfText } from "../../src/base/direction.ts";
import { saidPlain } from "../../src/base/said.ts";
import { textsOf } from "../../src/base/sentences.ts";
import { unitsIn } from "../../src/texts/counted.ts";
import { openTexts } from "../../src/texts.ts";

const texts = openTexts({ strict: true });
const apart = (text: string) => `\u2068${text}\u2069`;

test.each([
  [1, "شهر واحد"],
  [2, "شهرين"],
  [3, "3 أشهر"],
  [10, "10 أشهر"],
  [11, "11 شهرًا"],
  [24, "24 شهرًا"],
  [100, "100 شهر"],
])("%i months are said as Arabic says them", (months, said) => {
  expect(texts.say({ key: "facts:value_months", values: { value: months } }, "ar")).toBe(said);
});

test("every unit has the six forms of Arabic, and every text names a unit that is there", () => {
  const forms = ["zero", "one", "two", "few", "many", "other"];
  const units = unitsIn(counts.ar);
  expect(Object.keys(counts.ar).sort()).toEqual(
    units.flatMap((unit) => forms.map((form) => `${unit}_${form}`)).sort(),
  );
  const named = [...textsOf(locales.ar).values()].flatMap((text) =>
    [...text.matchAll(/\{\{\s*\w+\s*,\s*(\w+)\s*\}\}/g)].map(([, unit]) => unit),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((unit) => !units.some((known) => known === unit))).toEqual([]);
});

test("an amount and a telephone number stay whole in a line from the right", () => {
  const reason = { key: "eligibility:reason.rentAboveHalf", values: { rent: 1575, half: 561.5 } };
  expect(texts.say(reason, "ar")).toContain("(1\u00a0575 يورو)");
  expect(texts.say(reason, "ar")).toContain("561,5");
  expect(texts.say({ key: "expulsion:advice" }, "ar")).toContain(
    "0\u00a0805\u00a016\u00a000\u00a075",
  );
});

test("an address put into a line is set apart; a link, one word and an Arabic name are not", () => {
  const values = {
    place: saidPlain("Mairie de Carvin"),
    address: "12 rue de la Paix, 62220 Carvin",
    access: "Carvin",
    map: "https://example.org/?q=12 rue",
  };
  const said = texts.say({ key: "lieux:place", values }, "ar");
  expect(said.split("\n")).toEqual([
    apart("Mairie de Carvin"),
    apart("12 rue de la Paix, 62220 Carvin"),
    "Carvin",
    "الخريطة: https://example.org/?q=12 rue",
  ]);
  expect(texts.say({ key: "lieux:place", values }, "fr")).not.toMatch(/[\u2066-\u2069]/);
});

test("a line that begins with a French name runs from the right; a label carries no mark", () => {
  const written = texts.write(
    {
      texts: [
        { key: "autres-lieux:place", values: { place: "CCAS", what: "م", forWhom: "م", how: "م" } },
      ],
      options: [
        { id: "a", label: { key: "facts:line", values: { name: "CCAS de Lens", value: "م" } } },
      ],
    },
    "ar",
  );
  expect(written.text.startsWith("CCAS")).toBe(true);
  expect(written.options[0]?.label).toBe("CCAS de Lens: م");
  const mixed = texts.write(
    { texts: [{ key: "facts:line", values: { name: "CAF", value: "نعم" } }], options: [] },
    "ar",
  );
  expect(mixed.text).toBe("\u200fCAF: نعم");
});

test.each([
  ["ar", "rtl"],
  ["ar@ccas", "rtl"],
  ["fr", "ltr"],
  ["fr-vous", "ltr"],
])("%s runs %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

test.each([
  ["Visale ضمان مجاني للإيجار", "rtl"],
  ["نعم", "rtl"],
  ["Bonjour, je cherche un logement", "ltr"],
  ["Je m'appelle ليلى et je cherche", "ltr"],
  ["19", "auto"],
])("« %s » reads %s", (text, direction) => {
  expect(directionOfText(text)).toBe(direction);
});
