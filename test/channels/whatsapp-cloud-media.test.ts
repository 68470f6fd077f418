import { expect, onTestFinished, test } from "vitest";
import { fetchCloudMedia } from "../../src/channels/whatsapp-cloud-media.ts";
import { type GraphFile, graphToken, openGraphApi } from "../stand-in/graph-api.ts";

const account = "106540352242922";
const most = 5_000;
const photo = new Uint8Array(4_321).map((_, place) => place % 251);

async function connected(token = graphToken) {
  const api = await openGraphApi();
  onTestFinished(() => api.close());
  const fetch = (ref: string) => fetchCloudMedia({ account, token, root: api.root }, ref, most);
  return { api, fetch };
}

test("a file is asked for by its id, then fetched from its address, both with the token", async () => {
  const { api, fetch } = await connected();
  api.file("1003383421387256", { type: "image/jpeg", body: photo });
  expect(await fetch("1003383421387256")).toEqual({
    ...{ outcome: "fetched", type: "image/jpeg", body: photo },
  });
  expect(api.requests).toEqual([
    `GET /v25.0/1003383421387256?phone_number_id=${account} Bearer ${graphToken}`,
    `GET /download/1003383421387256 Bearer ${graphToken}`,
  ]);
});

const sized = (length: number, more: Partial<GraphFile> = {}): GraphFile => ({
  ...{ type: "image/jpeg", body: new Uint8Array(length), ...more },
});

test.each<[string, GraphFile, string, number]>([
  ["as large as allowed", sized(most), "fetched", 2],
  ["empty", sized(0), "fetched", 2],
  ["larger, and said so: not even fetched", sized(most + 1), "tooLarge", 1],
  ["larger than was said", sized(most + 1, { saidSize: 10 }), "tooLarge", 2],
  ["larger, nothing said", sized(most + 1, { saidSize: null, inPieces: true }), "tooLarge", 2],
  [
    "larger than was said, in pieces",
    sized(9 * most, { saidSize: 10, inPieces: true }),
    "tooLarge",
    2,
  ],
  ["in pieces, as large as allowed", sized(most, { inPieces: true }), "fetched", 2],
])("%s", async (_, file, outcome, requests) => {
  const { api, fetch } = await connected();
  api.file("1", file);
  expect((await fetch("1")).outcome).toBe(outcome);
  expect(api.requests).toHaveLength(requests);
});

test.each<[string, { status: number; code?: number }, string]>([
  ["no such id", { status: 404, code: 100 }, "gone"],
  ["an id that is over", { status: 400, code: 100 }, "gone"],
  ["gone", { status: 410 }, "gone"],
  ["the network's own fault with the file", { status: 400, code: 131_053 }, "tryLater"],
  ["a fault", { status: 500 }, "tryLater"],
  ["asked to wait", { status: 429, code: 4 }, "tryLater"],
  ["a token that is over", { status: 401, code: 190 }, "tryLater"],
])("when its id is answered with %s: %j", async (_, file, outcome) => {
  const { api, fetch } = await connected();
  api.file("1", file);
  expect((await fetch("1")).outcome).toBe(outcome);
});

test.each([
  [404, "gone"],
  [410, "gone"],
  [500, "tryLater"],
  [403, "tryLater"],
])("when its address answers %i: %s", async (status, outcome) => {
  const { api, fetch } = await connected();
  api.file("1", sized(10));
  api.downloadStatus(status);
  expect((await fetch("1")).outcome).toBe(outcome);
});

test.each([
  ["another server, in clear", "http://127.0.0.1:9/file"],
  ["no address at all", "a file somewhere"],
  ["a file of this machine", "file:///etc/passwd"],
])("the token is not taken to %s", async (_, url) => {
  const { api, fetch } = await connected();
  api.file("1", sized(10, { url }));
  expect(await fetch("1")).toEqual({ outcome: "gone", why: "no address" });
});

test("an id is no path: what stands in it cannot ask for something else", async () => {
  const { api, fetch } = await connected();
  expect((await fetch("../v25.0/me?fields=name&x")).outcome).toBe("gone");
  expect(api.requests[0]).toContain("/v25.0/..%2Fv25.0%2Fme%3Ffields%3Dname%26x?phone_number_id=");
});

test("a network that cannot be reached is asked again later", async () => {
  const { api, fetch } = await connected();
  await api.close();
  expect(await fetch("1")).toEqual({ outcome: "tryLater", why: "network" });
});
