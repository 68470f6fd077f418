import { type SensitiveKind, sensitiveSpans } from "./sensitive-spans.ts";

export type { SensitiveKind };

/** What stands where a sensitive number stood: the same in every language, and no digit to be read. */
const maskSign = "•••";
/** No sensitive number has fewer digits. */
const fewestDigits = 5;

/** A text that may be kept, and the kinds of numbers taken out of it, each once. */
export interface Masked {
  readonly text: string;
  readonly masked: readonly SensitiveKind[];
}

/**
 * Takes out social security numbers (with their key), payment cards (Luhn), IBANs (mod 97), and the
 * numbers of a CAF file, a passport or a residence permit when the text says that is what they are.
 * All the rest stays as written: amounts, phones, dates, postcodes, references.
 */
export function maskSensitive(text: string): Masked {
  if ((text.match(/\p{Nd}/gu) ?? []).length < fewestDigits) return { text, masked: [] };
  const composed = text.normalize("NFC");
  const spans = sensitiveSpans(composed);
  if (spans.length === 0) return { text, masked: [] };
  let kept = "";
  let from = 0;
  for (const { start, end } of spans) {
    kept += composed.slice(from, start) + maskSign;
    from = end;
  }
  return {
    text: kept + composed.slice(from),
    masked: [...new Set(spans.map(({ kind }) => kind))],
  };
}
