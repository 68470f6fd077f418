import type { SubjectSources } from "./subject-source.ts";

/** The subjects of rights, of shelter and of those who leave care: where each was read. */
export const subjectSourcesRights: SubjectSources = {
  dalo: [
    {
      name: "service-public.fr, fiche F18005",
      trueOn: "2025-10-16",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
    {
      name: "service-public.fr, fiche F20343",
      trueOn: "2023-08-07",
      checkedOn: "2026-11-23",
      confidence: "certain",
    },
  ],
  contingent: [
    {
      name: "code de la construction et de l'habitation, articles L.441-1 et R.441-5-2",
      trueOn: "2022-02",
      checkedOn: "2026-11-22",
      confidence: "likely",
    },
  ],
  "hebergement-115": [
    {
      name: "code de l'action sociale et des familles, article L.345-2-2",
      trueOn: "2018-11-25",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  domiciliation: [
    {
      name: "service-public.fr, fiche F17317",
      trueOn: "2024-10-10",
      checkedOn: "2026-11-23",
      confidence: "certain",
    },
  ],
  ase: [
    {
      name: "code de l'action sociale et des familles, article L.222-5",
      trueOn: "2024-01-28",
      checkedOn: "2026-11-23",
      confidence: "certain",
    },
  ],
  tremplins: [
    {
      name: "Rencontres & Loisirs, projet de service Habitat",
      trueOn: "2024-02-15",
      checkedOn: "2026-11-22",
      confidence: "confirm",
    },
  ],
  faj: [
    {
      name: "code de l'action sociale et des familles, article L.263-3",
      trueOn: "2021-07-24",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  "coup-de-pouce": [
    {
      name: "ministère du Travail, fiche CEJ",
      trueOn: "2024-09-26",
      checkedOn: "2026-11-23",
      confidence: "certain",
    },
    {
      name: "simulateur aides-jeunes de l'État",
      trueOn: "2026-08-19",
      checkedOn: "2026-11-22",
      confidence: "likely",
    },
  ],
  "aides-ccas": [],
};
