import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  type Scheme,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { identityPaper, occupationPapers } from "./documents.ts";
import { fjtFigures } from "./figures-fjt.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F2018";

/** The FJT and the résidences sociales for young people: a furnished room or studio, asked for at the foyer itself. */
export const fjt: Scheme = {
  assess: (situation, on) =>
    decide({
      scheme: "fjt",
      on,
      lines: [young(situation, on), occupation(situation)],
      advice: advice(on),
      documents: [identityPaper(situation), ...occupationPapers(situation), "proofOfIncome"],
    }),
  requiredFacts: ["age", "status"],
  figures: fjtFigures,
};

function young({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return doubtful(sheet, "age");
  return byFigure(fjtFigures.minAge, on, (least) =>
    byFigure(fjtFigures.maxAge, on, (most) =>
      byFigure(fjtFigures.maxAgeSomeFoyers, on, (last) => {
        const values = { age, minimum: least.value, maximum: most.value, last: last.value };
        if (age < least.value) return no(because(least, "fjtTooYoung", values), "119", "ase");
        if (age <= most.value) return pass(because(most, "fjtAgeFits", values));
        if (age > last.value)
          return no(because(last, "fjtTooOld", values), "logement_social", "siao");
        const reason = { ...because(last, "fjtSomeFoyers", values), toConfirm: true } as const;
        return unsure(reason, { doors: ["logement_social"] });
      }),
    ),
  );
}

// workers, apprentices, trainees, job seekers; students within a quota
function occupation({ status }: Situation): Line {
  if (status === null) return doubtful(sheet, "status");
  if (status === "etudiant")
    return pass({ code: "fjtStudentQuota", source: sheet, toConfirm: true });
  return status === "rsa" || status === "sans_activite"
    ? unsure({ code: "fjtStatusToCheck", source: sheet, toConfirm: true }, { doors: ["siao"] })
    : pass();
}

function advice(on: LocalDate): readonly Reason[] {
  const stay = inForce(fjtFigures.maxStayMonths, on);
  return [
    { code: "fjtAskTheFoyer", source: sheet },
    ...(stay ? [because(stay, "fjtStay", { months: stay.value })] : []),
    { code: "fjtAids", source: "service-public F33453, F18490, F33173" },
    {
      code: "fjtNoneNamed",
      source: "no foyer of the area is named in the documents",
      toConfirm: true,
    },
  ];
}
