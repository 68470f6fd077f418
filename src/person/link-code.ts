/** Capital letters and digits that are not taken for one another, written by hand or read aloud. */
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const length = 8;

/** A code to be typed on another phone, drawn from a secret of at least 128 random bits: "ABCD2345". */
export function linkCode(secret: string): string {
  let drawn = 0n;
  for (const byte of new TextEncoder().encode(secret)) drawn = drawn * 256n + BigInt(byte);
  let code = "";
  for (let place = 0; place < length; place++) {
    code += letters.charAt(Number(drawn % BigInt(letters.length)));
    drawn /= BigInt(letters.length);
  }
  return code;
}

/** The code as it is shown: "ABCD-2345". */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** "relier", or nothing, then two groups of four with anything thin between them. */
const typed = /^(?:(relier|lier|link)\s*:?\s*)?([a-z0-9]{4})[\s\-–—.]*([a-z0-9]{4})[.!]?$/i;

/**
 * The code that a whole message is, "relier ABCD-2345" or the code alone; null for any other text. A word
 * of eight letters is no code unless it is asked to link: a code alone has a dash.
 */
export function readLinkCode(text: string): string | null {
  const trimmed = text.trim().replace(/^«\s*|\s*»$/g, "");
  const found = typed.exec(trimmed);
  if (!found) return null;
  const [, asked, first = "", second = ""] = found;
  const code = `${first}${second}`.toUpperCase();
  const isCode = [...code].every((letter) => letters.includes(letter));
  const hasDash = /[-–—]/.test(trimmed);
  return isCode && (asked !== undefined || hasDash) ? code : null;
}
