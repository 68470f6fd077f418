import { expect } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import type { SchemeId } from "../../src/eligibility/codes.ts";
import { type Situation, situationSchema } from "../../src/eligibility/situation.ts";

/** The day of the rules that are tested. */
export const today = localDate("2026-11-22");

/** Lina, 22, employed, 1 500 € a month, a flat of 550 € in Hénin-Beaumont not signed yet. */
export const lina: Situation = {
  age: 22,
  status: "salarie_prive",
  monthlyResources: 1500,
  estimatedHousingBenefit: 0,
  home: { parc: "prive", commune: "Hénin-Beaumont", rentWithCharges: 550, leaseSigned: false },
};

/** The same person with other facts; the dwelling is changed fact by fact. */
export function but(base: Situation, facts: Situation, home: Situation["home"] = {}): Situation {
  const dwelling = home === null ? null : { ...base.home, ...home };
  return situationSchema.parse({ ...base, ...facts, home: dwelling });
}

/** What the scheme answers, in two words: the outcome, and the code of the first reason. */
export function answerOf(scheme: SchemeId, situation: Situation, on = "2026-11-22") {
  const { outcome, reasons } = assess(scheme, situation, localDate(on));
  expect(reasons.length).toBeGreaterThan(0);
  return [outcome, reasons[0]?.code];
}
