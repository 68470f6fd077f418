import type { Offered } from "../engine/conversation.ts";
import { subjectFlows, subjectTitle } from "./subject-titles.ts";

/** The subjects of each theme, nine at most: with "with my own words" they fit in one list. */
export const subjectThemes: Readonly<Record<string, readonly string[]>> = {
  findHome: [
    "chercher-logement",
    "foyer-jeunes",
    "colocation",
    "logement-social",
    "couples-familles",
    "arnaques",
    "garant",
    "visale",
    "alt",
  ],
  myHome: [
    "bail",
    "etat-des-lieux",
    "assurance",
    "apl",
    "budget",
    "preavis",
    "caution",
    "logement-indigne",
    "conflit-bailleur",
  ],
  inTrouble: [
    "impayes",
    "expulsion",
    "dettes-energie",
    "hebergement-115",
    "domiciliation",
    "dalo",
    "contingent",
    "asll",
    "proprietaires",
  ],
  myRights: [
    "mes-droits",
    "fsl",
    "loca-pass",
    "mobili-jeune",
    "faj",
    "coup-de-pouce",
    "ase",
    "tremplins",
    "ateliers",
  ],
};

/** The subjects of a theme as choices, in their order; none for an unknown theme. */
export function subjectsOfTheme(theme: unknown): readonly Offered[] {
  const listed = subjectThemes[String(theme)] ?? [];
  return listed
    .filter((flow) => subjectFlows.includes(flow))
    .map((flow) => ({ key: flow, label: subjectTitle(flow) }));
}
