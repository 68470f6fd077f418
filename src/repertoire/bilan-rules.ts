import { dateIn } from "../base/time.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import { bilanLimits } from "../eligibility/bilan-limits.ts";
import type { Told } from "../eligibility/bilan-questions.ts";
import { nextQuestion } from "../eligibility/next-question.ts";
import type { Asking } from "../engine/conversation.ts";
import { toldBy } from "./bilan-told.ts";
import { known, type Scene } from "./scene.ts";

type Rule<Name extends keyof Rules> = (scene: Scene, asking: Asking) => Verdict<Rules[Name]>;

/** Enough to say that a bilan was made, or begun, not long ago. */
const essential = ["status", "monthlyResources", "currentHousing", "homeFound"] as const;

/** The rules that only the bilan logement asks. */
export const bilanRules: { readonly [Name in BilanRule]: Rule<Name> } = {
  bilanNext(scene, asking) {
    const on = dateIn(scene.structure.zone, asking.now);
    const setting = { schemes: scene.structure.localSchemes, on };
    return { outcome: nextQuestion(toldBy(scene, asking), setting), values: bilanLimits(on) };
  },
  bilanBegun(scene, asking) {
    const told: Told = toldBy(scene, asking);
    return { outcome: essential.every((fact) => told(fact) !== undefined) ? "again" : "new" };
  },
  rooflessLater: (_, asking) => {
    const isSafe = known(asking, "safeTonight") === true;
    return {
      outcome: isSafe && known(asking, "currentHousing") === "sans_logement" ? "yes" : "no",
    };
  },
};

type BilanRule = "bilanNext" | "bilanBegun" | "rooflessLater";
