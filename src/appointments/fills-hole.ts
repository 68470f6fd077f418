import type { Slot } from "./slots.ts";
import type { Engagement } from "./supply.ts";

/** Whether a time touches an appointment of its worker: it leaves no hole in their day. */
export function fillsHole({
  engagements,
}: {
  readonly engagements: readonly Engagement[];
}): (slot: Pick<Slot, "worker" | "start" | "end">) => boolean {
  const ends = new Set(
    engagements.flatMap(({ worker, from, to }) => [`${worker} ${from}`, `${worker} ${to}`]),
  );
  return ({ worker, start, end }) => ends.has(`${worker} ${start}`) || ends.has(`${worker} ${end}`);
}
