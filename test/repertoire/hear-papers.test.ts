import { expect, test } from "vitest";
import type { PaperCode } from "../../src/eligibility/papers.ts";
import { hearPapers } from "../../src/repertoire/hear-papers.ts";
import { openTexts } from "../../src/texts.ts";

const texts = openTexts({ strict: true });
const list: readonly PaperCode[] = ["identity", "bankDetails", "taxNotice", "lease"];

test.each<readonly [string, readonly PaperCode[] | PaperCode | null]>([
  ["j'ai la carte d'identité et le rib", ["identity", "bankDetails"]],
  ["J'ai ma CNI, mon RIB, et l'avis d'impôt !", ["identity", "bankDetails", "taxNotice"]],
  ["carte d'identité, rib", ["identity", "bankDetails"]],
  ["j'ai tout", ["identity", "bankDetails", "taxNotice", "lease"]],
  ["j'ai tout sauf le bail", ["identity", "bankDetails", "taxNotice"]],
  ["j'ai le rib mais pas la carte d'identité", ["bankDetails"]],
  ["le bail", "lease"],
  ["j'ai pas le bail", "lease"],
  ["je n'arrive pas à avoir mon avis d'impôt", "taxNotice"],
  ["j'ai pas le rib ni le bail", null],
  ["il fait beau", null],
])("« %s »", (text, expected) => {
  const heard = hearPapers(text, list, (key) => texts.say({ key }, "fr"));
  expect(heard).toEqual(Array.isArray(expected) ? { have: expected } : expected);
});

test("in English too", () => {
  const heard = hearPapers("i have my passport and my lease", list, (key) =>
    texts.say({ key }, "en"),
  );
  expect(heard).toEqual({ have: ["identity", "lease"] });
});
