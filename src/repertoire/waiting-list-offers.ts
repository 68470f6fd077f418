import { saidPlain } from "../base/said.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import type { Scene } from "./scene.ts";
import { daysToWaitFor, placesToWaitFor, saidWeekday } from "./waiting-wish.ts";

/** Places to wait for, one after the other; the nearest to the commune first. */
export function waitingPlaces(
  scene: Scene,
  asking: Asking,
  commune: { readonly inseeCode: string },
): Proposed {
  return {
    offered: placesToWaitFor(scene, asking, commune).map(({ id, name, shortName }) => ({
      key: id,
      label: saidPlain(name),
      short: saidPlain(shortName),
    })),
  };
}

/** Days of the week to wait for, one after the other. */
export function waitingDays(scene: Scene, asking: Asking): Proposed {
  return {
    offered: daysToWaitFor(scene, asking).map((day) => ({
      key: String(day),
      label: saidWeekday(day),
      value: day,
    })),
  };
}
