import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, instant, second } from "../../src/base/time.ts";
import { presenceHere } from "../../src/desk/presence.ts";
import { requestsTo } from "./desk-requests.ts";
import { elsewhere, hoursAgo, waits, worker, world } from "./desk-world.ts";

const nine = instant("2026-11-24T09:00:00Z");
const lina = "lina" as ConversationId;
const lea = "lea" as WorkerId;
const tom = "tom" as WorkerId;

test("who has a conversation open is told who else has, what they do, and no more once they are gone", () => {
  const presence = presenceHere();
  const seen = (who: WorkerId, doing: "reads" | "writes", seconds: number, where = lina) =>
    presence
      .seen(where, { worker: who, doing }, after(nine, seconds * second))
      .map((one) => `${one.worker} ${one.doing}`);
  expect(seen(lea, "reads", 0)).toEqual([]);
  expect(seen(tom, "writes", 1)).toEqual(["lea reads"]);
  expect(seen(lea, "reads", 8)).toEqual(["tom writes"]);
  expect(seen(lea, "reads", 9)).toEqual(["tom reads"]);
  expect(seen(lea, "reads", 25)).toEqual(["tom reads"]);
  expect(seen(lea, "reads", 26)).toEqual([]);
  expect(seen(tom, "reads", 27, "amina" as ConversationId)).toEqual([]);
});

test("no more than five hundred conversations are remembered, the latest", () => {
  const presence = presenceHere();
  for (let count = 0; count <= 500; count++)
    presence.seen(`c${count}` as ConversationId, { worker: lea, doing: "reads" }, nine);
  const others = (id: string) =>
    presence.seen(id as ConversationId, { worker: tom, doing: "reads" }, nine).length;
  expect([others("c500"), others("c0")]).toEqual([1, 0]);
});

test("on the page two colleagues see each other; somebody of another structure is neither told nor seen", async () => {
  const desk = world();
  const id = await desk.write({ who: "lina", standing: waits("normal", "human", hoursAgo(1)) });
  const nadia = await worker(desk, "Nadia");
  const karim = await worker(desk, "Karim");
  const zoe = await worker(desk, "Zoé", elsewhere);
  const { post } = requestsTo(desk);
  const told = async (cookie: string, query = "") =>
    (await post(`/conversations/${id}/present${query}`, cookie, {})).text();
  expect(await told(nadia.cookie)).toBe("");
  expect((await post(`/conversations/${id}/present`, zoe.cookie, {})).status).toBe(404);
  expect(await told(karim.cookie, "?ecrit=1")).toBe("Nadia lit aussi cette conversation.");
  expect(await told(nadia.cookie)).toBe("Karim écrit.");
});
