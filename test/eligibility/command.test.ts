import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function run(lines: readonly string[], ...options: readonly string[]) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["src/commands/eligibility.ts", ...options],
    { input: lines.join("\n"), encoding: "utf8" },
  );
  return { status, lines: stdout.trimEnd().split("\n") };
}
const facts = {
  age: 22,
  status: "salarie_prive",
  monthlyResources: 3150,
  home: { commune: "Carvin", rentWithCharges: 1575 },
};
const line = (more: object) =>
  JSON.stringify({ scheme: "visale", facts, on: "2026-11-22", ...more });

test("each line has its answer, and a bad one does not stop the others", () => {
  const { status, lines } = run(
    [
      line({ id: 1 }),
      "{not json",
      line({ id: "2", scheme: "lottery" }),
      line({ id: 3, facts: { age: "22" } }),
      line({ id: 4, facts: { home: { colour: "red" } } }),
      line({ id: 5, on: "2026-02-30" }),
      line({ id: 6, scheme: "faj" }),
      line({ id: 7, on: "2025-12-31" }),
    ],
    "--json",
  );
  const answers = lines.map((answer) => JSON.parse(answer));

  expect(status).toBe(0);
  expect(answers[0]).toMatchObject({
    id: 1,
    scheme: "visale",
    outcome: "eligible",
    missing: [],
    documents: ["Pièce d'identité", "Contrat de travail ou fiches de paie", expect.any(String)],
    parametersOn: "2026-11-22",
  });
  expect(answers[0].reasons).toContainEqual({
    code: "rentWithinCeiling",
    text: "Le loyer (1 575 €) ne dépasse pas le plafond de Visale (1 575 €).",
    source: expect.stringContaining("ADIL 36"),
  });
  expect(answers[0]).not.toHaveProperty("nextDoors");
  expect(answers.slice(1, 6).map(({ id, error }) => [id, error.code, error.path])).toEqual([
    [undefined, "invalid_json", ""],
    ["2", "unknown_scheme", "scheme"],
    [3, "invalid_facts", "facts.age"],
    [4, "invalid_facts", "facts.home.colour"],
    [5, "invalid_date", "on"],
  ]);
  expect(answers[6]).toMatchObject({
    id: 6,
    outcome: "unsure",
    reasons: [{ code: "fajLocalScale" }],
  });
  expect(answers[7]).toMatchObject({ id: 7, outcome: "not", parametersOn: "2025-12-31" });
});

test("no sentence is left with a hole", () => {
  const { lines } = run(
    [
      line({}),
      line({
        scheme: "alt",
        facts: { age: 33, monthlyResources: 570.5, currentHousing: "alt", monthsInAlt: 3 },
      }),
      line({ scheme: "fsl_acces", facts: { ...facts, age: 27, departement: "62" } }),
      line({
        facts: {
          age: 17,
          leaseStartsAfter18: true,
          ageDetail: "17 years 11 months",
          status: "alternant",
          home: { zone: 2, rentWithCharges: 380 },
        },
      }),
    ],
    "--json",
  );
  const texts = lines.flatMap((answer) =>
    JSON.parse(answer).reasons.map(({ text }: { text: string }) => text),
  );
  expect(texts).toContain(
    "Tu as des ressources (570,5 €). Il en faut un minimum : l'équipe vérifie avec toi.",
  );
  expect(texts.filter((text) => /\{\{|\(\s*€| {2}/.test(text))).toEqual([]);
});

test("without --json it is written for readers, and --help explains", () => {
  expect(run([line({})]).lines[0]).toBe("Visale, un garant gratuit : probablement oui.");
  const missing = run([
    line({ facts: { ...facts, home: { rentWithCharges: 500, leaseSigned: null } } }),
  ]);
  expect(missing.lines).toContain("  Il manque : si le bail est signé");
  expect(run([], "--help").lines[0]).toContain("npm run -s eligibility");
});
