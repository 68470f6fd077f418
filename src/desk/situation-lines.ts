import type { bilanWords } from "../bilan/words.ts";
import { codedFields, listedFields, type Situation } from "../observatory/situation.ts";

/** What is known of a situation, a line each, in the words of the bilan. Nothing names anybody. */
export function situationLines(
  situation: Situation,
  { say }: Pick<ReturnType<typeof bilanWords>, "say">,
): readonly string[] {
  const single = Object.entries(codedFields).flatMap(([field, list]) => {
    const code = situation[field as keyof typeof codedFields];
    return code === null ? [] : [`${say(`field_${field}`)} : ${say(`${list}_${code}`)}`];
  });
  const several = Object.entries(listedFields).flatMap(([field, list]) => {
    const codes = situation[field as keyof typeof listedFields];
    return codes.length === 0
      ? []
      : [`${say(`field_${field}`)} : ${codes.map((code) => say(`${list}_${code}`)).join(", ")}`];
  });
  return [...single, ...several];
}
