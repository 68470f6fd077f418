import type { SubjectSources } from "./subject-source.ts";

/**
 * Where the subjects about a tenancy were read: which text, the date at which it was true, how sure it is.
 * Where to read each figure again is said beside it, in the figures of these subjects.
 */
export const subjectSourcesTenancy: SubjectSources = {
  assurance: [
    {
      name: "service-public.fr, fiche F31300",
      trueOn: "2022-09-29",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  bail: [
    {
      name: "service-public.fr, fiche F920",
      trueOn: "2024-11-25",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "décret du 5 novembre 2015",
      trueOn: "2025-07-19",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  caution: [
    {
      // of January 2020, with a notice of November 2022; its first part alone was read
      name: "service-public.fr, fiche F31269",
      trueOn: "2022-11-17",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "loi du 6 juillet 1989, article 22",
      trueOn: "2022-11",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  "conflit-bailleur": [
    {
      name: "code pénal, article 226-4-2",
      trueOn: "2014-03-24",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "logement.gouv.fr, conciliation",
      trueOn: "2016-12-13",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  "dettes-energie": [
    {
      name: "energie-mediateur.fr",
      trueOn: "2022-03-31",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "code de l'action sociale, article L115-3",
      trueOn: "2021-06",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  "etat-des-lieux": [
    {
      name: "service-public.fr, fiche F31270",
      trueOn: "2022-11",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "loi du 6 juillet 1989, article 3-2",
      trueOn: "2022-11",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  expulsion: [
    {
      name: "service-public.fr, fiche F31272",
      trueOn: "2023-07",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "code des procédures d'exécution, L412-6",
      trueOn: "2021-10-27",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "service-public.fr, fiche F18005",
      trueOn: "2025-10-16",
      checkedOn: "2026-11-22",
      confidence: "certain",
    },
  ],
  "logement-indigne": [
    {
      name: "loi du 6 juillet 1989, article 6",
      trueOn: "2018-11",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "ANIL, Info logement indigne",
      trueOn: "2019-10-03",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
  preavis: [
    {
      name: "anil.org, préavis du locataire",
      trueOn: "2019-06-28",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
    {
      name: "service-public.fr, fiche F1168",
      trueOn: "2023-06-12",
      checkedOn: "2026-11-23",
      confidence: "likely",
    },
  ],
};
