/** Capital letters and digits that are not taken for one another, written by hand or read aloud. */
const onlyLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
const figures = "23456789";
const letters = `${onlyLetters}${figures}`;
const length = 8;

/**
 * A code to be typed on another phone, drawn from a secret of at least 128 random bits: "ABCD2345". It
 * always has a letter and a figure, which no word and no number has.
 */
export function linkCode(secret: string): string {
  let drawn = 0n;
  for (const byte of new TextEncoder().encode(secret)) drawn = drawn * 256n + BigInt(byte);
  let code = "";
  for (let place = 0; place < length; place++) {
    code += letters.charAt(Number(drawn % BigInt(letters.length)));
    drawn /= BigInt(letters.length);
  }
  if (isMixed(code)) return code;
  const place = Number(drawn % BigInt(length));
  const others = /\d/.test(code) ? onlyLetters : figures;
  const other = others.charAt(Number(drawn % BigInt(others.length)));
  return code.slice(0, place) + other + code.slice(place + 1);
}

function isMixed(code: string): boolean {
  return /\d/.test(code) && /[A-Z]/.test(code);
}

/** The code as it is shown: "ABCD-2345". */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** "relier", or nothing, then two groups of four with anything thin between them. */
const typed =
  /^(?:(relier|lier|link|unir|ربط)\s*:?\s*)?([a-z0-9]{4})[\s\-–—.]*([a-z0-9]{4})[.!]?$/i;

/**
 * The code that a whole message is, "relier ABCD-2345" or the code alone; null for any other text. A code
 * alone has a dash; "peut-etre" has one too, and no figure.
 */
export function readLinkCode(text: string): string | null {
  const trimmed = text.trim().replace(/^«\s*|\s*»$/g, "");
  const found = typed.exec(trimmed);
  if (!found) return null;
  const [, asked, first = "", second = ""] = found;
  const code = `${first}${second}`.toUpperCase();
  const isCode = isMixed(code) && [...code].every((letter) => letters.includes(letter));
  const hasDash = /[-–—]/.test(trimmed);
  return isCode && (asked !== undefined || hasDash) ? code : null;
}
