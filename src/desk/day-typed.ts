import { type LocalDate, localDate } from "../base/time.ts";

/** A day that was typed in a form: null when nothing was, "badDate" for what is no day of this century. */
export function dayTyped(form: FormData, name: string): LocalDate | null | "badDate" {
  const typed = String(form.get(name) ?? "").trim();
  if (typed === "") return null;
  try {
    const day = localDate(typed);
    return /^20\d\d-/.test(day) ? day : "badDate";
  } catch {
    return "badDate";
  }
}
