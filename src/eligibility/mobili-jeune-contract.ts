import type { LocalDate } from "../base/time.ts";
import { because, byFigure, doubtful, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { mobiliJeuneFigures } from "./figures-mobili-jeune.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F33173 (Mobili-Jeune)";
const monthsInAYear = 12;

/** Has the person a contract of apprenticeship or professionalisation? */
export function workStudyContract({ status, alternant, contract }: Situation): Line {
  const isSigned = contract === "apprentissage" || contract === "professionnalisation";
  if (status === "alternant" || alternant === true || isSigned) return pass();
  if (status === null || status === undefined) return unknown(sheet, "status");
  if (alternant === null) return unknown(sheet, "alternant");
  return no({ code: "mobiliNoWorkStudy", source: sheet }, "apl");
}

/**
 * Is the gross pay within 120 % of the Smic? The sheet gives that of January 2026; the Smic rose in June,
 * and between the two nobody says which one counts.
 */
export function grossPay({ grossSalary: pay }: Situation, on: LocalDate): Line {
  if (pay === null || pay === undefined) return doubtful(sheet, "grossSalary");
  return byFigure(mobiliJeuneFigures.maxGrossSalary, on, (published) => {
    const risen = inForce(mobiliJeuneFigures.maxGrossSalaryAfterJune2026Smic, on);
    const values = { pay, ceiling: published.value };
    if (pay <= published.value) return pass(because(published, "mobiliPayFits", values));
    if (risen && pay <= risen.value)
      return unsure(because(risen, "mobiliPayToCheck", { ...values, risen: risen.value }));
    const ceiling = risen?.value ?? published.value;
    return no(because(published, "mobiliPayTooHigh", { pay, ceiling }), "apl");
  });
}

/** Is it the time to ask? From some months before the start of the contract, or of its anniversary, to some months after. */
export function requestWindow({ contractStartedMonthsAgo: ago }: Situation, on: LocalDate): Line {
  if (ago === null || ago === undefined) return unknown(sheet, "contractStartedMonthsAgo");
  return byFigure(mobiliJeuneFigures.windowAfterStartMonths, on, (after) =>
    byFigure(mobiliJeuneFigures.windowBeforeStartMonths, on, (before) => {
      const sinceAnniversary = ago % monthsInAYear;
      const reopens = monthsInAYear - before.value;
      const values = { after: after.value, before: before.value };
      if (sinceAnniversary <= after.value || sinceAnniversary >= reopens)
        return pass(because(after, "mobiliWindowOpen", values));
      const months = Math.ceil(reopens - sinceAnniversary);
      return no(because(after, "mobiliWindowClosed", { ...values, months }), "apl");
    }),
  );
}
