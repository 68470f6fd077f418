import { expect, test } from "vitest";
import { after, instant, minute } from "../../src/base/time.ts";
import {
  backOff,
  notYetConnected,
  standingAfter,
  troubleOf,
  type WebEvent,
  webTroubles,
} from "../../src/channels/whatsapp-web-state.ts";
import { openTexts } from "../../src/texts.ts";

const nine = instant("2026-11-23T09:00:00+01:00");

/** The standing after these, a minute apart. */
function afterAll(...events: readonly WebEvent[]) {
  return events.reduce(
    (standing, event, place) => standingAfter(standing, event, after(nine, (place + 1) * minute)),
    notYetConnected(nine),
  );
}

const scan = { kind: "qr", qr: "first" } as const;
const seen = { kind: "authenticated" } as const;
const ready = { kind: "ready", account: "33699999999" } as const;

test("a new code does not make the wait for a scan any younger", () => {
  expect(afterAll(scan, { kind: "qr", qr: "second" })).toEqual({
    ...{ state: "waitingForScan", since: after(nine, minute), qr: "second" },
    ...{ account: null, why: null },
  });
});

test("once scanned, no code is left to show", () => {
  expect(afterAll(scan, seen)).toMatchObject({ state: "authenticated", qr: null });
  expect(afterAll(scan, seen, ready)).toMatchObject({
    ...{ state: "ready", qr: null, account: "33699999999", since: after(nine, 3 * minute) },
  });
});

test("disconnected, it is said why and since when; the number is still shown", () => {
  const standing = afterAll(ready, { kind: "ended", why: "unreachable" });
  expect(standing).toMatchObject({ why: "unreachable", account: "33699999999" });
  expect(
    afterAll(ready, { kind: "ended", why: "unreachable" }, { kind: "ended", why: "unreachable" }),
  ).toEqual(standing);
});

test.each([
  [new Error("Browser was not found at the configured executablePath (/x)"), "noBrowser"],
  [new Error("Failed to launch the browser process: spawn /x ENOENT"), "noBrowser"],
  [new Error("The browser is already running for /data/session-x."), "profileInUse"],
  [new Error("net::ERR_NAME_NOT_RESOLVED at https://web.whatsapp.com/"), "unreachable"],
  ["auth timeout", "timeout"],
  ["LOGOUT", "loggedOut"],
  ["UNPAIRED", "loggedOut"],
  ["CONFLICT", "conflict"],
  ["SMB_TOS_BLOCK", "blocked"],
  ["DEPRECATED_VERSION", "outdated"],
  [new Error("Protocol error: Target closed"), "browserGone"],
  [undefined, "browserGone"],
] as const)("%s is told as %s", (reason, trouble) => {
  expect(troubleOf(reason)).toBe(trouble);
});

test("pauses grow from five seconds to ten minutes; a blocked number is asked for rarely at once", () => {
  const pauses = [0, 1, 2, 3, 4, 20].map((failures) => backOff("unreachable", failures));
  expect(pauses).toEqual([5_000, 5_000, 10_000, 20_000, 40_000, 10 * minute]);
  expect(backOff("blocked", 1)).toBe(10 * minute);
});

test("every trouble has its words on the desk", () => {
  const texts = openTexts({ strict: true });
  for (const why of webTroubles) {
    expect(texts.say({ key: `desk:phone_why_${why}` }, "fr")).not.toBe("");
  }
});
