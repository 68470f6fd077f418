import type { LocalDate } from "../base/time.ts";
import { because, byFigure, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { visaleFigures } from "./figures-visale.ts";
import type { Situation } from "./situation.ts";

type Tenant = NonNullable<Situation["coTenants"]>[number];

const under31 = "visale.fr FAQ 'Locataire de 30 ans ou moins'";
const over30 = "visale.fr FAQ 'Locataire de plus de 30 ans'";

/** Whether the person studies or is in work-study; when it is not known, the fact that would tell. */
export function isStudent(situation: Situation): boolean | { missing: "status" | "alternant" } {
  const { status, alternant } = situation;
  if (status === "etudiant" || status === "alternant" || alternant === true) return true;
  if (status === null || status === undefined) return { missing: "status" };
  return alternant === null ? { missing: "alternant" } : false;
}

/**
 * The person with whom a joint request would be made: undefined when there is none.
 * Two on one lease make one request; from three on each makes their own (SP-F33453).
 */
export function otherTenant({ coTenants }: Situation): Tenant | undefined {
  return coTenants?.length === 1 ? coTenants[0] : undefined;
}

/** Is one of the tenants of the right age? One is enough for a joint request. */
export function tenantsAge(situation: Situation, on: LocalDate): Line {
  const own = personAge(situation, on);
  const other = otherTenant(situation);
  if (own.answer === "pass" || other === undefined) return own;
  const theirs = otherAge(other, on);
  if (theirs.answer === "pass") return theirs;
  if (theirs.answer === "no") return own;
  const missing = own.answer === "unknown" ? own.missing : [];
  return unknown(under31, ...missing, "coTenants");
}

function personAge(situation: Situation, on: LocalDate): Line {
  const { age } = situation;
  if (age === null || age === undefined) return unknown(under31, "age");
  return byFigure(visaleFigures.minAge, on, (minimum) =>
    age < minimum.value ? minorAge(situation, age, minimum.value, on) : adultAge(situation, on),
  );
}

// a minor on the lease of somebody else does not open the right
function otherAge(tenant: Tenant, on: LocalDate): Line {
  const { age } = tenant;
  return byFigure(visaleFigures.minAge, on, (minimum) =>
    typeof age === "number" && age < minimum.value
      ? no(because(minimum, "tooYoung", { age, minimum: minimum.value }))
      : adultAge(tenant, on),
  );
}

function minorAge(situation: Situation, age: number, minimum: number, on: LocalDate): Line {
  const { emancipated, leaseStartsAfter18, ageDetail } = situation;
  if (emancipated === true) return pass({ code: "emancipated", source: under31 });
  const young = no(
    { code: "tooYoung", values: { age, minimum }, source: under31 },
    "119",
    "tremplins_duo",
    "fjt",
  );
  return byFigure(visaleFigures.applicationMinAge, on, (opening) => {
    const months = monthsIn(ageDetail);
    const reached =
      age !== opening.value.years
        ? age > opening.value.years
        : months === undefined
          ? undefined
          : months >= opening.value.months;
    const late = leaseStartsAfter18 ?? (leaseStartsAfter18 === null ? undefined : false);
    const refused = reached === false || late === false;
    if (reached && late)
      return pass(because(opening, "fileBefore18", { age, minimum, ...opening.value }));
    if (refused) return emancipated === null ? unknown(under31, "emancipated") : young;
    const missing = [
      ...(reached === undefined ? ["ageDetail"] : []),
      ...(late === undefined ? ["leaseStartsAfter18"] : []),
    ];
    return unknown(under31, ...missing);
  });
}

// "17 years 11 months": the completed months beyond the last birthday
function monthsIn(ageDetail: string | null | undefined): number | undefined {
  const found = /\d+\s*(?:years?|ans?)\D{0,5}(\d+)\s*(?:months?|mois)/i.exec(ageDetail ?? "");
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

function adultAge(tenant: Tenant, on: LocalDate): Line {
  const { age } = tenant;
  if (age === null || age === undefined) return unknown(under31, "age");
  return byFigure(visaleFigures.maxAgeInclusive, on, (maximum) => {
    if (age > maximum.value) return olderEmployee(tenant, age, on);
    return pass(because(maximum, "ageFits", { age, maximum: maximum.value }));
  });
}

/** Over 30: employees of the private or farm sector, in a new job or with a modest pay. */
function olderEmployee(tenant: Tenant, age: number, on: LocalDate): Line {
  const employee = isEmployee(tenant);
  if (employee === false)
    return no(
      { code: "over30NotEmployee", values: { age }, source: over30 },
      "fsl_acces",
      "locapass",
    );
  if (employee !== true) return unknown(over30, employee.missing);
  const delay = inForce(visaleFigures.over30MonthsAfterStart, on);
  const { jobStartedMonthsAgo: months, netSalary: pay } = tenant;
  return byFigure(visaleFigures.over30MaxNetSalary, on, (ceiling) => {
    if (delay === undefined)
      return unsure({ code: "figureUnknownThen", values: { on }, source: over30, toConfirm: true });
    const values = { age, maximumMonths: delay.value, ceiling: ceiling.value };
    const isNew = typeof months === "number" ? months <= delay.value : undefined;
    const isModest = typeof pay === "number" ? pay <= ceiling.value : undefined;
    if (isModest) return pass(because(ceiling, "over30PayFits", { ...values, pay: pay ?? 0 }));
    if (isNew) return pass(because(delay, "over30NewJob", { ...values, months: months ?? 0 }));
    if (isModest === false && isNew === false)
      return no(
        because(ceiling, "over30JobAndPay", { ...values, pay: pay ?? 0, months: months ?? 0 }),
        "locapass",
        "fsl_acces",
      );
    const missing = [
      ...(isModest === undefined ? ["netSalary"] : []),
      ...(isNew === undefined ? ["jobStartedMonthsAgo"] : []),
    ];
    return unknown(over30, ...missing);
  });
}

function isEmployee({ status, employer }: Tenant): boolean | { missing: "status" | "employer" } {
  switch (status) {
    case undefined:
    case null:
      return { missing: "status" };
    case "salarie_prive":
    case "salarie_agricole":
    case "interim":
      return true;
    case "alternant":
      return employer === null ? { missing: "employer" } : employer !== "public";
    default:
      return false;
  }
}
