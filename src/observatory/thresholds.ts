/** A figure that counts from a day on, euros a month for one person, with where it was read. */
export interface Threshold {
  readonly from: string;
  readonly euros: number;
  readonly source: string;
  readonly confidence: "high" | "medium";
}

/** Below it, "few or no resources": the association's own line, in its report of 2022 and for the year before. */
const lowIncome: readonly Threshold[] = [
  {
    from: "2021-01-01",
    euros: 580,
    source: "Rencontres & Loisirs, rapport d'activité 2022",
    confidence: "high",
  },
];

/** The poverty line (60 % of the median), from the day each was published; read in press accounts of Insee. */
const povertyLine: readonly Threshold[] = [
  {
    from: "2021-10-05",
    euros: 1_102,
    source: "Insee, ERFS 2019 (lafranceagricole.fr, 10/2021)",
    confidence: "medium",
  },
  {
    from: "2023-11-14",
    euros: 1_158,
    source: "Insee, ERFS 2021 (cbanque.com)",
    confidence: "medium",
  },
];

/** The last one in force on a day; null before the first. */
function thresholdOn(thresholds: readonly Threshold[], day: string): Threshold | null {
  return thresholds.findLast(({ from }) => from <= day) ?? null;
}

/** The lines under which resources are counted as few, on a day. */
export function linesOn(day: string) {
  return { low: thresholdOn(lowIncome, day), poverty: thresholdOn(povertyLine, day) };
}
