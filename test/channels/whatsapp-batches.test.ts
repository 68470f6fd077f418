import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { second } from "../../src/base/time.ts";
import { connectNumbers } from "../../src/channels/whatsapp-cloud-numbers.ts";
import type { Database } from "../../src/store/database.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { structure } from "../world.ts";
import { openHouse } from "./house-under-test.ts";

const account = "106540352242922";
const secret = "the secret of the app";

/** The real house behind its webhook; `through` stands between it and its database. */
async function connected(through?: (database: Database) => Database) {
  const api = await openGraphApi();
  const under = await openHouse(through ? { through } : {});
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  const settings = {
    ...{ phoneNumberId: account, accessToken: graphToken, appSecret: secret },
    ...{ verifyToken: "v", apiRoot: api.root },
  };
  const door = connectNumbers(under.house, new Map([[structure, settings]])) ?? new Hono();
  door.onError((_, context) => context.text("", 503));
  const post = async (body: string) => {
    const headers = signatureOf(body, secret);
    const response = await door.request("/", { method: "POST", body, headers });
    await under.house.settled();
    return response.status;
  };
  const count = (what: string) => Number(under.rows(`SELECT COUNT(*) AS n FROM ${what}`)[0]?.["n"]);
  return { api, under, post, count, seconds: String(Math.floor(under.now() / second)) };
}

function person(place: number): string {
  return `336${String(place).padStart(8, "0")}`;
}

/** So many messages of so many people, in turns. */
function batchOf(messages: number, people: number, seconds: string): string {
  const all = Array.from({ length: messages }, (_, place) => ({
    ...textMessage(
      `wamid.${place}`,
      person(place % people),
      place < people ? "bonjour" : "menu",
      seconds,
    ),
    from_user_id: `FR.${place % people}`,
  }));
  return webhookOf(account, ...all);
}

test("two messages that one webhook brings in the wrong order are answered in the order they were written", async () => {
  const { api, under, post } = await connected();
  const at = (ago: number) => String(Math.floor(under.now() / second) - ago);
  await post(webhookOf(account, textMessage("wamid.1", person(1), "bonjour", at(9))));
  await post(webhookOf(account, textMessage("wamid.2", person(1), "français", at(8))));
  const visale = textMessage("wamid.3", person(1), "c'est quoi visale ?", at(5));
  const age = textMessage("wamid.4", person(1), "j'ai 19 ans", at(3));
  const before = api.calls.length;
  await post(webhookOf(account, age, visale));
  const [first = "", then = "", ...more] = api.calls.slice(before).map(({ text }) => text);
  expect(first).toContain("Question 1 sur");
  expect(then).toContain("Question 2 sur");
  expect(more).toEqual([]);
});

test("a thousand messages in one webhook are stored and answered, none of them twice", async () => {
  const { api, under, post, count, seconds } = await connected();
  const body = batchOf(1_000, 250, seconds);
  expect(await post(body)).toBe(200);
  expect(count("Inbound")).toBe(1_000);
  expect(count("Inbound WHERE state <> 'done'")).toBe(0);
  expect(count("Conversation")).toBe(250);
  const people = under.rows("SELECT DISTINCT COUNT(*) AS n FROM Inbound GROUP BY conversationId");
  expect(people).toEqual([{ n: 4 }]);
  const answered = new Set(api.calls.map(({ body }) => body["to"]));
  expect(answered.size).toBe(250);
  const sent = api.calls.length;
  expect(await post(body)).toBe(200);
  expect([count("Inbound"), api.calls.length]).toEqual([1_000, sent]);
}, 60_000);

test("a database that fails in the middle stores nothing and says so; when all comes again, all is stored", async () => {
  let isBroken = true;
  const { post, count, seconds } = await connected((real) => ({
    ...{ get: real.get.bind(real), all: real.all.bind(real), run: real.run.bind(real) },
    close: () => real.close(),
    batch: (statements) => {
      const fails = isBroken && statements.some(({ sql }) => sql.includes("INSERT INTO Inbound"));
      return real.batch(
        fails ? [...statements, { sql: "SELECT nothing", values: [] }] : statements,
      );
    },
  }));
  const body = batchOf(20, 10, seconds);
  expect(await post(body)).toBe(503);
  expect([count("Inbound"), count("Address"), count("Alias")]).toEqual([0, 0, 0]);
  isBroken = false;
  expect(await post(body)).toBe(200);
  expect([count("Inbound"), count("Address")]).toEqual([20, 10]);
});

test("in one webhook somebody changes number, and another person has the old one: two conversations", async () => {
  const { under, post, seconds } = await connected();
  const said = (id: string, from: string, scoped: string) => ({
    ...textMessage(id, from, "bonjour", seconds),
    from_user_id: scoped,
  });
  const [lina, stranger] = ["FR.1", "FR.2"];
  const body = webhookOf(
    account,
    ...[said("1", person(1), lina), said("2", person(2), lina), said("3", person(1), stranger)],
  );
  expect(await post(body)).toBe(200);
  const whose = under.rows("SELECT COUNT(*) AS n FROM Inbound GROUP BY conversationId ORDER BY n");
  expect(whose).toEqual([{ n: 1 }, { n: 2 }]);
});

test("hundreds of statuses in one webhook each find their message", async () => {
  const { post, count, seconds, api } = await connected();
  expect(await post(batchOf(60, 60, seconds))).toBe(200);
  expect(api.calls).toHaveLength(60);
  const statuses = api.calls.flatMap((_, place) =>
    ["read", "delivered", "sent"].map((status) => ({
      ...{ id: `wamid.out.${place + 1}`, status, timestamp: seconds },
    })),
  );
  const value = { metadata: { phone_number_id: account }, statuses };
  expect(await post(JSON.stringify({ entry: [{ changes: [{ field: "messages", value }] }] }))).toBe(
    200,
  );
  expect(count("Outgoing WHERE state = 'read'")).toBe(60);
});
