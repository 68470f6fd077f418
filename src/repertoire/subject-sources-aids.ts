import type { SubjectSources } from "./subject-source.ts";

/** The subjects of loans, guarantors and the association itself: where each was read. */
export const subjectSourcesAids: SubjectSources = {
  // no date is published: the team tells
  ateliers: [],
  garant: [
    {
      name: "service-public.fr, fiche F33453",
      trueOn: "2026-01",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  "loca-pass": [
    {
      name: "service-public.fr, fiche F18490",
      trueOn: "2024-09-04",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  "mes-droits": [
    {
      name: "projet de service Habitat de Rencontres & Loisirs",
      trueOn: "2024-02-15",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  "mobili-jeune": [
    {
      name: "service-public.fr, fiche F33173",
      trueOn: "2026-01-01",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  // the practice of another département, long ago: an orientation, and the team checks it
  proprietaires: [
    {
      name: "relevé de décisions des CAF et du Département de la Loire",
      trueOn: "2009-10-09",
      checkedOn: "2026-11-22",
      confidence: "confirm",
    },
  ],
};
