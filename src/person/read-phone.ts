import { type Reading, read, unclear } from "./reading.ts";

/** A French number, or any other with its country: at most fifteen digits (ITU-T E.164). */
const french = /(?<!\d)(?:(?:\+|00) ?33 ?(?:\(0\) ?)?|0)([1-9])((?:[ .-]?\d\d){4})(?!\d)/;
const abroad = /(?<!\d)(?:\+|00) ?([1-9]\d?(?:[ .-]?\d){6,13})(?!\d)/;

/**
 * A telephone number to be called, in the digits of any keyboard: "06 12 34 56 78" for one of France,
 * "+32470123456" for the others.
 */
export function readPhone(text: string): Reading {
  const figured = text
    .slice(0, 200)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const own = french.exec(figured);
  if (own) return read(inPairs(`0${own[1]}${(own[2] ?? "").replace(/\D/g, "")}`));
  const other = abroad.exec(figured);
  return other ? read(`+${(other[1] ?? "").replace(/\D/g, "")}`) : unclear;
}

function inPairs(digits: string): string {
  return (digits.match(/\d\d/g) ?? []).join(" ");
}
