import type { TurnId } from "../base/ids.ts";
import { saidMoment } from "../base/said.ts";
import { at } from "../base/time.ts";
import type { DueDossier } from "../store/dossier-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * Tells somebody that a day of their file comes: the day alone, for the phone may be in other hands. `held`: a
 * worker has the conversation, and tells them.
 */
export async function tellOfDossier(
  answering: Answering,
  { id, conversation, nextOn }: DueDossier,
  { zone }: Structure,
): Promise<"told" | "already" | "held" | "gone"> {
  const begun = await begin(answering, {
    conversation,
    turn: `dossier.${id}.${nextOn}` as TurnId,
    kind: "receipt",
    place: { flow: "echeance", step: "coming" },
    learnt: {},
    values: { day: saidMoment(at(zone, nextOn, "12:00"), zone, "day") },
    changes: [],
    allowed: ({ heldBy, urgency }) => heldBy !== "worker" && urgency !== "immediate",
  });
  if (begun.outcome === "committed") return "told";
  if (begun.outcome === "conflict" || begun.outcome === "stale") return "already";
  return begun.outcome === "notAllowed" ? "held" : "gone";
}
