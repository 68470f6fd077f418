import { codeIn } from "../observatory/dictionary.ts";
import type { Filter } from "../observatory/filter.ts";
import { codedFields } from "../observatory/situation.ts";
import type { BilanWords } from "./printed.ts";

/** What a bilan is narrowed to, in words. */
export function filterWords(words: BilanWords, { field, codes }: Filter): string {
  const list = field in codedFields ? codedFields[field as keyof typeof codedFields] : null;
  const named = codes.map((code) => {
    if (field === "commune") return words.communeName(code);
    if (field === "site") return words.placeName(code);
    return list && codeIn(list, code) ? words.say(`${list}_${code}`) : code;
  });
  return `${words.say(`field_${field}`)} : ${named.join(", ")}`;
}
