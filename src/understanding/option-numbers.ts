import { fold } from "./normalise.ts";

const cardinals = [
  "un une one uno una wa7ed wahed wa7da واحد واحدة",
  "deux two dos jouj juj zouj اثنان اثنين جوج",
  "trois three tres tlata tleta ثلاثة تلاتة",
  "quatre four cuatro reb3a rb3a arba3a أربعة ربعة",
  "cinq five cinco khamsa khemsa خمسة",
  "six seis setta stta ستة",
  "sept seven siete seb3a sab3a سبعة",
  "huit eight ocho tmenya tmnya tmanya ثمانية تمنية",
  "neuf nine nueve tes3a tes3oud ts3oud تسعة تسعود",
  "dix ten diez 3chra 3achra عشرة",
  "onze eleven once 7dach hdach",
  "douze twelve doce tnach",
];
const ordinals = [
  "premier premiere first 1er 1ere 1st primero primera primer lowel lowla lewel lewla louwel louwla الأول الأولى أول",
  "deuxieme second seconde 2nd 2nde segundo segunda tani tania tanya taniya الثاني الثانية التاني التانية",
  "troisieme third 3rd tercero tercera tercer talet talta taleta الثالث الثالثة التالت التالتة",
  "quatrieme fourth cuarto cuarta rabe3 rab3a rabi3 الرابع الرابعة",
  "cinquieme fifth quinto quinta khames khamsa الخامس الخامسة",
  "sixieme sixth sexto sexta sades sadsa السادس السادسة",
  "septieme seventh septimo septima sabe3 السابع السابعة",
  "huitieme eighth octavo octava tamen الثامن الثامنة",
  "neuvieme ninth noveno novena tase3 التاسع التاسعة",
  "dixieme tenth decimo decima 3acher العاشر العاشرة",
  "onzieme eleventh",
  "douzieme twelfth",
];
/** The last one, by whatever name: its place depends on how many there are. */
const lastWords = new Set(
  "dernier derniere last ultimo ultima lekher lakher lkher lekhra lakhra الأخير الأخيرة"
    .split(" ")
    .map(fold),
);
const inWords = new Map(
  [...cardinals, ...ordinals].flatMap((words, place) =>
    words.split(" ").map((word) => [fold(word), (place % cardinals.length) + 1] as const),
  ),
);
/** Said around a number without changing it. */
const around = new Set(
  `le la les l the el option choix numero num no n reponse number choice answer je j choisis prends veux prendrai
  prendrais voudrais va vais pour dirais dis c est ce sera alors ok oui donc euh plutot i take choose d want
  one svp stp please s il te vous plait merci
  opcion numero por favor elijo quiero la el los gracias pues
  bghit bghit nkhtar khtar ra9m raqm 3afak lla dik had
  رقم الخيار خيار اختار اريد من فضلك شكرا الرقم بغيت`
    .split(/\s+/)
    .map(fold),
);

/**
 * The number typed for an option ("2", "2️⃣ svp", "le deuxième", "la segunda", "tania", "الثاني", "the last one"
 * among so `many`), from a normalised text; else null.
 */
export function optionNumber(normalised: string, many: number): number | null {
  const words = normalised.split(" ");
  const meant = words.filter((word) => !around.has(word));
  // "one" is a number alone, and a filler in "the second one"; a number said twice is not one
  const [only] = meant.length === 0 && words.includes("one") ? ["one"] : meant;
  if (only === undefined || meant.length > 1) return null;
  if (lastWords.has(only)) return many > 1 ? many : null;
  const figures = /^0*(\d{1,3})(?:e|eme|ieme|th)?$/.exec(only)?.[1];
  return figures === undefined ? (inWords.get(only) ?? null) : Number(figures);
}
