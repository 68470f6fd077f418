import { expect, test } from "vitest";
import { schemeTable } from "../../src/commands/scheme-table.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { type SchemeId, schemeIds } from "../../src/eligibility/codes.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";
import written from "../eligibility/cases.json" with { type: "json" };
import { today } from "../eligibility/situations.ts";

/** What the README says of a scheme: in the 62, in the 92, elsewhere. */
const rows = new Map(
  schemeTable()
    .split("\n")
    .slice(2)
    .map((line, place) => {
      const [, , in62 = "", in92 = "", elsewhere = ""] = line.split("|").map((cell) => cell.trim());
      return [schemeIds[place], { "62": in62, "92": in92, "59": elsewhere }] as const;
    }),
);

/** The case as if all of it were lived in that département. */
function livedIn(departement: "62" | "92" | "59", facts: object): Situation {
  const read = situationSchema.parse(facts);
  const { home } = read;
  return situationSchema.parse({
    ...read,
    ...{ departement, currentDepartement: departement },
    ...(departement === "62" ? {} : { territory: "other" }),
    ...(home ? { home: { ...home, departement, inseeCode: undefined, commune: undefined } } : {}),
  });
}

test.each(schemeIds)("%s says yes nowhere that the README sends to a worker", (scheme) => {
  const cases = written.cases.filter((one) => one.scheme === scheme);
  for (const where of ["62", "92", "59"] as const) {
    if (rows.get(scheme)?.[where] !== "to a worker") continue;
    const outcomes = cases.map(({ facts }) => assess(scheme, livedIn(where, facts), today).outcome);
    expect(outcomes.filter((outcome) => outcome === "eligible")).toEqual([]);
  }
});

test.each<SchemeId>(["fsl_acces", "fsl_maintien", "fsl_eet", "alt", "asll", "tremplins_duo"])(
  "%s says yes to a case of the 62",
  (scheme) => {
    const cases = written.cases.filter((one) => one.scheme === scheme);
    const outcomes = cases.map(({ facts }) => assess(scheme, livedIn("62", facts), today).outcome);
    expect(rows.get(scheme)?.["62"]).toBe("decided");
    expect(outcomes).toContain("eligible");
  },
);
