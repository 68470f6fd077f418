import type { LocalDate } from "../base/time.ts";
import { inForce } from "./bareme.ts";
import { asll62Figures, asll92Figures } from "./figures-asll.ts";

/** What the measure is for: to enter a dwelling, or to keep the one there is. */
export type AsllKind = "access" | "maintien";

/** In months; `usual` is what is granted first, where that is known. */
export interface AsllLength {
  readonly usual: number | null;
  readonly most: number;
}

/**
 * How long the support linked to housing (ASLL) may last in a département, that day; null where no source
 * says it. It is granted by a commission of the département, never booked (loi of 31 May 1990, art. 6).
 */
export function asllLength(departement: string, kind: AsllKind, on: LocalDate): AsllLength | null {
  if (departement === "62") {
    const most = inForce(asll62Figures.mostMonths, on)?.value;
    const usual = inForce(asll62Figures.usualMonths, on)?.value ?? null;
    return most === undefined ? null : { usual, most };
  }
  if (departement !== "92") return null;
  const { accessMostMonths, maintienMostMonths } = asll92Figures;
  const most = inForce(kind === "access" ? accessMostMonths : maintienMostMonths, on)?.value;
  return most === undefined ? null : { usual: null, most };
}
