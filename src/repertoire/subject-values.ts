import type { Said, SaidValues } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import { instant, type LocalDate } from "../base/time.ts";
import { subjectFigures } from "./subject-figures.ts";
import type { SubjectSource } from "./subject-source.ts";
import { subjectSources } from "./subject-sources.ts";

/** What the texts of a subject may show on a day: its sources, one a line, and its figures. */
export function subjectValues(flow: string, on: LocalDate): SaidValues {
  const sources = subjectSources[flow] ?? [];
  const figures = Object.entries(subjectFigures[flow] ?? {}).map(
    ([name, figure]) => [name, figure(on) ?? { key: "everywhere:figureUnknown" }] as const,
  );
  return {
    ...Object.fromEntries(figures),
    ...(sources.length > 0 ? { source: sources.map(sourceLine) } : {}),
  };
}

/** "Source : service-public.fr, fiche F33453, janvier 2026." */
function sourceLine({ name, trueOn, confidence }: SubjectSource): Said {
  const month = saidMoment(instant(`${trueOn.slice(0, 7)}-15T12:00:00Z`), "UTC", "month");
  const key = confidence === "confirm" ? "everywhere:sourceToConfirm" : "everywhere:source";
  return { key, values: { name, month } };
}
