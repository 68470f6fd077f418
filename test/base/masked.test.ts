import fc from "fast-check";
import { expect, test } from "vitest";
import { maskSensitive } from "../../src/base/masked.ts";

/** A social security number that nobody has, with its key; `department` may be 2A or 2B. */
function nirOf(start: string, department: string, rest: string): string {
  const number = `${start}${department}${rest}`;
  const figures = number.replace("2A", "19").replace("2B", "18");
  return `${number}${String(97 - (Number(figures) % 97)).padStart(2, "0")}`;
}

/** Digits of a card of `length`, with the key of Luhn. */
function cardOf(start: string, length: number, filler: string): string {
  const body = `${start}${filler}`.slice(0, length - 1);
  for (let key = 0; key < 10; key++) {
    const sum = [...`${body}${key}`].reverse().reduce((total, digit, place) => {
      const weighed = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    if (sum % 10 === 0) return `${body}${key}`;
  }
  return body;
}

/** The text cut into groups of these lengths, with this between them. */
function grouped(text: string, lengths: readonly number[], between: string): string {
  const groups: string[] = [];
  let from = 0;
  for (const length of lengths) {
    groups.push(text.slice(from, from + length));
    from += length;
  }
  return [...groups, text.slice(from)].filter((group) => group !== "").join(between);
}

const nir = nirOf("29907", "62", "193123");
const corsican = nirOf("19912", "2A", "004025");
const north = nirOf("10511", "2B", "033041");
const printed = [1, 2, 2, 2, 3, 3, 2];

test.each([
  [`mon numéro c'est ${nir}`, "mon numéro c'est •••"],
  [grouped(nir, printed, " "), "•••"],
  [grouped(nir, printed, "."), "•••"],
  [grouped(nir, printed, "-"), "•••"],
  [grouped(nir, printed, "\u202f"), "•••"],
  [grouped(nir, printed, "  "), "•••"],
  [grouped(nir, [3, 1, 5, 2], " "), "•••"],
  [`${nir.slice(0, 13)} clé ${nir.slice(13)}`, `${nir.slice(0, 13)} clé ${nir.slice(13)}`],
  [`sécu ${nir.slice(0, 13)}`, "sécu •••"],
  [
    `mon numéro de sécurité sociale est le ${nir.slice(0, 14)}9`,
    "mon numéro de sécurité sociale est le •••",
  ],
  [`corse ${grouped(corsican, printed, " ")}.`, "corse •••."],
  [corsican.toLowerCase(), "•••"],
  [`né là-bas ${north}`, "né là-bas •••"],
  [`j'ai 19 ans ${nir} et 450 €`, "j'ai 19 ans ••• et 450 €"],
  [`06 12 34 56 78 ${grouped(nir, printed, " ")}`, "06 12 34 56 78 •••"],
  [[...nir].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join(""), "•••"],
  [[...nir].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(""), "•••"],
  [[...nir].join("\u200b"), "•••"],
])("a social security number: « %s » is kept as « %s »", (text, kept) => {
  expect(maskSensitive(text)).toEqual({ text: kept, masked: kept === text ? [] : ["nir"] });
});

const visa = cardOf("4970", 16, "123456789012");
const master = cardOf("5136", 16, "123456789012");
const amex = cardOf("3782", 15, "12345678901");
test.each([
  [`ma carte ${visa}`, "ma carte •••"],
  [grouped(visa, [4, 4, 4, 4], " "), "•••"],
  [grouped(visa, [4, 4, 4, 4], "-"), "•••"],
  [grouped(visa, [4, 4, 8], " "), "•••"],
  [grouped(visa, [8, 8], " "), "•••"],
  [grouped(master, [4, 4, 4, 4], " "), "•••"],
  [grouped(amex, [4, 6, 5], " "), "•••"],
  [cardOf("4", 13, "123456789012"), "•••"],
  [cardOf("6304", 19, "123456789012345"), "•••"],
  [`${grouped(visa, [4, 4, 4, 4], " ")} 12/27 cvv 123`, "••• ••• cvv •••"],
  [`cb: ${grouped(visa, [4, 4, 4, 4], " ")} exp 03/2028 code 999`, "cb: ••• exp ••• code •••"],
  ["numéro de carte bancaire 4970 1234 5678 9013 1", "numéro de carte bancaire •••"],
  [`my card number is ${visa}, I need a room`, "my card number is •••, I need a room"],
  [`mi tarjeta es ${visa}`, "mi tarjeta es •••"],
])("a payment card: « %s » is kept as « %s »", (text, kept) => {
  expect(maskSensitive(text)).toEqual({ text: kept, masked: ["card"] });
});

test.each([
  ["FR14 2004 1010 0505 0001 3M02 606", "•••"],
  ["fr1420041010050500013m02606", "•••"],
  ["mon rib FR14 2004 1010 0505 0001 3M02 606 merci", "mon rib ••• merci"],
  ["FR 14 2004 1010 0505 0001 3M02 606", "•••"],
  ["mi cuenta ES91 2100 0418 4502 0005 1332", "mi cuenta •••"],
  ["GB29 NWBK 6016 1331 9268 19", "•••"],
  ["NL91ABNA0417164300", "•••"],
  ["BE68-5390-0754-7034", "•••"],
  ["iban: FR14 2004 1010 0505 0001 3M02 607", "iban: •••"],
  ["mon IBAN c'est fr76 3000 1007 9412 3456 7890 18 voilà", "mon IBAN c'est ••• voilà"],
])("an IBAN: « %s » is kept as « %s »", (text, kept) => {
  expect(maskSensitive(text)).toEqual({ text: kept, masked: ["iban"] });
});

test.each([
  ["numéro allocataire 1234567", "numéro allocataire •••"],
  ["mon n° allocataire : 1234567 A", "mon n° allocataire : •••"],
  ["num alloc 123 4567", "num alloc •••"],
  ["mon numéro caf c'est 12345678", "mon numéro caf c'est •••"],
  ["caf 1234567", "caf •••"],
  ["matricule CAF 1234567", "matricule CAF •••"],
  ["my caf number is 1234567", "my caf number is •••"],
])("a CAF file: « %s » is kept as « %s »", (text, kept) => {
  expect(maskSensitive(text)).toEqual({ text: kept, masked: ["allocataire"] });
});

test.each([
  ["mon passeport 12AB34567", "mon passeport •••"],
  ["passeport n° 12 AB 34567", "passeport n° •••"],
  ["my passport number is A1234567", "my passport number is •••"],
  ["titre de séjour numéro 7503123456", "titre de séjour numéro •••"],
  ["carte de séjour: 9ABC123456", "carte de séjour: •••"],
  ["mi pasaporte es AAB123456", "mi pasaporte es •••"],
  ["NIE X1234567L", "NIE •••"],
  ["جواز السفر AB123456", "جواز السفر •••"],
  ["رقم جواز سفري هو AB123456", "رقم جواز سفري هو •••"],
  ["numéro étranger 0603123456", "numéro étranger •••"],
  ["récépissé n°9912345678", "récépissé n°•••"],
])("a paper: « %s » is kept as « %s »", (text, kept) => {
  expect(maskSensitive(text)).toEqual({ text: kept, masked: ["identity"] });
});

test.each([
  "1 200,50 €",
  "je gagne 1200, mon loyer fait 450",
  "450 500 600 700 800",
  "rappelle-moi au 06 12 34 56 78",
  "06 12 34 56 78 ou 07 98 76 54 32",
  "+33 6 12 34 56 78",
  "0033612345678 0612345678",
  "née le 12/03/2007 à 14h30",
  "12 11 2025 14 30",
  "62110 Hénin-Beaumont",
  "de 20 à 25 personnes, 12345 mètres",
  "la CAF m'a versé 1 200,50 € en 2025",
  "je suis allocataire depuis le 12 11 2025",
  "caf au 3230",
  "mon passeport est perdu, appelle le 0612345678",
  "mon titre de séjour expire le 12/11/2026",
  "titre de séjour valable 10 ans",
  "mon récépissé du 12 11 2026",
  "commande 4970101234567892",
  "suivi colis 6304123456789017",
  "numéro unique 062 0224 012345 10163",
  "mon dossier 20251123001",
  "carte jeune 26-30 ans",
  "9999999999999999",
  "1234567",
  "AB123456",
  "sécu étudiante à 200 €",
  `${nir.slice(0, 13)}00`,
  "4970 1234 5678 9014",
  "FR14 2004 1010 0505 0001 3M02 607",
])("nothing is taken out of « %s »", (text) => {
  expect(maskSensitive(text)).toEqual({ text, masked: [] });
});

test("each kind is named once, and all are taken out", () => {
  const text = `nir ${nir} puis ${nir}, carte ${visa}, FR14 2004 1010 0505 0001 3M02 606, caf 1234567, passeport 12AB34567`;
  const { text: kept, masked } = maskSensitive(text);
  expect(kept).toBe("nir ••• puis •••, carte •••, •••, caf •••, passeport •••");
  expect(masked).toEqual(["nir", "card", "iban", "allocataire", "identity"]);
});

test("what was masked once is not masked again", () => {
  const { text } = maskSensitive(`sécu ${nir} carte ${visa}`);
  expect(maskSensitive(text)).toEqual({ text, masked: [] });
});

const amount = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99 }), fc.nat(4))
  .map(([euros, cents, form]) => {
    const spaced = String(euros).replace(/(\d)(?=(\d{3})$)/, "$1 ");
    return (
      [`${euros} €`, `${spaced},${cents} euros`, `${euros}e`, spaced, `${euros}.${cents}`][form] ??
      ""
    );
  });
