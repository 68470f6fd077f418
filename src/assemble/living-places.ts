import type { Parts } from "../assemble.ts";
import { after, type Instant, second } from "../base/time.ts";
import { keepLaid } from "../repertoire/supply-of.ts";
import { ownSentencesOf } from "../structure/own-sentences.ts";
import type { Structure } from "../structure/schema.ts";

/** A place that another process made is known here after this at the latest. */
const readEvery = 20 * second;

// an invocation on Cloudflare opens a house of its own over the structures of its isolate
const lastRead = new WeakMap<ReadonlyMap<string, Structure>, Instant>();

/** The sentences each structure was last heard to say: they are learnt again only when they change. */
const lastSpoken = new WeakMap<Structure, string>();

/**
 * Reads what teams laid down and wrote anew into their structures and their sentences, unless it was done a
 * moment ago; `now`: it was changed here, and is read at once.
 */
export function livingPlaces({
  store,
  structures,
  texts,
  clock,
}: Pick<Parts, "store" | "structures" | "texts" | "clock">): (when?: "now") => Promise<void> {
  return async (when) => {
    const now = clock.now();
    const last = lastRead.get(structures);
    const isFresh = last !== undefined && now >= last && now < after(last, readEvery);
    if (isFresh && when !== "now") return;
    lastRead.set(structures, now);
    for (const [slug, structure] of structures) {
      keepLaid(structure, await store.laidDown.laidDown(slug));
      const spoken = ownSentencesOf(structure);
      const words = JSON.stringify(spoken);
      if (lastSpoken.get(structure) === words) continue;
      lastSpoken.set(structure, words);
      texts.learn(slug, spoken);
    }
  };
}
