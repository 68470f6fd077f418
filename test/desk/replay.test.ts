import { expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, home, tuesday, worker, world } from "./desk-world.ts";

test("how the assistant came to it: each turn, what it heard at which question, decided and did", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const zoe = await worker(desk, "Zoé", elsewhere);
  const id = await desk.write({ who: "lina", text: "19 ans" });
  const events = [
    ["t1", "wished", "visale", "age", "visale"],
    ["t1", "entered", "visale", "age", null],
    ["t2", "answered", "visale", "age", null],
    ["t2", "decided", "visale", "result", "visale:eligible"],
  ];
  for (const [position, [turn, kind, flow, step, value]] of events.entries()) {
    await desk.database.run({
      sql: `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, step, value, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      values: [`x${turn}`, position, home, id, kind, flow, step, value, tuesday] as never,
    });
  }
  const requests = requestsTo(desk);
  const path = `/conversations/${id}/pourquoi`;
  const page = wordsOf(await requests.page(path, lea.cookie));
  expect(page).toContain("Il comprend une envie. visale.age → visale");
  expect(page).toMatch(/Il comprend une réponse à la question : « .*âge.* » visale\.age/);
  expect(page).toContain("Il applique une règle. visale.result → visale:eligible");
  expect((await requests.get(path, zoe.cookie)).status).toBe(404);
});
