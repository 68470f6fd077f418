import type { Parts } from "../assemble.ts";
import { after, type Instant, second } from "../base/time.ts";
import { keepLaid } from "../repertoire/supply-of.ts";
import type { Structure } from "../structure/schema.ts";

/** A place that another process made is known here after this at the latest. */
const readEvery = 20 * second;

// an invocation on Cloudflare opens a house of its own over the structures of its isolate
const lastRead = new WeakMap<ReadonlyMap<string, Structure>, Instant>();

/** Reads the places that teams laid down into their structures, unless it was done a moment ago. */
export function livingPlaces({
  store,
  structures,
  clock,
}: Pick<Parts, "store" | "structures" | "clock">): () => Promise<void> {
  return async () => {
    const now = clock.now();
    const last = lastRead.get(structures);
    if (last !== undefined && now >= last && now < after(last, readEvery)) return;
    lastRead.set(structures, now);
    for (const [slug, structure] of structures) {
      keepLaid(structure, await store.laidDown.laidDown(slug));
    }
  };
}
