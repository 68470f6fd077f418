import { sharedWords, wordPrints } from "../base/fingerprint.ts";
import { hour, second } from "../base/time.ts";
import type { Pace } from "./conversation.ts";

/** So many texts that differ are compared with: machines take turns with a few. */
const keptTexts = 4;
/** Two texts that share so much are one, with another name or date in it. */
const nearSame = 0.8;
/** From so many letters on, a text is nothing that somebody answers several times. */
const longText = 20;
/** In a row: the same long text a fourth time, the same short one an eighth. */
const mostAlike = { long: 4, short: 8 } as const;
/** Typed, dictated or pasted, nobody keeps up so many letters a second for so many messages in a row. */
const fastest = 20;
const worthTiming = 40;
const mostRushed = 20;
/** After such a silence, everything begins anew. */
const forgottenAfter = hour;

/**
 * How somebody writes, with one more free text sent at `at` (milliseconds). `silent` once only a machine
 * writes so; the first text that differs, in its own time, is a human's again.
 */
export function paceAfter(before: Pace | undefined, text: string, at: number): Pace {
  const last: Pace = before && at - before.at <= forgottenAfter ? before : humanPace(at);
  const words = wordPrints(text);
  const letters = lettersIn(text);
  const others = last.texts.filter((one) => sharedWords(one, words) < nearSame);
  const alike = others.length < last.texts.length ? last.alike + 1 : 1;
  const rushed = isRushed(letters, at - last.at) ? last.rushed + 1 : 0;
  const most = letters >= longText ? mostAlike.long : mostAlike.short;
  return {
    texts: [...others, words].slice(-keptTexts),
    alike,
    rushed,
    at,
    ...(alike >= most || rushed >= mostRushed ? { silent: true } : {}),
    ...(last.told ? { told: true } : {}),
  };
}

/** The same once a text answered a question: "non" to ten questions is no machine. */
export function heardPace(pace: Pace, text: string): Pace {
  return lettersIn(text) >= longText ? pace : { ...pace, alike: 0 };
}

/** Of somebody who just pressed a button: no machine does. */
export function humanPace(at: number): Pace {
  return { texts: [], alike: 0, rushed: 0, at };
}

function isRushed(letters: number, milliseconds: number): boolean {
  return letters >= worthTiming && letters * second > fastest * Math.max(0, milliseconds);
}

function lettersIn(text: string): number {
  return (text.match(/\p{L}/gu) ?? []).length;
}
