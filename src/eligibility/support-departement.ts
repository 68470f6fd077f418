import { doubtful, type Line, pass, unsure } from "./assessment.ts";
import { homeDepartement } from "./fsl-fund.ts";
import type { Situation } from "./situation.ts";

const home = "62";

/**
 * The département whose support the person would get: as said, else that of the dwelling, else where they live.
 * Nothing said of any is the ordinary case, the Pas-de-Calais; undefined when it was asked and is not known.
 */
export function supportDepartement(situation: Situation): string | undefined {
  const { departement, currentDepartement, territory } = situation;
  // the agglomerations are those of the Pas-de-Calais: out of them, nothing says where
  const around = territory === "CAHC" || territory === "CALL" ? home : null;
  const places = [
    departement,
    dwellingDepartement(situation),
    currentDepartement,
    territory === undefined ? undefined : around,
  ];
  const first = places.find((place) => place !== undefined);
  return first === undefined ? home : (first ?? undefined);
}

function dwellingDepartement({ home: dwelling }: Situation): string | null | undefined {
  const { departement, inseeCode, commune } = dwelling ?? {};
  return [departement, inseeCode, commune].includes(null) ? null : homeDepartement(dwelling);
}

/** Is it in the Pas-de-Calais? The others have rules of their own, which no source read here gives. */
export function inPasDeCalais(situation: Situation, source: string): Line {
  const departement = supportDepartement(situation);
  if (departement === undefined) return doubtful(source, "departement");
  if (departement === home) return pass();
  return unsure({ code: "departementNotCovered", source, toConfirm: true });
}
