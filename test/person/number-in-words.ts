/** Numbers written in words, from 0 to 9 999, as each language writes them: what the reading is tried on. */
export type Writer = (value: number) => string;

const frenchUnits =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const frenchTens =
  "  vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split(" ");

function frenchBelow100(value: number): string {
  if (value < 20) return frenchUnits[value] ?? "";
  const tens = Math.floor(value / 10);
  const rest = tens === 7 || tens === 9 ? (value % 10) + 10 : value % 10;
  if (value === 80) return "quatre-vingts";
  if (rest === 0) return frenchTens[tens] ?? "";
  const isLinked = rest % 10 === 1 && tens < 8;
  return `${frenchTens[tens]}${isLinked ? " et " : "-"}${frenchUnits[rest]}`;
}

/** Thousands, then hundreds, then the rest, each said by its own function. */
function inParts(
  value: number,
  say: { thousands: Writer; hundreds: Writer; below: Writer; join: (parts: string[]) => string },
): string {
  if (value === 0) return say.below(0);
  const parts: string[] = [];
  if (value >= 1000) parts.push(say.thousands(Math.floor(value / 1000)));
  if (value % 1000 >= 100) parts.push(say.hundreds(Math.floor((value % 1000) / 100)));
  if (value % 100 > 0) parts.push(say.below(value % 100));
  return say.join(parts);
}

const french: Writer = (value) =>
  inParts(value, {
    thousands: (count) => (count === 1 ? "mille" : `${frenchUnits[count]} mille`),
    hundreds: (count) => (count === 1 ? "cent" : `${frenchUnits[count]} cent`),
    below: frenchBelow100,
    join: (parts) => parts.join(" "),
  });

const englishUnits =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const english: Writer = (value) =>
  inParts(value, {
    thousands: (count) => `${englishUnits[count]} thousand`,
    hundreds: (count) => `${englishUnits[count]} hundred`,
    below: (rest) =>
      rest < 20
        ? (englishUnits[rest] ?? "")
        : `${englishTens[Math.floor(rest / 10)]}${rest % 10 ? `-${englishUnits[rest % 10]}` : ""}`,
    join: (parts) => parts.join(" and "),
  });

const spanishUnits =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  );
const spanishTens = "   treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const spanishHundreds =
  " ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(
    " ",
  );
const spanish: Writer = (value) =>
  inParts(value, {
    thousands: (count) => (count === 1 ? "mil" : `${spanishUnits[count]} mil`),
    hundreds: (count) =>
      value % 100 === 0 && count === 1 ? "cien" : (spanishHundreds[count] ?? ""),
    below: (rest) =>
      rest < 30
        ? (spanishUnits[rest] ?? "")
        : `${spanishTens[Math.floor(rest / 10)]}${rest % 10 ? ` y ${spanishUnits[rest % 10]}` : ""}`,
    join: (parts) => parts.join(" "),
  });

const arabicUnits = "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" ");
const arabicTens = "  عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split(" ");
const arabicHundreds = " مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split(" ");
const arabicTeens = ["أحد عشر", "اثنا عشر"];
const arabic: Writer = (value) =>
  inParts(value, {
    thousands: (count) =>
      count === 1 ? "ألف" : count === 2 ? "ألفان" : `${arabicUnits[count]} آلاف`,
    hundreds: (count) => arabicHundreds[count] ?? "",
    below(rest) {
      if (rest <= 10) return arabicUnits[rest] ?? "";
      if (rest < 20) return arabicTeens[rest - 11] ?? `${arabicUnits[rest - 10]} عشر`;
      const tens = arabicTens[Math.floor(rest / 10)] ?? "";
      return rest % 10 ? `${arabicUnits[rest % 10]} و${tens}` : tens;
    },
    join: (parts) => parts.join(" و"),
  });

const darijaUnits =
  "sifr wa7ed jouj tlata reb3a khamsa setta seb3a tmenya tes3oud 3chra 7dach tnach tlettach rb3tach khmstach settach sb3tach tmntach ts3tach".split(
    " ",
  );
const darijaTens = "  3chrin tlatin reb3in khamsin settin seb3in tmanin tes3in".split(" ");
const darijaShort = "  jouj telt reb3 khems sett seb3 tmen tes3".split(" ");
const darija: Writer = (value) =>
  inParts(value, {
    thousands: (count) =>
      count === 1 ? "alf" : count === 2 ? "alfin" : `${darijaShort[count]} alaf`,
    hundreds: (count) =>
      count === 1 ? "mya" : count === 2 ? "mitin" : `${darijaShort[count]} mya`,
    below: (rest) =>
      rest < 20
        ? (darijaUnits[rest] ?? "")
        : `${rest % 10 ? `${darijaUnits[rest % 10]} w ` : ""}${darijaTens[Math.floor(rest / 10)]}`,
    join: (parts) => parts.join(" w "),
  });

/** By language; darija in Latin letters is spoken in conversations held in any of them. */
export const writers: Readonly<Record<string, Writer>> = {
  fr: french,
  en: english,
  es: spanish,
  ar: arabic,
  darija,
};
