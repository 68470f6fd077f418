import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  type Scheme,
  unknown,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { aslJeunesAseFigures } from "./figures-ase.ts";
import { needs, type Situation } from "./situation.ts";
import { inPasDeCalais } from "./support-departement.ts";

const report = "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat";
const project = "document: Rencontres & Loisirs, projet de service Habitat 2024-2029";

/** ASL Jeunes ASE: support towards a home for those who were in care, in the Pas-de-Calais. */
export const aslJeunesAse: Scheme = {
  assess: (situation, on) =>
    decide({
      scheme: "asl_jeunes_ase",
      on,
      lines: [
        ofAge(situation, on),
        wasInCare(situation),
        inPasDeCalais(situation, project),
        needsSupport(situation),
      ],
      advice: advice(on),
      documents: [],
    }),
  requiredFacts: ["age", "careLeaver", "currentHousing", "commune"],
  figures: aslJeunesAseFigures,
};

function ofAge({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return unknown(report, "age");
  return byFigure(aslJeunesAseFigures.minAge, on, (least) =>
    byFigure(aslJeunesAseFigures.maxAge, on, (most) => {
      const values = { age, minimum: least.value, maximum: most.value };
      if (age < least.value)
        return no(because(least, "aslAseAge", values), "119", "ase", "tremplins_duo");
      if (age > most.value) return no(because(most, "aslAseAge", values), "asll");
      return pass(because(most, "aslAseAgeFits", values));
    }),
  );
}

// a sensitive answer, free to give: without it a worker looks
function wasInCare(situation: Situation): Line {
  const { careLeaver, careMeasureEndsInMonths: left } = situation;
  if (careLeaver === null || careLeaver === undefined) return doubtful(report, "careLeaver");
  if (!careLeaver) return greatPrecarity(situation);
  return (left ?? 0) > 0
    ? pass({ code: "aslAseMeasureRuns", source: report, toConfirm: true })
    : pass({ code: "aslAseCareLeaver", source: report });
}

// the call for projects of 2024 adds them, and whether it still runs is not known
function greatPrecarity({ currentHousing, monthlyResources }: Situation): Line {
  if (currentHousing === "sans_logement" || monthlyResources === 0)
    return unsure(
      { code: "aslAsePrecarity", source: project, toConfirm: true },
      { doors: ["asll"] },
    );
  if (currentHousing === null) return doubtful(project, "currentHousing");
  if (monthlyResources === null) return doubtful(project, "monthlyResources");
  return no({ code: "aslAseNotInCare", source: report }, "asll");
}

function needsSupport(situation: Situation): Line {
  const { currentHousing, supportNeeded } = situation;
  if (currentHousing === null) return doubtful(report, "currentHousing");
  if (currentHousing !== "locataire_stable" || needs(situation)) return pass();
  if (supportNeeded === null || supportNeeded === undefined)
    return doubtful(report, "supportNeeded");
  return unsure({ code: "aslAseNeedToCheck", source: report });
}

function advice(on: LocalDate): readonly Reason[] {
  const longest = inForce(aslJeunesAseFigures.maxDurationMonths, on);
  return [
    { code: "aslAseReferral", source: project },
    ...(longest ? [because(longest, "aslAseLength", { months: longest.value })] : []),
    { code: "agreementToConfirm", source: project, toConfirm: true },
  ];
}
