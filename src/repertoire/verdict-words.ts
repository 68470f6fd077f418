import type { Said, SaidValues } from "../base/message.ts";
import { saidLines } from "../base/said.ts";
import type { Assessment, Reason } from "../eligibility/assessment.ts";
import { type DoorCode, schemeIds } from "../eligibility/codes.ts";
import type { ReasonCode } from "../eligibility/reason-codes.ts";

/** What the flows say anyway, in their introduction or in how to ask: a reason would only repeat it. */
const saidByTheFlows: ReadonlySet<ReasonCode> = new Set([
  "requestBeforeSigning",
  "landlordMayRefuse",
  "fslWithWorkerBeforeMoving",
  "fslAmountUnpublished",
  "altSiaoDecides",
  "altNoHousingBenefit",
  "aplAskOnEntry",
  "fjtAskTheFoyer",
  "hlmRequest",
  "hlmRenew",
  // the share of the income, said beside it, is the narrower limit
  "rentWithinCeiling",
]);

/** A verdict fits on the screen of a phone: the worker sees all the rest. */
const mostMissing = 4;
const mostDoors = 3;
const housingBenefit = "estimatedHousingBenefit";

/** What decides which doors are shown, and in which order. */
interface Standing {
  readonly isSafeTonight: boolean;
  /** What the structure names: a scheme of another département is no door here. */
  readonly localSchemes: readonly string[];
}

/** What the texts of a verdict may show: the reasons that matter to a person, other doors, papers. */
export function verdictValues(
  assessment: Assessment,
  { isSafeTonight, localSchemes }: Standing,
): SaidValues {
  const { reasons, documents, outcome } = assessment;
  const open = assessment.nextDoors.filter((code) => isOpenHere(code, localSchemes));
  const nextDoors = isSafeTonight ? emergencyLast(open) : open;
  const told = reasons
    .filter(({ code }) => !saidByTheFlows.has(code))
    .flatMap((reason) =>
      reason.code === "answerMissing" ? stillNeeded(assessment) : [because(reason)],
    );
  const doors = nextDoors.map((code): Said => ({ key: `eligibility:door.${code}` }));
  // the worker is the button under the message: only other doors are worth a line
  const others = doors.filter((_, place) => nextDoors[place] !== "worker").slice(0, mostDoors);
  const moreDoors: Said = { key: "facts:moreDoors", values: { doors: saidLines(others) } };
  return {
    reasons: outcome === "unsure" && others.length > 0 ? [...told, moreDoors] : told,
    doors: saidLines(doors),
    documents: saidLines(documents.map((code) => ({ key: `eligibility:document.${code}` }))),
  };
}

function isOpenHere(door: DoorCode, localSchemes: readonly string[]): boolean {
  const isScheme = schemeIds.some((scheme) => scheme === door);
  return !isScheme || localSchemes.includes(door);
}

/** For somebody who has just said that they are safe, the numbers of danger come after the help. */
function emergencyLast(doors: readonly DoorCode[]): readonly DoorCode[] {
  const isEmergency = (code: DoorCode) => code === "119" || code === "115";
  return [...doors.filter((code) => !isEmergency(code)), ...doors.filter(isEmergency)];
}

function because({ code, values }: Reason): Said {
  return { key: `eligibility:reason.${code}`, ...(values ? { values } : {}) };
}

/** The answers that would settle it, by the names a person gives them ("home.parc" → homeParc). */
function stillNeeded({ missing }: Assessment): readonly Said[] {
  if (missing.length === 0) return [{ key: "eligibility:reason.answerMissing" }];
  const told = missing.filter(
    (fact) =>
      fact !== housingBenefit && !(fact === "departement" && missing.includes("home.departement")),
  );
  const names = told.slice(0, mostMissing).map((fact) => ({
    key: `eligibility:fact.${fact.replace(/\.(\w)/g, (_, first: string) => first.toUpperCase())}`,
  }));
  // it is looked at only where the rent is above what the income alone allows
  const rentIsHigh = missing.includes(housingBenefit) && !missing.includes("monthlyResources");
  return [
    ...(rentIsHigh ? [{ key: "facts:benefitDecides" }] : []),
    ...(names.length > 0 ? [{ key: "facts:toBeSure", values: { facts: saidLines(names) } }] : []),
  ];
}
