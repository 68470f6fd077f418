import { addDays, addMonths, type LocalDate, localDate, partsOf, weekday } from "../base/time.ts";
import { fold } from "./normalise.ts";

/** Weekdays, Monday first, as they are said in the five groups of languages; the text is folded. */
const weekdays: readonly RegExp[] = [
  /lundi|monday|lunes|الاثنين|اثنين|\btnin\b|\bletnin\b|\bltnin\b/,
  /mardi|tuesday|martes|الثلاثاء|الثلاثا|\btlata\b|\bletlata\b|\btlat\b/,
  /mercredi|wednesday|miercoles|الاربعاء|الاربعا|\blarb3a\b|\blarbaa\b/,
  /jeudi|thursday|jueves|الخميس|\blkhmis\b|\bkhmis\b|\bel khmis\b/,
  /vendredi|friday|viernes|الجمعه|\bjem3a\b|\bjm3a\b|\bljem3a\b|\bljm3a\b|\bjemaa\b|\bjoum3a\b/,
  /samedi|saturday|sabado|السبت|\bsebt\b|\bssebt\b|\bsbt\b/,
  /dimanche|sunday|domingo|الاحد|\bl ?(?:hed|had|hedd|7ed|7ad|7edd)\b/,
];

const months: readonly RegExp[] = [
  /janvier|january|enero|يناير/,
  /fevrier|february|febrero|فبراير/,
  /\bmars\b|march|marzo|مارس/,
  /avril|april|abril|ابريل/,
  /\bmai\b|\bmay\b|mayo|ماي/,
  /juin|june|junio|يونيو/,
  /juillet|july|julio|يوليو/,
  /aout|august|agosto|غشت|اغسطس/,
  /septembre|september|septiembre|شتنبر|سبتمبر/,
  /octobre|october|octubre|اكتوبر/,
  /novembre|november|noviembre|نونبر|نوفمبر/,
  /decembre|december|diciembre|دجنبر|ديسمبر/,
];

const afterTomorrow =
  /apres demain|day after tomorrow|pasado manana|بعد غد|بعد غدا|\bb3d ghda\b|\bmor ghda\b/;
const tomorrow =
  /\bdemain\b|tomorrow|\bmanana\b|(?<!\p{L})(?:غدا|غد|بكره)(?!\p{L})|\bghda\b|\bghedda\b/u;
const endOfMonth =
  /fin (?:du|de ce|de) mois|end of (?:the|this) month|month end|(?:fin|final|finales) (?:de|del|de este) mes|(?:نهايه|اخر|اواخر) الشهر|\bakhir (?:chhar|chher|ch7ar)\b|\bl?(?:akher|akhir|ekher) (?:dial )?(?:chhar|chher|ch7ar)\b/;
const endOfWeek =
  /fin de (?:la |cette )?semaine|ce week ?end|ce we\b|end of (?:the|this) week|this weekend|fin de semana|نهايه الاسبوع|\bakhir simana\b|\bl?weekend\b/;
/** "Mardi en huit": the one after the next. */
const weekLater = /\ben huit\b|\bweek (?:on|from) /;
const few =
  "(\\d{1,2}|une?|a|one|una?|deux|two|dos|trois|three|tres|quatre|four|cuatro|cinq|five|cinco|six|seis|sept|seven|siete|huit|eight|ocho|neuf|nine|nueve|dix|ten|diez|quinze|fifteen|quince|vingt|twenty|veinte|عشره|خمسه|ثلاثه|اربعه|سته|سبعه|ثمانيه|تسعه|يومين|تلت|ربع|خمس|ست|سبع|عشر|3echr|3chr|khams|tlet)";
