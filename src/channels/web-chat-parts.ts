/** A piece of a text: plain, or something to press. */
export type TextPart =
  | { readonly kind: "plain"; readonly text: string }
  /** `call`: a number alone on its line, to be pressed as a button. */
  | { readonly kind: "link" | "phone" | "call"; readonly text: string; readonly href: string };

const link = /https?:\/\/[^\s<>"]+/giu;
/** What ends a sentence rather than an address. */
const sentenceEnd = /[.,;:!?'’»)\]}…]+$/u;

/**
 * Cuts a text into plain pieces, links (http and https alone) and the phone numbers given. Joined again,
 * the pieces are the text, letter for letter.
 */
export function textParts(text: string, numbers: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    const address = found[0].replace(sentenceEnd, "");
    if (!URL.canParse(address) || found.index < from) continue;
    parts.push(...phoneParts(text.slice(from, found.index), numbers));
    parts.push({ kind: "link", text: address, href: new URL(address).href });
    from = found.index + address.length;
  }
  parts.push(...phoneParts(text.slice(from), numbers));
  return parts;
}

function phoneParts(text: string, numbers: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const wanted = numberPattern(numbers);
  for (const found of wanted ? text.matchAll(wanted) : []) {
    const until = found.index + found[0].length;
    const before = text.slice(0, found.index);
    const isAlone = /(?:^|\n)[ \t]*$/u.test(before) && /^[ \t]*(?:\n|$)/u.test(text.slice(until));
    if (!isAlone && !isPhone(found[0], before, text.slice(until))) continue;
    if (found.index > from) parts.push({ kind: "plain", text: text.slice(from, found.index) });
    const kind = isAlone ? "call" : "phone";
    parts.push({ kind, text: found[0], href: phoneAddress(found[0], before) });
    from = until;
  }
  if (from < text.length) parts.push({ kind: "plain", text: text.slice(from) });
  return parts;
}

/** The numbers as whole words, the longest first, whatever space separates their digits. */
function numberPattern(numbers: readonly string[]): RegExp | null {
  const each = numbers
    .filter((number) => /^\d[\d ]*\d$/.test(number))
    .sort((a, b) => b.length - a.length)
    .map((number) => number.replaceAll(" ", "[\\s.]?"));
  return each.length === 0
    ? null
    : new RegExp(
        `(?<![\\p{L}\\d.,/+-]|\\d\\s)(?:${each.join("|")})(?![\\p{L}\\d/]|[.,-]\\d|\\s\\d)`,
        "gu",
      );
}

/** 17 is also a day and an age, 115 a rent: a number is a phone when the sentence calls it. */
function isPhone(number: string, before: string, after: string): boolean {
  if (number.length > 4) return true;
  if (
    /^\s?(?:€|%|euros?\b|ans?\b|km\b|m²|h\b|years?\b|months?\b|mois\b|يورو|سن|عام|شهر|كم(?!\p{L}))/iu.test(
      after,
    )
  )
    return false;
  if (number.length > 2) return true;
  const sentence = before.slice(before.search(/[^.!?\n]*$/u));
  const called =
    /\b(?:appelle|appelez|appeler|call|dial|ring|llama|llame|llamar|marca)\b|اتصل|اتصال|عيط/iu.test(
      sentence,
    );
  return (
    called &&
    /^(?:\s*(?:$|[.,;:!?)،؛؟])|\s+(?:ou|et|si|or|and|if|o|y|u)\b|\s+(?:او|أو|و|إذا|اذا))/iu.test(
      after,
    )
  );
}

/** The emergency number of those who cannot speak: it takes messages, in every language of ours. */
const bySms: ReadonlySet<string> = new Set(["114"]);

/** Some numbers are reached by SMS alone, for those who cannot speak. */
function phoneAddress(number: string, before: string): string {
  const digits = number.replaceAll(/\D/gu, "");
  return bySms.has(digits) ||
    /\b(?:sms|text)\s+(?:au|to|message to|إلى)\s+(?:the\s+)?$/iu.test(before)
    ? `sms:${digits}`
    : `tel:${digits}`;
}
