import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { after, instant, minute, second } from "../../src/base/time.ts";
import { inSentOrder } from "../../src/store/sent-order.ts";
import type { TranscriptEntry } from "../../src/store/transcript-store.ts";

const nine = instant("2026-11-23T09:00:00+01:00");

/** Sent and received so many milliseconds after nine. */
function written(text: string, sent: number, received: number, content?: Content): TranscriptEntry {
  return {
    ...{ from: "person", id: 0, state: "done", file: null },
    ...{ at: after(nine, received), sentAt: after(nine, sent) },
    content: content ?? { kind: "text", text },
  };
}

function answered(text: string, at: number): TranscriptEntry {
  return {
    ...{ from: "bot", id: 0, at: after(nine, at), content: { text, options: [] } },
    ...{ author: null, state: "sent", failure: null },
  };
}

/** What was said, line by line. */
const wordsOf = (lines: readonly TranscriptEntry[]) =>
  inSentOrder(lines).map((line) => {
    if (line.from === "note") return line.text;
    if ("text" in line.content) return line.content.text;
    return line.content.kind;
  });

const press: Content = { kind: "choice", option: "menu.menu.book" };

test.each<[string, readonly TranscriptEntry[], readonly string[]]>([
  [
    "a message that was overtaken stands before the one that overtook it",
    [
      written("second", 4 * second, 5 * second),
      answered("to second", 6 * second),
      written("first", 2 * second, 8 * second),
      answered("to first", 9 * second),
    ],
    ["first", "second", "to second", "to first"],
  ],
  [
    "two that overtook it change nothing",
    [
      written("second", 4 * second, 5 * second),
      written("third", 6 * second, 7 * second),
      written("first", 2 * second, 8 * second),
    ],
    ["first", "second", "third"],
  ],
  [
    "a network that dates by the second does not put an answer before its question",
    [written("first", 900, 950), answered("to first", 980), written("second", 0, 990)],
    ["first", "to first", "second"],
  ],
  [
    "a message of five minutes ago and a bit is shown where it came",
    [written("now", 6 * minute, 6 * minute), written("late", minute - second, 6 * minute + second)],
    ["now", "late"],
  ],
  [
    "a press tells no time: what follows it was not sent before",
    [written("", 5 * second, 5 * second, press), written("words", 4 * second, 6 * second)],
    ["choice", "words"],
  ],
])("%s", (_, lines, words) => {
  expect(wordsOf(lines)).toEqual(words);
});
