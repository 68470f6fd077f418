/** Telephone numbers of partners that a subject's text may give, beside those of the structure. */
export const partnerNumbers: readonly {
  readonly name: string;
  readonly number: string;
  readonly source: string;
  readonly checkedOn: string;
}[] = [
  {
    name: "CCAS de Malakoff, opérateur ASLL",
    number: "01 47 46 76 58",
    source: "CCAS de Malakoff, bilan ASLL 2023",
    checkedOn: "2026-11-22",
  },
];
