import { expect, test } from "vitest";
import { instant, localDate } from "../../src/base/time.ts";
import { paperList } from "../../src/repertoire/paper-list.ts";
import { discreetly } from "../../src/repertoire/paper-words.ts";
import { openTexts } from "../../src/texts.ts";
import { association } from "../flows/real-house.ts";

const at = instant("2026-11-23T09:00:00+01:00");
const structure = association();
const motif = structure.motifs[0]?.id ?? "";
const student = {
  age: 19,
  status: "etudiant",
  "home.leaseSigned": false,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62427", name: "Hénin-Beaumont" },
  "home.rentWithCharges": 450,
  monthlyResources: 700,
  nationality: "fr",
};
const known = Object.fromEntries(
  Object.entries(student).map(([fact, value]) => [fact, { value, at }]),
);
const needs = {
  ...{ structure, motif: null, known: {}, decided: new Set<string>(), marks: new Map() },
  on: localDate("2026-11-23"),
};

test("an appointment asks the papers of its motif, by the names the schemes give them", () => {
  expect(paperList({ ...needs, motif }).map(({ paper }) => paper)).toEqual([
    "identity",
    "incomeLast3Months",
    "housing",
  ]);
});

test("an aid that nobody asked about has no papers; one that was found has, each paper once", () => {
  expect(paperList({ ...needs, known })).toEqual([]);
  const both = paperList({ ...needs, known, motif, decided: new Set(["visale"]) });
  expect(both.map(({ paper, wantedFor }) => [paper, wantedFor])).toEqual([
    ["identity", ["appointment", "visale"]],
    ["incomeLast3Months", ["appointment"]],
    ["housing", ["appointment"]],
    ["studentCard", ["visale"]],
  ]);
});

test("a bilan brings the papers of the aids it found probable", () => {
  const list = paperList({ ...needs, known, decided: new Set(["bilanNext"]) });
  expect(list.find(({ paper }) => paper === "studentCard")?.wantedFor).toContain("visale");
  const signed = { ...known, "home.leaseSigned": { value: true, at } };
  const after = paperList({ ...needs, known: signed, decided: new Set(["bilanNext"]) });
  expect(after.flatMap(({ wantedFor }) => wantedFor)).not.toContain("visale");
});

test("an aid that is refused, or not gone through to its end, asks for no paper", () => {
  const decided = new Set(["visale"]);
  const signed = { ...known, "home.leaseSigned": { value: true, at } };
  expect(paperList({ ...needs, known: signed, decided })).toEqual([]);
  expect(paperList({ ...needs, known: { age: { value: 19, at } }, decided })).toEqual([]);
});

test("a residence permit is what stands for an identity card", () => {
  const abroad = {
    ...known,
    nationality: { value: "hors_ue", at },
    permit: { value: "etudiant", at },
  };
  const list = paperList({ ...needs, known: abroad, motif, decided: new Set(["visale"]) });
  expect(list.map(({ paper }) => paper)).not.toContain("identity");
  expect(list.find(({ paper }) => paper === "residencePermit")?.wantedFor).toEqual([
    "visale",
    "appointment",
  ]);
});

test("a reminder names no paper that tells of somebody's life: it is counted", () => {
  const texts = openTexts({ strict: true });
  const said = (have: readonly string[]) => {
    const marks = new Map(
      have.map((paper) => [paper, { state: "have" as const, by: "person" as const, at }]),
    );
    const missing = discreetly(paperList({ ...needs, motif, marks }));
    return missing && texts.say(missing, "fr");
  };
  expect(said([])).toBe("Pièce d'identité et 2 autres");
  expect(said(["identity"])).toBe("2 papiers");
  expect(said(["identity", "housing"])).toBe("1 papier");
  expect(said(["identity", "housing", "incomeLast3Months"])).toBeNull();
});
