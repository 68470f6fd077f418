import type { Report } from "../observatory/report.ts";
import { sectionsOf } from "../observatory/sections.ts";
import { published } from "../observatory/small-cells.ts";
import { type BilanWords, labelOf, titleOf } from "./printed.ts";

/** A bilan for another program: codes with their labels, numbers as they were computed. */
export function bilanJson(report: Report, words: BilanWords, toPublish: boolean) {
  const whole = sectionsOf(report);
  return {
    ...{ structure: report.structure, period: report.period, filters: report.filters },
    ...{ computedOn: report.computedOn, dictionary: report.dictionary, thresholds: report.lines },
    frequentation: report.frequentation,
    sections: (toPublish ? published(whole) : whole).map(({ id, area, figures, tables }) => ({
      id,
      title: titleOf(words, { id, area: area ?? null }),
      figures: figures.map(({ restsOn: _, ...figure }) => figure),
      tables: tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, label: labelOf(words, table, row.code) })),
      })),
    })),
    ...{ missing: report.missing, broken: report.broken },
  };
}
