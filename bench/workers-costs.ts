import type { Act } from "./workers-measured.ts";

/**
 * The public prices of the Workers Paid plan, in US dollars, before taxes. `source` is the page, and
 * `checkedOn` the day its stored copy was read: look again before you decide.
 */
export const prices = {
  checkedOn: "2026-11-22",
  month: 5,
  requests: {
    included: 10e6,
    perMillion: 0.3,
    source: "developers.cloudflare.com/workers/platform/pricing",
  },
  cpuMilliseconds: {
    included: 30e6,
    perMillion: 0.02,
    source: "developers.cloudflare.com/workers/platform/pricing",
  },
  rowsRead: {
    included: 25e9,
    perMillion: 0.001,
    source: "developers.cloudflare.com/d1/platform/pricing",
  },
  rowsWritten: {
    included: 50e6,
    perMillion: 1,
    source: "developers.cloudflare.com/d1/platform/pricing",
  },
  queueOperations: {
    included: 1e6,
    perMillion: 0.4,
    source: "developers.cloudflare.com/queues/platform/pricing",
  },
  storage: {
    includedGigabytes: 5,
    perGigabyte: 0.75,
    source: "developers.cloudflare.com/d1/platform/pricing",
  },
} as const;

/** A month of a number of associations on one deployment. */
export interface Month {
  /** Inbound messages, each with its answer. */
  readonly messages: number;
  /** Desk pages that stay open all the office hours. */
  readonly desks: number;
}

export const months: readonly Month[] = [
  { messages: 1_000, desks: 1 },
  { messages: 100_000, desks: 20 },
  { messages: 1_000_000, desks: 200 },
];

/** What a month is taken to be made of. */
export const mix = {
  telegram: 0.6,
  web: 0.4,
  /** Of ten messages; each conversation on the web has one page, and its stream stays open ten minutes. */
  messagesInConversation: 10,
  streamSeconds: 600,
  /** One message in twenty belongs to a booking; one booking in seven such messages, two reminders each. */
  bookingTurns: 0.05,
  reminders: (0.05 / 7) * 2,
  /** Pages of the desk opened for each message of a person; a page left open looks every second. */
  deskPages: 0.1,
  officeSeconds: 8 * 3_600 * 21,
  minutes: 30 * 24 * 60,
  /** A stream ends after eight minutes, and the page opens it again. */
  streamLasts: 480,
  /** Messages and answers are kept so long. */
  keptMonths: 12,
};

type Used = Record<
  "requests" | "cpuMilliseconds" | "rowsRead" | "rowsWritten" | "queueOperations",
  number
>;

export interface Bill extends Month, Used {
  readonly gigabytes: number;
  /** US dollars. */
  readonly total: number;
  readonly perMessage: number;
}

/** What a month costs, from what one of each act takes. All invocations are counted as requests. */
export function bill(acts: readonly Act[], month: Month, bytesPerMessage: number): Bill {
  const used: Used = {
    requests: 0,
    cpuMilliseconds: 0,
    rowsRead: 0,
    rowsWritten: 0,
    queueOperations: 0,
  };
  for (const [name, times] of timesOf(month)) {
    const act = acts.find((one) => one.name === name);
    if (!act) throw new Error(`not measured: ${name}`);
    used.requests += times * act.invocations;
    used.cpuMilliseconds += times * (act.cpuMilliseconds ?? 0);
    used.rowsRead += times * act.rowsRead;
    used.rowsWritten += times * act.rowsWritten;
    used.queueOperations += times * act.errands * 3;
  }
  const streams =
    (webConversations(month) * mix.streamSeconds + month.desks * mix.officeSeconds) /
    mix.streamLasts;
  used.requests += streams;
  const gigabytes = (month.messages * mix.keptMonths * bytesPerMessage) / 1e9;
  const beyond = (of: keyof Used) =>
    (Math.max(0, used[of] - prices[of].included) / 1e6) * prices[of].perMillion;
  const storage =
    Math.max(0, gigabytes - prices.storage.includedGigabytes) * prices.storage.perGigabyte;
  const variable = (Object.keys(used) as (keyof Used)[]).reduce(
    (sum, of) => sum + beyond(of),
    storage,
  );
  const total = prices.month + variable;
  return { ...month, ...used, gigabytes, total, perMessage: total / month.messages };
}

function webConversations({ messages }: Month): number {
  return (messages * mix.web) / mix.messagesInConversation;
}

/** How often each act happens in a month. */
function timesOf(month: Month): readonly (readonly [string, number])[] {
  const { messages, desks } = month;
  return [
    ["Telegram turn", messages * (mix.telegram - mix.bookingTurns)],
    ["booking turn (Telegram)", messages * mix.bookingTurns],
    ["web chat turn", messages * mix.web],
    ["web chat page", webConversations(month)],
    ["web chat look (a second)", webConversations(month) * mix.streamSeconds],
    ["desk: the queue", (messages * mix.deskPages) / 2],
    ["desk: a conversation", (messages * mix.deskPages) / 2],
    ["desk look (a second)", desks * mix.officeSeconds],
    ["reminder", messages * mix.reminders],
    ["a minute in which nothing is due", mix.minutes],
  ];
}
