import type { Interview, Situation } from "./situation.ts";

/**
 * Who said a code: the young person in the chat, a partner, a worker of the team; `desk`: it follows from what
 * the team noted on another page, and gives way to what is said of it.
 */
export type Teller = "person" | "partner" | "team" | "desk";

/** Who said what, beside the codes themselves. Imported rows say nothing of it. */
export interface Told {
  /** Of each field, who said it and on which day ("2026-11-23"). */
  readonly fields: Readonly<
    Partial<Record<keyof Situation, { readonly by: Teller; readonly on: string }>>
  >;
  /** Interviews that the team noted by hand: a call, somebody who came without an appointment. */
  readonly noted: readonly Interview[];
}

export const nothingTold: Told = { fields: {}, noted: [] };
