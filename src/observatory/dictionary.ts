/** The version of the lists below: printed on every bilan, so that two of them can be compared. */
export const dictionaryVersion = "2026-11-2";

/**
 * The codes of the bilan: what a situation may be, dimension by dimension (D2-D18 of the dictionary of the
 * association's report of 2022 and of national practice). What each is called is in the texts,
 * `observatoire:<list>_<code>`. A code is never given another meaning: a new one is added, and the version goes up.
 */
export const codeLists = {
  identifiesAs: ["femme", "homme", "autre", "ne_souhaite_pas_repondre"],
  composition: [
    ...["homme_seul", "femme_seule", "couple_sans_enfant", "couple_avec_enfant"],
    ...["femme_seule_avec_enfant", "homme_seul_avec_enfant", "autre"],
  ],
  origin: [
    ...["mission_locale", "insertion_professionnelle", "social_departement", "sante"],
    ...["logement_hebergement", "collectivite", "education_formation", "justice"],
    ...["association_interne", "bouche_a_oreille", "reseaux_sociaux_chatbot", "site_uncllaj"],
    ...["evenement_atelier", "demarche_spontanee"],
  ],
  problem: [
    ...["acces_logement", "conflit_familial", "hebergement_sans_solution", "autonomie"],
    ...["logement_inadapte", "impaye_expulsion", "separation", "violences"],
    ...["rapprochement_emploi_formation", "sortie_ase", "sortie_structure"],
    ...["administratif_budget", "sante", "mobilite", "ne_souhaite_pas_repondre"],
  ],
  epci: ["cahc", "call", "ailleurs_departement", "hors_departement"],
  qpv: ["oui", "non"],
  housing: [
    ...["domicile_familial", "heberge_tiers", "locataire_public", "locataire_prive"],
    ...["foyer_residence", "structure_ase", "hebergement_urgence", "alt_temporaire"],
    ...["hotel_meuble_camping", "sans_abri", "proprietaire", "autre"],
  ],
  resourcesNature: [
    ...["salaire_cdi", "salaire_cdd", "salaire_interim", "salaire", "alternance"],
    ...["stage_service_civique", "cej", "pacea", "allocation_chomage", "rsa", "aah"],
    ...["prime_activite", "contrat_jeune_majeur", "afase", "bourse", "aide_familiale"],
    ...["prestations_familiales", "aucune", "autre"],
  ],
  employment: [
    ...["cdi_temps_plein", "cdi_temps_partiel", "cdd", "interim", "salarie", "alternance"],
    ...["formation", "scolaire_etudiant", "cej", "demandeur_emploi_indemnise"],
    ...["demandeur_emploi_non_indemnise", "demandeur_emploi", "sans_activite"],
    ...["service_civique", "autre"],
  ],
  mode: [
    ...["site_partenaire", "siege", "domicile", "accompagnement_exterieur"],
    ...["telephone", "visio", "messagerie"],
  ],
  file: [
    ...["logement_social", "aide_logement_caf", "fsl_lni", "fsl_li", "fsl_maintien"],
    ...["fsl_energie", "contingent_prefectoral", "dalo", "visale", "loca_pass"],
    ...["mobili_jeune", "siao", "alt", "hebergement_jeunes_ase", "asll", "asl_jeunes_ase"],
    ...["faj", "afase", "fonds_solvabilisation", "surendettement", "css", "impots", "mdph"],
    ...["masp_tutelle", "pdalhpd", "dsf", "fsl", "contrat_jeune_majeur", "autre"],
  ],
  role: ["accompagne", "instructeur"],
  fileState: ["ouvert", "complet", "depose", "accorde", "refuse", "abandonne"],
  partner: [
    ...["action_logement", "caf", "mission_locale", "pij", "departement", "bailleurs_sociaux"],
    ...["bailleurs_prives", "prefecture", "mairies_ccas", "siao", "insertion_economique"],
    ...["cpam", "sante", "banque", "energie", "impots", "caritatif", "interne"],
  ],
  orientation: [
    ...["hebergement_jeunes_ase", "alt", "foyer_residence", "siao", "bailleur_social"],
    ...["bailleur_prive", "action_logement", "tremplins", "asll", "asl_jeunes_ase", "fsl"],
    ...["mission_locale", "social_departement", "ccas", "adil", "autre"],
  ],
  outcome: [
    ...["relogement_transitoire", "parc_public", "parc_prive", "accession"],
    ...["famille", "situation_maintenue", "reoriente", "perdu_de_vue"],
  ],
  outcomeSource: ["suivi", "enquete"],
  ase: ["oui_en_cours", "oui_passe", "oui", "non", "non_demande", "ne_souhaite_pas_repondre"],
  actionLogement: ["oui", "non"],
  exitReason: [
    ...["objectifs_atteints", "relogement_autonome", "relogement_accompagne"],
    ...["autre_dispositif", "retour_famille", "fin_duree", "hors_champ", "sante"],
    ...["indisponibilite", "non_adhesion", "depart_sans_prevenir", "exclusion"],
    ...["demenagement", "deces"],
  ],
  // what is said of an accompaniment beside who it is for
  measureForm: ["asl", "gsl", "simple", "renforce", "acces", "maintien"],
  objective: [
    ...["budget", "dette_loyer", "demarches", "acces_droits", "recherche_logement"],
    ...["entree_logement", "entretien_logement", "vie_quotidienne", "emploi", "sante", "autre"],
  ],
  careBefore: ["famille_accueil", "structure_enfance", "hebergement_jeunes_ase", "autre"],
  yesNo: ["oui", "non"],
  budget: ["equilibre", "desequilibre"],
  evolution: ["amelioree", "stable", "degradee"],
  evictionEnd: ["suspendue", "en_cours", "executee"],
  adherence: ["oui", "partielle", "non"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CodeList = keyof typeof codeLists;

/** What former files and other tools call the same thing. The left side is folded as `slugOf` does. */
const otherNames: Readonly<Partial<Record<CodeList, Readonly<Record<string, string>>>>> = {
  identifiesAs: { f: "femme", h: "homme", nsp: "ne_souhaite_pas_repondre" },
  qpv: { true: "oui", false: "non", o: "oui", n: "non" },
  actionLogement: { true: "oui", false: "non" },
  housing: {
    heberge_par_un_tiers: "heberge_tiers",
    foyer_fjt_residence_sociale: "foyer_residence",
    foyer: "foyer_residence",
    fjt: "foyer_residence",
    residence_sociale: "foyer_residence",
    alt: "alt_temporaire",
    chrs: "hebergement_urgence",
    chrs_hebergement_urgence: "hebergement_urgence",
    chrs_hebergement_d_urgence: "hebergement_urgence",
    hotel: "hotel_meuble_camping",
    camping: "hotel_meuble_camping",
    sans_abri_vehicule_squat: "sans_abri",
    squat: "sans_abri",
    structure_ase_institution_famille_d_accueil: "structure_ase",
  },
  resourcesNature: {
    cdi: "salaire_cdi",
    cdd: "salaire_cdd",
    interim: "salaire_interim",
    apjm: "contrat_jeune_majeur",
    service_civique: "stage_service_civique",
    chomage: "allocation_chomage",
    garantie_jeunes: "cej",
  },
  employment: { etudiant: "scolaire_etudiant", scolaire: "scolaire_etudiant" },
  mode: {
    physique_site_partenaire: "site_partenaire",
    physique: "site_partenaire",
    accompagnement_physique_exterieur: "accompagnement_exterieur",
  },
  file: { demande_logement_social: "logement_social", nur: "logement_social" },
  outcome: {
    transitoire: "relogement_transitoire",
    public: "parc_public",
    prive: "parc_prive",
    maintenue: "situation_maintenue",
    situation_maintenue_information_donnee: "situation_maintenue",
    retour_maintien_en_famille: "famille",
  },
  ase: { nsp: "ne_souhaite_pas_repondre" },
  problem: {
    rupture_conflit_familial: "conflit_familial",
    difficulte_d_acces_au_logement: "acces_logement",
    souhait_d_autonomie: "autonomie",
    decohabitation: "autonomie",
  },
  epci: { autre: "ailleurs_departement", hors: "hors_departement" },
};

/** What stands for "not known": always counted, as a row of its own. */
const unknowns: ReadonlySet<string> = new Set(["", "inconnu", "non_renseigne", "nr"]);

/** Lower case, without accents, words joined by "_": how a code is written. */
export function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** The code that a value stands for; null for "not known"; undefined when it is none of the list. */
export function codeIn(list: CodeList, value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string" && typeof value !== "boolean") return undefined;
  const slug = slugOf(String(value));
  const codes: readonly string[] = codeLists[list];
  if (codes.includes(slug)) return slug;
  const named = otherNames[list]?.[slug];
  if (named !== undefined) return named;
  return unknowns.has(slug) ? null : undefined;
}
