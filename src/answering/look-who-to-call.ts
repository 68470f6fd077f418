import { reasonsToCall } from "../appointments/call-list.ts";
import type { Route } from "../appointments/reminder-route.ts";
import type { Instant } from "../base/time.ts";
import type { DueReminder } from "../store/reminder-store.ts";
import type { CallList } from "../store/to-call-store.ts";
import type { Answering } from "./answer.ts";

interface Looking {
  readonly answering: Pick<Answering, "conversations">;
  readonly callList: Pick<CallList, "signsOf" | "add">;
}

/** Puts somebody who has not said that they come on the list of who is to be called, when there is reason to. */
export async function lookWhoToCall(
  { answering, callList }: Looking,
  reminder: DueReminder,
  route: Pick<Route, "rings">,
  now: Instant,
): Promise<"listed" | "noReason"> {
  const signs = await callList.signsOf(reminder);
  const pending = await answering.conversations.pending(reminder.appointment.conversation);
  const home = pending?.conversation.memory.known["currentHousing"]?.value;
  const reasons = reasonsToCall({
    ...signs,
    isUnreached: !route.rings,
    isWithoutHome: home === "sans_logement",
  });
  if (reasons.length === 0) return "noReason";
  await callList.add(reminder, reasons, now);
  return "listed";
}
