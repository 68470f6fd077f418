import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-23");

const deposit =
  "loi du 6 juillet 1989, article 22, and service-public.fr, fiche F31269 (November 2022): https://www.service-public.fr/particuliers/vosdroits/F31269";
const notice =
  "anil.org, « Je vais quitter mon logement », à jour au 28 juin 2019: https://www.anil.org/faq/details/je-vais-quitter-mon-logement-combien-de-temps-a-lavance-dois-je-prevenir-le-bailleur";
const inventory = "loi du 6 juillet 1989, article 3-2, as leases quote it";
const energy =
  "energie-mediateur.fr, 31 March 2022: https://www.energie-mediateur.fr/fin-de-la-treve-hivernale-des-coupures-denergie-pour-impayes-de-facture/";
const winter =
  "Code des procédures civiles d'exécution, article L412-6; service-public.fr, fiche F34736 (October 2021): https://www.service-public.fr/particuliers/vosdroits/F34736";
const payOrder =
  "service-public.fr, fiche F31272 (after the loi of 27 July 2023): https://www.service-public.fr/particuliers/vosdroits/F31272";
const leave =
  "Code des procédures civiles d'exécution, article L412-1, as notes on the loi of 27 July 2023 tell it";

/** Figures of a tenancy that no scheme has: they are told to the person and decide nothing. */
export const subjectsTenancyFigures = {
  /** Months after the keys, at most, to give a deposit back. */
  depositMonths: [figure({ value: 2, from: "2014-03-27", source: deposit, confidence: "likely" })],
  /** The same where the dwelling is given back as it was. */
  depositMonthsWhenSame: [
    figure({ value: 1, from: "2014-03-27", source: deposit, confidence: "likely" }),
  ],
  /** The part of the rent added for each month of delay. */
  depositDelayShare: [
    figure({ value: 0.1, from: "2014-03-27", source: deposit, confidence: "likely" }),
  ],
  /** Months of rent without charges that a deposit may be, for an unfurnished dwelling. */
  depositMostRents: [
    figure({ value: 1, from: "2008-02-09", source: deposit, confidence: "likely" }),
  ],
  noticeMonthsFurnished: [
    figure({ value: 1, from: "2019-06-28", source: notice, confidence: "likely" }),
  ],
  noticeMonthsEmpty: [
    figure({ value: 3, from: "2019-06-28", source: notice, confidence: "likely" }),
  ],
  noticeMonthsShort: [
    figure({ value: 1, from: "2019-06-28", source: notice, confidence: "likely" }),
  ],
  /** Days to have an inventory completed. */
  inventoryDays: [
    figure({ value: 10, from: "2014-03-27", source: inventory, confidence: "likely" }),
  ],
  /** The day of November on which electricity and gas are no longer cut, and the day of March until which. */
  energyFirstDay: [figure({ value: 1, from: "2014-03-27", source: energy, confidence: "likely" })],
  energyLastDay: [figure({ value: 31, from: "2014-03-27", source: energy, confidence: "likely" })],
  /** The day of November on which evictions stop, and the day of March until which. */
  winterFirstDay: [figure({ value: 1, from: "2014-03-27", source: winter, confidence: "likely" })],
  winterLastDay: [figure({ value: 31, from: "2014-03-27", source: winter, confidence: "likely" })],
  /** Weeks after a commandement de payer; leases signed before 29 July 2023 may give two months. */
  payOrderWeeks: [figure({ value: 6, from: "2023-07-29", source: payOrder, confidence: "likely" })],
  /** Years, at most, that a judge may give to pay back. */
  judgeYears: [figure({ value: 3, from: "2023-07-29", source: payOrder, confidence: "likely" })],
  /** Months after a commandement de quitter les lieux. */
  leaveMonths: [figure({ value: 2, from: "2023-07-29", source: leave, confidence: "likely" })],
} satisfies Figures;
