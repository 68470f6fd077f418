import type { Instant } from "../base/time.ts";
import type { Busy } from "./resources.ts";

/** When each resource is taken, ready to be asked many times. */
export interface BusyIndex {
  /** Whether the resource is taken at some time between two instants. */
  isTaken(resource: string, from: Instant, to: Instant): boolean;
}

/** What is taken, by resource, in order, what touches joined. */
export function busyIndex(busy: readonly Busy[]): BusyIndex {
  const lists = new Map<string, { from: number; to: number }[]>();
  for (const { resource, from, to } of [...busy].sort((one, other) => one.from - other.from)) {
    const list = lists.get(resource);
    const last = list?.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (list) list.push({ from, to });
    else lists.set(resource, [{ from, to }]);
  }
  return {
    isTaken(resource, from, to) {
      const list = lists.get(resource);
      const first = list?.[firstEndingAfter(list, from)];
      return first !== undefined && first.from < to;
    },
  };
}

/** The place of the first of a list, in order, that ends after an instant. */
export function firstEndingAfter(
  list: readonly { readonly to: number }[],
  instant: number,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.to ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
