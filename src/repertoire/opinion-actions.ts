import { at, dateIn } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import type { Action, Scene } from "./scene.ts";

type Names = "findGood" | "findSoso" | "findBad" | "findClear" | "findUnclear";

/** What somebody thinks of their appointment: two questions, each a count that names nobody. */
export const opinionActions: { readonly [Name in Names]: Action } = {
  findGood: (scene, asking) => counted("appointment:good", scene, asking),
  findSoso: (scene, asking) => counted("appointment:soso", scene, asking),
  findBad: (scene, asking) => counted("appointment:bad", scene, asking),
  findClear: (scene, asking) => counted("next:clear", scene, asking),
  findUnclear: (scene, asking) => counted("next:unclear", scene, asking),
};

function counted(value: string, { structure, ids }: Scene, { now }: Asking) {
  const { slug, zone } = structure;
  const on = at(zone, dateIn(zone, now), "00:00");
  return {
    outcome: "counted",
    // not an id of time: it would tell the very moment
    changes: [{ kind: "opinion" as const, structure: slug, name: ids.secret(), value, on }],
  };
}
