import texts from "../../locales/fr/eligibility.json" with { type: "json" };
import type { LocalDate } from "../base/time.ts";
import { schemes } from "../eligibility/assess.ts";
import { type Confidence, inForce } from "../eligibility/bareme.ts";
import { type SchemeId, schemeIds } from "../eligibility/codes.ts";

/** How far a scheme is decided in a département: by its rule, or by somebody of the team. */
type Reach = "decided" | "to a worker";

/** Schemes whose rules change from one département to another; all others are the same everywhere. */
const local: Readonly<Partial<Record<SchemeId, Readonly<Record<"62" | "92", Reach>>>>> = {
  fsl_acces: { "62": "decided", "92": "decided" },
  fsl_lni: { "62": "decided", "92": "to a worker" },
  fsl_maintien: { "62": "decided", "92": "decided" },
  fsl_eet: { "62": "decided", "92": "decided" },
  alt: { "62": "decided", "92": "to a worker" },
  asll: { "62": "decided", "92": "decided" },
  asl_jeunes_ase: { "62": "decided", "92": "to a worker" },
  tremplins_duo: { "62": "decided", "92": "to a worker" },
  faj: { "62": "to a worker", "92": "to a worker" },
};

const start = "<!-- schemes: written by `flows draw` -->";
const end = "<!-- /schemes -->";

/** The README with its table of schemes written anew; unchanged when it has no place for one. */
export function withSchemeTable(readme: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) return readme;
  return `${readme.slice(0, from + start.length)}\n\n${schemeTable()}\n\n${readme.slice(to)}`;
}

/**
 * Schemes × départements × date of the rules × confidence, in Markdown, its columns aligned; as of the
 * day the figures were last read, so that the table changes only when they do.
 */
export function schemeTable(): string {
  const on = lastReading();
  const head = ["Scheme", "62", "92", "Elsewhere", "Latest figure since", "Read again", "Figures"];
  const rows = [head, ...schemeIds.map((scheme) => rowOf(scheme, on))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = rows;
  const rule = widths.map((width) => "-".repeat(width));
  return [line(first), line(rule), ...others.map(line)].join("\n");
}

function lastReading(): LocalDate {
  const lists = Object.values(schemes).flatMap(({ figures }) => Object.values(figures));
  const days = lists.flat().map(({ checkedOn }) => checkedOn);
  return days.reduce((latest, day) => (latest < day ? day : latest));
}

function rowOf(scheme: SchemeId, on: LocalDate): readonly string[] {
  const figures = Object.values(schemes[scheme].figures).flatMap((list) => inForce(list, on) ?? []);
  const since = figures.map(({ from }) => from).sort();
  const checked = figures.map(({ checkedOn }) => checkedOn).sort();
  const count = (confidence: Confidence) =>
    figures.filter((figure) => figure.confidence === confidence).length;
  const told = (["certain", "likely", "confirm"] as const)
    .filter((confidence) => count(confidence) > 0)
    .map((confidence) => `${count(confidence)} ${wordOf[confidence]}`);
  const reach = local[scheme];
  return [
    (texts.scheme[scheme].split(/,| :/)[0] ?? scheme).trim(),
    reach?.["62"] ?? "decided",
    reach?.["92"] ?? "decided",
    reach ? "to a worker" : "decided",
    since.at(-1) ?? "–",
    checked[0] ?? "–",
    told.join(", ") || "–",
  ];
}

const wordOf: Readonly<Record<Confidence, string>> = {
  certain: "certain",
  likely: "likely",
  confirm: "to confirm",
};
