import { fold } from "./normalise.ts";

/** A time of day as it is said: the minutes since midnight, or a part of the day. */
export type TimeSaid =
  | { readonly kind: "at"; readonly minutes: number; readonly isWholeHour: boolean }
  | { readonly kind: "within"; readonly from: number; readonly to: number };

const noon = 12 * 60;
const midnight = 24 * 60;
const parts: readonly (readonly [RegExp, from: number, to: number])[] = [
  [
    /\bapres midi\b|\baprem\b|\bapm\b|\bafternoon\b|\btarde\b|بعد الظهر|العصر|\bl?3chiya\b|\bl?3chia\b/,
    noon,
    18 * 60,
  ],
  [
    /\bmatin(?:ee)?s?\b|\bmorning\b|(?:por|de|en) la manana|الصباح|صباحا|\bsbah\b|\bs7?ba7\b/,
    0,
    noon,
  ],
  [/\bsoir(?:ee)?\b|\bevening\b|\bnoche\b|مساء|المساء|\bfl?il\b/, 17 * 60, midnight],
  [/\bmidi\b|\bnoon\b|\bmediodia\b|الظهر/, noon, 14 * 60],
];
const written =
  /(?<![\d/])([01]?\d|2[0-3]) ?(?:h|heures?|hrs?|:|\.(?=[0-5]\d))(?: ?([0-5]\d))?(?! ?(?:€|euros?))(?!\d)/;
const halved = /(?<!\d)([01]?\d|2[0-3]) ?(?:h|heures?)? ?(?:et demie?|y media)(?!\p{L})/u;
const onTwelve = /(?<!\d)(1[0-2]|0?[1-9])(?:[:.h ]?([0-5]\d))? ?([ap])\.?m\b/;
const spoken =
  /(?:\ba las?|الساعه?|\bm3a|\bat|\bvers|\ba) ([01]?\d|2[0-3])(?![\d/]|\p{L})(?! ?(?:€|euros?|ans))/u;

interface Figures {
  readonly minutes: number;
  /** Whether morning or afternoon was said with it. */
  readonly isOnTwelve: boolean;
}

/** Nobody is received before: "at 2" is in the afternoon. */
const firstHour = 7 * 60;

/** The time that a text speaks of; null when it names none. */
export function timeSaid(text: string): TimeSaid | null {
  const folded = fold(text);
  const part = parts.find(([words]) => words.test(folded));
  const figures = figuresOf(text);
  if (figures) {
    const { minutes: said, isOnTwelve } = figures;
    const isAfternoon =
      !isOnTwelve && said < noon && (part ? part[1] >= noon : said > 0 && said < firstHour);
    const minutes = said + (isAfternoon ? noon : 0);
    return { kind: "at", minutes, isWholeHour: minutes % 60 === 0 };
  }
  return part ? { kind: "within", from: part[1], to: part[2] } : null;
}

function figuresOf(text: string): Figures | null {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase();
  const english = onTwelve.exec(plain);
  if (english) {
    const hours = (Number(english[1]) % 12) + (english[3] === "p" ? 12 : 0);
    return { minutes: hours * 60 + Number(english[2] ?? 0), isOnTwelve: true };
  }
  const half = halved.exec(plain);
  if (half) return { minutes: Number(half[1]) * 60 + 30, isOnTwelve: false };
  const exact = written.exec(plain) ?? spoken.exec(fold(text));
  return exact
    ? { minutes: Number(exact[1]) * 60 + Number(exact[2] ?? 0), isOnTwelve: false }
    : null;
}
