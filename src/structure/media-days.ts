import type { Structure } from "./schema.ts";

/** Long enough for a worker on leave to come back; short enough that papers do not pile up. */
const usualDays = 30;

/** How many days photos, documents and voice messages are kept for the team. */
export function mediaDaysOf({ retention }: Pick<Structure, "retention">): number {
  return retention.mediaDays ?? usualDays;
}
