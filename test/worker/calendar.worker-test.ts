import { beforeEach, expect, test } from "vitest";
import { instant, systemClock } from "../../src/base/time.ts";
import worker from "../../src/main-worker.ts";
import { calendarFeeds } from "../../src/store/calendar-feeds.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { readCalendar } from "../appointments/read-calendar.ts";
import { emptyD1, given } from "./d1-under-test.ts";

const secret = "a key of these tests, long enough to be one";
const structure = "rencontres-et-loisirs";
const token = "a-secret-address";
const environment = {
  DB: given.DB,
  ERRANDS: { send: async () => undefined, sendBatch: async () => undefined },
  SECRET_KEY: secret,
  PUBLIC_URL: "https://trousseau.example",
  LOG_LEVEL: "silent",
  STRUCTURE: structure,
} as never;
const context = {
  waitUntil: () => undefined,
  passThroughOnException: () => undefined,
  props: {},
} as never;

let feeds: ReturnType<typeof calendarFeeds>;
const start = systemClock.now() - (systemClock.now() % 60_000) + 86_400_000;

beforeEach(async () => {
  const database = await emptyD1();
  feeds = calendarFeeds(database, createCipher(secret));
  await database.run({
    sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode,
        startsAt, endsAt, status, version, bookedVia, bookedAt, turnId)
      VALUES ('rdv', ?, 'p', 'conversation-of-kxyz', 'ml-carvin', 'conseillere-1', 'm', 'place', ?, ?, 'booked', 1, 'chat', ?, 't')`,
    values: [structure, start, start + 2_700_000, instant("2026-11-20T09:00:00Z")],
  });
});

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`https://trousseau.example${path}`, { headers });
  return worker.fetch(request as never, environment, context) as never;
}

test("inside workerd a calendar is read, is 304 while nothing changes, and 404 once it is cut", async () => {
  const doing = { id: "f", structure, by: "w", now: systemClock.now() };
  await feeds.makeFeed({ ...doing, kind: "site", subject: "ml-carvin", token });
  const response = await ask(`/calendar/${token}.ics`);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
  ]);
  const [event] = readCalendar(await response.text());
  expect(event).toMatchObject({ summary: "Rendez-vous kxyz", start, zone: "Europe/Paris" });
  const mark = response.headers.get("etag") ?? "";
  expect((await ask(`/calendar/${token}.ics`, { "if-none-match": mark })).status).toBe(304);
  expect((await feeds.feedsOf(structure))[0]?.lastReadAt).toBeGreaterThanOrEqual(doing.now);
  expect(await feeds.revokeFeed({ ...doing, structure: "ccas-malakoff" })).toBe("gone");
  expect(await feeds.revokeFeed(doing)).toBe("revoked");
  expect((await ask(`/calendar/${token}.ics`)).status).toBe(404);
});
