import { expect, test } from "vitest";
import { reviewSentence } from "../../src/desk/review-sentence.ts";
import { deskWords } from "../../src/desk/words.ts";
import type { FileReview } from "../../src/reviews.ts";
import { openTexts } from "../../src/texts.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { worker, world } from "./desk-world.ts";

const say = deskWords({ texts: openTexts({ strict: true }) });
const mark = (on: string) => ({ on, by: "jeune", text: "0" });
const never: FileReview = { file: "fsl", state: "never", mark: null };
const changed: FileReview = { file: "apl", state: "changed", mark: mark("2026-12-01") };
const reviewed = (on: string): FileReview => ({ file: on, state: "reviewed", mark: mark(on) });

test.each<[string, readonly FileReview[]]>([
  ["Textes en arabe : pas encore écrits.", []],
  ["Textes en arabe : jamais relus par une personne dont c'est la langue.", [never, never]],
  ["Textes en arabe : changés depuis leur relecture, à relire.", [never, changed]],
  [
    "Textes en arabe, relus par une personne dont c'est la langue : 1 sur 3.",
    [reviewed("2026-12-02"), changed, never],
  ],
  [
    "Textes en arabe : relus par une personne dont c'est la langue, en dernier le 03/12/2026.",
    [reviewed("2026-12-03"), reviewed("2026-12-02")],
  ],
])("%s", (sentence, files) => {
  expect(reviewSentence({ say }, "ar", files)).toBe(sentence);
});

test("the desk shows what nobody reviewed, file by file, and the way to the guide", async () => {
  const desk = world();
  const { cookie } = await worker(desk, "Léa");
  const { page } = requestsTo(desk);
  const words = wordsOf(await page("/langues", cookie));
  expect(words).toContain(
    "Textes en anglais : jamais relus par une personne dont c'est la langue.",
  );
  expect(words).toContain("accueil : jamais relu");
  expect(await page("/agenda", cookie)).toContain('href="/desk/langues"');
  expect(await page("/langues", cookie)).toContain('href="/desk/langues/relecture"');
  expect(wordsOf(await page("/langues/relecture", cookie))).toContain(
    "Trois questions, après chaque partie « Avec tes mots, ça veut dire quoi ? »",
  );
});

test("nobody reads it without a session", async () => {
  expect((await requestsTo(world()).get("/langues")).status).toBe(303);
});
