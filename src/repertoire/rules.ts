import { dateIn } from "../base/time.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import { assess, requiredFacts } from "../eligibility/assess.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import type { SchemeId } from "../eligibility/codes.ts";
import { situationFrom } from "../eligibility/situation-from.ts";
import type { Asking } from "../engine/conversation.ts";
import { promiseAt } from "../escalation/promise.ts";
import type { Known } from "../person/facts.ts";
import { normalise } from "../understanding/normalise.ts";
import { asllValues } from "./asll-words.ts";
import { bilanRules } from "./bilan-rules.ts";
import { dangerRules } from "./danger-rules.ts";
import { givenCode } from "./link-actions.ts";
import { localFiguresOf } from "./local-figures-of.ts";
import { photoConsent } from "./paper-actions.ts";
import { placesOf } from "./places.ts";
import { rentICanPay } from "./rent-i-can-pay.ts";
import { known, type Scene } from "./scene.ts";
import { openingsKnown, weekKnown } from "./supply-of.ts";
import { withEnergyDebt, withRentDebt } from "./told-debts.ts";
import { verdictValues } from "./verdict-words.ts";
import { wayRules } from "./way-rules.ts";
import { givesMeals } from "./wishes.ts";

type Rule<Outcome extends string> = (scene: Scene, asking: Asking) => Verdict<Outcome>;

const adultAge = 18;
/** Under this age the FSL of the Pas-de-Calais has conditions of its own (FSL62-3). */
const youngBefore = 26;
const youngIn = "62";

const departementNames: Readonly<Record<string, Rules["departementHere"]>> = {
  "62": "pasDeCalais",
  "92": "hautsDeSeine",
};

/** Every rule that flows may ask, by its name. */
export const rules: { readonly [Name in keyof Rules]: Rule<Rules[Name]> } = {
  visale: (scene, asking) => verdict("visale", scene, asking),
  fsl: (scene, asking) =>
    verdict(isBeforeFinding(scene, asking) ? "fsl_lni" : "fsl_acces", scene, asking),
  alt: (scene, asking) => verdict("alt", scene, asking),
  fslMaintien: (scene, asking) => verdict("fsl_maintien", scene, withRentDebt(asking)),
  fslEnergy: (scene, asking) => verdict("fsl_eet", scene, withEnergyDebt(asking)),
  apl: (scene, asking) => verdict("apl", scene, asking),
  fjt: (scene, asking) => verdict("fjt", scene, asking),
  logementSocial: (scene, asking) => verdict("logement_social", scene, asking),
  rentICanPay,

  ...bilanRules,
  ...dangerRules,

  ageGroup: (_, asking) => {
    const age = known(asking, "age");
    if (typeof age !== "number") return { outcome: "unknown" };
    return { outcome: age < adultAge ? "minor" : "adult" };
  },
  isSafe: (_, asking) => ({ outcome: known(asking, "safeTonight") === true ? "safe" : "notSafe" }),
  young: ({ structure }, asking) => {
    const age = known(asking, "age");
    const counts = structure.departement === youngIn;
    return { outcome: counts && typeof age === "number" && age < youngBefore ? "yes" : "no" };
  },
  homeFound: (_, asking) => {
    const found = known(asking, "homeFound");
    if (found === null) return { outcome: "unknown" };
    return { outcome: found === true ? "found" : "notFound" };
  },
  // a minor is not asked: their answer is not counted
  careMayBeCounted: (_, asking) => {
    const age = known(asking, "age");
    const isAdult = typeof age === "number" && age >= adultAge;
    const isUnasked = asking.memory.known["countCare"] === undefined;
    const wasInCare = known(asking, "careLeaver") === true;
    return { outcome: wasInCare && isAdult && isUnasked ? "ask" : "settled" };
  },
  withoutRoof: (_, asking) => ({
    outcome: known(asking, "currentHousing") === "sans_logement" ? "yes" : "no",
  }),
  atParents: (_, asking) => ({
    outcome: known(asking, "currentHousing") === "parents" ? "yes" : "no",
  }),
  inAlt: (_, asking) => ({ outcome: known(asking, "currentHousing") === "alt" ? "yes" : "no" }),
  outsideEurope: (_, asking) => ({
    outcome: known(asking, "nationality") === "hors_ue" ? "yes" : "no",
  }),
  studying: (_, asking) => ({
    outcome: known(asking, "status") === "etudiant" ? "yes" : "no",
  }),
  livesWithChild: (_, asking) => ({
    outcome: String(known(asking, "livesWith")).endsWith("_enfant") ? "yes" : "no",
  }),
  territory: (scene, asking) => territory(scene, asking),
  linkCodeGiven: (_, asking) => ({
    outcome: known(asking, givenCode) === null ? "none" : "given",
  }),
  paperPhotos: (_, asking) => {
    const consent = asking.memory.known[photoConsent];
    if (!consent) return { outcome: "unasked" };
    return { outcome: consent.value === true ? "allowed" : "refused" };
  },
  openNow: (scene, asking) => ({
    outcome: promiseAt(weekKnown(scene.structure), asking.now).kind === "now" ? "open" : "closed",
  }),
  altHere: ({ structure }) => ({ outcome: structure.localSchemes.includes("alt") ? "yes" : "no" }),
  asllAccess: (scene, asking) => ({
    outcome: scene.structure.asll.accessAlone ? "alone" : "withWorker",
    values: asllValues(scene, asking, "access"),
  }),
  asllMaintien: (scene, asking) => ({
    outcome: "withWorker",
    values: asllValues(scene, asking, "maintien"),
  }),
  aslJeunesAse: (scene, asking) => verdict("asl_jeunes_ase", scene, asking),
  tremplinsDuo: (scene, asking) => verdict("tremplins_duo", scene, asking),
  tremplinsHere: ({ structure }) => ({
    outcome: structure.localSchemes.includes("tremplins_duo") ? "yes" : "no",
  }),
  departementHere: ({ structure }) => ({
    outcome: departementNames[structure.departement] ?? "elsewhere",
  }),
  ...wayRules,
  takesAppointments: ({ structure }) => ({
    outcome: openingsKnown(structure).length > 0 ? "yes" : "no",
  }),
  helpPlaces: ({ structure }) => ({
    outcome: structure.helpPlaces.length > 0 ? "some" : "none",
  }),
  mealPlaces: ({ structure }) => ({
    outcome: structure.helpPlaces.some((place) =>
      givesMeals(normalise(`${place.name} ${place.what}`)),
    )
      ? "some"
      : "none",
  }),
  severalHelpPlaces: ({ structure }) => ({
    outcome: structure.helpPlaces.length > 1 ? "yes" : "no",
  }),
  localAid: ({ structure: { localAid } }) =>
    localAid ? { outcome: "some", values: { aid: localAid.name } } : { outcome: "none" },
  severalPlaces: ({ structure }) => ({ outcome: placesOf(structure).length > 1 ? "yes" : "no" }),
  demonstration: (scene) => ({ outcome: scene.demonstration ? "on" : "off" }),
};

