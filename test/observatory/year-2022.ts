import { type Situation, unknownSituation } from "../../src/observatory/situation.ts";
import type { Tally } from "../../src/observatory/tally.ts";

/**
 * An invented year whose totals are those that the association printed in its report of 2022 (and of the three
 * years before). Nobody in it exists: each situation is made of as many codes as the totals ask for.
 */
export const structure = "rencontres-et-loisirs";
const of = { structure, year: 2022 } as const;

/** "a" three times and "b" twice: ["a", "a", "a", "b", "b"]. What is missing up to the end is null. */
function dealt<Value>(...parts: readonly (readonly [Value, number])[]): readonly Value[] {
  return parts.flatMap(([value, times]) => Array.from({ length: times }, () => value));
}

const identifies = dealt(["homme", 116], ["femme", 102]);
const origins = dealt(
  ...([
    ["mission_locale", 85],
    ["bouche_a_oreille", 44],
    ["social_departement", 30],
  ] as const),
  ...([
    ["logement_hebergement", 20],
    ["collectivite", 17],
    ["sante", 9],
  ] as const),
  ...([
    ["insertion_professionnelle", 8],
    ["justice", 2],
  ] as const),
);
const problems = dealt(
  ...([
    ["acces_logement", 80],
    ["conflit_familial", 50],
    ["hebergement_sans_solution", 40],
  ] as const),
  ...([
    ["autonomie", 28],
    ["logement_inadapte", 12],
    ["impaye_expulsion", 5],
  ] as const),
);
const housings = dealt(
  ...([
    ["domicile_familial", 96],
    ["heberge_tiers", 50],
    ["locataire_prive", 25],
  ] as const),
  ...([
    ["locataire_public", 11],
    ["sans_abri", 12],
    ["structure_ase", 9],
  ] as const),
);
/** 36 without resources; 77 of 214 with a salary. */
const natures = dealt(
  ...([
    ["aucune", 36],
    ["salaire_cdi", 20],
    ["salaire_cdd", 27],
    ["salaire_interim", 23],
  ] as const),
  ...([
    ["alternance", 7],
    ["cej", 56],
    ["contrat_jeune_majeur", 12],
    ["rsa", 9],
  ] as const),
  ...([["allocation_chomage", 24]] as const),
);
const employments = dealt(
  ...([
    ["sans_activite", 36],
    ["cdi_temps_plein", 14],
    ["cdi_temps_partiel", 6],
    ["cdd", 27],
  ] as const),
  ...([
    ["interim", 23],
    ["alternance", 7],
    ["cej", 56],
    ["demandeur_emploi_non_indemnise", 21],
  ] as const),
  ...([["demandeur_emploi_indemnise", 24]] as const),
);
/** 170 amounts that add up to 143 990: 44 under 580, 81 from there to the poverty line, 45 above. */
const amounts = [...dealt([470, 44], [740, 80]), 760, ...dealt([1_400, 44]), 1_750];
const ages = dealt([27, 17], [21, 137], [22, 53]);
const outcomes = dealt(
  ...([
    ["relogement_transitoire", 22],
    ["parc_public", 25],
    ["parc_prive", 6],
  ] as const),
  ...([["situation_maintenue", 24]] as const),
);
const sites = dealt(
  ...([
    ["ccas-libercourt", 31],
    ["csc-evin", 18],
    ["msp-courrieres", 13],
    ["ml-carvin", 12],
  ] as const),
  ...([
    ["mda-henin", 4],
    ["ml-montigny", 4],
    ["ml-henin", 1],
    ["ml-leforest", 1],
  ] as const),
);
const files = dealt(
  ...([
    ["accompagne:logement_social", 70],
    ["accompagne:aide_logement_caf", 2],
  ] as const),
  ...([
    ["instructeur:fsl_lni", 17],
    ["instructeur:fsl_li", 5],
  ] as const),
  ...([
    ["instructeur:contingent_prefectoral", 6],
    ["instructeur:dalo", 5],
  ] as const),
);
const orientations = dealt(["hebergement_jeunes_ase", 13], ["alt", 32]);

