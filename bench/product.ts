import { openNodeHouse } from "../src/node/house.ts";
import { readSettings } from "../src/settings.ts";
import type { Bench } from "./drive.ts";

/** The whole house in process: received, understood, committed, sent through a channel that keeps nothing. */
export async function product(path: string): Promise<Bench> {
  const reading = readSettings({ DATABASE_URL: `file:${path}`, LOG_LEVEL: "error" });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  const house = await openNodeHouse({
    settings: reading.settings,
    sends: true,
    broke(_, error) {
      throw error;
    },
  });
  const waiting = new Map<string, () => void>();
  house.connect({
    name: "telegram",
    account: "bench",
    async send(address) {
      waiting.get(address)?.();
      return { outcome: "delivered", networkId: null };
    },
  });
  let count = 0;
  return {
    name: "product",
    async turn(person, content) {
      const answered = new Promise<void>((resolve) => waiting.set(person, resolve));
      const from = { channel: "telegram", account: "bench", address: person } as const;
      await house.receive("rencontres-et-loisirs", {
        id: String(++count),
        from,
        at: house.clock.now(),
        content,
      });
      await answered;
    },
    async close() {
      await house.settled();
      await house.close();
    },
  };
}
