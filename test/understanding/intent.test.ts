import { expect, test } from "vitest";
import { understand } from "../../src/understanding/intent.ts";
import { intents } from "../../src/understanding/intent-ids.ts";
import { sentences } from "./sentences.ts";

test.each(sentences)("%s: « %s »", (intent, text) => {
  expect(understand(text).intent).toBe(intent);
});

test("every intent but unknown is shown by a sentence", () => {
  const shown = new Set(sentences.map(([intent]) => intent));
  const elsewhere = ["suicide", "violence", "minor_in_danger", "emergency_shelter"];
  expect(intents.filter((intent) => !shown.has(intent) && !elsewhere.includes(intent))).toEqual([]);
});

test.each([
  ["je cherche un appart et je voudrais savoir pour l'apl", "housing_search", "apl"],
  ["c'est quoi visale et le fsl ?", "visale", "fsl_access"],
  ["salut je veux annuler mon rdv", "cancel_appointment", null],
])("« %s » is %s, and also %s", (text, intent, other) => {
  const understood = understand(text);
  expect(understood.intent).toBe(intent);
  if (other === null) expect(understood.also).toEqual([]);
  else expect(understood.also).toContain(other);
});

test.each([
  ["je cherche un logement", "fr", undefined],
  ["I'm looking for a flat", "en", undefined],
  ["I need help, je cherche un appart dans la ville please", "mixed", undefined],
  ["zzz", "unknown", undefined],
  ["necesito un piso para mi familia", "es", undefined],
  ["أبحث عن سكن في لانس", "ar", undefined],
  ["bghit n9eleb 3la dar", "ar", undefined],
  ["visale", "en", "en"],
  ["je cherche un logement", "fr", "en"],
  ["?", "unknown", undefined],
  ["?", "ar", "ar"],
])("« %s » is in %s", (text, language, conversation) => {
  expect(understand(text, conversation).language).toBe(language);
});

test("a danger is the intent, whatever else is asked", () => {
  expect(understand("je veux un rdv, je dors dehors")).toMatchObject({
    intent: "emergency_shelter",
    also: ["book_appointment"],
    safety: { level: "alarm", kind: "emergency_shelter" },
  });
});

test("confidence lies between 0 and 1, higher for a phrase than for a hint", () => {
  const certain = understand("je veux prendre rendez-vous").confidence;
  const hint = understand("appart caution").confidence;
  expect(hint).toBeGreaterThan(0);
  expect(certain).toBeGreaterThan(hint);
  expect(certain).toBeLessThanOrEqual(1);
  expect(understand("zzz").confidence).toBe(0);
});
