import i18next, { type i18n, type TFunction } from "i18next";
import { counts, type Language, locales, offeredLanguages, tones } from "../locales/index.ts";
import { directionOf } from "./base/direction.ts";
import type {
  Reply,
  ReplyFile,
  Said,
  SaidValue,
  WrittenFile,
  WrittenReply,
} from "./base/message.ts";
import {
  setApart,
  withLinesFromTheRight,
  withNumbersWhole,
  withoutMarks,
} from "./base/mixed-directions.ts";
import type { MomentStyle } from "./base/said.ts";
import { spokenMoment } from "./base/spoken.ts";
import type { Instant } from "./base/time.ts";
import { countWith, spokenIn } from "./texts/counted.ts";

export type { Language };
/** The languages people may choose, French first. */
export const languages = offeredLanguages;

/** Answers for what another language lacks. */
const source: Language = "fr";

/** Puts what is to be said into words. */
export interface Texts {
  /** The sentence in a language; French answers for a text that a language lacks. */
  say(said: Said, language: string): string;
  /** A reply as it will be stored, delivered and shown on the desk. */
  write(reply: Reply, language: string): WrittenReply;
  /** The same in the voice of an association: its *tu* or *vous*, and its own sentences first. */
  of(structure: string): Texts;
  /** An association says these sentences from now on, and none of those it said before. */
  learn(structure: string, texts: OwnSentences): void;
}

/** How an association speaks, as its file says it. */
export interface Voice {
  readonly tone: "tu" | "vous";
  /** Its own sentences. */
  readonly texts?: OwnSentences | undefined;
}

/** Language → key ("cllaj:what") → sentence. */
export type OwnSentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Opening {
  readonly strict: boolean;
  /** By slug; for any other slug, and for the house itself, the common texts speak. */
  readonly structures?: ReadonlyMap<string, Voice>;
}

/**
 * The texts of all languages, and of all associations. With `strict`, a missing text or an unfilled
 * placeholder throws: tests and checks run so; in front of a young person French answers, and the
 * placeholder stays empty.
 */
export function openTexts({ strict, structures = new Map() }: Opening): Texts {
  const words = i18next.createInstance();
  void words.init({
    resources: { ...locales, ...tones },
    ns: Object.keys(locales.fr),
    fallbackLng: source,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    contextSeparator: "\u0000",
    pluralSeparator: "\u0000",
    ...(strict
      ? { saveMissing: true, missingKeyHandler: missing, missingInterpolationHandler: missing }
      : {}),
  });
  countWith(words, counts);
  // most texts have no value in them: what was said once is said again
  const plain = new Map<string, string>();
  const keep = ownSentences(words);
  const learn: Texts["learn"] = (slug, texts) => {
    plain.clear();
    keep(slug, texts);
  };
  for (const [slug, { texts = {} }] of structures) learn(slug, texts);
  const rest = { of, learn };
  const voices = new Map(
    [...structures].map(([slug, { tone }]) => [
      slug,
      voice(
        { words, plain },
        (language) => [ownOf(slug, language), `${language}-${tone}`, language],
        rest,
      ),
    ]),
  );
  const common = voice({ words, plain }, (language) => [language], rest);
  function of(structure: string): Texts {
    return voices.get(structure) ?? common;
  }
  return common;
}

/** The name under which i18next keeps the own sentences of an association, as one more language. */
function ownOf(slug: string, language: string): string {
  return `${language}@${slug}`;
}

/** Keeps the own sentences of associations, each time all of them: what is not there any more is forgotten. */
function ownSentences(words: i18n): Texts["learn"] {
  return (slug, texts) => {
    for (const language of Object.keys(locales)) {
      const own = ownOf(slug, language);
      for (const file of Object.keys(words.getDataByLanguage(own) ?? {}))
        words.removeResourceBundle(own, file);
    }
    for (const [language, sentences] of Object.entries(texts)) {
      for (const [key, sentence] of Object.entries(sentences)) {
        const [file = "", ...rest] = key.split(":");
        words.addResource(ownOf(slug, language), file, rest.join(":"), sentence);
      }
    }
  };
}

