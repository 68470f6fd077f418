import type { Content, WrittenReply } from "../../src/base/message.ts";
import { after, type Clock, instant, minute, systemClock } from "../../src/base/time.ts";
import type { Channel } from "../../src/channels/channel.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { mondayMorning, settingsWith } from "../world.ts";
import { pointsUntil } from "./points.ts";

const slug = "rencontres-et-loisirs";
/** Longer than any lease: what the dead held is free. */
const leasesOver = 10 * minute;

/** What the network was given, whoever gave it: it outlives every process. */
export interface Outside {
  readonly said: WrittenReply[];
  /** Moves the clock of the wall. */
  setClock(to: string): void;
  readonly clock: Clock;
}

/** One process: it lives until its moment comes, then nothing it waits for ever returns. */
export interface Life {
  readonly house: NodeHouse;
  /** Resolves at the moment of death. */
  readonly dead: Promise<"dead">;
  readonly points: readonly string[];
  /** From now on moments count. */
  begin(): void;
  bury(): Promise<void>;
}

export function openOutside(): Outside {
  let now = instant(mondayMorning);
  return {
    said: [],
    clock: { now: () => now },
    setClock(to) {
      now = instant(to);
    },
  };
}

/**
 * Opens the house on a file that others lived on before. At the moment `last` (0: never) it is dead: every
 * await, begun or to come, waits for ever, as when the power is cut. `generation` counts the lives before.
 */
export async function openLife(
  file: string,
  outside: Outside,
  last: number,
  generation: number,
): Promise<Life> {
  let isDead = false;
  let die: (word: "dead") => void = () => undefined;
  const dead = new Promise<"dead">((resolve) => {
    die = resolve;
  });
  const points = pointsUntil(last, () => {
    isDead = true;
    die("dead");
  });
  const never = new Promise<never>(() => undefined);
  // nothing returns to the dead, and nothing they would do is done
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDead) return never;
    const result = await work();
    return isDead ? never : result;
  };
  const leasesAhead = generation * leasesOver;
  const house = await openNodeHouse({
    settings: settingsWith({
      DATABASE_URL: `file:${file}`,
      SECRET_KEY: "a secret key for tests only, long enough",
    }),
    clock: outside.clock,
    leases: { now: () => after(systemClock.now(), leasesAhead) },
    sends: true,
    chance: () => 0.5,
    broke: (_, error) => {
      throw error;
    },
    through: (real) => {
      const counted = points.database({
        get: (sql, values) => alive(() => real.get(sql, values)),
        all: (sql, values) => alive(() => real.all(sql, values)),
        run: (statement) => alive(() => real.run(statement)),
        batch: (statements) => alive(() => real.batch(statements)),
        close: () => real.close(),
      });
      return {
        get: (sql, values) => alive(() => counted.get(sql, values)),
        all: (sql, values) => alive(() => counted.all(sql, values)),
        run: (statement) => alive(() => counted.run(statement)),
        batch: (statements) => alive(() => counted.batch(statements)),
        close: () => real.close(),
      };
    },
  });
  const kept = keepingChannel("telegram", "crash");
  const channel = points.channel<Channel>({
    ...kept,
    async send(_, reply) {
      if (isDead) return never;
      outside.said.push(reply);
      return { outcome: "delivered" as const, networkId: null };
    },
  });
  house.connect({
    ...channel,
    send: (...given) => alive(() => channel.send(...given)),
  });
  return {
    ...{ house, dead, points: points.names },
    begin: () => points.start(),
    async bury() {
      await house.database.close();
    },
  };
}

/** A message as its network brings it: the same again until it is taken. */
export function bring(house: NodeHouse, outside: Outside, id: string, content: Content) {
  const from = { channel: "telegram" as const, account: "crash", address: "77" };
  return house.receive(slug, { id, from, at: outside.clock.now(), content });
}
