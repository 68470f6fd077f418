import { expect, test } from "vitest";
import { callWorker, type Standing } from "../../src/escalation/hand-over.ts";

const alone: Standing = { heldBy: "bot", urgency: "none", need: null, waitingSince: null };

test("a call puts the person in the queue, with what it is about", () => {
  expect(callWorker(alone, { kind: "callWorker", urgency: "normal", need: "human" }, 1000)).toEqual(
    {
      heldBy: "waiting",
      urgency: "normal",
      need: "human",
      waitingSince: 1000,
    },
  );
});

test("the place in the queue is kept from the first call, and urgency only rises", () => {
  const waiting = callWorker(
    alone,
    { kind: "callWorker", urgency: "immediate", need: "violence" },
    1000,
  );
  expect(
    callWorker(waiting, { kind: "callWorker", urgency: "normal", need: "human" }, 5000),
  ).toEqual({
    heldBy: "waiting",
    urgency: "immediate",
    need: "violence",
    waitingSince: 1000,
  });
});

test("of two calls as urgent, the last says what is true now", () => {
  const shelter = callWorker(
    alone,
    { kind: "callWorker", urgency: "immediate", need: "emergency_shelter" },
    1000,
  );
  const suicide = callWorker(
    shelter,
    { kind: "callWorker", urgency: "immediate", need: "suicide" },
    2000,
  );
  expect(suicide.need).toBe("suicide");
});

test("a conversation that a worker holds stays with them", () => {
  const held: Standing = { heldBy: "worker", urgency: "normal", need: "human", waitingSince: 1000 };
  const called = callWorker(
    held,
    { kind: "callWorker", urgency: "immediate", need: "suicide" },
    2000,
  );
  expect(called.heldBy).toBe("worker");
  expect(called.urgency).toBe("immediate");
});
