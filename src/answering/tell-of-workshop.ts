import type { GatheringChange } from "../appointments/gatherings.ts";
import type { TurnId } from "../base/ids.ts";
import type { TemplateCall } from "../base/message.ts";
import { workshopFact, workshopValues } from "../repertoire/workshop-actions.ts";
import type { SeatNotice } from "../store/gathering-notices.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What somebody is told of a workshop: the day before, a seat that is theirs now, that it is called off. */
export type WorkshopNews = "reminder" | "given" | "calledOff";

/** What each of them writes, in the same commit. */
const written: Readonly<Record<WorkshopNews, GatheringChange["kind"]>> = {
  reminder: "seatReminded",
  given: "takeSeat",
  calledOff: "gatheringToldOff",
};

/**
 * Tells somebody of a workshop, and writes down what it means for their seat, in one commit. `taken`: the
 * seat went to somebody else, was left, or it was said already: nothing is written. `held`: a worker has the
 * conversation.
 */
export async function tellOfWorkshop(
  answering: Answering,
  news: WorkshopNews,
  { gathering, conversation, since }: SeatNotice,
  structure: Structure,
  template: (language: string) => TemplateCall,
): Promise<"told" | "taken" | "held" | "gone"> {
  const begun = await begin(answering, {
    conversation,
    turn: `${gathering.id}.${conversation}.${news}.${since}` as TurnId,
    kind: "receipt",
    place: { flow: "atelier", step: news },
    learnt: { [workshopFact]: gathering.id },
    values: workshopValues(structure, gathering),
    template: (_, language) => template(language),
    changes: [{ kind: written[news], gathering: gathering.id }],
    allowed: ({ heldBy, urgency }) => heldBy !== "worker" && urgency !== "immediate",
  });
  if (begun.outcome === "committed") return "told";
  if (begun.outcome === "conflict" || begun.outcome === "stale") return "taken";
  return begun.outcome === "notAllowed" ? "held" : "gone";
}
