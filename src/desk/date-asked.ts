import { dateIn, type LocalDate, localDate } from "../base/time.ts";
import type { View } from "./words.ts";

/** The day that an address asks for, else today. */
export function dateAsked({ structure, now }: View, asked: string | undefined): LocalDate {
  const today = dateIn(structure.zone, now);
  try {
    const date = localDate(asked ?? "");
    // beyond what any agenda holds, days can no longer be counted from it
    return /^20\d\d-/.test(date) ? date : today;
  } catch {
    return today;
  }
}
