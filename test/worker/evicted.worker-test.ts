import { expect, test } from "vitest";
import { minute } from "../../src/base/time.ts";
import { pointsUntil } from "../crash/points.ts";
import { type Around, type Invocations, openInvocations } from "./invocations.ts";

const script = [
  "bonjour",
  { kind: "choice", option: "accueil.language.french" },
  "c koi visal",
] as const;

/** The invocation is gone: nothing of it goes on, whatever it was about to do. */
class Evicted extends Error {}

function evictedAt(last: number) {
  let gone = false;
  const points = pointsUntil(last, () => {
    gone = true;
    throw new Evicted();
  });
  points.start();
  const orGone = <Done>(work: () => Promise<Done>) => {
    if (gone) return Promise.reject(new Evicted());
    return work().then((done) => {
      if (gone) throw new Evicted();
      return done;
    });
  };
  const around: Around = {
    through(real) {
      const counted = points.database(real);
      return {
        get: (sql, values) => orGone(() => counted.get(sql, values)),
        all: (sql, values) => orGone(() => counted.all(sql, values)),
        run: (statement) => orGone(() => counted.run(statement)),
        batch: (statements) => orGone(() => counted.batch(statements)),
        close: () => counted.close(),
      };
    },
    channel(real) {
      const counted = points.channel(real);
      return { ...counted, send: (...given) => orGone(() => counted.send(...given)) };
    },
  };
  return { points, around };
}

const left = `SELECT state FROM Inbound WHERE state = 'received'
  UNION ALL SELECT state FROM Outgoing WHERE state IN ('queued', 'sending')`;

/** Plays the script; one errand is evicted at a moment, and the queue and the minute's tick do the rest. */
async function play(under: Invocations, last: number) {
  const { points, around } = evictedAt(last);
  for (const [place, said] of script.entries()) {
    await under.receive("lina", said, {}, `${last}-${place}`);
    for (const errand of under.errands.splice(0)) await under.deliver(errand.body, around);
    await under.drain();
    // what an evicted invocation held is free after a minute
    for (let ticks = 0; ticks < 3 && (await under.rows(left)).length > 0; ticks++) {
      under.pass(minute);
      await under.drain();
      await under.tick();
    }
  }
  return { texts: under.sent.map(({ reply }) => reply.text), names: points.names };
}

test("an invocation evicted at any moment: the person reads what they would have read, at most one line twice", async () => {
  const whole = await play(await openInvocations(), 0);
  expect(whole.texts).toHaveLength(script.length);
  expect(whole.names.length).toBeGreaterThan(30);
  const differing: string[] = [];
  for (let last = 1; last <= whole.names.length; last++) {
    const { texts } = await play(await openInvocations(), last);
    const once = texts.filter((text, place) => text !== texts[place - 1]);
    // between the request to the network and its record nobody knows whether it left: it is sent again
    const unknown = whole.names.slice(0, last).lastIndexOf("before send");
    const recorded = whole.names.slice(unknown, last).includes("after write");
    const expected = unknown >= 0 && !recorded ? once : texts;
    if (JSON.stringify(expected) !== JSON.stringify(whole.texts)) {
      differing.push(`${last} (${whole.names[last - 1]}): ${JSON.stringify(texts)}`);
    }
  }
  expect(differing).toEqual([]);
});
