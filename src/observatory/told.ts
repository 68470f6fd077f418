import type { Situation } from "./situation.ts";

/** Who said a code: the young person in the chat, a partner, a worker of the team. */
export type Teller = "person" | "partner" | "team";

/** Of each field, who said it and on which day ("2026-11-23"). Imported rows say nothing of it. */
export type Told = Readonly<
  Partial<Record<keyof Situation, { readonly by: Teller; readonly on: string }>>
>;
