import { minute } from "../base/time.ts";
import { sayAside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";

/** While a worker is awaited, "noted" is said once for what is written in a row. */
const sameBreath = 10 * minute;

/** What is written to the team while it is awaited: it is kept, and said to be, once in a while. */
export function note<Change>(house: House<Change>, draft: Draft<Change>): void {
  draft.happened("noted");
  const { now } = draft.asking;
  if (now - draft.memory.notedAt < sameBreath) return;
  sayAside(house, draft, "everywhere:noted");
  draft.remember({ notedAt: now });
}
