import { doubtful, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import type { Home, Situation } from "./situation.ts";
import { communeOf, departementOf } from "./zones.ts";

/** The départements whose FSL is known here. */
export type Fund = "62" | "92";

const law = "loi of 31 May 1990 art. 6-1; pasdecalais.fr RDAS, FSL logement identifié";

/** The département of a dwelling, from what is known of it. */
export function homeDepartement(home: Home | null | undefined): string | undefined {
  const place = home ?? {};
  if (place.departement) return place.departement;
  const code = place.inseeCode ?? communeOf(place)?.inseeCode;
  return code ? departementOf(code) : undefined;
}

/** The fund that is asked: as said, else that of the dwelling, else that of the person's agglomeration. */
export function fundOf(situation: Situation): Fund | "another" | undefined {
  const { departement, territory, home } = situation;
  if (departement === null) return undefined;
  const around = territory === "CAHC" || territory === "CALL" ? "62" : undefined;
  // a dwelling whose place is not known may be anywhere, wherever the person lives
  const elsewhere = home?.departement === null ? undefined : around;
  const named = departement ?? homeDepartement(home) ?? elsewhere;
  if (named === undefined || named === "62" || named === "92") return named;
  return "another";
}

/** Is the new home in the département of the fund? No earlier residence may be asked for, only this. */
export function homeWithin(situation: Situation): Line {
  const { departement, home } = situation;
  const where = homeDepartement(home);
  const asked = departement ?? (where === "62" || where === "92" ? where : "62");
  if (where === undefined)
    return home?.departement === null ? unknown(law, "home.departement") : pass();
  if (where === asked) return pass();
  const values = { departement: asked, homeDepartement: where };
  return no({ code: "homeOutsideDepartement", values, source: law }, "fsl_other_departement");
}

/** What is said when no fund known here can be named. */
export function noKnownFund(fund: "another" | undefined): Line {
  if (fund === undefined) return doubtful(law, "departement");
  return unsure(
    { code: "departementNotCovered", source: law, toConfirm: true },
    { doors: ["fsl_other_departement"] },
  );
}

/** A minor does not sign a lease alone and is first a matter of protection. */
export function comesOfAge({ age }: Situation): Line {
  const source = "CASF L.226-1; pasdecalais.fr RDAS, FSL";
  if (age === null || age === undefined) return doubtful(source, "age");
  if (age >= 18) return pass();
  const reason = { code: "minor", values: { age }, source } as const;
  return unsure(reason, { doors: ["119", "ase", "tremplins_duo"] });
}
