import type { Parts } from "../assemble.ts";
import type { Instant } from "../base/time.ts";
import { promiseAt } from "../escalation/promise.ts";
import type { Alert } from "../store/alert-phones.ts";

/** Who is told of a danger while nobody is there, in neutral words; null in the day, and without anybody. */
export function onCallAt(
  { structures, texts }: Pick<Parts, "structures" | "texts">,
  slug: string,
  now: Instant,
): Alert | null {
  const structure = structures.get(slug);
  if (!structure?.onCall || promiseAt(structure, now).kind === "now") return null;
  const words = texts.of(slug).say({ key: "astreinte:alert" }, "fr");
  return { email: structure.onCall.email, words };
}