function interviewsOf(place: number): Situation["interviews"] {
  if (place >= 171) return [{ on: dayOf(place), mode: "telephone", site: null }];
  const many = place < 89 ? [place, 171 + place] : [place];
  return many.map((interview) => ({
    ...{ on: dayOf(place), mode: "site_partenaire" },
    site: sites[interview] ?? null,
  }));
}

function dayOf(place: number): string {
  const month = String((place % 12) + 1).padStart(2, "0");
  return `2022-${month}-${String((place % 27) + 1).padStart(2, "0")}`;
}

/** 218 situations of 268 people. */
export const situations2022: readonly Situation[] = Array.from({ length: 218 }, (_, place) => {
  const file = files[place]?.split(":");
  const nature = natures[place] ?? null;
  const outcome = outcomes[place] ?? null;
  return unknownSituation({
    ...of,
    id: `situation-${String(place + 1).padStart(3, "0")}`,
    requestedOn: dayOf(place),
    persons: place % 4 === 0 && place < 200 ? 2 : 1,
    ageAtRequest: ages[place] ?? null,
    identifiesAs: identifies[place] ?? null,
    origin: origins[place] ?? null,
    mainProblem: problems[place] ?? null,
    epci: place < 196 ? "cahc" : place < 210 ? "call" : "ailleurs_departement",
    qpv: place < 35 ? "oui" : place < 185 ? "non" : null,
    housing: housings[place] ?? null,
    resourcesNature: nature,
    resourcesAmount: nature === null || nature === "aucune" ? null : (amounts[place - 36] ?? null),
    employment: employments[place] ?? null,
    interviews: interviewsOf(place),
    files: file ? [{ type: file[1] ?? "", role: file[0] ?? null, state: "depose" }] : [],
    orientations: orientations[place] ? [orientations[place]] : [],
    outcome,
    outcomeSource: outcome === null ? null : place % 2 === 0 ? "suivi" : "enquete",
    ase: place >= 60 && place < 81 ? "oui_passe" : place < 150 ? "non" : "non_demande",
    // three of the 53 who found a home work for a private employer
    actionLogement: place >= 50 && place < 53 ? "oui" : place >= 140 && place < 212 ? "oui" : null,
  });
});

const published = (year: number, parts: Partial<Extract<Tally, { record: "year" }>>): Tally => ({
  ...{ record: "year", id: `annee-${year}`, structure, year },
  ...{ asked: null, withFile: null, withoutFile: null, workshopPeople: null, qpv: null },
  ...{ underLowIncome: null, ...parts },
});

/** What was counted beside the situations, and the totals of the years before. */
export const tallies2022: readonly Tally[] = [
  published(2019, { asked: 526, withFile: 264, withoutFile: 102, workshopPeople: 160 }),
  published(2020, { asked: 440, withFile: 259, withoutFile: 85, workshopPeople: 96, qpv: 61 }),
  published(2021, {
    ...{ asked: 553, withFile: 297, withoutFile: 61, workshopPeople: 195, qpv: 68 },
    underLowIncome: 0.3,
  }),
  { record: "contacts", id: "sans-dossier", ...of, on: null, persons: 185 },
  ...Array.from(
    { length: 9 },
    (_, place): Tally => ({
      ...{ record: "workshop", id: `atelier-${place + 1}`, ...of, on: dayOf(place), qpv: null },
      persons: place < 6 ? 6 : 5,
      withFile: place === 0 ? 2 : 1,
    }),
  ),
  {
    ...{ record: "event", id: "forum", ...of, on: "2022-03-24" },
    ...{ persons: 18, withFile: null, qpv: 18 },
  },
  {
    ...{ record: "event", id: "semaine-du-logement", ...of, on: "2022-05-16" },
    ...{ persons: 68, withFile: null, qpv: 44 },
  },
];
