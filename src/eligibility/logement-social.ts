import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  type Line,
  no,
  pass,
  type Reason,
  type Scheme,
  unknown,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { identityPaper } from "./documents.ts";
import { logementSocialFigures } from "./figures-logement-social.ts";
import { legalStay } from "./legal-stay.ts";
import { ceilingAmount, underCeiling } from "./logement-social-ceiling.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F10007, F32880; openfisca-france logement_social.py";

/** Social housing (HLM): a request that is free, made early and renewed each year. */
export const logementSocial: Scheme = {
  assess: (situation, on) => {
    const amount = ceilingAmount(situation, on);
    return decide({
      scheme: "logement_social",
      on,
      lines: [oldEnough(situation, on), legalStay(situation, sheet), underCeiling(situation, on)],
      advice: advice(situation, on),
      documents: [identityPaper(situation), "taxNotice", "proofOfSituation", "proofOfIncome"],
      ...(amount ? { amount } : {}),
    });
  },
  requiredFacts: ["age", "monthlyResources", "commune"],
  figures: logementSocialFigures,
};

// from 16 with a legal representative; the lease is signed at 18
function oldEnough({ age, emancipated }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return unknown(sheet, "age");
  if (age >= 18 || emancipated === true) return pass();
  return byFigure(logementSocialFigures.minRequestAge, on, (least) => {
    const values = { age, minimum: least.value };
    if (age >= least.value) return pass(because(least, "hlmMinor", values));
    if (emancipated === null) return unknown(sheet, "emancipated");
    return no(because(least, "hlmTooYoung", values), "119", "ase");
  });
}

function advice({ socialHousingRequest, careLeaver }: Situation, on: LocalDate): readonly Reason[] {
  const delay = inForce(logementSocialFigures.uniqueNumberDelayMonths, on);
  const renewal = inForce(logementSocialFigures.renewalMonths, on);
  const number = delay ? [because(delay, "hlmRequest", { months: delay.value })] : [];
  return [
    ...(socialHousingRequest === true ? [] : number),
    ...(renewal ? [because(renewal, "hlmRenew", { months: renewal.value })] : []),
    ...(careLeaver === true
      ? [
          {
            code: "hlmCareLeaver",
            source: "CCH L.441-1, loi of 2022-02-07",
            toConfirm: true,
          } as const,
        ]
      : []),
    { code: "hlmAnywhere", source: sheet },
  ];
}