const inDays = new RegExp(
  `(?<![\\p{L}\\p{N}])${few} ?(?:jours?|j\\b|days?|dias?|ايام|يوم|iyam|ayam|yyam|nhar|yam)`,
  "u",
);
const inWeeks = new RegExp(
  `(?<![\\p{L}\\p{N}])${few} (?:semaines?|sem\\b|weeks?|semanas?|اسابيع|اسبوع|simanat?)`,
  "u",
);
const dayAndMonth = /\b([0-3]?\d)[/. -](0?\d|1[0-2])\b(?![/.: -]?\d{1,2}\b(?!\d))/;
const dayOfMonth = /(?:\ble|\bau|\bthe|\bel|\bdia|\bon|يوم|\bnhar) ([0-3]?\d)(?:er|st|nd|rd|th)?\b/;

/** Numbers in words, and in the numerals of darija. */
const smallNumbers: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, "un une a one una"],
      [2, "deux two dos يومين"],
      [3, "trois three tres ثلاثه تلت tlet"],
      [4, "quatre four cuatro اربعه ربع"],
      [5, "cinq five cinco خمسه خمس khams"],
      [6, "six seis سته ست"],
      [7, "sept seven siete سبعه سبع"],
      [8, "huit eight ocho ثمانيه"],
      [9, "neuf nine nueve تسعه"],
      [10, "dix ten diez عشره عشر 3echr 3chr"],
      [15, "quinze fifteen quince"],
      [20, "vingt twenty veinte"],
    ] as const
  ).flatMap(([number, words]) => words.split(" ").map((word) => [word, number] as const)),
);

/**
 * The day that a text speaks of, today or later: a weekday is the next one, a day of a month the next of
 * its kind, "end of the month" its last day. Null when it names none.
 */
export function daySaid(text: string, today: LocalDate): LocalDate | null {
  const said = fold(text);
  if (afterTomorrow.test(said)) return addDays(today, 2);
  if (tomorrow.test(said)) return addDays(today, 1);
  const written = writtenDay(text, said, today);
  if (written) return written;
  const days = inDays.exec(said)?.[1];
  if (days) return addDays(today, smallNumbers.get(days) ?? Number(days));
  const weeks = inWeeks.exec(said)?.[1];
  if (weeks) return addDays(today, 7 * (smallNumbers.get(weeks) ?? Number(weeks)));
  if (endOfMonth.test(said)) return lastOfMonth(today);
  const named = weekdays.findIndex((names) => names.test(said));
  if (named >= 0) return addDays(nextWeekday(today, named + 1), weekLater.test(said) ? 7 : 0);
  if (endOfWeek.test(said)) return nextWeekday(today, 7);
  return null;
}

/** "le 30", "30 novembre", "30/11". */
function writtenDay(text: string, said: string, today: LocalDate): LocalDate | null {
  const month = months.findIndex((names) => names.test(said));
  const numbers = /\b([0-3]?\d)(?:er|st|nd|rd|th)?\b/.exec(said)?.[1];
  if (month >= 0 && numbers) return coming(Number(numbers), month + 1, today);
  const both = dayAndMonth.exec(text);
  if (both?.[1] && both[2]) return coming(Number(both[1]), Number(both[2]), today);
  const day = dayOfMonth.exec(said)?.[1];
  return day ? comingDay(Number(day), today) : null;
}

function coming(day: number, month: number, today: LocalDate): LocalDate | null {
  const { year } = partsOf(today);
  const here = dateOf(year, month, day);
  return here !== null && here < today ? dateOf(year + 1, month, day) : here;
}

function comingDay(day: number, today: LocalDate): LocalDate | null {
  const next = [0, 1, 2].flatMap((ahead) => {
    const { year, month } = partsOf(addMonths(firstOfMonth(today), ahead));
    return dateOf(year, month, day) ?? [];
  });
  return next.find((date) => date >= today) ?? null;
}

function firstOfMonth(today: LocalDate): LocalDate {
  return localDate(`${today.slice(0, 7)}-01`);
}

function lastOfMonth(today: LocalDate): LocalDate {
  return addDays(addMonths(firstOfMonth(today), 1), -1);
}

function nextWeekday(today: LocalDate, wanted: number): LocalDate {
  const ahead = (wanted - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const two = (figure: number) => String(figure).padStart(2, "0");
  try {
    return localDate(`${year}-${two(month)}-${two(day)}`);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
