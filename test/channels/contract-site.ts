import { after, type Instant, instant } from "../../src/base/time.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { openNodeSite } from "../../src/node/site.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import { mondayMorning, settingsWith } from "../world.ts";
import type { Network } from "./contract-network.ts";

const origin = "http://localhost:3000";

/** What every network of the contract stands in front of. */
export interface ContractSite {
  readonly house: NodeHouse;
  now(): Instant;
  request(path: string, init: RequestInit): Promise<Response>;
  /** Everything received is answered and sent; what broke meanwhile is thrown. */
  settled(): Promise<void>;
  /** Told of what broke. */
  broke(error: unknown): void;
  readonly common: Pick<Network, "house" | "pass" | "jobs" | "close">;
}

/** The real house behind its real site, as the server opens them. */
export async function openContractSite(
  environment: Readonly<Record<string, string>> = {},
): Promise<ContractSite> {
  let now = instant(mondayMorning);
  const broken: unknown[] = [];
  const broke = (error: unknown) => void broken.push(error);
  const settings = settingsWith({ PUBLIC_URL: origin, ...environment });
  const house = await openNodeHouse({
    ...{ settings, clock: { now: () => now }, inMemory: true, sends: true, strictTexts: true },
    broke: (_, error) => broke(error),
  });
  const site = await openNodeSite({
    ...{ house, settings, metrics: openMetrics() },
    troubled: (_channel, _structure, error) => broke(error),
    broke: (_, error) => broke(error),
  });
  const incoming = { socket: { remoteAddress: "198.51.100.1", remotePort: 4242 } };
  const settled = async () => {
    await house.settled();
    if (broken.length > 0) throw broken[0];
  };
  return {
    ...{ house, settled, broke, now: () => now },
    async request(path, init) {
      const request = new Request(new URL(path, origin), { method: "POST", ...init });
      const response = await site.app.fetch(request, { incoming });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await settled();
      return response;
    },
    common: {
      house,
      pass(milliseconds) {
        now = after(now, milliseconds);
      },
      async jobs() {
        await runAllJobs(house, now, false);
        await settled();
      },
      async close() {
        site.closeStreams();
        await site.stop();
        await house.settled();
        await house.close();
      },
    },
  };
}
