import type { Delivery, Leaving } from "./channel.ts";

/** The longest wait inside one sending, and the one taken when the network asks for none. */
const longestWait = 3_000;
const usualWait = 1_000;

/** Passes the time that the network asks for inside one sending, in milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Passes that time by the machine's clock. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Sends what has not left yet of a message in several parts, in order, and answers for the last one. Each
 * part is told of as soon as the network took it, so that it never leaves twice: whatever happens to the
 * next one, only that one and those behind it are tried again.
 */
export async function leaveInParts(
  parts: readonly (() => Promise<Delivery>)[],
  leaving: Leaving,
  wait: Wait,
): Promise<Delivery> {
  let networkId: string | null = null;
  for (const [part, work] of parts.entries()) {
    if (part < leaving.partsLeft) continue;
    const isFirst = part === leaving.partsLeft;
    // what left before a takeover has left: the rest stays unsaid
    if (!isFirst && !(await leaving.stillOurs())) return { outcome: "notOurs", why: "void" };
    const delivery = isFirst ? await work() : await triedTwice(wait, work);
    if (delivery.outcome !== "delivered") return delivery;
    networkId = delivery.networkId;
    if (part < parts.length - 1) await leaving.partLeft(part, networkId);
  }
  return { outcome: "delivered", networkId };
}

/** Once more after a short trouble; longer than that would hold up everybody behind. */
export async function triedTwice(wait: Wait, work: () => Promise<Delivery>): Promise<Delivery> {
  const first = await work();
  if (first.outcome !== "tryLater" && first.outcome !== "unknown") return first;
  const asked = first.outcome === "tryLater" ? first.afterMilliseconds : null;
  if ((asked ?? 0) > longestWait) return first;
  await wait(asked ?? usualWait);
  return work();
}
