import type { Instant } from "../base/time.ts";
import type { Busy } from "./resources.ts";

/** When each resource is taken, ready to be asked many times. */
export interface BusyIndex {
  /** Of one resource: whether it is taken at some time between two instants. */
  of(resource: string): (from: Instant, to: Instant) => boolean;
}

/** What is taken, by resource, in order, what touches joined. */
export function busyIndex(busy: readonly Busy[]): BusyIndex {
  const lists = new Map<string, Taken[]>();
  for (const { resource, from, to } of busy) {
    const list = lists.get(resource);
    if (list) list.push({ from, to });
    else lists.set(resource, [{ from, to }]);
  }
  for (const [resource, list] of lists) lists.set(resource, joined(list));
  return {
    of(resource) {
      const list = lists.get(resource) ?? [];
      return (from, to) => {
        const first = list[firstEndingAfter(list, from)];
        return first !== undefined && first.from < to;
      };
    },
  };
}

interface Taken {
  readonly from: number;
  to: number;
}

/** In order, what touches joined. What is read from the agenda is in order already, which costs nothing to sort. */
function joined(list: Taken[]): Taken[] {
  const whole: Taken[] = [];
  for (const one of list.sort((first, other) => first.from - other.from)) {
    const last = whole.at(-1);
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else whole.push(one);
  }
  return whole;
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
