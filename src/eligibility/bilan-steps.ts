import type { LocalDate } from "../base/time.ts";
import { inForce } from "./bareme.ts";
import type { Bilan } from "./bilan.ts";
import type { Told } from "./bilan-questions.ts";
import type { SchemeId } from "./codes.ts";
import { locapassFigures } from "./figures-locapass.ts";
import { logementSocialFigures } from "./figures-logement-social.ts";
import { mobiliJeuneFigures } from "./figures-mobili-jeune.ts";

/** A thing to do, or not to do, as a code with its figures: its words are in the locales. */
export interface Advice<Code extends string> {
  readonly code: Code;
  readonly values?: Readonly<Record<string, number>>;
}

/** What is done in which order: what cannot be done late comes first (each scheme's own deadline). */
export type StepCode =
  | "sosLoyers"
  | "requestSocialHousing"
  | "renewSocialHousing"
  | "askTheFoyer"
  | "seeWorker"
  | "rentToLookFor"
  | "visaleBeforeSigning"
  | "fslBeforeMoving"
  | "locapassAtSigning"
  | "aplOnEntry"
  | "mobiliWindow";
export type CautionCode =
  | "signTooEarly"
  | "locapassIsLoan"
  | "oneAidForTheDeposit"
  | "aplNotPaidBack"
  | "noMoneyBeforeVisit"
  | "keepPayingRent";

const withWorker: readonly SchemeId[] = [
  ...([
    "alt",
    "tremplins_duo",
    "asl_jeunes_ase",
    "asll",
    "dalo",
    "contingent_prefectoral",
  ] as const),
  "faj",
];

/** The order of operations for this person. */
export function stepsOf(bilan: Bilan, told: Told, on: LocalDate): readonly Advice<StepCode>[] {
  const isOpen = openIn(bilan);
  const isSigned = told("home.leaseSigned") === true;
  const owes = told("debts");
  const looked = halfOfIncome(bilan);
  const age = told("age");
  const isMinor = typeof age === "number" && age < 18;
  const seeWorker = when(withWorker.some(isOpen), { code: "seeWorker" as const });
  return [
    ...when(owes === "rent" || owes === "both", { code: "sosLoyers" as const }),
    ...(isMinor ? seeWorker : []),
    ...when(isOpen("logement_social"), socialHousing(told, on)),
    ...when(told("homeFound") !== true && isOpen("fjt"), { code: "askTheFoyer" as const }),
    ...(isMinor ? [] : seeWorker),
    ...when(looked !== undefined, {
      code: "rentToLookFor" as const,
      values: { half: looked ?? 0 },
    }),
    ...when(!isSigned && isOpen("visale"), { code: "visaleBeforeSigning" as const }),
    ...when(isOpen("fsl_acces") || isOpen("fsl_lni"), { code: "fslBeforeMoving" as const }),
    ...when(isOpen("locapass"), locapassDeadline(on)),
    ...when(isOpen("apl"), { code: "aplOnEntry" as const }),
    ...when(isOpen("mobili_jeune"), mobiliWindow(on)),
  ];
}

/** What this person had better not do. */
export function cautionsOf(bilan: Bilan, told: Told): readonly Advice<CautionCode>[] {
  const isOpen = openIn(bilan);
  const isSigned = told("home.leaseSigned") === true;
  const fsl = isOpen("fsl_acces") || isOpen("fsl_lni");
  const owes = told("debts");
  const looks = told("homeFound") !== true && !["rent", "both"].includes(String(owes));
  return [
    ...when(!isSigned && isOpen("visale"), { code: "signTooEarly" as const }),
    ...when(looks, { code: "noMoneyBeforeVisit" as const }),
    ...when(owes === "rent" || owes === "both", { code: "keepPayingRent" as const }),
    ...when(isOpen("locapass"), { code: "locapassIsLoan" as const }),
    ...when(isOpen("locapass") && fsl, { code: "oneAidForTheDeposit" as const }),
    ...when(isOpen("apl"), { code: "aplNotPaidBack" as const }),
  ];
}

function openIn({ likely, toSee, later }: Bilan): (scheme: SchemeId) => boolean {
  const open = new Set<SchemeId>([...likely, ...toSee, ...later].map(({ scheme }) => scheme));
  return (scheme) => open.has(scheme);
}

function when<Code extends string>(isSo: boolean, advice: Advice<Code> | undefined) {
  return isSo && advice ? [advice] : [];
}

/** The rent to look for, as Visale counts it; only while none is found. */
function halfOfIncome({ later }: Bilan): number | undefined {
  const reasons = later.find(({ scheme }) => scheme === "visale")?.reasons ?? [];
  const half = reasons.find(({ code }) => code === "noHomeYetTarget")?.values?.["half"];
  return typeof half === "number" ? half : undefined;
}

function socialHousing(told: Told, on: LocalDate): Advice<StepCode> | undefined {
  if (told("socialHousingRequest") !== true) return { code: "requestSocialHousing" };
  const months = inForce(logementSocialFigures.renewalMonths, on)?.value;
  return months === undefined ? undefined : { code: "renewSocialHousing", values: { months } };
}

function locapassDeadline(on: LocalDate): Advice<StepCode> | undefined {
  const months = inForce(locapassFigures.requestDeadlineMonthsAfterEntry, on)?.value;
  return months === undefined ? undefined : { code: "locapassAtSigning", values: { months } };
}

function mobiliWindow(on: LocalDate): Advice<StepCode> | undefined {
  const before = inForce(mobiliJeuneFigures.windowBeforeStartMonths, on)?.value;
  const after = inForce(mobiliJeuneFigures.windowAfterStartMonths, on)?.value;
  if (before === undefined || after === undefined) return undefined;
  return { code: "mobiliWindow", values: { before, after } };
}
