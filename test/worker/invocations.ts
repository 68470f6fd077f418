import type { Content, WrittenReply } from "../../src/base/message.ts";
import { after, type Instant, instant } from "../../src/base/time.ts";
import type { Channel, Delivery } from "../../src/channels/channel.ts";
import { readSettings } from "../../src/settings.ts";
import type { Database, Row } from "../../src/store/database.ts";
import type { Errand } from "../../src/worker/errand.ts";
import { runErrand, sendJobs } from "../../src/worker/errands.ts";
import { constantsFrom, openWorkerHouse, type WorkerHouse } from "../../src/worker/house.ts";
import { emptyD1, given } from "./d1-under-test.ts";

export const structure = "rencontres-et-loisirs";
const account = "world";
const mondayMorning = "2026-11-23T09:00:00+01:00";

/** What happens around one invocation: something between it and its database, a network, an end. */
export interface Around {
  readonly through?: (database: Database) => Database;
  readonly channel?: (real: Channel) => Channel;
}

/**
 * The house as Cloudflare opens it: one invocation for each message, errand and tick, on D1. The queue
 * is a list here, so that a test says what is delivered, when, and how often.
 */
export interface Invocations {
  readonly database: Database;
  readonly sent: readonly { readonly person: string; readonly reply: WrittenReply }[];
  readonly errands: { readonly body: Errand; readonly from: Instant }[];
  now(): Instant;
  setClock(to: string): void;
  pass(milliseconds: number): void;
  /** One invocation: `work` and all it keeps for afterwards. */
  invoke<Done>(work: (house: WorkerHouse) => Promise<Done>, around?: Around): Promise<Done>;
  /** A webhook stores a message; its answer is left to the queue. */
  receive(person: string, content: Content | string, around?: Around, id?: string): Promise<void>;
  /** Delivers one errand; what breaks puts it back, as the queue does. */
  deliver(errand: Errand, around?: Around): Promise<"done" | "broke">;
  /** Delivers all whose time has come, until none is left. */
  drain(): Promise<void>;
  tick(): Promise<void>;
  /** Received, and all errands done; gives what was sent. */
  say(person: string, content: Content | string): Promise<readonly WrittenReply[]>;
  rows(sql: string): Promise<readonly Row[]>;
}

const reading = readSettings({
  LOG_LEVEL: "silent",
  SECRET_KEY: "a key of these tests, long enough to be one",
});
if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
const constants = constantsFrom(reading.settings);

export async function openInvocations(mood: () => Delivery = delivered): Promise<Invocations> {
  const database = await emptyD1();
  let clock = instant(mondayMorning);
  const errands: { body: Errand; from: Instant }[] = [];
  const sent: { person: string; reply: WrittenReply }[] = [];
  const send = async (body: Errand, options: { delaySeconds?: number } = {}) => {
    errands.push({ body, from: after(clock, 1_000 * (options.delaySeconds ?? 0)) });
  };
  const ERRANDS = {
    send,
    async sendBatch(messages: Iterable<{ body: Errand }>, options?: { delaySeconds?: number }) {
      const all = [...messages];
      if (all.length > 100) throw new Error("the queue takes a hundred at once");
      for (const { body } of all) await send(body, options);
    },
  };
  const environment = { DB: given.DB, ERRANDS } as never;
  const keeping: Channel = {
    name: "telegram",
    account,
    async send(person, reply) {
      sent.push({ person, reply });
      return mood();
    },
  };
  const under: Invocations = {
    database,
    sent,
    errands,
    now: () => clock,
    setClock(to) {
      clock = instant(to);
    },
    pass(milliseconds) {
      clock = after(clock, milliseconds);
    },
    async invoke(work, around = {}) {
      const kept: Promise<unknown>[] = [];
      const house = openWorkerHouse(constants, {
        environment,
        clock: { now: () => clock },
        keep: (promise) => void kept.push(promise.catch(() => undefined)),
        log: { warn: () => undefined, failed: () => undefined },
        ...(around.through ? { through: around.through } : {}),
      });
      house.connect(around.channel?.(keeping) ?? keeping);
      try {
        return await work(house);
      } finally {
        for (let done = 0; done < kept.length; done++) await kept[done];
      }
    },
    async receive(person, said, around, id) {
      const content: Content = typeof said === "string" ? { kind: "text", text: said } : said;
      await under.invoke(
        (house) =>
          house.receive(structure, {
            id: id ?? house.ids.next(),
            from: { channel: "telegram", account, address: person },
            at: clock,
            content,
          }),
        around,
      );
    },
    async deliver(errand, around) {
      try {
        await under.invoke((house) => runErrand(house, house.jobs, errand, environment), around);
        return "done";
      } catch {
        await send(errand, { delaySeconds: 5 });
        return "broke";
      }
    },
    async drain() {
      for (;;) {
        const place = errands.findIndex(({ from }) => from <= clock);
        const [errand] = place < 0 ? [] : errands.splice(place, 1);
        if (!errand) return;
        await under.deliver(errand.body);
      }
    },
    async tick() {
      await under.invoke((house) => sendJobs(house, house.jobs, environment));
      await under.drain();
    },
    async say(person, content) {
      const before = sent.length;
      await under.receive(person, content);
      await under.drain();
      return sent.slice(before).map(({ reply }) => reply);
    },
    rows: (sql) => database.all(sql),
  };
  await under.invoke((house) => house.store.structures.load([...house.structures.values()], clock));
  return under;
}

function delivered(): Delivery {
  return { outcome: "delivered", networkId: null };
}

/** Makes them known to each other: the language is chosen, the menu is there. */
export async function meet(under: Invocations, person: string): Promise<void> {
  await under.say(person, "bonjour");
  await under.say(person, { kind: "choice", option: "accueil.language.french" });
}

/** Up to the last question of a booking at Carvin: one press of "Confirmer" is left. */
export async function almostBook(under: Invocations, person: string, slot = 1): Promise<void> {
  for (const said of ["prendre rendez-vous", "carvin", "1", String(slot)]) {
    await under.say(person, said);
  }
}
