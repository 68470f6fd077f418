import type { D1Database } from "@cloudflare/workers-types";
import { beforeEach, expect, test } from "vitest";
import worker from "../../src/main-worker.ts";
import type { Errand } from "../../src/worker/errand.ts";
import { emptyD1, given } from "./d1-under-test.ts";

const kept: Promise<unknown>[] = [];
const context = {
  waitUntil: (work: Promise<unknown>) => void kept.push(work),
  passThroughOnException: () => undefined,
  props: {},
} as never;
const errands: Errand[] = [];
const queue = {
  send: async (body: Errand) => void errands.push(body),
  async sendBatch(messages: Iterable<{ body: Errand }>) {
    for (const { body } of messages) errands.push(body);
  },
};
function environment(more: Record<string, unknown> = {}) {
  return {
    DB: given.DB,
    ERRANDS: queue,
    SECRET_KEY: "a key of these tests, long enough to be one",
    PUBLIC_URL: "https://trousseau.example",
    LOG_LEVEL: "silent",
    STRUCTURE: "rencontres-et-loisirs,ccas-malakoff",
    ...more,
  } as never;
}

beforeEach(async () => {
  errands.length = 0;
  kept.length = 0;
  await emptyD1();
});

/** D1, save that it breaks at statements that say so. */
function breakingAt(words: string): D1Database {
  return new Proxy(given.DB, {
    get(target, name) {
      if (name === "prepare") {
        return (sql: string) => {
          if (sql.includes(words)) throw new Error("D1_ERROR: row too large");
          return target.prepare(sql);
        };
      }
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

test("a tick sends the jobs on their way even when the deployment cannot be furnished, and furnishes it later", async () => {
  await worker.scheduled({} as never, environment({ DB: breakingAt("INTO Structure") }), context);
  expect(errands.map((errand) => errand.kind === "pass" && errand.job)).toEqual([
    "reminders",
    "statuses",
    "agendas",
    "mornings",
    "workshops",
    "media",
    "waiting-list",
    "calls",
    "idle",
    "dossiers",
    "situations",
    "redrive",
    "sweep",
    "purge",
    "webhooks",
  ]);
  await worker.scheduled({} as never, environment(), context);
  const { results } = await given.DB.prepare("SELECT slug FROM Structure ORDER BY slug").all();
  expect(results).toEqual([{ slug: "ccas-malakoff" }, { slug: "rencontres-et-loisirs" }]);
});

test("a message of the web chat is answered although its sender closes the page meanwhile", async () => {
  const request = new Request("https://trousseau.example/chat/messages", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://trousseau.example" },
    body: JSON.stringify({ id: "m-1", text: "je dors dehors ce soir" }),
  });
  const response = await worker.fetch(request as never, environment(), context);
  expect(response.status).toBe(202);
  expect(kept.length).toBeGreaterThan(0);
  await Promise.all(kept);
  const { results } = await given.DB.prepare("SELECT state FROM Inbound").all();
  expect(results).toEqual([{ state: "done" }]);
});

test("a turn that the database breaks is left to the queue, to be taken up again soon", async () => {
  const request = new Request("https://trousseau.example/chat/messages", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://trousseau.example" },
    body: JSON.stringify({ id: "m-2", text: "bonjour" }),
  });
  const broken = environment({ DB: breakingAt("INTO Conversation") });
  await worker.fetch(request as never, broken, context);
  await Promise.all(kept);
  expect(errands.map(({ kind }) => kind)).toEqual(["takeUp"]);
  const [errand] = errands;
  const settled: string[] = [];
  const message = {
    ...{ id: "1", body: errand, attempts: 1 },
    ack: () => settled.push("ack"),
    retry: () => settled.push("retry"),
  };
  await worker.queue({ messages: [message] } as never, environment(), context);
  expect(settled).toEqual(["ack"]);
  const { results } = await given.DB.prepare("SELECT state FROM Outgoing").all();
  expect(results).toEqual([{ state: "sent" }]);
});

test("an errand that breaks is asked for again, later and later", async () => {
  const delays: unknown[] = [];
  for (const attempts of [1, 2, 3, 9]) {
    const message = {
      ...{ id: "1", attempts, body: { kind: "takeUp", conversation: "x" } },
      ack: () => delays.push("ack"),
      retry: ({ delaySeconds }: { delaySeconds: number }) => delays.push(delaySeconds),
    };
    const broken = environment({ DB: breakingAt("FROM Address") });
    await worker.queue({ messages: [message] } as never, broken, context);
  }
  expect(delays).toEqual([5, 25, 125, 300]);
});
