import { localDate } from "../../src/base/time.ts";
import type { FactKind } from "../../src/person/facts.ts";
import { readAnswer } from "../../src/person/read-answer.ts";

/** Not understood, and why. */
export const unclear = "unclear";
export const range = "range";

/** What is read in an answer on 22 November 2026: the value, "unknown", or why it was not understood. */
export function heard(kind: FactKind["kind"], text: string, language = "fr"): unknown {
  const definition = (kind === "choice" ? { kind, among: [] } : { kind }) as FactKind;
  const reading = readAnswer(definition, text, language, { today: localDate("2026-11-22") });
  if (reading.kind === "read") return reading.value;
  return reading.kind === "unknownToPerson" ? "unknown" : reading.because;
}
