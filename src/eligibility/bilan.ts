import type { LocalDate } from "../base/time.ts";
import type { Assessment } from "./assessment.ts";
import type { Told } from "./bilan-questions.ts";
import { isBilanScheme, standingOf, usefulSchemes } from "./bilan-standing.ts";
import type { DocumentCode, SchemeId } from "./codes.ts";

/** What a bilan says of every scheme of a place, in the order in which it is told. */
export interface Bilan {
  /** Probable yes. */
  readonly likely: readonly Assessment[];
  /** Not sure: a worker looks. */
  readonly toSee: readonly Assessment[];
  /** Of use once a dwelling is found. */
  readonly later: readonly Assessment[];
  /** Probable no, with the next best doors. */
  readonly unlikely: readonly Assessment[];
}

/** How much a scheme changes for a person: what is told first when all cannot be. */
const byWeight: readonly SchemeId[] = [
  ...(["logement_social", "visale", "apl", "locapass", "mobili_jeune"] as const),
  ...(["fsl_acces", "fsl_lni", "fsl_maintien", "fsl_eet", "alt", "fjt"] as const),
  ...(["tremplins_duo", "asl_jeunes_ase", "asll", "contingent_prefectoral", "dalo"] as const),
  "faj",
];

const onceFound: readonly SchemeId[] = ["visale", "locapass", "mobili_jeune", "apl"];

/**
 * The bilan of what was told, with the figures of that day. An aid for a debt or for a dwelling is not
 * told of to whom it is of no use; what needs a dwelling first is kept for later.
 */
export function bilanOf(told: Told, schemes: readonly string[], on: LocalDate): Bilan {
  const useful = usefulSchemes(schemes, told).filter(
    (scheme) => told("debts") || !isOfDebt(scheme),
  );
  const waiting = told("homeFound") === true ? [] : schemes.filter(isBilanScheme).filter(isLater);
  const now = sorted(useful.filter((scheme) => !waiting.includes(scheme)));
  const assessments = now.map((scheme) => standingOf(scheme, told, on));
  const later = sorted(waiting).map((scheme) => standingOf(scheme, told, on));
  const are = (outcome: Assessment["outcome"]) =>
    assessments.filter((one) => one.outcome === outcome);
  return {
    likely: are("eligible"),
    toSee: are("unsure"),
    later: later.filter(({ outcome }) => outcome !== "not"),
    unlikely: [...are("not"), ...later.filter(({ outcome }) => outcome === "not")],
  };
}

/** The papers to prepare: those of what is probable first, then of what a worker looks at, each once. */
export function papersOf({ likely, toSee }: Bilan): readonly DocumentCode[] {
  return [...new Set([...likely, ...toSee].flatMap(({ documents }) => documents))];
}

/** Every answer of a bilan, whatever it is. */
export function allOf({ likely, toSee, later, unlikely }: Bilan): readonly Assessment[] {
  return [...likely, ...toSee, ...later, ...unlikely];
}

function isOfDebt(scheme: SchemeId): boolean {
  return scheme === "fsl_maintien" || scheme === "fsl_eet";
}

function isLater(scheme: SchemeId): boolean {
  return onceFound.includes(scheme);
}

function sorted<Scheme extends SchemeId>(schemes: readonly Scheme[]): readonly Scheme[] {
  return [...schemes].sort((one, other) => byWeight.indexOf(one) - byWeight.indexOf(other));
}
