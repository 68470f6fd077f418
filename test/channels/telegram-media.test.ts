import { expect, onTestFinished, test } from "vitest";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { openBotApi } from "../stand-in/bot-api.ts";

const body = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4);

async function bot() {
  const api = await openBotApi();
  onTestFinished(() => api.close());
  const { fetchMedia } = telegramChannel("4242:test", api.root);
  if (!fetchMedia) throw new Error("Telegram fetches files");
  return { api, fetchMedia };
}

test("a photo is fetched under the address of the Bot API", async () => {
  const { api, fetchMedia } = await bot();
  api.holds("a", { path: "photos/file_0.jpg", size: body.length, body });
  expect(await fetchMedia("a", 100)).toMatchObject({ outcome: "fetched", body });
});

test.each([
  ["says that it is larger", 200, body],
  ["is larger than it says", 8, new Uint8Array(200)],
] as const)("a file that %s than we keep is too large", async (_, size, held) => {
  const { api, fetchMedia } = await bot();
  api.holds("a", { path: "documents/file_1.pdf", size, body: held });
  expect(await fetchMedia("a", 100)).toMatchObject({ outcome: "tooLarge" });
});

test.each(["http://elsewhere.test/a.jpg", "../../etc/passwd", "/var/lib/a.jpg", "a/../../b", ""])(
  "a path that is no plain path (%s) is not followed",
  async (path) => {
    const { api, fetchMedia } = await bot();
    api.holds("a", { path, size: 8, body });
    expect(await fetchMedia("a", 100)).toEqual({ outcome: "gone", why: "no path" });
  },
);

test.each([
  [400, "Bad Request: file is too big", "tooLarge"],
  [400, "Bad Request: wrong file_id or the file is temporarily unavailable", "gone"],
  [401, "Unauthorized", "tryLater"],
  [429, "Too Many Requests: retry after 3", "tryLater"],
  [502, "Bad Gateway", "tryLater"],
] as const)("when the network answers %i, %s: %s", async (status, description, outcome) => {
  const { api, fetchMedia } = await bot();
  api.mood("getFile", { status, description });
  expect(await fetchMedia("a", 100)).toMatchObject({ outcome });
});

test("a path that is known and holds nothing any more is gone", async () => {
  const { api, fetchMedia } = await bot();
  api.holds("a", { path: "photos/file_0.jpg", size: 8, body });
  api.holds("a", { path: "photos/file_9.jpg", size: 8, body });
  expect(await fetchMedia("b", 100)).toMatchObject({ outcome: "gone" });
});
