import {
  codedFields,
  isFaceToFace,
  listedFields,
  type Situation,
} from "../observatory/situation.ts";
import { type Cell, csv } from "./csv.ts";
import type { BilanWords } from "./printed.ts";

const plain = ["requestedOn", "persons", "ageAtRequest", "commune", "resourcesAmount"] as const;

/**
 * One row for each situation, in words, under the names of the bilan: what a funder or the national software
 * takes, and what `observatory import` reads again. Interviews are told by their number alone.
 */
export function situationsCsv(situations: readonly Situation[], words: BilanWords): string {
  const { say } = words;
  const coded = Object.entries(codedFields);
  const listed = Object.entries(listedFields);
  const head = [
    ...[say("sheetId"), say("sheetYear")],
    ...[...plain, ...coded.map(([field]) => field), ...listed.map(([field]) => field)].map(
      (field) => say(`field_${field}`),
    ),
    ...[say("field_outcomeOn"), say("field_files")],
    ...[say("sheetInterviews"), say("sheetFaceToFace")],
  ];
  const rows = situations.map((situation): Cell[] => [
    ...[situation.id, situation.year, day(words, situation.requestedOn), situation.persons],
    ...[situation.ageAtRequest, communeIn(words, situation.commune), situation.resourcesAmount],
    ...coded.map(([field, list]) => {
      const code = situation[field as keyof typeof codedFields];
      return code === null ? null : say(`${list}_${code}`);
    }),
    ...listed.map(([field, list]) =>
      situation[field as keyof typeof listedFields]
        .map((code) => say(`${list}_${code}`))
        .join(" ; "),
    ),
    day(words, situation.outcomeOn),
    situation.files.map(({ type }) => say(`file_${type}`)).join(" ; "),
    ...[situation.interviews.length, situation.interviews.filter(isFaceToFace).length],
  ]);
  return csv([head, ...rows]);
}

function day(words: BilanWords, on: string | null): string | null {
  return on === null ? null : words.day(on);
}

function communeIn(words: BilanWords, code: string | null): string | null {
  return code === null ? null : words.communeName(code);
}
