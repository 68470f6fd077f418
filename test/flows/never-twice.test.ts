import fc from "fast-check";
import { expect, test } from "vitest";
import { after, hour, type Instant, second } from "../../src/base/time.ts";
import { type Memory, nothingKnown, type Turn } from "../../src/engine/conversation.ts";
import { takeTurn } from "../../src/engine/turn.ts";
import type { Change } from "../../src/repertoire/scene.ts";
import { now, realHouse, written } from "./real-house.ts";

const syllable = fc.constantFrom(..."bla zog mip tru fex nuv qol wub ja ko".split(" "));
const nonsense = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(syllable, { minLength: 1, maxLength: 4 }).map((all) => all.join("")),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("???", "🙂", "", "  ", "...", "bonjour", "merci", "allo"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
);
const pauses = fc.constantFrom(second, 30 * second, 20 * 60 * second, 4 * hour);
const before = fc.constantFrom(
  "",
  "visale",
  "rdv",
  "menu",
  "je cherche un appart",
  "bilan logement",
);

test("whatever nonsense is written, no two messages in a row are the same", async () => {
  const house = realHouse({});
  await fc.assert(
    fc.asyncProperty(
      before,
      fc.array(fc.record({ text: nonsense, pause: pauses }), { minLength: 4, maxLength: 16 }),
      async (begun, row) => {
        let memory: Memory = nothingKnown;
        let at: Instant = now;
        let waiting = false;
        let last = "";
        for (const { text, pause } of [{ text: begun, pause: second }, ...row]) {
          at = after(at, pause);
          const turn: Turn<Change> = await takeTurn(
            house,
            memory,
            { content: { kind: "text", text } },
            at,
            waiting,
          );
          memory = JSON.parse(JSON.stringify(turn.memory)) as Memory;
          waiting = waiting || turn.changes.some(({ kind }) => kind === "callWorker");
          for (const reply of turn.replies) {
            const labels = reply.options.map(({ label }) => house.words(label, "fr")).join("|");
            const said = `${written(house, reply, memory.language ?? "fr")}\n${labels}`;
            expect(said, `after « ${text} »`).not.toBe(last);
            last = said;
          }
        }
      },
    ),
    { numRuns: 150, seed: 20261123 },
  );
}, 60_000);
