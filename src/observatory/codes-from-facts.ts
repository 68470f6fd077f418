import type { Answer, CommuneValue, Known } from "../person/facts.ts";
import { movedIn } from "./done-at-desk.ts";
import { originOfLink } from "./link-origins.ts";
import type { SaidCode, Trace } from "./projection.ts";
import { keptPrivate } from "./sensitive.ts";
import type { Situation } from "./situation.ts";

type Codes = Partial<Record<keyof Situation, SaidCode>>;

/** Where somebody lives, as far as an answer of the chat says it: "expulsion" says what happens, not where. */
const housing: Readonly<Record<string, string>> = {
  sans_logement: "sans_abri",
  heberge_tiers: "heberge_tiers",
  parents: "domicile_familial",
  alt: "alt_temporaire",
};

/** The principal resource that a status stands for; a salary whose contract nobody asked is said to be so. */
const nature: Readonly<Record<string, string>> = {
  alternant: "alternance",
  salarie_prive: "salaire",
  contractuel_public: "salaire",
  fonctionnaire_titulaire: "salaire",
  salarie_agricole: "salaire",
  interim: "salaire_interim",
  cej: "cej",
  rsa: "rsa",
};

const employment: Readonly<Record<string, string>> = {
  etudiant: "scolaire_etudiant",
  alternant: "alternance",
  salarie_prive: "salarie",
  contractuel_public: "salarie",
  fonctionnaire_titulaire: "salarie",
  salarie_agricole: "salarie",
  interim: "interim",
  demandeur_emploi: "demandeur_emploi",
  cej: "cej",
  sans_activite: "sans_activite",
};

/** Public employees and farm workers are not paid for by Action Logement; of a student or a jobseeker nothing is known. */
const actionLogement: Readonly<Record<string, string>> = {
  salarie_prive: "oui",
  interim: "oui",
  contractuel_public: "non",
  fonctionnaire_titulaire: "non",
  salarie_agricole: "non",
};

/** What the young person says that they found, weeks after an appointment. */
const found: Readonly<Record<string, string>> = {
  shared: "relogement_transitoire",
  social: "parc_public",
  private: "parc_prive",
  family: "famille",
};

const partners: Readonly<Record<string, string>> = {
  missionLocale: "mission_locale",
  ccas: "collectivite",
  mds: "social_departement",
};

/** The codes that a trace holds, each with who said it; nothing is guessed from what was not said. */
export function codesFrom(trace: Trace): Codes {
  const { known, dayOf } = trace;
  const codes: Codes = {};
  const put = (field: keyof Situation, answer: Answer | undefined, value: unknown) => {
    if (answer && value !== null && value !== undefined)
      codes[field] = { value, by: "person", on: dayOf(answer.at) };
  };
  const ofStatus = (codes: Readonly<Record<string, string>>) => codeOf(known["status"], codes);
  put("ageAtRequest", known["age"], numberOf(known["age"]));
  put("composition", known["livesWith"], compositionOf(known));
  put("housing", known["currentHousing"], codeOf(known["currentHousing"], housing));
  put("mainProblem", known["currentHousing"], problemOf(known));
  put("resourcesNature", known["status"], ofStatus(nature));
  put("resourcesAmount", known["monthlyResources"], numberOf(known["monthlyResources"]));
  put("employment", known["status"], ofStatus(employment));
  put("actionLogement", known["status"], ofStatus(actionLogement));
  put("ase", known["careLeaver"], careOf(known));
  put("sensitiveConsent", known["countCare"], consentOf(known["countCare"]));
  const outcome = codeOf(known["newHome"], found);
  put("outcome", known["newHome"], outcome);
  put("outcomeSource", known["newHome"], outcome === null ? null : "enquete");
  put("outcomeOn", known["newHome"], known["newHome"] ? dayOf(known["newHome"].at) : null);
  const entered = outcome === null ? movedIn(trace.done) : null;
  if (entered !== null) {
    const said = { by: "desk", on: entered } as const;
    codes.outcome = { value: "relogement_transitoire", ...said };
    codes.outcomeSource = { value: "suivi", ...said };
    codes.outcomeOn = { value: entered, ...said };
  }
  const commune = communeOf(known["commune"]);
  put("commune", known["commune"], commune?.inseeCode);
  put("epci", known["commune"], commune ? trace.areaOf(commune.inseeCode) : null);
  putOrigin(codes, trace);
  return codes;
}

/** A partner who booked for them says where they come from; else the link by which they came, unless they say no. */
function putOrigin(codes: Codes, { partner, link, firstOn, known, dayOf }: Trace): void {
  const named = partner === null ? undefined : partners[partner];
  if (named) {
    codes.origin = { value: named, by: "partner", on: firstOn };
    return;
  }
  const confirmed = known["cameFromConfirmed"];
  const found = originOfLink(link);
  if (found === null || confirmed?.value === false) return;
  const on = confirmed ? dayOf(confirmed.at) : firstOn;
  codes.origin = { value: found, by: "person", on };
}

/** Alone, it takes knowing how they identify: the team says it. */
function compositionOf(known: Known): string | null {
  const answer = known["livesWith"]?.value;
  if (answer === "couple") return "couple_sans_enfant";
  return answer === "couple_enfant" ? "couple_avec_enfant" : null;
}

function problemOf(known: Known): string | null {
  const answer = known["currentHousing"]?.value;
  if (answer === "expulsion") return "impaye_expulsion";
  if (answer === "separation") return "separation";
  return answer === "sans_logement" ? "hebergement_sans_solution" : null;
}

/** Asked and kept private is an answer of its own; so is having been there, unless it may be counted. */
function careOf({ careLeaver, countCare }: Known): string | null {
  if (!careLeaver) return null;
  if (careLeaver.value === false) return "non";
  return careLeaver.value === true && countCare?.value === true ? "oui" : keptPrivate;
}

function consentOf(answer: Answer | undefined): string | null {
  if (typeof answer?.value !== "boolean") return null;
  return answer.value ? "oui" : "non";
}

function codeOf(
  answer: Answer | undefined,
  codes: Readonly<Record<string, string>>,
): string | null {
  return typeof answer?.value === "string" ? (codes[answer.value] ?? null) : null;
}

function numberOf(answer: Answer | undefined): number | null {
  return typeof answer?.value === "number" ? answer.value : null;
}

function communeOf(answer: Answer | undefined): CommuneValue | null {
  return typeof answer?.value === "object" ? answer.value : null;
}
