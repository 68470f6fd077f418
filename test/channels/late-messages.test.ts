import { expect, onTestFinished, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { after, hour } from "../../src/base/time.ts";
import { putOnCallList } from "../../src/store/call-list.ts";
import { structure } from "../world.ts";
import { account, type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const late = "Désolé, je n'ai pas pu te répondre plus tôt.";

async function opened(): Promise<HouseUnderTest> {
  const under = await openHouse();
  onTestFinished(() => under.close());
  await meet(under, "lina");
  return under;
}

/** A message written that many hours ago, which reaches us only now; gives what is answered. */
async function writtenAgo(under: HouseUnderTest, hours: number, content: Content, id = "M1") {
  const before = under.sent.length;
  const from = { channel: "telegram", account, address: "lina" } as const;
  await under.house.receive(structure, {
    ...{ id, from, content },
    at: after(under.now(), -hours * hour),
  });
  await under.house.settled();
  return under.sent.slice(before).map(({ reply }) => reply.text);
}

async function standing(under: HouseUnderTest) {
  const id = await under.conversation("lina");
  const pending = await under.house.store.conversations.pending(id);
  return { heldBy: pending?.conversation.heldBy, need: pending?.conversation.need };
}

const question: Content = { kind: "text", text: "c'est quoi visale ?" };

test("a message of an hour ago is answered", async () => {
  const under = await opened();
  const [answer = ""] = await writtenAgo(under, 1, question);
  expect(answer).not.toContain(late);
  expect(await standing(under)).toMatchObject({ heldBy: "bot" });
});

test("a message of five hours ago is answered with an apology", async () => {
  const under = await opened();
  const [answer = ""] = await writtenAgo(under, 5, question);
  expect(answer.startsWith(late)).toBe(true);
  expect(await standing(under)).toMatchObject({ heldBy: "bot" });
});

test("messages of more than a day ago go to the team, and the person is told once", async () => {
  const under = await opened();
  const [told = "", ...more] = await writtenAgo(under, 25, question);
  expect(told).toMatch(/personne de l'équipe/);
  expect(more).toEqual([]);
  expect(await writtenAgo(under, 25, { kind: "text", text: "svp" }, "M2")).toEqual([]);
  expect(await standing(under)).toEqual({ heldBy: "waiting", need: "old_message" });
});

test("words of danger are answered however old they are", async () => {
  const under = await opened();
  const said = await writtenAgo(under, 25, { kind: "text", text: "je dors dehors ce soir" });
  expect(said.join("\n")).toContain("115");
});

test("whom nothing may be written to waits for a call; who waits already keeps their need", async () => {
  const under = await opened();
  const id = await under.conversation("lina");
  await putOnCallList(under.house.store.database, id, under.now());
  expect(await standing(under)).toEqual({ heldBy: "waiting", need: "call_back" });
  const other = await opened();
  await other.say("lina", "je veux parler à quelqu'un");
  const before = await standing(other);
  await putOnCallList(other.house.store.database, await other.conversation("lina"), other.now());
  expect(before.heldBy).toBe("waiting");
  expect(await standing(other)).toEqual(before);
});
