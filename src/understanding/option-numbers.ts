const cardinals = [
  ["un", "une", "one"],
  ["deux", "two", "dos"],
  ["trois", "three", "tres"],
  ["quatre", "four", "cuatro"],
  ["cinq", "five", "cinco"],
  ["six", "seis"],
  ["sept", "seven", "siete"],
  ["huit", "eight", "ocho"],
  ["neuf", "nine", "nueve"],
  ["dix", "ten", "diez"],
  ["onze", "eleven"],
  ["douze", "twelve"],
];
const ordinals = [
  ["premier", "premiere", "first", "1er", "1ere", "1st"],
  ["deuxieme", "second", "seconde", "2nd", "2nde"],
  ["troisieme", "third", "3rd"],
  ["quatrieme", "fourth"],
  ["cinquieme", "fifth"],
  ["sixieme", "sixth"],
  ["septieme", "seventh"],
  ["huitieme", "eighth"],
  ["neuvieme", "ninth"],
  ["dixieme", "tenth"],
  ["onzieme", "eleventh"],
  ["douzieme", "twelfth"],
];
const inWords = new Map(
  [...cardinals, ...ordinals].flatMap((words, place) =>
    words.map((word) => [word, (place % cardinals.length) + 1] as const),
  ),
);
/** Said around a number without changing it. */
const around = new Set(
  `le la les l the el option choix numero num no n reponse number choice answer je j choisis prends veux prendrai
  prendrais voudrais va vais pour dirais dis c est ce sera alors ok oui donc euh plutot i take choose d want
  one svp stp please s il te vous plait merci`.split(/\s+/),
);

/** The number typed for an option ("2", "2️⃣ svp", "le deuxième", "option 2"), from a normalised text; else null. */
export function optionNumber(normalised: string): number | null {
  const words = normalised.split(" ");
  const meant = words.filter((word) => !around.has(word));
  // "one" is a number alone, and a filler in "the second one"; a number said twice is not one
  const [only] = meant.length === 0 && words.includes("one") ? ["one"] : meant;
  if (only === undefined || meant.length > 1) return null;
  const figures = /^0*(\d{1,3})(?:e|eme|ieme|th)?$/.exec(only)?.[1];
  return figures === undefined ? (inWords.get(only) ?? null) : Number(figures);
}
