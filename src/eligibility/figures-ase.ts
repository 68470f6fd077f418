import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const project =
  "document: Rencontres & Loisirs, projet de service Habitat 2024-2029 (adopted 2024-02-15)";
const report = "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat";

/** The figures of the ASL Jeunes ASE of the Pas-de-Calais; ages in completed years, included. */
export const aslJeunesAseFigures = {
  minAge: [figure({ value: 18, from: "2020-04-01", source: report, confidence: "certain" })],
  maxAge: [figure({ value: 25, from: "2020-04-01", source: report, confidence: "certain" })],
  /** Months at most; extensions were granted in practice. */
  maxDurationMonths: [
    figure({ value: 12, from: "2024-02-15", source: project, confidence: "certain" }),
  ],
} satisfies Figures;

/** The figures of Tremplins Duo; ages in completed years, included. */
export const tremplinsDuoFigures = {
  minAge: [figure({ value: 16, from: "2022-12-31", source: report, confidence: "certain" })],
  maxAge: [figure({ value: 21, from: "2024-02-15", source: project, confidence: "certain" })],
  /** Places for adults and for minors together. */
  places: [figure({ value: 22, from: "2022-12-31", source: report, confidence: "certain" })],
} satisfies Figures;