/** `heard`: where a text of a language is looked for, first to last. */
function voice(
  { words, plain }: { readonly words: i18n; readonly plain: Map<string, string> },
  heard: (language: string) => readonly string[],
  rest: Pick<Texts, "of" | "learn">,
): Texts {
  const spoken = new Map<string, Lookup>();
  const speaker = (language: string): Lookup => {
    const known = spoken.get(language);
    if (known) return known;
    const from = [...heard(language), ...(language === source ? [] : heard(source))];
    const voiced = remembering(words.getFixedT(from), plain, from.join(" "));
    spoken.set(language, voiced);
    return voiced;
  };
  const say = (said: Said, language: string): string => speak(speaker(language), said, language);
  return {
    say,
    write: (reply, language) => ({
      text: inItsDirection(
        reply.texts.map((text) => say(text, language).trimEnd()).join("\n\n"),
        language,
      ),
      options: reply.options.map(({ id, label, short }) => ({
        id,
        label: withoutMarks(say(label, language)),
        ...(short ? { short: withoutMarks(say(short, language)) } : {}),
      })),
      ...(reply.options.length > 0
        ? { listButton: say({ key: "everywhere:listButton" }, language) }
        : {}),
      ...(reply.file
        ? { file: written(reply.file, (link) => inItsDirection(say(link, language), language)) }
        : {}),
    }),
    ...rest,
  };
}

/** A text by its key, with the values that stand in it. */
type Lookup = (key: string, values?: Readonly<Record<string, string>>) => string;

/** A text without values is looked up once, until an association writes its sentences anew. */
function remembering(words: TFunction, plain: Map<string, string>, from: string): Lookup {
  return (key, values) => {
    if (values) return words(key, values);
    const name = `${from} ${key}`;
    const known = plain.get(name);
    if (known !== undefined) return known;
    const text = words(key);
    plain.set(name, text);
    return text;
  };
}

function written({ link, ...file }: ReplyFile, say: (said: Said) => string): WrittenFile {
  return link ? { ...file, link: say(link) } : file;
}

function inItsDirection(text: string, language: string): string {
  return directionOf(language) === "rtl" ? withLinesFromTheRight(text) : text;
}

function missing(...about: unknown[]): never {
  throw new Error(`a text or a value is missing: ${JSON.stringify(about.slice(0, 3))}`);
}

function speak(words: Lookup, said: Said, language: string): string {
  if (said.key === "@moment") return moment(said, language);
  if (said.key === "@lines") return lines(words, said, language);
  if (said.key === "@plain") return String(said.values?.["text"] ?? "");
  if (said.key === "@written")
    return String(said.values?.[language] ?? said.values?.[source] ?? "");
  const fromTheRight = directionOf(language) === "rtl";
  const values: Record<string, string> = { [spokenIn]: language };
  for (const [name, value] of Object.entries(said.values ?? {})) {
    const spoken = sayValue(words, value, language);
    values[name] = fromTheRight && isPutIn(value) ? setApart(spoken) : spoken;
  }
  const text = said.values ? words(said.key, values) : words(said.key);
  return fromTheRight ? withNumbersWhole(text) : text;
}

/** A name, an address, what somebody wrote: not a text of ours. */
function isPutIn(value: SaidValue): boolean {
  if (typeof value === "string") return true;
  return typeof value === "object" && "key" in value && value.key === "@plain";
}

function sayValue(words: Lookup, value: SaidValue, language: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return number(value, language);
  if (Array.isArray(value)) return value.map((one: Said) => speak(words, one, language)).join("\n");
  return speak(words, value as Said, language);
}

function lines(words: Lookup, said: Said, language: string): string {
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
    // in Arabic too, digits as French papers write them: "1,575" would be read there as one and a half
    format = new Intl.NumberFormat(language === "ar" ? source : language, {
      maximumFractionDigits: 2,
    });
    numberFormats.set(language, format);
  }
  // a thin space would be read as a broken character by some phones
  return format.format(value).replaceAll(/[\u202f\u00a0]/g, " ");
}
