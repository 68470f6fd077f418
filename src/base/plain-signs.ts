const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/;
const invisible = /[\p{Cf}\p{M}]/u;

/**
 * The same text, sign for sign (equal length, so that what is found in it is found in the original):
 * lower case, no accents, ASCII digits, plain spaces and dashes. Line breaks stay.
 */
export function plainSigns(text: string): string {
  let plain = "";
  for (let place = 0; place < text.length; place++) plain += plainSign(text.charAt(place));
  return plain;
}

function plainSign(sign: string): string {
  if (sign <= "\u007f") return sign === "\t" ? " " : sign.toLowerCase();
  if (easternDigit.test(sign)) return String(sign.charCodeAt(0) & 15);
  if (invisible.test(sign)) return " ";
  if (/\s/.test(sign)) return /[\u2028\u2029\u0085]/.test(sign) ? "\n" : " ";
  if (/[\u2010-\u2015\u2212]/.test(sign)) return "-";
  if (/[\u2019\u02bc]/.test(sign)) return "'";
  const [first = sign] = sign.normalize("NFKD").toLowerCase();
  return first.length === 1 ? first : sign;
}
