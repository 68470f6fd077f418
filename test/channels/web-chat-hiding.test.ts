import type { Hono } from "hono";
import { expect, test } from "vitest";
import { openChat, reply, testHouse } from "./web-chat-house.ts";

const site = "http://localhost:3000";

/** A browser that keeps its cookies, each under its name. */
function browserOf(app: Hono) {
  const cookies = new Map<string, string>();
  return async (path: string, body?: Record<string, string> | string): Promise<Response> => {
    const isJson = typeof body === "string";
    const answer = await app.request(`${site}${path}`, {
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        Origin: site,
        ...(isJson ? { "Content-Type": "application/json" } : {}),
      },
      ...(body === undefined ? {} : { method: "POST" }),
      ...(body === undefined ? {} : { body: isJson ? body : new URLSearchParams(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
}

async function chatHouse() {
  const house = testHouse({ answer: () => [reply("Bonjour Lina.")] });
  const { app } = await openChat(house);
  return { house, ask: browserOf(app) };
}

test.each(["météo", "METEO", " Météo "])(
  "« %s » hides the page, and reaches nobody",
  async (word) => {
    const { house, ask } = await chatHouse();
    await ask("/", { text: "bonjour" });
    const answer = await ask("/", { text: word });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/");
    expect(house.received.map(({ content }) => content)).toEqual([
      { kind: "text", text: "bonjour" },
    ]);
    const page = await (await ask("/")).text();
    expect(page).not.toContain("Bonjour Lina.");
    expect(page).not.toMatch(/logement|CLLAJ/);
  },
);

test("sent by a script that did not look, the word is not kept either", async () => {
  const { house, ask } = await chatHouse();
  const answer = await ask("/chat/messages", JSON.stringify({ id: "m-1", text: "météo" }));
  expect(await answer.json()).toEqual({ outcome: "hidden" });
  expect(house.received).toEqual([]);
});

test("inside a sentence the word is a message", async () => {
  const { house, ask } = await chatHouse();
  await ask("/", { text: "la météo demain ?" });
  expect(house.received).toHaveLength(1);
});

test("one's own word hides too; a word of two letters is not kept", async () => {
  const { house, ask } = await chatHouse();
  await ask("/chat/word", { word: "ok" });
  expect(await (await ask("/")).text()).toContain("écris « météo »");
  await ask("/chat/word", { word: "Cerise" });
  expect(await (await ask("/")).text()).not.toContain("Cerise");
  await ask("/", { text: "ok" });
  await ask("/", { text: "cérise" });
  expect(house.received.map(({ content }) => content)).toEqual([{ kind: "text", text: "ok" }]);
});

test("leaving shows another site, and the page only after it is opened again", async () => {
  const { ask } = await chatHouse();
  await ask("/", { text: "bonjour" });
  const away = await ask("/chat/leave");
  expect(away.headers.get("Location")).toBe("https://meteofrance.com/");
  expect(await (await ask("/")).text()).not.toContain("Bonjour Lina.");
  expect((await ask("/chat/show", {})).headers.get("Location")).toBe("/");
  expect(await (await ask("/")).text()).toContain("Bonjour Lina.");
});
