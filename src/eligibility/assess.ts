import type { LocalDate } from "../base/time.ts";
import { alt } from "./alt.ts";
import { apl } from "./apl.ts";
import { aslJeunesAse } from "./asl-jeunes-ase.ts";
import { asll } from "./asll.ts";
import type { Assessment, RequiredFact, Scheme } from "./assessment.ts";
import type { SchemeId } from "./codes.ts";
import { contingentPrefectoral } from "./contingent-prefectoral.ts";
import { dalo } from "./dalo.ts";
import { faj } from "./faj.ts";
import { fjt } from "./fjt.ts";
import { fslAcces } from "./fsl-acces.ts";
import { fslEet } from "./fsl-eet.ts";
import { fslLni } from "./fsl-lni.ts";
import { fslMaintien } from "./fsl-maintien.ts";
import type { LocalFigures } from "./local-figures.ts";
import { locapass } from "./locapass.ts";
import { locapassGarantie } from "./locapass-garantie.ts";
import { logementSocial } from "./logement-social.ts";
import { mobiliJeune } from "./mobili-jeune.ts";
import type { Situation } from "./situation.ts";
import { tremplinsDuo } from "./tremplins-duo.ts";
import { visale } from "./visale.ts";

/** Every scheme, by the id of the contract. */
export const schemes: Readonly<Record<SchemeId, Scheme>> = {
  visale,
  locapass,
  locapass_garantie: locapassGarantie,
  mobili_jeune: mobiliJeune,
  fsl_acces: fslAcces,
  fsl_lni: fslLni,
  fsl_maintien: fslMaintien,
  fsl_eet: fslEet,
  alt,
  apl,
  asll,
  asl_jeunes_ase: aslJeunesAse,
  tremplins_duo: tremplinsDuo,
  dalo,
  contingent_prefectoral: contingentPrefectoral,
  faj,
  logement_social: logementSocial,
  fjt,
};

/** The facts a conversation must have asked before a scheme is decided. */
export function requiredFacts(scheme: SchemeId): readonly RequiredFact[] {
  return schemes[scheme].requiredFacts;
}

/** What a scheme answers for a situation, with the figures of that day and those the association wrote. */
export function assess(
  scheme: SchemeId,
  situation: Situation,
  on: LocalDate,
  local: LocalFigures = {},
): Assessment {
  return schemes[scheme].assess(situation, on, local);
}
