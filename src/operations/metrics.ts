import { Counter, Registry } from "prom-client";

/** What is counted while the house is open. No label ever names a person. */
export interface Metrics {
  received(channel: string, outcome: "stored" | "seen"): void;
  broke(): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  const received = new Counter({
    name: "trousseau_messages_received_total",
    help: "Messages received, by channel and by what became of them.",
    labelNames: ["channel", "outcome"],
    registers: [registry],
  });
  const broke = new Counter({
    name: "trousseau_turns_broken_total",
    help: "Turns and deliveries that ended in an unforeseen error.",
    registers: [registry],
  });
  return {
    received: (channel, outcome) => received.inc({ channel, outcome }),
    broke: () => broke.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
