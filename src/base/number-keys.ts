import { ibanLengths } from "./iban-lengths.ts";

/**
 * Whether 15 characters are a French social security number: sex, year, month (real, or above 20 when
 * it is not known), department (2A and 2B in Corsica), and a key of 97 minus the remainder by 97
 * (INSEE, "Numéro de sécurité sociale", décret 82-103).
 */
export function isNir(compact: string): boolean {
  const parts = /^([1-478]\d{2}(\d{2})(?:\d{2}|2[ab])\d{6})(\d{2})$/.exec(compact);
  if (!parts) return false;
  const [, number = "", month = "", key = ""] = parts;
  const inYear = Number(month);
  if (inYear === 0 || (inYear > 12 && inYear < 20) || (inYear > 42 && inYear < 50)) return false;
  const figures = number.replace("2a", "19").replace("2b", "18");
  return 97 - (Number(figures) % 97) === Number(key);
}

/** Beginnings of the networks of cards with the lengths they use (ISO/IEC 7812). */
const cardShapes =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3(?:0|[689])\d{12}|35\d{14}|(?:6|50|5[6-8])\d{11,18})$/;

/** Whether 13 to 19 digits are those of a payment card: a known beginning, and the key of Luhn. */
export function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !cardShapes.test(digits)) return false;
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const weighed = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Whether lower-case letters and digits are an IBAN: its country's length, and 1 modulo 97. */
export function isIban(compact: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z\d]+$/.test(compact)) return false;
  if (ibanLengths[compact.slice(0, 2)] !== compact.length) return false;
  const figures = [...(compact.slice(4) + compact.slice(0, 4))].map((sign) =>
    String(Number.parseInt(sign, 36)),
  );
  let remainder = 0;
  for (const figure of figures.join("")) remainder = (remainder * 10 + Number(figure)) % 97;
  return remainder === 1;
}
