import { modes } from "../appointments/details.ts";
import type { UrgentTime } from "../appointments/urgent-time.ts";
import { at, localDate } from "../base/time.ts";
import type { View } from "./words.ts";

/** The urgent time that a form asks for, on the wall of the structure; null when it says none. */
export function urgentIn({ structure }: View, form: FormData): UrgentTime | null {
  const field = (name: string) => String(form.get(name) ?? "");
  const mode = modes.find((one) => one === field("comment"));
  try {
    const start = at(structure.zone, localDate(field("jour")), field("heure"));
    return mode ? { worker: field("qui"), site: field("lieu"), start, mode } : null;
  } catch {
    return null;
  }
}
