import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import { type HouseUnderTest, meet, openHouse, type Sent } from "./house-under-test.ts";

const nadia = "nadia" as WorkerId;
const lina = "lina";

/** A moment of an answer, and what is done at it. */
interface Intervention {
  arm(act: (moment: string) => Promise<void> | undefined): void;
  readonly through: (database: Database) => Database;
  readonly passed: string[];
  pass(moment: string): Promise<void>;
}

function interventions(): Intervention {
  let act: ((moment: string) => Promise<void> | undefined) | null = null;
  const passed: string[] = [];
  const pass = async (moment: string) => {
    if (!act) return;
    passed.push(moment);
    const doing = act(moment);
    if (doing) await doing;
  };
  const around = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    await pass(`before ${name}`);
    const result = await work();
    await pass(`after ${name}`);
    return result;
  };
  return {
    passed,
    pass,
    arm(given) {
      act = given;
    },
    through: (real) => ({
      get: (sql, values) => around("read", () => real.get(sql, values)),
      all: (sql, values) => around("read", () => real.all(sql, values)),
      run: (statement) => around("write", () => real.run(statement)),
      batch: (statements) => around("write", () => real.batch(statements)),
      close: () => real.close(),
    }),
  };
}

/** Ways in which a word of the bot comes to leave. */
const ways: Readonly<Record<string, (under: HouseUnderTest) => Promise<void>>> = {
  async "an answer"(under) {
    await under.press(lina, "menu.menu.book");
  },
  async "an answer that the network put off, sent by the job"(under) {
    await under.press(lina, "menu.menu.book");
    under.pass(2 * minute);
    await under.jobs();
  },
  async "an answer to somebody who waits"(under) {
    await under.press(lina, "menu.menu.talk");
  },
};

interface Watched {
  readonly repliesAfter: readonly Sent[];
  readonly moments: readonly string[];
  readonly inbound: readonly unknown[];
}

/**
 * Plays one way with a takeover at one moment (0: none). `held`: the moment waits for the takeover to
 * be written; otherwise the takeover only begins there, as when a worker clicks in the same instant.
 */
async function takenAt(way: string, moment: number, held: boolean): Promise<Watched> {
  const between = interventions();
  let passed = 0;
  let written = false;
  const repliesAfter: Sent[] = [];
  let refusals = way.includes("put off") ? 1 : 0;
  const under = await openHouse({
    through: between.through,
    async mood(sent) {
      if (written && sent.kind === "reply") repliesAfter.push(sent);
      if (passed > 0 && refusals-- > 0)
        return { outcome: "tryLater", afterMilliseconds: null, why: "429" };
      return { outcome: "delivered", networkId: null };
    },
  });
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  // the takeover itself goes by another door: its own moments are not those of the answer
  const { handOvers } = under.house.store;
  let acting = false;
  let taking: Promise<void> | null = null;
  between.arm((name) => {
    if (acting) return undefined;
    passed++;
    if (passed !== moment) return undefined;
    acting = true;
    taking = handOvers.takeOver(conversation, nadia, under.now()).then(() => {
      written = true;
      acting = false;
    });
    // between the last reading and the request nothing can be written by this process
    return held && !name.startsWith("after read") ? taking : undefined;
  });
  await ways[way]?.(under);
  await taking;
  await under.house.settled();
  const inbound = under.rows("SELECT DISTINCT state FROM Inbound");
  await under.close();
  return { repliesAfter, moments: [...between.passed], inbound };
}

test.each(Object.keys(ways))(
  "%s: taken over at any moment, nothing of the bot leaves afterwards",
  async (way) => {
    const { moments } = await takenAt(way, 0, true);
    expect(moments.length).toBeGreaterThan(12);
    const trespasses: string[] = [];
    for (const held of [true, false]) {
      for (let moment = 1; moment <= moments.length; moment++) {
        const { repliesAfter, inbound } = await takenAt(way, moment, held);
        if (repliesAfter.length > 0)
          trespasses.push(`${moment} (${moments[moment - 1]}), held: ${held}`);
        expect(inbound).toEqual([{ state: "done" }]);
      }
    }
    expect(trespasses).toEqual([]);
  },
);

test("without a takeover the same ways do send: the table above can fail", async () => {
  for (const way of Object.values(ways)) {
    const under = await openHouse();
    await meet(under, lina);
    const before = under.sent.length;
    await way(under);
    expect(under.sent.length).toBeGreaterThan(before);
    await under.close();
  }
});
