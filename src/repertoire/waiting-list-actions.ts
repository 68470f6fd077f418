import { slotId } from "../appointments/slot-id.ts";
import { asksAfterDays, offerLasts, type WaitingEntry } from "../appointments/waiting-list.ts";
import { saidLines, saidMoment } from "../base/said.ts";
import { after, hour, type Instant, minute } from "../base/time.ts";
import { openOffers } from "./freed-time-actions.ts";
import { bookedOf } from "./meant-appointment.ts";
import { type Action, known, type Scene } from "./scene.ts";
import {
  daysTold,
  fittingNow,
  placesTold,
  wishFacts,
  wishLines,
  wishToldTo,
} from "./waiting-wish.ts";

type Names =
  | "findWaiting"
  | "forgetWish"
  | "keepWaitingPlace"
  | "keepWaitingDay"
  | "lookForFit"
  | "joinWaitingList"
  | "leaveWaitingList"
  | "stayOnWaitingList";

/** What a conversation does with the waiting list. Writes nothing: the changes go with the turn. */
export const waitingListActions: { readonly [Name in Names]: Action } = {
  async findWaiting(scene, asking) {
    const entry = await entryOf(scene);
    const [booked] = await bookedOf(scene, asking);
    // who found a time meanwhile waits no more, unless for an earlier one
    const waits = entry && (entry.kind === "earlier" || !booked);
    return waits ? { outcome: "waiting", values: entryValues(scene, entry) } : { outcome: "none" };
  },

  forgetWish: () => ({ outcome: "forgotten", forget: Object.values(wishFacts) }),

  keepWaitingPlace(_, asking) {
    const place = known(asking, "otherWaitingPlace") ?? known(asking, "waitingPlace");
    return kept(wishFacts.places, placesTold(asking), place);
  },
  keepWaitingDay(_, asking) {
    const day = known(asking, "otherWaitingDay") ?? known(asking, "waitingDay");
    return kept(wishFacts.days, daysTold(asking), day);
  },

  async lookForFit(scene, asking) {
    const { bookable } = await fittingNow(scene, asking, wishToldTo(asking));
    const [first] = bookable;
    if (!first) return { outcome: "none" };
    const when = saidMoment(first.start, scene.structure.zone);
    return { outcome: "some", values: { when } };
  },

  async joinWaitingList(scene, asking) {
    const before = await entryOf(scene);
    const wish = wishToldTo(asking);
    const { kind, motif, free } = await fittingNow(scene, asking, wish);
    const askAt = askedNext(asking.now);
    return {
      outcome: before?.kind === kind ? "changed" : "joined",
      values: {
        wish: saidLines(wishLines(scene, wish)),
        minutes: offerLasts / minute,
        until: saidMoment(askAt, scene.structure.zone, "day"),
      },
      forget: Object.values(wishFacts).filter((fact) => fact !== wishFacts.half),
      changes: [
        {
          kind: "joinWaitingList",
          id: scene.ids.next(),
          waitingKind: kind,
          motif,
          wish,
          known: free.map(slotId),
          askAt,
        },
      ],
    };
  },

  async leaveWaitingList(scene, asking) {
    const entry = await entryOf(scene);
    if (!entry) return { outcome: "none" };
    const offers = await openOffers(scene, asking);
    return {
      outcome: "left",
      changes: [
        { kind: "leaveWaitingList", id: entry.id },
        // what is held for them is free for the next at once
        ...offers.map(({ id, version }) => ({ kind: "cancelAppointment", id, version }) as const),
      ],
    };
  },

  async stayOnWaitingList(scene, asking) {
    const entry = await entryOf(scene);
    if (!entry) return { outcome: "none" };
    const askAt = askedNext(asking.now);
    return {
      outcome: "stays",
      changes: [{ kind: "stayOnWaitingList", id: entry.id, askAt }],
    };
  },
};

function entryOf({ waitingList, person, structure }: Scene): Promise<WaitingEntry | null> {
  return waitingList.entryOf(person, structure.slug);
}

function entryValues(scene: Scene, { wish, since }: WaitingEntry) {
  return {
    since: saidMoment(since, scene.structure.zone, "day"),
    wish: saidLines(wishLines(scene, wish)),
  };
}

function askedNext(now: Instant): Instant {
  return after(now, asksAfterDays * 24 * hour);
}

/** One more of what would do; the place or day just chosen is no answer to a later question. */
function kept(fact: string, before: readonly unknown[] | null, chosen: unknown) {
  const all = new Set([...(before ?? []), ...(chosen === null ? [] : [chosen])]);
  return {
    outcome: "kept",
    learnt: { [fact]: [...all] },
    forget: ["waitingPlace", "otherWaitingPlace", "waitingDay", "otherWaitingDay"],
  };
}
