import { expect, test } from "vitest";
import type { Printed } from "../../src/bilan/printed.ts";
import { signed } from "../../src/bilan/signed.ts";
import { bilanWords } from "../../src/bilan/words.ts";
import { openTexts } from "../../src/texts.ts";
import { henincarvin } from "../appointments/association.ts";

const words = bilanWords(openTexts({ strict: true }), henincarvin());
const draft: Printed = {
  ...{
    title: "Bilan",
    service: "CLLAJ",
    lines: ["du 1er janvier", "brouillon"],
    frequentation: null,
  },
  ...{ sections: [], changes: [], missing: [], broken: [], method: [], analysis: [] },
};
const signing = { by: "Zoé", day: "15/01/2027", analysis: "", funders: "" };

test("a signed bilan says by whom and when where it said that it was a draft, and keeps each line of the analysis", () => {
  const whole = signed(draft, words, {
    ...signing,
    analysis: "Plus de demandes.\r\n\r\nMoins d'ALT.",
  });
  expect(whole.lines).toEqual(["du 1er janvier", "Signé le 15/01/2027 par Zoé."]);
  expect(whole.analysis).toEqual(["Plus de demandes.", "Moins d'ALT."]);
  expect(whole.funders).toBeUndefined();
});

test.each([
  ["Département ; 45 000 ; 40 000", ["Département", 45_000, 40_000]],
  ["CAF;1\u202f200,50 €;", ["CAF", 1_200.5, null]],
  ["Politique de la ville ; 9000 ; -20 %", ["Politique de la ville", 9_000, "-20 %"]],
  ["Ville\t3000\t3000", ["Ville", 3_000, 3_000]],
  ["Fondation", ["Fondation", null, null]],
])("a funder typed as %j is the row %j", (line, row) => {
  const { funders } = signed(draft, words, { ...signing, funders: `${line}\n` });
  expect(funders?.head).toEqual(["Financeur", "Cette année", "Prévu ensuite"]);
  expect(funders?.rows).toEqual([row]);
});
