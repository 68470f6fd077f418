import { parseSlotId } from "../appointments/slot-id.ts";
import { saidDay } from "../base/said.ts";
import { type LocalDate, localDate } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import { dangerPromiseValues, promiseValues } from "./promise-words.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names =
  | "callForDanger"
  | "callForShelter"
  | "callForNoPlace"
  | "callForViolence"
  | "callForSuicide"
  | "callForMinor"
  | "callForFriend"
  | "callForSoon"
  | "keepSoonSlot";

/** What the flows of danger do: call the team, and keep the day and the time of who must leave soon. */
export const dangerActions: { readonly [Name in Names]: Action } = {
  // nobody knows yet what it is: a danger that was told stays the need that the queue shows
  callForDanger: (scene, asking) => ({
    ...alarm(scene, asking, "human"),
    changes: [{ kind: "callWorker", urgency: "high", need: "human" }],
  }),
  callForShelter: (scene, asking) => alarm(scene, asking, "emergency_shelter"),
  callForNoPlace: (scene, asking) => alarm(scene, asking, "shelter_refused"),
  callForViolence: (scene, asking) => alarm(scene, asking, "violence"),
  callForSuicide: (scene, asking) => alarm(scene, asking, "suicide"),
  callForMinor: (scene, asking) => alarm(scene, asking, "minor_in_danger"),
  callForFriend: (scene, asking) => alarm(scene, asking, "friend_in_danger"),

  callForSoon(scene, asking) {
    const on = dayOf(asking);
    return {
      outcome: "called",
      ...(on ? { learnt: { leavesHomeOn: on } } : {}),
      values: {
        ...promiseValues(scene.structure, asking.now),
        ...(on ? { leavingDay: saidDay(on) } : {}),
      },
      changes: [{ kind: "callWorker", urgency: "high", need: "soon_without_home" }],
    };
  },

  keepSoonSlot(_, asking) {
    const slot = String(known(asking, "soonSlot"));
    return { outcome: "kept", learnt: { slot, site: parseSlotId(slot)?.site ?? null } };
  },
};

/** The day just chosen or written, else the one that was told before. */
function dayOf(asking: Asking): LocalDate | null {
  const day = known(asking, "leavingDay") ?? known(asking, "leavesHomeOn");
  return typeof day === "string" ? localDate(day) : null;
}

function alarm(scene: Scene, asking: Asking, need: string) {
  return {
    outcome: "called",
    values: dangerPromiseValues(scene.structure, asking.now),
    changes: [{ kind: "callWorker" as const, urgency: "immediate" as const, need }],
  };
}