const phone = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99_999_999 }), fc.nat(5))
  .map(([operator, digits, form]) => {
    const pairs = String(digits).padStart(8, "0").match(/../g) ?? [];
    const start = form > 2 ? `+33 ${operator}` : `0${operator}`;
    return [start, ...pairs].join([" ", "", "."][form % 3] ?? " ");
  });
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1990, max: 2030 }),
  )
  .map(([day, month, year]) => `${day}/${month}/${year}`);
const joined = fc.constantFrom(", ", " et ", " / ", " puis ", "\n");

test("no list of amounts, phones and dates is ever touched", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(amount, phone, date), { maxLength: 6 }),
      joined,
      (parts, between) => {
        const text = parts.join(between);
        expect(maskSensitive(text)).toEqual({ text, masked: [] });
      },
    ),
    { numRuns: 5000 },
  );
});

test("two phones side by side are never a social security number", () => {
  fc.assert(
    fc.property(phone, phone, (one, other) => {
      const text = `${one} ${other}`;
      expect(maskSensitive(text)).toEqual({ text, masked: [] });
    }),
    { numRuns: 5000 },
  );
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));

test("every social security number is found, however it is spaced", () => {
  const months = fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, "0"));
  const spacing = fc.array(fc.constantFrom("", "", " ", "-", "."), {
    minLength: 15,
    maxLength: 15,
  });
  fc.assert(
    fc.property(
      fc.constantFrom("1", "2"),
      digits(2),
      months,
      fc.constantFrom("62", "2A", "2B", "99"),
      digits(6),
      spacing,
      (sex, year, month, department, rest, spaces) => {
        const spaced = [...nirOf(`${sex}${year}${month}`, department, rest)]
          .map((sign, place) => sign + (place < 14 ? (spaces[place] ?? "") : ""))
          .join("");
        expect(maskSensitive(`voilà ${spaced} merci`)).toEqual({
          text: "voilà ••• merci",
          masked: ["nir"],
        });
      },
    ),
    { numRuns: 1000 },
  );
});

test("every card of sixteen digits in fours is found", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("4", "51", "55"),
      digits(15),
      fc.constantFrom("", " ", "-"),
      (start, filler, between) => {
        const text = grouped(cardOf(start, 16, filler), [4, 4, 4, 4], between);
        expect(maskSensitive(text)).toEqual({ text: "•••", masked: ["card"] });
      },
    ),
    { numRuns: 1000 },
  );
});

test("a long text is read in a short while, whatever is in it", () => {
  for (const text of [
    "1 ".repeat(50_000),
    "1".repeat(50_000),
    "fr12 ".repeat(20_000),
    "caf n° ".repeat(10_000),
    "iban a1 ".repeat(10_000),
  ]) {
    expect(maskSensitive(text).text.length).toBeLessThanOrEqual(text.length);
  }
});
