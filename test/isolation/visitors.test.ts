import { expect, test } from "vitest";
import { textUpdate } from "../stand-in/updates.ts";
import { rowsOf } from "./ownership.ts";
import { blue, green, markersOf, real } from "./structures.ts";
import { bots, threeHouses } from "./three-houses.ts";
import { visitorAt } from "./visitor.ts";

test("each structure has its web chat under its name, and the first one's at the root too", async () => {
  const houses = await threeHouses();
  for (const slug of [real, blue, green]) {
    const page = await visitorAt(houses, `/s/${slug}`).page();
    expect(page).toContain(houses.structures.get(slug)?.service);
  }
  const visitor = visitorAt(houses, "");
  await visitor.say({ text: "bonjour" });
  const named = visitorAt(houses, `/s/${real}`).with(visitor.cookie());
  expect(await named.entries()).toEqual(await visitor.entries());
  const slashed = await houses.request(`/s/${blue}/?s=affiche-lens`);
  expect([slashed.status, slashed.headers.get("location")]).toEqual([
    301,
    `/s/${blue}?s=affiche-lens`,
  ]);
  for (const path of ["", "/chat/messages", "/chat/stream"]) {
    expect((await houses.request(`/s/maison-rouge${path}`)).status).toBe(404);
  }
});

test("the cookie of one structure is a stranger's at another: no conversation, no text, no file", async () => {
  const houses = await threeHouses();
  const lina = visitorAt(houses, `/s/${blue}`);
  await lina.book("Lina");
  const file = /\/chat\/files\/\d+/.exec(await lina.page())?.[0] ?? "no file";
  const hers = await houses.request(`/s/${blue}${file}`, { headers: { cookie: lina.cookie() } });
  expect(hers.status).toBe(200);
  const [name = "", value = ""] = lina.cookie().split(/=(.*)/s);
  expect(name).toBe(`chat-${blue}`);
  for (const base of ["", `/s/${real}`, `/s/${green}`]) {
    const slug = base === `/s/${green}` ? green : real;
    // as it is, and as somebody would rename it
    for (const cookie of [`${name}=${value}`, `chat-${slug}=${value}`]) {
      const stranger = visitorAt(houses, base).with(cookie);
      expect(await stranger.entries()).toEqual([]);
      const page = await stranger.page();
      const told = ["Lina", ...markersOf(houses.structures.get(blue) ?? noStructure())];
      expect(told.filter((marker) => page.includes(marker))).toEqual([]);
      const asked = { headers: { cookie } };
      expect((await houses.request(`${base}/chat/stream`, asked)).status).toBe(204);
      expect((await houses.request(`${base}${file}`, asked)).status).toBe(404);
    }
  }
  expect((await lina.entries()).length).toBeGreaterThan(5);
});

test("who writes at another structure with that cookie begins there, and changes nothing here", async () => {
  const houses = await threeHouses();
  const lina = visitorAt(houses, `/s/${blue}`);
  await lina.say({ text: "bonjour de Lina" });
  const before = await rowsOf(houses.house.database, blue);
  const value = lina.cookie().split(/=(.*)/s)[1] ?? "";
  const elsewhere = visitorAt(houses, `/s/${green}`).with(`chat-${green}=${value}`);
  const said = await elsewhere.say({ text: "menu" });
  expect(JSON.stringify(said)).not.toContain("Lina");
  expect(await rowsOf(houses.house.database, blue)).toEqual(before);
  expect((await rowsOf(houses.house.database, green))["Conversation"]).toHaveLength(1);
});

test("each bot is told the address of its own webhook", async () => {
  const { api } = await threeHouses();
  await api.until((calls) => calls.filter(({ method }) => method === "setWebhook").length === 3);
  const told = api.calls.filter(({ method }) => method === "setWebhook").map(({ body }) => body);
  expect(new Map(told.map((body) => [body["url"], body["secret_token"]]))).toEqual(
    new Map([
      ["http://localhost:3000/webhooks/telegram", bots[real].secret],
      [`http://localhost:3000/webhooks/telegram/${blue}`, bots[blue].secret],
      [`http://localhost:3000/webhooks/telegram/${green}`, bots[green].secret],
    ]),
  );
});

test("an update makes a conversation of the structure whose bot it came to, and the same account is two persons", async () => {
  const houses = await threeHouses();
  const { database } = houses.house;
  const { update } = houses;
  await update("/webhooks/telegram", bots[real].secret, textUpdate(1, 77, "bonjour"));
  expect([
    (await rowsOf(database, real))["Conversation"]?.length,
    (await rowsOf(database, blue))["Conversation"]?.length,
  ]).toEqual([1, 0]);
  await update(`/webhooks/telegram/${blue}`, bots[blue].secret, textUpdate(1, 77, "bonjour"));
  await update(`/webhooks/telegram/${real}`, bots[real].secret, textUpdate(2, 77, "menu"));
  const rows = await database.all(
    `SELECT c.structure, COUNT(DISTINCT c.personId) AS persons, COUNT(i.id) AS messages
     FROM Conversation c JOIN Inbound i ON i.conversationId = c.id GROUP BY c.structure ORDER BY 1`,
    [],
  );
  expect(rows).toEqual([
    { structure: blue, persons: 1, messages: 1 },
    { structure: real, persons: 1, messages: 2 },
  ]);
  const persons = await database.get("SELECT COUNT(DISTINCT personId) AS n FROM Conversation", []);
  expect(persons).toEqual({ n: 2 });
});

test.each([
  ["another structure's", `/webhooks/telegram/${blue}`, bots[real].secret, 401],
  ["another structure's, at the first one's", "/webhooks/telegram", bots[green].secret, 401],
  ["none", `/webhooks/telegram/${green}`, "", 401],
  ["one of no structure", "/webhooks/telegram/maison-rouge", bots[real].secret, 404],
])("with the secret of %s nothing is done", async (_, address, secret, status) => {
  const houses = await threeHouses();
  const response = await houses.update(address, secret, textUpdate(1, 77, "bonjour"));
  expect(response.status).toBe(status);
  expect(await houses.house.database.get("SELECT COUNT(*) AS n FROM Inbound", [])).toEqual({
    n: 0,
  });
});

test("the state of each channel is said with its structure", async () => {
  const houses = await threeHouses();
  const ready = (await (await houses.request("/readyz")).json()) as {
    channels: { name: string; structure: string }[];
  };
  expect(ready.channels.map(({ name, structure }) => `${name} ${structure}`).toSorted()).toEqual(
    ["telegram", "web"].flatMap((name) => [blue, green, real].map((slug) => `${name} ${slug}`)),
  );
});

function noStructure(): never {
  throw new Error("no such structure");
}
