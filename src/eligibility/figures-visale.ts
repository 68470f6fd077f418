import { type Figures, figuresCheckedOn } from "./bareme.ts";
import type { Zone } from "./zones.ts";

const figure = figuresCheckedOn("2026-11-22");

const under31 = "visale.fr FAQ 'Locataire de 30 ans ou moins'";
const over30 = "visale.fr FAQ 'Locataire de plus de 30 ans'";
const reform =
  "EFL (Editions Francis Lefebvre) news 'La garantie des loyers Visale fait peau neuve', 2026-02-06; ADIL 36 news 'Visale', 2026-01-08";
const reformStudents =
  "EFL (Editions Francis Lefebvre) news 'La garantie des loyers Visale fait peau neuve', 2026-02-06; Conseils des notaires, 'La garantie des loyers Visale revalorisée', 2026";
const sheet = "service-public F33453 'Garantie Visale'";
const openfisca = "openfisca-france, snapshot of 2026-07-23, action_logement/visale";

const byZone = (zone1: number, zone2: number, zone3: number): Readonly<Record<Zone, number>> => ({
  1: zone1,
  2: zone2,
  3: zone3,
});

/** The figures of Visale; amounts in euros a month. The reform of 6 January 2026 brought a third zone. */
export const visaleFigures = {
  /** Years, unless emancipated. */
  minAge: [figure({ value: 18, from: "2018-06-19", source: under31, confidence: "certain" })],
  /** The file may be opened from this age when the lease is signed at 18. */
  applicationMinAge: [
    figure({
      value: { years: 17, months: 10 },
      from: "2025-01-01",
      source: `${under31} (undated copy)`,
      confidence: "likely",
    }),
  ],
  /** Completed years, included. */
  maxAgeInclusive: [
    figure({
      value: 30,
      from: "2018-06-19",
      source: `${under31}; ${openfisca}/eligibilite/age_max.yaml`,
      confidence: "certain",
    }),
  ],
  /** The highest rent, charges included. */
  rentCeiling: [
    figure({
      value: byZone(1500, 1300, 1300),
      from: "2018-06-19",
      to: "2026-01-05",
      source: `${openfisca}/plafond_loyer/cas_general`,
      confidence: "certain",
    }),
    figure({
      value: byZone(1940, 1575, 1365),
      from: "2026-01-06",
      source: reform,
      confidence: "certain",
    }),
  ],
  /** Students and work-study: no proof of resources up to this rent, charges included. */
  studentNoProofRent: [
    figure({
      value: byZone(800, 600, 600),
      from: "2018-06-19",
      to: "2026-01-05",
      source: `${openfisca}/plafond_loyer/etudiant`,
      confidence: "certain",
    }),
    figure({
      value: byZone(1000, 840, 680),
      from: "2026-01-06",
      source: reformStudents,
      confidence: "certain",
    }),
  ],
  /** Rent over monthly resources, at most. */
  maxRentShareOfResources: [
    figure({ value: 0.5, from: "2024-12-31", source: sheet, confidence: "certain" }),
  ],
  /** The share of the simulated housing benefit that counts as resources; not read again since the reform. */
  housingBenefitShareCounted: [
    figure({
      value: 0.67,
      from: "2020-03-25",
      source: `${openfisca}/quote_part_aides_logement.yaml`,
      confidence: "likely",
    }),
  ],
  /** Over 30: net pay of an employee who is not in mobility, at most. */
  over30MaxNetSalary: [
    figure({ value: 1710, from: "2026-01-06", source: reform, confidence: "certain" }),
  ],
  /** Over 30: months after taking the job, at most. */
  over30MonthsAfterStart: [
    figure({ value: 6, from: "2026-01-06", source: over30, confidence: "likely" }),
  ],
  /** People on one lease with one joint request, at most. */
  maxCotenantsOnOneVisa: [
    figure({ value: 2, from: "2024-12-31", source: sheet, confidence: "certain" }),
  ],
} satisfies Figures;
