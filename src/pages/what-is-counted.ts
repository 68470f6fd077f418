import { locales } from "../../locales/index.ts";
import type { Trousseau } from "../assemble.ts";
import type { DeskDoor } from "../desk/desk-door.ts";
import { type OutlineStep, outlineOf } from "../engine/outline.ts";
import { sentence } from "../engine/wording.ts";
import { liveBoard } from "../store/live-board.ts";
import { stepCounts } from "../store/step-counts.ts";

type Counted = "observatory" | "signedBilans" | "liveBoard" | "drawn" | "stepCounts";

/** What the desk reads for the bilan: situations, bilans that were signed, and the numbers of these days. */
export function whatIsCounted({ store, flows }: Trousseau): Pick<DeskDoor, Counted> {
  const { database } = store;
  return {
    observatory: store.observatory,
    signedBilans: store.signedBilans,
    liveBoard: (structure, from, to) => liveBoard(database, structure, from, to),
    drawn: (flow) => drawnFlow(flows, flow),
    stepCounts: (structure, flow, from, to) => stepCounts(database, structure, flow, from, to),
  };
}

/** A flow as its drawing shows it, with its French sentences; null when there is no such flow. */
export function drawnFlow(flows: Trousseau["flows"], name: string): readonly OutlineStep[] | null {
  const flow = flows.get(name);
  return flow
    ? outlineOf(flow, (key) => sentence({ fr: locales.fr }, "fr", `${name}:${key}`) ?? key)
    : null;
}
