import type { Draft } from "./draft.ts";
import type { House } from "./house.ts";

/** Enough for the longest story; what is told beyond is heard when it is told again. */
const most = 5;

/** Keeps what the person also spoke of, once each, for when the first is done. True when it is new. */
export function keepNeeds<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  flows: readonly string[],
): boolean {
  const before = draft.memory.needs ?? [];
  const added = flows.filter(
    (flow) =>
      house.flows.has(flow) && !before.includes(flow) && (house.keepsForLater?.(flow) ?? true),
  );
  if (added.length === 0) return false;
  draft.remember({ needs: [...new Set([...before, ...added])].slice(0, most) });
  draft.happened("alsoNeeds", added.join(","));
  return true;
}

/** It is begun, or refused. */
export function dropNeed<Change>(draft: Draft<Change>, flow: string): void {
  const { needs } = draft.memory;
  if (needs?.includes(flow)) draft.remember({ needs: needs.filter((need) => need !== flow) });
}
