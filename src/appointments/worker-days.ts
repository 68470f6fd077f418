import {
  addDays,
  at,
  hour,
  type Instant,
  type LocalDate,
  minute,
  weekday,
  type Zone,
} from "../base/time.ts";
import { firstEndingAfter } from "./busy-index.ts";
import type { DailyLimit, Engagement } from "./supply.ts";
import { unknownWay, type Ways, wayBetween } from "./travel.ts";

/** Where the workers are expected, ready to be asked many times. */
export interface WorkerDays {
  /**
   * Whether the worker could not come from where they are before, or not be in time where they are
   * after. `site` is null for a visit at somebody's home.
   */
  isTooFar(worker: string, site: string | null, from: Instant, to: Instant): boolean;
  /** Whether the worker has as many appointments that day, or that week, as they may. */
  fullness(worker: string, date: LocalDate): "dailyLimit" | "weeklyLimit" | null;
}

interface Expected {
  readonly engagements: readonly Engagement[];
  readonly dailyLimits: readonly DailyLimit[];
  readonly zone: Zone;
}

/** No way between sites is so long that what is further away in time could matter. */
const longestWay = 4 * hour;

/** The days of the workers. An appointment that is not at a place takes nobody anywhere. */
export function workerDays({ engagements, dailyLimits, zone }: Expected, ways: Ways): WorkerDays {
  const byWorker = Map.groupBy(
    engagements.toSorted((one, other) => one.from - other.from),
    ({ worker }) => worker,
  );
  const limits = new Map(dailyLimits.map((limit) => [limit.worker, limit]));
  const between = (worker: string, from: LocalDate, until: LocalDate) => {
    const [start, end] = [at(zone, from, "00:00"), at(zone, until, "00:00")];
    return (byWorker.get(worker) ?? []).filter((one) => start <= one.from && one.from < end).length;
  };
  const away = (one: Engagement, site: string | null) => minutesAway(one, site, ways) * minute;
  return {
    isTooFar(worker, site, from, to) {
      const list = byWorker.get(worker) ?? [];
      for (let place = firstEndingAfter(list, from - longestWay); place < list.length; place++) {
        const one = list[place];
        if (!one || one.from >= to + longestWay) return false;
        if (one.to <= from && one.to + away(one, site) > from) return true;
        if (one.from >= to && to + away(one, site) > one.from) return true;
      }
      return false;
    },
    fullness(worker, date) {
      const limit = limits.get(worker);
      if (limit === undefined) return null;
      if (between(worker, date, addDays(date, 1)) >= limit.most) return "dailyLimit";
      const monday = addDays(date, 1 - weekday(date));
      const week = limit.mostAWeek ?? Number.POSITIVE_INFINITY;
      return between(worker, monday, addDays(monday, 7)) >= week ? "weeklyLimit" : null;
    },
  };
}

/** A home is nobody's site: the way there is not known. Nobody goes anywhere for a call. */
function minutesAway({ mode, site: where }: Engagement, site: string | null, ways: Ways): number {
  if (mode !== "place" && mode !== "home") return 0;
  return mode === "home" || site === null ? unknownWay : wayBetween(ways, where, site).minutes;
}
