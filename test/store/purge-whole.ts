import type { Instant } from "../../src/base/time.ts";
import type { PurgedKind, RetentionLimits } from "../../src/store/purge-page.ts";
import type { Retention } from "../../src/store/retention-store.ts";

/** A whole purge of one structure, pass after pass of a few statements each, counted together. */
export async function purgeWhole(
  retention: Retention,
  structure: string,
  limits: RetentionLimits,
  now: Instant,
  dryRun: boolean,
): Promise<Record<string, number>> {
  const total: Record<string, number> = {};
  let from: string | null = null;
  do {
    const past = { structure, limits, now, dryRun, statements: 7 };
    const pass: Awaited<ReturnType<Retention["purge"]>> = await retention.purge(past, from);
    for (const kind of Object.keys(pass.counts) as PurgedKind[]) {
      total[kind] = (total[kind] ?? 0) + pass.counts[kind];
    }
    from = pass.next;
  } while (from !== null);
  return total;
}