function territory(scene: Scene, asking: Asking): Verdict<Rules["territory"]> {
  const commune = known(asking, "commune");
  if (!isCommune(commune)) return { outcome: "unknown" };
  const found = scene.structure.territories.find((one) =>
    one.communes.some(({ inseeCode }) => inseeCode === commune.inseeCode),
  );
  const follows = found?.orientation;
  return {
    outcome: found?.role ?? "outside",
    values: {
      commune: commune.name,
      ...(follows
        ? { neighbour: follows.name, fromAge: follows.minAge, toAge: follows.maxAge }
        : {}),
    },
  };
}

function isCommune(value: unknown): value is { inseeCode: string; name: string } {
  return typeof value === "object" && value !== null && "inseeCode" in value && "name" in value;
}

/** The verdict of a scheme, with its reasons, papers and next doors as texts of the flow. */
function verdict(scheme: SchemeId, scene: Scene, asking: Asking): Verdict<Assessment["outcome"]> {
  const assessment = assessed(scheme, scene, asking);
  const isSafeTonight = known(asking, "safeTonight") === true;
  const { localSchemes } = scene.structure;
  const values = verdictValues(assessment, { isSafeTonight, localSchemes });
  return { outcome: assessment.outcome, values };
}

/** An agreement before a dwelling is found is asked only where the fund is known to give one. */
function isBeforeFinding({ structure }: Scene, asking: Asking): boolean {
  return known(asking, "homeFound") === false && structure.localSchemes.includes("fsl_lni");
}

/** Asked only of those for whom all else says yes: until then the ordinary case is taken. */
const askedLast: readonly string[] = ["nationality", "permit"];

/** What a scheme says of what this conversation knows; questions not asked count as not known. */
function assessed(scheme: SchemeId, scene: Scene, asking: Asking): Assessment {
  const asked = requiredFacts(scheme).filter((fact) => !askedLast.includes(fact));
  const situation = situationFrom(knownTo(scheme, asking), asked);
  const { structure } = scene;
  return assess(scheme, situation, dateIn(structure.zone, asking.now), localFiguresOf(structure));
}

/** Visale is about the dwelling just described, even if another flow was told that none was found. */
function knownTo(scheme: SchemeId, { memory }: Asking): Known {
  const { homeFound, ...others } = memory.known;
  return (scheme === "visale" || !homeFound ? others : memory.known) as Known;
}
