import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import type { WrittenReply } from "../../src/base/message.ts";
import { after, hour, type Instant, second } from "../../src/base/time.ts";
import { connectNumbers } from "../../src/channels/whatsapp-cloud-numbers.ts";
import { takeWebMessage, type WebDoor } from "../../src/channels/whatsapp-web-door.ts";
import { ownWords } from "../../src/channels/whatsapp-web-own.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { pressMessage, signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { structure } from "../world.ts";
import { openHouse } from "./house-under-test.ts";

const account = "106540352242922";
const secret = "the secret of the app";
const lina = "33639980001";

/** One house with its phone (WhatsApp Web's own door) and its number (the real webhook). */
async function bothWays() {
  const api = await openGraphApi();
  const under = await openHouse();
  const { house } = under;
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  const typed: { readonly to: string; readonly reply: WrittenReply }[] = [];
  house.connect({
    ...{ name: "whatsapp-web", account: structure },
    async send(to, reply) {
      typed.push({ to, reply });
      return { outcome: "delivered", networkId: `web.${typed.length}` };
    },
  });
  const settings = {
    ...{ phoneNumberId: account, accessToken: graphToken, appSecret: secret },
    ...{ verifyToken: "v", apiRoot: api.root },
  };
  const cloud = connectNumbers(house, new Map([[structure, settings]])) ?? new Hono();
  const linkedAt = under.now();
  const door: WebDoor = {
    ...{ account: structure, clock: house.clock, own: ownWords() },
    pairedAt: () => linkedAt,
    isKnown: async (address) =>
      (await house.store.conversations.conversationOf(structure, address)) !== null,
    otherIds: async () => [],
    receive: (message) => house.receive(structure, message),
    spokenOnPhone: (words) => house.spokenOnPhone(structure, "whatsapp-web", structure, words),
    heard: (status) => house.heard(structure, structure, status),
    moved: (address, at) => house.moved(structure, address, at),
  };
  let told = 0;
  const onPhone = async (body: string) => {
    const id = { id: `3EB${++told}`, _serialized: "x", fromMe: false, remote: `${lina}@c.us` };
    const taken = await takeWebMessage(door, {
      ...{ id, body, timestamp: Math.floor(under.now() / second), type: "chat", rawData: {} },
      ...{ hasMedia: false, isStatus: false, broadcast: false },
    });
    await house.settled();
    return taken;
  };
  const post = async (message: object) => {
    const body = webhookOf(account, { ...message, from_user_id: "FR.1" });
    const response = await cloud.request("/", {
      ...{ method: "POST", body, headers: signatureOf(body, secret) },
    });
    await house.settled();
    return response.status;
  };
  const seconds = () => String(Math.floor(under.now() / second));
  const onApi = (text: string) => post(textMessage(`wamid.${++told}`, lina, text, seconds()));
  const press = (option: string) => post(pressMessage(`wamid.${++told}`, lina, option, seconds()));
  return { under, api, typed, onPhone, onApi, press };
}

test("an association moves from its phone to the API and back: the same conversation, appointment, reminder and worker", async () => {
  const { under, api, typed, onPhone, onApi, press } = await bothWays();
  await onPhone("Bonjour Trousseau");
  await onPhone("1");
  for (const said of ["prendre rendez-vous", "carvin", "1", "1", "1", "Lina"]) await onPhone(said);
  expect(under.rows("SELECT status FROM Appointment")).toEqual([{ status: "booked" }]);
  const [row] = under.rows("SELECT conversationId, personId, startsAt FROM Appointment");
  const before = typed.length;

  expect(await onApi("mon rendez-vous")).toBe(200);
  expect(typed).toHaveLength(before);
  expect(api.calls.map(({ body }) => body["to"])).toEqual([lina]);
  expect(JSON.stringify(api.calls)).toContain("Carvin");
  expect(under.rows("SELECT id, personId, channel FROM Conversation")).toEqual([
    { id: row?.["conversationId"], personId: row?.["personId"], channel: "whatsapp" },
  ]);
  await press("menu.menu.book");
  const asked = api.calls.length;

  // the reminder of what was booked on the phone leaves by the API
  const [due] = under.rows("SELECT MIN(dueAt) AS at FROM Reminder WHERE state = 'planned'");
  under.setClock(after(Number(due?.["at"]) as Instant, -hour));
  await onApi("menu");
  under.pass(hour);
  await under.jobs();
  const kinds = under.rows("SELECT kind, state FROM Outgoing WHERE kind = 'reminder'");
  expect(kinds[0]).toMatchObject({ state: "sent" });
  expect(api.calls.length).toBeGreaterThan(asked + 1);
  expect(typed).toHaveLength(before);

  const conversation = String(row?.["conversationId"]) as Parameters<typeof under.house.answer>[0];
  await under.house.store.handOvers.takeOver(conversation, "nadia" as WorkerId, under.now());
  under.pass(60_000);
  expect(await onPhone("je suis revenue sur ce numéro")).toBe("taken");
  const stands = "SELECT heldBy, workerId, channel FROM Conversation";
  expect(under.rows(stands)).toEqual([
    { heldBy: "worker", workerId: "nadia", channel: "whatsapp-web" },
  ]);
  const reply = { text: "bonjour, c'est Nadia", options: [] };
  const answer = under.house.store.handOvers.answer;
  await answer(conversation, "nadia" as WorkerId, "k", reply, under.now());
  await under.house.deliver(conversation);
  expect(typed.slice(before).map(({ to, reply }) => [to, reply.text])).toEqual([
    [lina, reply.text],
  ]);
});
