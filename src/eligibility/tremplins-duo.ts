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
import { tremplinsDuoFigures } from "./figures-ase.ts";
import type { Situation } from "./situation.ts";
import { inPasDeCalais } from "./support-departement.ts";

const report = "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat";
const project = "document: Rencontres & Loisirs, projet de service Habitat 2024-2029";

/** Tremplins Duo: shared homes of the association, always a minor with an adult, with support. */
export const tremplinsDuo: Scheme = {
  assess: (situation, on) =>
    decide({
      scheme: "tremplins_duo",
      on,
      lines: [ofAge(situation, on), inCareOrBreakup(situation), inPasDeCalais(situation, report)],
      advice: advice(on),
      documents: [],
    }),
  requiredFacts: ["age", "careLeaver", "familyBreakup", "commune"],
  figures: tremplinsDuoFigures,
};

function ofAge({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return unknown(report, "age");
  return byFigure(tremplinsDuoFigures.minAge, on, (least) =>
    byFigure(tremplinsDuoFigures.maxAge, on, (most) => {
      const values = { age, minimum: least.value, maximum: most.value };
      if (age < least.value) return no(because(least, "tremplinsAge", values), "119", "ase");
      if (age > most.value)
        return no(because(most, "tremplinsAge", values), "alt", "fjt", "asl_jeunes_ase");
      return pass(because(most, "tremplinsAgeFits", values));
    }),
  );
}

// the report says from care or a break-up, the later project says from care: a break-up alone is to confirm
function inCareOrBreakup({ careLeaver, familyBreakup }: Situation): Line {
  if (careLeaver === true) return pass({ code: "tremplinsInCare", source: project });
  const missing = careLeaver === false ? [] : ["careLeaver"];
  if (familyBreakup === true)
    return unsure(
      { code: "tremplinsBreakup", source: `${report}; ${project}`, toConfirm: true },
      { leaning: "eligible", doors: ["ase"], missing },
    );
  const unanswered = [...missing, ...(familyBreakup === false ? [] : ["familyBreakup"])];
  if (unanswered.length > 0) return doubtful(report, ...unanswered);
  return no({ code: "tremplinsNeither", source: report }, "alt", "fjt");
}

function advice(on: LocalDate): readonly Reason[] {
  const places = inForce(tremplinsDuoFigures.places, on);
  return [
    { code: "tremplinsShared", source: report },
    ...(places ? [because(places, "tremplinsPlaces", { places: places.value })] : []),
    { code: "agreementToConfirm", source: project, toConfirm: true },
  ];
}
