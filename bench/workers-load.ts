import { script } from "./drive.ts";
import type { Engine } from "./workers-engine.ts";
import type { Act } from "./workers-measured.ts";
import { sayOnTelegram } from "./workers-telegram.ts";

/** The country on one deployment: what is assumed, and what it asks. */
export const country = {
  structures: 100,
  people: 60_000,
  /** Messages of one person in a year: three conversations of ten. */
  messagesOfPerson: 30,
  openDays: 250,
  /** Share of a day's messages that falls into its busiest hour. */
  busiestHour: 0.15,
  desksOfStructure: 2,
  forum: { people: 200, minutes: 10, messages: 10, onTheWeb: 0.4 },
  /** Cloudflare's own example: queries of one millisecond, one at a time, a thousand a second. */
  statementsOfDatabase: 1_000,
  consumersOfQueue: 250,
  /** A round trip from a Worker to its database in the same region, not measured here. */
  roundTripMilliseconds: 15,
};

export interface Load {
  readonly what: string;
  readonly messagesPerSecond: number;
  readonly looksPerSecond: number;
  readonly statementsPerSecond: number;
  /** How many times this load one database could take. */
  readonly databaseTakes: number;
  /** How many times this load the consumers of the queue could take. */
  readonly queueTakes: number;
}

/** What a load asks of one database and one queue. */
export function loads(acts: readonly Act[]): readonly Load[] {
  const one = (name: string) => {
    const act = acts.find((candidate) => candidate.name === name);
    if (!act) throw new Error(`not measured: ${name}`);
    return act;
  };
  const turn = one("Telegram turn");
  const { structures, people, messagesOfPerson, openDays, busiestHour, forum } = country;
  const desks = structures * country.desksOfStructure;
  const ordinary = (people * messagesOfPerson * busiestHour) / openDays / 3_600;
  const atForum = (forum.people * forum.messages) / (forum.minutes * 60);
  const chats = forum.people * forum.onTheWeb;
  const load = (what: string, messages: number, deskLooks: number, chatLooks: number): Load => {
    const statements =
      messages * turn.statements +
      deskLooks * one("desk look (a second)").statements +
      chatLooks * one("web chat look (a second)").statements;
    const errandSeconds = (turn.roundTrips * country.roundTripMilliseconds) / 1_000;
    return {
      what,
      messagesPerSecond: rounded(messages),
      looksPerSecond: deskLooks + chatLooks,
      statementsPerSecond: rounded(statements),
      databaseTakes: rounded(country.statementsOfDatabase / statements),
      queueTakes: Math.round(country.consumersOfQueue / errandSeconds / messages),
    };
  };
  return [
    load("busiest hour of an ordinary day, desks closed", ordinary, 0, 0),
    load("the same, all desks open", ordinary, desks, 0),
    load("and one forum, 200 people in 10 minutes", ordinary + atForum, desks, chats),
    load("and ten such forums at once", ordinary + 10 * atForum, desks, 10 * chats),
  ];
}

const rounded = (figure: number) => Number(figure.toPrecision(3));

export interface Forum {
  readonly people: number;
  readonly messages: number;
  readonly seconds: number;
  readonly messagesPerSecond: number;
  /** From the webhook's call to the answer given to Telegram, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** 200 people play the script at once; each begins and goes on at a time of their own, within `seconds`. */
export async function playForum(engine: Engine, seconds: number): Promise<Forum> {
  const { people, messages } = country.forum;
  const pause = (seconds * 1_000) / messages;
  const latencies: number[] = [];
  const start = performance.now();
  const until = (when: number) =>
    new Promise((resolve) => setTimeout(resolve, Math.max(0, when - (performance.now() - start))));
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (const [place, message] of script.entries()) {
        await until((place + person / people) * pause);
        const sent = performance.now();
        await sayOnTelegram(engine, 10_000 + person, message);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const took = (performance.now() - start) / 1_000;
  latencies.sort((one, other) => one - other);
  const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
  return {
    people,
    messages: latencies.length,
    seconds: Math.round(took),
    messagesPerSecond: Math.round(latencies.length / took),
    p50: at(0.5),
    p99: at(0.99),
  };
}
