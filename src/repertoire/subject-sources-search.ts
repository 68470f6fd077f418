import type { SubjectSource, SubjectSources } from "./subject-source.ts";

const checkedOn = "2026-11-23";
/** Those that the rules of the project were read in, the day those rules were set down. */
const rulesSetDown = "2026-11-22";
const visale: SubjectSource = {
  name: "service-public.fr, fiche F33453",
  trueOn: "2026-01",
  checkedOn: rulesSetDown,
  confidence: "certain",
};
const ceilings: SubjectSource = {
  name: "arrêté du 29 juillet 1987",
  trueOn: "2026-01-01",
  checkedOn: rulesSetDown,
  confidence: "certain",
};
const falseAdverts: SubjectSource = {
  name: "service-public.fr, fiche F34092",
  trueOn: "2024-10-16",
  checkedOn,
  confidence: "certain",
};
const simulator: SubjectSource = {
  name: "simulateur aides-jeunes de l'État",
  trueOn: "2026-08-19",
  checkedOn: rulesSetDown,
  confidence: "certain",
};

/** The subjects of who looks for a home: where each was read. */
export const subjectSourcesSearch: SubjectSources = {
  "chercher-logement": [
    // its list of papers was read in commentaries that quote it, and in service-public F1169 (2020-08-05)
    {
      name: "décret 2015-1437 du 5 novembre 2015",
      trueOn: "2023-01-01",
      checkedOn,
      confidence: "likely",
    },
    visale,
  ],
  budget: [visale],
  arnaques: [falseAdverts],
  "foyer-jeunes": [
    // the copy that was read is of that day; the rules say "2024 or later" of a newer one
    {
      name: "service-public.fr, fiche F2018",
      trueOn: "2020-04-16",
      checkedOn,
      confidence: "likely",
    },
  ],
  colocation: [
    // read in pages that quote it and Cour de cassation 2021-04-08 (19-23.334), not in the official text
    {
      name: "loi du 6 juillet 1989, article 8-1",
      trueOn: "2021-04-08",
      checkedOn,
      confidence: "likely",
    },
    visale,
  ],
  "logement-social": [
    {
      name: "service-public.fr, fiche F32880",
      trueOn: "2024-11-08",
      checkedOn: rulesSetDown,
      confidence: "certain",
    },
    ceilings,
  ],
  apl: [
    simulator,
    // of students from outside Europe: the decree was not read
    {
      name: "loi de finances pour 2026",
      trueOn: "2026-02-19",
      checkedOn: rulesSetDown,
      confidence: "likely",
    },
  ],
  "couples-familles": [visale, ceilings],
};
