import i18next, { type i18n } from "i18next";
import { type Language, locales } from "../locales/index.ts";
import type { Reply, Said, SaidValue, WrittenReply } from "./base/message.ts";
import type { MomentStyle } from "./base/said.ts";
import { spokenMoment } from "./base/spoken.ts";
import type { Instant } from "./base/time.ts";

export type { Language };
export const languages = Object.keys(locales) as Language[];

/** Puts what is to be said into words. */
export interface Texts {
  /** The sentence in a language; French answers for a text that a language lacks. */
  say(said: Said, language: string): string;
  /** A reply as it will be stored, delivered and shown on the desk. */
  write(reply: Reply, language: string): WrittenReply;
}

/**
 * The texts of all languages. With `strict`, a missing text or an unfilled placeholder throws: tests
 * and checks run so; in front of a young person French answers, and the placeholder stays empty.
 */
export function openTexts({ strict }: { readonly strict: boolean }): Texts {
  const words = i18next.createInstance();
  void words.init({
    resources: locales,
    ns: Object.keys(locales.fr),
    fallbackLng: "fr",
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    contextSeparator: "\u0000",
    pluralSeparator: "\u0000",
    ...(strict
      ? { saveMissing: true, missingKeyHandler: missing, missingInterpolationHandler: missing }
      : {}),
  });
  const say = (said: Said, language: string): string => speak(words, said, language);
  return {
    say,
    write: (reply, language) => ({
      text: reply.texts.map((text) => say(text, language)).join("\n\n"),
      options: reply.options.map(({ id, label, short }) => ({
        id,
        label: say(label, language),
        ...(short ? { short: say(short, language) } : {}),
      })),
      ...(reply.file ? { file: reply.file } : {}),
    }),
  };
}

function missing(...about: unknown[]): never {
  throw new Error(`a text or a value is missing: ${JSON.stringify(about.slice(0, 3))}`);
}

function speak(words: i18n, said: Said, language: string): string {
  if (said.key === "@moment") return moment(said, language);
  if (said.key === "@lines") return lines(words, said, language);
  if (said.key === "@plain") return String(said.values?.["text"] ?? "");
  if (!said.values) return words.t(said.key, { lng: language });
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(said.values)) {
    values[name] = sayValue(words, value, language);
  }
  return words.t(said.key, { ...values, lng: language });
}

function sayValue(words: i18n, value: SaidValue, language: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return number(value, language);
  if (Array.isArray(value)) return value.map((one: Said) => speak(words, one, language)).join("\n");
  return speak(words, value as Said, language);
}

function lines(words: i18n, said: Said, language: string): string {
  const each = said.values?.["each"];
  return Array.isArray(each)
    ? each.map((one: Said) => `- ${speak(words, one, language)}`).join("\n")
    : "";
}

function moment(said: Said, language: string): string {
  const { at, zone, style } = said.values ?? {};
  return spokenMoment(Number(at) as Instant, String(zone), language, style as MomentStyle);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** "1 575" or "561,68" in French. */
function number(value: number, language: string): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    numberFormats.set(language, format);
  }
  // a thin space would be read as a broken character by some phones
  return format.format(value).replaceAll(/[\u202f\u00a0]/g, " ");
}
