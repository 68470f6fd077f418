import type { Notice, Ringers } from "../channels/bells.ts";
import type { CallStage } from "../escalation/call-stages.ts";
import type { BellRecords } from "../store/bell-store.ts";

/** What ringing the team stands on. */
export interface RingingTeam {
  readonly bells: Pick<BellRecords, "ofTeam" | "forget">;
  readonly ringers: Ringers;
}

/**
 * Rings the browsers of the workers who are called at a stage. What does not ring now is not rung later: the
 * desk shows who waits, and the next stage rings again. Returns how many rang.
 */
export async function ringTeam(
  { bells, ringers }: RingingTeam,
  structure: string,
  stage: CallStage,
  notice: Notice,
): Promise<number> {
  let rang = 0;
  for (const { id, kind, target } of await bells.ofTeam(structure, stage)) {
    const rung = await ringers[kind]?.ring(target, notice);
    if (rung?.outcome === "gone") await bells.forget(id);
    if (rung?.outcome === "rung") rang++;
  }
  return rang;
}
