import { expect, test } from "vitest";
import { routeTo, type Thread } from "../../src/appointments/reminder-route.ts";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour, instant } from "../../src/base/time.ts";

const now = instant("2026-11-23T18:00:00+01:00");
const own = "own" as ConversationId;

function thread(channel: Thread["channel"], more: Partial<Thread> = {}): Thread {
  return {
    ...{
      conversation: own,
      channel,
      isReachable: true,
      hasBell: false,
      heardAt: after(now, -hour),
    },
    ...more,
  };
}
const other = { conversation: "other" as ConversationId };
const longAgo = { heardAt: after(now, -40 * 24 * hour) };

test.each<[string, readonly Thread[], string]>([
  ["their messenger", [thread("telegram")], "own rings"],
  ["a messenger that cannot be reached", [thread("telegram", { isReachable: false })], "nowhere"],
  ["WhatsApp by its own phone, where they wrote lately", [thread("whatsapp-web")], "own rings"],
  [
    "the same, forty days ago: it could get the number banned",
    [thread("whatsapp-web", longAgo)],
    "nowhere",
  ],
  [
    "WhatsApp of the provider, forty days ago: an approved text",
    [thread("whatsapp", longAgo)],
    "own rings",
  ],
  [
    "a page, and a messenger linked to it",
    [thread("web"), thread("telegram", other)],
    "other rings",
  ],
  [
    "two messengers: the one in which they booked",
    [thread("whatsapp", other), thread("telegram")],
    "own rings",
  ],
  ["a page alone: it is written there, and nothing rings", [thread("web")], "own silent"],
  [
    "a blocked messenger, and a page",
    [thread("telegram", { isReachable: false }), thread("web", other)],
    "other silent",
  ],
])("%s", (_, threads, expected) => {
  const { conversation, rings } = routeTo(own, threads, now);
  const said = conversation === null ? "nowhere" : `${conversation} ${rings ? "rings" : "silent"}`;
  expect(said).toBe(expected);
});
