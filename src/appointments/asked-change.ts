import type { ConversationId, WorkerId } from "../base/ids.ts";

/** A worker who changes an appointment, at the version they look at, for the structure they work for. */
export interface AskedChange {
  readonly appointment: string;
  readonly version: number;
  readonly worker: WorkerId;
  readonly structure: string;
}

/** `gone`: it is not to come any more, or somebody changed it since it was shown. */
export type ChangeMade =
  | { readonly outcome: "done"; readonly conversation: ConversationId }
  | { readonly outcome: "gone" };
