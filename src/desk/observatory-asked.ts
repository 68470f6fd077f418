import { addDays, dateIn, type LocalDate, localDate } from "../base/time.ts";
import { bilanWords } from "../bilan/words.ts";
import { type Filter, readFilter, zooms } from "../observatory/filter.ts";
import type { Period } from "../observatory/period.ts";
import { type Report, reportOf } from "../observatory/report.ts";
import type { DeskContext } from "./session-guard.ts";
import type { View } from "./words.ts";

/** What the address of the bilan asks for. */
export interface AskedBilan {
  readonly period: Period;
  readonly filters: readonly Filter[];
  readonly toPublish: boolean;
  /** Longer than a page computes while somebody waits. */
  readonly isTooLong: boolean;
}

const longest = 2 * 366;

/** Reads the period and the filter of an address; this calendar year where it says none. */
export function bilanAsked(context: DeskContext): AskedBilan {
  const { structure, now } = context.get("view");
  const year = dateIn(structure.zone, now).slice(0, 4);
  const from = dayAsked(context.req.query("du"), `${year}-01-01`);
  const asked = dayAsked(context.req.query("au"), `${year}-12-31`);
  const to = asked < from ? from : asked;
  const isTooLong = to > addDays(from, longest);
  const filter = readFilter(context.req.query("seulement") ?? "");
  const filters = filter ? [filter] : [];
  return {
    period: { from, to },
    filters,
    isTooLong,
    toPublish: context.req.query("publier") === "1",
  };
}

function dayAsked(given: string | undefined, otherwise: string): LocalDate {
  try {
    const day = localDate(given ?? otherwise);
    return /^(19|20)\d\d-/.test(day) ? day : localDate(otherwise);
  } catch {
    return localDate(otherwise);
  }
}

/** The filters that are offered by name: the zooms that funders read, and who is under 18. */
export const offeredFilters: readonly { readonly id: string; readonly asked: string }[] = [
  ...zooms.map(({ id, filter }) => ({ id, asked: `${filter.field}=${filter.codes.join(",")}` })),
  { id: "mineurs", asked: "mineurs=oui" },
];

export function filterText(filters: readonly Filter[]): string {
  return filters.map(({ field, codes }) => `${field}=${codes.join(",")}`).join("");
}

/** The address of the bilan, or of one of its files, for what was asked. */
export function bilanAddress(
  path: string,
  asked: AskedBilan,
  more: Readonly<Record<string, string>> = {},
) {
  const { period, filters, toPublish } = asked;
  const query = new URLSearchParams({
    ...{ du: period.from, au: period.to },
    ...(filters.length > 0 ? { seulement: filterText(filters) } : {}),
    ...(toPublish ? { publier: "1" } : {}),
    ...more,
  });
  return `${path}?${query}`;
}

export function bilanFor(view: View, { period, filters }: AskedBilan): Promise<Report> {
  const { door, structure, now } = view;
  return reportOf(door.observatory, {
    ...{ structure: structure.slug, period, filters, zone: structure.zone },
    computedOn: dateIn(structure.zone, now),
  });
}

export function observatoryWords({ door, structure }: View) {
  return bilanWords(door.texts, structure);
}
