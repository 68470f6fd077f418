import type { LocalDate } from "../base/time.ts";
import type { Assessment, Leaning, Line, Reason } from "./assessment.ts";
import type { DocumentCode, DoorCode, SchemeId } from "./codes.ts";

/** A rule ready to be decided: its lines in order, and what is said and asked for beside them. */
export interface Ruling {
  readonly scheme: SchemeId;
  readonly on: LocalDate;
  readonly lines: readonly Line[];
  /** Said with every probable yes. */
  readonly advice: readonly Reason[];
  readonly documents: readonly DocumentCode[];
  /** What a probable yes may bring, where the figures are published. */
  readonly amount?: Assessment["amount"];
}

/**
 * The answer of a rule, read line by line: the first refusal decides, unless a line before it was in doubt;
 * without refusal nor doubt it is a probable yes. After a doubt a refusal is only a leaning,
 * so that knowing less never gives a firmer answer.
 */
export function decide(ruling: Ruling): Assessment {
  const { scheme, on, lines, documents } = ruling;
  const held = lines.findIndex((line) => line.answer === "unsure");
  const refused = lines.findIndex((line) => line.answer === "no");
  const refusal = lines[refused];
  const answer = { scheme, parametersOn: on };

  if (refusal?.answer === "no" && (held === -1 || refused < held)) {
    const nextDoors = once<DoorCode>([...refusal.doors, "worker"]);
    return {
      ...answer,
      outcome: "not",
      reasons: [refusal.reason],
      missing: [],
      documents: [],
      nextDoors,
    };
  }
  const doubts = lines.filter((line) => line.answer !== "pass");
  if (doubts.length === 0) {
    const met = lines.flatMap((line) => (line.answer === "pass" ? line.reasons : []));
    const reasons = [...met, ...ruling.advice];
    const worth = ruling.amount === undefined ? {} : { amount: ruling.amount };
    return {
      ...answer,
      ...worth,
      outcome: "eligible",
      reasons,
      missing: [],
      documents,
      nextDoors: [],
    };
  }
  return { ...answer, ...doubtfully(doubts), documents };
}

// what holds the answer back, and where to go with it
function doubtfully(doubts: readonly Line[]) {
  const leaning = leaningOf(doubts);
  return {
    outcome: "unsure",
    ...(leaning ? { leaning } : {}),
    reasons: reasonsOf(doubts),
    missing: once(doubts.flatMap((line) => ("missing" in line ? line.missing : []))),
    nextDoors: once<DoorCode>([...doubts.flatMap(doorsOf), "worker"]),
  } as const;
}

function leaningOf(doubts: readonly Line[]): Leaning | undefined {
  const towardsNo = doubts.some(
    (line) => line.answer === "no" || (line.answer === "unsure" && line.leaning === "not"),
  );
  if (towardsNo) return "not";
  const towardsYes = doubts.every(
    (line) => line.answer === "unsure" && line.leaning === "eligible",
  );
  return towardsYes ? "eligible" : undefined;
}

// several answers may be missing: it is said once, and `missing` names them
function reasonsOf(doubts: readonly Line[]): readonly Reason[] {
  const reasons = doubts.flatMap((line): Reason[] => {
    if (line.answer === "unknown") return [{ code: "answerMissing", source: line.source }];
    return line.answer === "pass" ? [] : [line.reason];
  });
  return reasons.filter(
    (reason, place) => reasons.findIndex((other) => other.code === reason.code) === place,
  );
}

function doorsOf(line: Line): readonly DoorCode[] {
  return line.answer === "no" || line.answer === "unsure" ? line.doors : [];
}

function once<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
