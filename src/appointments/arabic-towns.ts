/**
 * Towns of our territories in Arabic letters, by INSEE code, as somebody who hears the French name writes
 * it; letters as `plainArabic` leaves them. There is no official spelling: written by us on 2026-11-23, no
 * native speaker has reviewed them. After "|" stand those that may be another town: they are asked back.
 */
const spellings: Readonly<Record<string, string>> = {
  "62001": "ابلان سان نازير, ابلان",
  "62003": "اشفيل, اشيفيل",
  "62019": "اكس نوليت, ايكس نوليت",
  "62032": "انغر, انجر, انقر",
  "62033": "اناي, انيه, اناي سو لنس",
  "62065": "افيون, افيو",
  "62107": "بينيفونتين, بنيفونتين",
  "62133": "بيلي مونتيني | بيلي",
  "62148": "بوا برنار, بوا بيرنار",
  "62170": "بوفيني بوايفل, بوفيني",
  "62186": "بولي لي مين, بولي",
  "62213": "كارنسي, كارونسي",
  "62215": "كارفان, كارفين, كرفان, كاربان",
  "62249": "كورسيل لي لنس, كورسيل لنس, كورسيل",
  "62250": "كوريير, كورير, كوريار",
  "62274": "دورج, دورغ",
  "62277": "دروكور, دروكورت",
  "62291": "ايلو دي لويت, ايلو",
  "62311": "ايستفيل, استفيل",
  "62321": "ايفان مالميزون, ايفين مالميزون, ايفان مالمزون | ايفان, ايفين",
  "62351": "فوكيير لي لنس, فوكيير",
  "62371": "جيفنشي ان غويل, جيفانشي ان غويل, جيفنشي, جيفانشي",
  "62380": "غوي سيرفان, غوي سيرفين",
  "62386": "غروناي, غرينيه, غريناي",
  "62413": "هارن, ارن",
  "62427": "هينان بومون, هينين بومون, اينان بومون, اينين بومون, هينان, هينين, اينان",
  "62464": "اولوش, هولوش",
  "62497": "لوفوريست, لوفورست, لوفوري",
  "62498": "لنس, لانس, لونس, لينس",
  "62510": "ليفان, ليفين, لييفان, ليافان",
  "62523": "لوازون سو لنس, لوازون",
  "62528": "لوس ان غويل, لوس ان غوهيل | لوس",
  "62563": "مازنغارب, مازينغارب",
  "62570": "ميريكور, ميريكورت",
  "62573": "مورشان, مورشين",
  "62587": "مونتيني ان غويل, مونتيني ان غوهيل, مونتيني",
  "62624": "نويل غودو, نوايل غودو | نويل, نوايل",
  "62628": "نويل سو لنس, نوايل سو لنس | نويل, نوايل",
  "62637": "وانيي, وانيه, اوانيي, اونيي, وانيس",
  "62666": "بون ا فوندان, بون ا فاندان, بونتافوندان, بون فوندان",
  "62724": "روفروا, روفروي",
  "62737": "سان ان غويل, سان ان غوهيل",
  "62771": "سالومين, سلومين",
  "62793": "سيرفان, سرفان",
  "62801": "سوشيه, سوشي",
  "62842": "فوندان لو فياي, فاندان لو فيي, فوندان لو في | فوندان, فاندان",
  "62854": "فيلير او بوا, فيلار او بوا",
  "62861": "فيمي",
  "62895": "وينغل, فينغل, وينقل",
  "62907": "ليبيركور, ليبركور, ليبركورت, ليبيركورت",
  "92046": "مالاكوف, ملاكوف",
  "92063": "روي مالميزون, رويل مالميزون, روي مالمزون",
};

interface Spelling {
  readonly inseeCode: string;
  readonly words: string;
  readonly isSure: boolean;
}

const known: readonly Spelling[] = Object.entries(spellings).flatMap(([inseeCode, written]) =>
  written
    .split("|")
    .flatMap((part, place) =>
      part.split(",").map((words) => ({ inseeCode, words: words.trim(), isSure: place === 0 })),
    ),
);

/** What people write before the name of their town: I, live, am, in, the city of… */
const opening =
  /^(?:(?:مرحبا|السلام عليكم|سلام|انا|نحن|في|ف|من|قرب|قريب|بالقرب|مدينه|مدينتي|بلده|بلديه|هي|اسكن|ساكن|ساكنه|اعيش|نسكن|نعيش|كنسكن|عايش|عايشه|اقيم|مقيم|مقيمه|حاليا|الان)(?: |$))+/;
/** Longest answer, in words, that is a name and no sentence. */
const mostWords = 6;

/** How a town is written in Arabic letters, the usual first; none when we have none. */
export function arabicSpellings(inseeCode: string): readonly string[] {
  return known.filter((one) => one.inseeCode === inseeCode).map(({ words }) => words);
}

export interface ArabicTown {
  readonly inseeCode: string;
  /** False when it may be another town: it is asked back. */
  readonly isSure: boolean;
}

/**
 * The towns that an answer in Arabic letters may name; none when it names none of ours, or is in other
 * letters. A spelling of the table is sure; the same consonants with other vowels are likely.
 */
export function arabicTowns(text: string): readonly ArabicTown[] {
  const words = plainArabic(text).replace(opening, "").trim();
  if (words === "" || words.split(" ").length > mostWords) return [];
  const same = known.filter((one) => one.words === words || `ب${one.words}` === words);
  if (same.length > 0) return distinct(same);
  const bones = consonants(words);
  const likely = bones.length < 3 ? [] : known.filter((one) => consonants(one.words) === bones);
  return distinct(likely.map((one) => ({ ...one, isSure: false })));
}

/** The town of ours that a sentence in Arabic letters names after "in", "near" or "to"; null when none, or several. */
export function townInArabic(text: string): string | null {
  const plain = ` ${plainArabic(text)} `;
  const named = known.filter(
    ({ words, isSure }) => isSure && places.some((before) => plain.includes(` ${before}${words} `)),
  );
  const [longest] = named.sort((one, other) => other.words.length - one.words.length);
  const others = named.filter(({ words }) => !longest?.words.startsWith(words));
  return longest && others.length === 0 ? longest.inseeCode : null;
}

const places = ["في ", "ف ", "ب", "قرب ", "بالقرب من ", "مدينه ", "الى "];

function distinct(found: readonly Spelling[]): readonly ArabicTown[] {
  const codes = [...new Set(found.map(({ inseeCode }) => inseeCode))];
  return codes.map((inseeCode) => ({
    inseeCode,
    isSure: codes.length === 1 && found.some((one) => one.inseeCode === inseeCode && one.isSure),
  }));
}

/** Without vowel signs, hamzas and final forms; letters that French sounds borrow are the usual ones. */
function plainArabic(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/ڤ/g, "ف")
    .replace(/پ/g, "ب")
    .replace(/گ/g, "غ")
    .replace(/[^\u0621-\u064a]+/g, " ")
    .trim();
}

/** The letters that are not long vowels: what two people hear alike. */
function consonants(words: string): string {
  return words.replace(/[ اويءه]/g, "").replace(/(.)\1+/g, "$1");
}
