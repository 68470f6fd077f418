import type { Content } from "../src/base/message.ts";

/** Something that takes a message and resolves once it is durable and its answer was sent. */
export interface Bench {
  readonly name: string;
  turn(person: string, message: Content): Promise<void>;
  close(): Promise<void>;
}

export interface Measured {
  readonly name: string;
  readonly users: number;
  readonly turns: number;
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly residentMegabytes: number;
}

/** A conversation of ten messages: opened, language, two choices, six answers to Visale. */
export const script: readonly Content[] = [
  { kind: "opened" },
  { kind: "choice", option: "accueil.language.french" },
  { kind: "choice", option: "menu.menu.aids" },
  { kind: "choice", option: "aides.which.guarantor" },
  { kind: "text", text: "19 ans" },
  { kind: "text", text: "étudiant" },
  { kind: "text", text: "non" },
  { kind: "choice", option: "visale.parc.prive" },
  { kind: "text", text: "Hénin-Beaumont" },
  { kind: "text", text: "450 €" },
];

/** Closed loop: every user sends the next message when the answer to the last one was sent. */
export async function drive(bench: Bench, users: number, seconds: number): Promise<Measured> {
  const latencies: number[] = [];
  const start = performance.now();
  const measuredFrom = start + 1_000;
  const end = measuredFrom + seconds * 1_000;
  let peak = 0;
  const one = async (user: number) => {
    for (let run = 0; performance.now() < end; run++) {
      for (const message of script) {
        const sent = performance.now();
        await bench.turn(`${bench.name}-${user}-${run}`, message);
        if (sent >= measuredFrom) latencies.push(performance.now() - sent);
        if (latencies.length % 500 === 0) peak = Math.max(peak, process.memoryUsage.rss());
        if (performance.now() > end && run > 0) break;
      }
    }
  };
  await Promise.all(Array.from({ length: users }, (_, user) => one(user)));
  const measured = (performance.now() - measuredFrom) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(2));
  return {
    name: bench.name,
    users,
    turns: latencies.length,
    turnsPerSecond: Math.round(latencies.length / measured),
    p50: at(0.5),
    p99: at(0.99),
    residentMegabytes: Math.round(peak / 1e6),
  };
}
