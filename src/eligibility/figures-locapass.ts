import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const sheet = "service-public F18490 'Avance Loca-Pass', updated 2024-09-04";
const openfisca =
  "openfisca-france, snapshot of 2026-07-23, action_logement/locapass/delai_max.yaml";

/** The figures of the Avance Loca-Pass, a loan for the deposit; amounts in euros. */
export const locapassFigures = {
  /** The loan, at most, and never above the deposit of the lease. */
  advanceMax: [figure({ value: 1200, from: "2021-06-18", source: sheet, confidence: "certain" })],
  /** Months to pay it back, at most. */
  repaymentMaxMonths: [
    figure({ value: 25, from: "2021-06-18", source: sheet, confidence: "certain" }),
  ],
  /** Months between the payment and the first repayment. */
  firstRepaymentAfterMonths: [
    figure({ value: 3, from: "2021-06-18", source: sheet, confidence: "certain" }),
  ],
  /** Euros paid back a month, at least. */
  minMonthlyRepayment: [
    figure({ value: 20, from: "2021-06-18", source: sheet, confidence: "certain" }),
  ],
  /** Months after moving in, at most. */
  requestDeadlineMonthsAfterEntry: [
    figure({
      value: 2,
      from: "2021-06-18",
      source: `${sheet}; ${openfisca}`,
      confidence: "certain",
    }),
  ],
  /** Completed years from which it is closed, but to private employees and students. */
  maxAgeExclusive: [
    figure({ value: 30, from: "2024-09-04", source: sheet, confidence: "certain" }),
  ],
  /** Students without a grant: months of a fixed-term contract or internship, or of work lately, at least. */
  studentContractMinMonths: [
    figure({ value: 3, from: "2024-09-04", source: sheet, confidence: "certain" }),
  ],
  /** The months before the request among which a student's work counts. */
  studentContractLookbackMonths: [
    figure({ value: 6, from: "2024-09-04", source: sheet, confidence: "certain" }),
  ],
} satisfies Figures;

/** The Garantie Loca-Pass can no longer be asked for: Visale took its place. */
export const locapassGarantieFigures = {
  /** The year it closed; only the month of May is given. */
  closedIn: [
    figure({
      value: 2019,
      from: "2019-05-01",
      source: "adele.org and mes-allocs.fr pages on Loca-Pass",
      confidence: "likely",
    }),
  ],
} satisfies Figures;
