import type { TurnId } from "../base/ids.ts";
import type { Said } from "../base/message.ts";
import { saidPlain } from "../base/said.ts";
import type { Waiter } from "../store/call-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * Tells somebody who has waited for the team that it takes too long, once for that wait, with the telephone
 * of the team when it is known. `gone`: they wait no more.
 */
export async function saySorry(
  answering: Answering,
  { conversation, since }: Waiter,
  { contact }: Structure,
): Promise<"told" | "already" | "gone"> {
  const how: Said =
    contact.phone === null
      ? { key: "patience:stay" }
      : { key: "patience:call", values: { phone: saidPlain(contact.phone) } };
  const begun = await begin(answering, {
    conversation,
    turn: `call.${conversation}.${since}.sorry` as TurnId,
    kind: "receipt",
    place: { flow: "patience", step: "sorry" },
    learnt: {},
    values: { how },
    changes: [],
    allowed: ({ heldBy, waitingSince }) => heldBy === "waiting" && waitingSince === since,
  });
  if (begun.outcome === "committed") return "told";
  return begun.outcome === "conflict" || begun.outcome === "stale" ? "already" : "gone";
}
