import { expect, test } from "vitest";
import { routeTo, type Thread } from "../../src/appointments/reminder-route.ts";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour, instant } from "../../src/base/time.ts";

const now = instant("2026-11-23T18:00:00+01:00");
const own = "own" as ConversationId;

function thread(channel: Thread["channel"], more: Partial<Thread> = {}): Thread {
  return {
    ...{ conversation: own, channel, isReachable: true, heardAt: after(now, -hour) },
    ...{ isTold: false, hasEmail: false },
    ...more,
  };
}
const other = { conversation: "other" as ConversationId };
const longAgo = { heardAt: after(now, -40 * 24 * hour) };
const all = { push: true, email: true };
const none = { push: false, email: false };

test.each<[string, readonly Thread[], typeof all, string]>([
  ["their messenger", [thread("telegram")], none, "own rings"],
  [
    "a messenger that cannot be reached",
    [thread("telegram", { isReachable: false })],
    all,
    "nowhere",
  ],
  [
    "WhatsApp by its own phone, where they wrote lately",
    [thread("whatsapp-web")],
    none,
    "own rings",
  ],
  [
    "the same, forty days ago: it could have the number banned",
    [thread("whatsapp-web", longAgo)],
    all,
    "nowhere",
  ],
  [
    "WhatsApp of the provider, forty days ago: an approved text",
    [thread("whatsapp", longAgo)],
    none,
    "own rings",
  ],
  ["a page, whose browser may be told", [thread("web", { isTold: true })], all, "own push rings"],
  [
    "the same, where the house has no keys to tell browsers",
    [thread("web", { isTold: true })],
    none,
    "own silent",
  ],
  [
    "a page, and a messenger linked to it",
    [thread("web"), thread("telegram", other)],
    all,
    "other rings",
  ],
  ["a page, and an e-mail address", [thread("web", { hasEmail: true })], all, "own email rings"],
  ["a page alone: it is written there, and nothing rings", [thread("web")], all, "own silent"],
  [
    "a blocked messenger, and a page",
    [thread("telegram", { isReachable: false }), thread("web", other)],
    all,
    "other silent",
  ],
])("%s", (_, threads, ways, expected) => {
  const { conversation, alsoBy, rings } = routeTo(own, threads, ways, now);
  const said = [conversation ?? "nowhere", alsoBy, conversation && (rings ? "rings" : "silent")];
  expect(said.filter(Boolean).join(" ")).toBe(expected);
});
