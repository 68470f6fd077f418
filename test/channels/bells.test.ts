import { expect, onTestFinished, test } from "vitest";
import { ringHere } from "../../src/assemble/ring-here.ts";
import { type Notice, noRingers, type Ringers, type Rung } from "../../src/channels/bells.ts";
import { mailRinger } from "../../src/channels/mail.ts";
import { webChatChannel } from "../../src/channels/web-chat.ts";
import { mailServer } from "../stand-in/mail-server.ts";
import { structure } from "../world.ts";
import { type HouseUnderTest, openHouse } from "./house-under-test.ts";

const lina = "lina";
const browser = JSON.stringify({ endpoint: "https://fcm.googleapis.com/lina", keys: {} });

/** A house whose web chat rings; what rang is kept. */
async function webHouse(outcome: () => Rung = () => ({ outcome: "rung" }), mail?: Ringers["mail"]) {
  const rung: { target: string; notice: Notice }[] = [];
  const push = {
    publicKey: "key",
    ring: async (target: string, notice: Notice) => {
      rung.push({ target, notice });
      return outcome();
    },
  };
  const under = await openHouse({
    at: "2026-11-19T09:00:00+01:00",
    network: "web",
    account: structure,
    ringers: { push, mail: mail ?? null },
    channel: (house) => webChatChannel(structure, ringHere(house)),
  });
  onTestFinished(() => under.close());
  return { under, rung };
}

async function lastChoices(under: HouseUnderTest): Promise<readonly string[]> {
  const conversation = await under.conversation(lina);
  const lines = await under.house.store.transcripts.of(conversation, { notes: false });
  const last = lines.findLast(({ from }) => from === "bot");
  return last?.from === "bot" ? last.content.options.map(({ id }) => id) : [];
}

/** Books on Thursday 26 November by buttons alone. */
async function book(under: HouseUnderTest): Promise<void> {
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  await under.press(lina, "menu.menu.book");
  await under.say(lina, "62220");
  await under.press(lina, "rendez-vous.site.ml-carvin");
  const slots = (await lastChoices(under)).filter((id) => id.includes("ml-carvin"));
  await under.press(lina, slots[1] ?? "");
  await under.press(lina, "rendez-vous.confirm.yes");
  await under.say(lina, "je ne sais pas");
}

async function agree(under: HouseUnderTest, kind: "push" | "mail", target: string): Promise<void> {
  const conversation = await under.conversation(lina);
  const now = under.now();
  await under.house.store.bells.add({ structure, owner: { conversation }, kind, target, now });
}

/** What the page shows of us, the last lines first. */
async function lines(under: HouseUnderTest) {
  const conversation = await under.conversation(lina);
  const all = await under.house.store.transcripts.of(conversation, { notes: false });
  return all.flatMap((line) =>
    line.from === "bot" ? [{ text: line.content.text, state: line.state }] : [],
  );
}

const threeDaysBefore = "2026-11-23T18:00:00+01:00";

test("a reminder rings a closed page, with words that anybody may read", async () => {
  const { under, rung } = await webHouse();
  await book(under);
  await agree(under, "push", browser);
  expect(rung).toEqual([]);
  under.setClock(threeDaysBefore);
  await under.jobs();
  expect(rung).toHaveLength(1);
  expect(rung[0]).toMatchObject({
    target: browser,
    notice: { title: "Nouveau message", link: "http://localhost:3000/", stop: null },
  });
  expect(rung[0]?.notice.body).toContain("jeudi 26 novembre");
  const [last] = (await lines(under)).slice(-1);
  expect(last).toMatchObject({ state: "sent" });
  // and no second time
  await under.jobs();
  expect(rung).toHaveLength(1);
});

test("without a bell nothing is left to send: the page has it", async () => {
  const { under, rung } = await webHouse();
  await book(under);
  under.setClock(threeDaysBefore);
  await under.jobs();
  expect(rung).toEqual([]);
  expect(under.rows("SELECT state FROM Outgoing WHERE state <> 'sent'")).toEqual([]);
});

test("what answers somebody does not ring: they are there", async () => {
  const { under, rung } = await webHouse();
  await book(under);
  await agree(under, "push", browser);
  await under.say(lina, "mon rendez-vous");
  expect(rung).toEqual([]);
});

test("a browser that agreed no more is forgotten, and the reminder stays on the page", async () => {
  const { under, rung } = await webHouse(() => ({ outcome: "gone", why: "push 410" }));
  await book(under);
  await agree(under, "push", browser);
  under.setClock(threeDaysBefore);
  await under.jobs();
  expect(rung).toHaveLength(1);
  expect(under.rows("SELECT id FROM Bell")).toEqual([]);
  expect((await lines(under)).at(-1)?.text).toContain("jeudi 26 novembre");
});

test("a carrier that is down is tried again, and the page shows the reminder meanwhile", async () => {
  let isDown = true;
  const { under, rung } = await webHouse(() =>
    isDown ? { outcome: "tryLater", why: "push 503" } : { outcome: "rung" },
  );
  await book(under);
  await agree(under, "push", browser);
  under.setClock(threeDaysBefore);
  await under.jobs();
  expect((await lines(under)).at(-1)).toMatchObject({ state: "queued" });
  isDown = false;
  under.pass(10 * 60_000);
  await under.jobs();
  expect(rung.length).toBeGreaterThan(1);
  expect((await lines(under)).at(-1)).toMatchObject({ state: "sent" });
});

test("two ways, one of them down: it rang, and does not ring again", async () => {
  const mail = await mailServer();
  onTestFinished(() => mail.close());
  const { under, rung } = await webHouse(
    () => ({ outcome: "tryLater", why: "push 503" }),
    mailRinger({ url: mail.url, from: "cllaj@exemple.fr" }),
  );
  await book(under);
  await agree(under, "push", browser);
  await agree(under, "mail", "lina@exemple.fr");
  under.setClock(threeDaysBefore);
  await under.jobs();
  under.pass(10 * 60_000);
  await under.jobs();
  expect([rung.length, mail.received.length]).toEqual([1, 1]);
});

test("an e-mail says the day and the hour, not why, and how to receive no more", async () => {
  const mail = await mailServer();
  onTestFinished(() => mail.close());
  const { under } = await webHouse(
    undefined,
    mailRinger({ url: mail.url, from: "cllaj@exemple.fr" }),
  );
  await book(under);
  await agree(under, "mail", "lina@exemple.fr");
  under.setClock(threeDaysBefore);
  await under.jobs();
  const [one] = mail.received;
  expect(one?.to).toBe("lina@exemple.fr");
  const [head = "", ...rest] = (one?.data ?? "").split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const said = Buffer.from(
    body
      .replaceAll(/=\r\n/g, "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
  expect(head).toContain("Subject: Nouveau message");
  expect(head.replaceAll("\r\n ", " ")).toMatch(
    /List-Unsubscribe: <http:\/\/localhost:3000\/rappels\/[\w-]+>/,
  );
  expect(said).toContain("jeudi 26 novembre");
  expect(said).not.toMatch(/logement|CLLAJ|Visale/i);
  const [bell] = under.rows("SELECT id FROM Bell");
  expect(said).toContain(`http://localhost:3000/rappels/${String(bell?.["id"])}`);
});

test("an address that does not exist is forgotten; a server that is away is asked again", async () => {
  const mail = await mailServer((to) => (to.startsWith("nobody") ? "550 no such user" : null));
  const ringer = mailRinger({ url: mail.url, from: "cllaj@exemple.fr" });
  const notice = { title: "t", body: "b", link: "l", about: "message", stop: null };
  expect((await ringer.ring("nobody@exemple.fr", notice)).outcome).toBe("gone");
  await mail.close();
  expect((await ringer.ring("lina@exemple.fr", notice)).outcome).toBe("tryLater");
});

test("nobody on the list of calls because their page rings", async () => {
  const { under } = await webHouse();
  await book(under);
  await agree(under, "push", browser);
  under.setClock("2026-11-25T09:00:00+01:00");
  await under.jobs();
  const listed = await under.house.store.callList.toCall(structure, under.now());
  expect(listed.flatMap(({ reasons }) => reasons)).not.toContain("unreached");
});

test("on the web the booking says where to choose how to be told; elsewhere it does not", async () => {
  const { under } = await webHouse();
  await book(under);
  const said = (await lines(under)).map(({ text }) => text).join("\n");
  expect(said).toContain("Pour recevoir tes rappels : http://localhost:3000/rappels");
  const plain = await openHouse({
    ...{ at: "2026-11-19T09:00:00+01:00", network: "web", ringers: noRingers },
    account: structure,
    channel: webChatChannel(structure),
  });
  onTestFinished(() => plain.close());
  await book(plain);
  expect((await lines(plain)).map(({ text }) => text).join("\n")).not.toContain("/rappels");
});

test("the same browser twice is one bell, and nobody has more than five", async () => {
  const { under } = await webHouse();
  await under.say(lina, { kind: "opened" });
  for (let one = 0; one < 7; one++) {
    under.pass(1_000);
    await agree(under, "mail", `lina${one}@exemple.fr`);
    await agree(under, "mail", `LINA${one}@exemple.fr`);
  }
  const conversation = await under.conversation(lina);
  const kept = await under.house.store.bells.of({ conversation });
  expect(kept.map(({ target }) => target.toLowerCase())).toEqual(
    [2, 3, 4, 5, 6].map((one) => `lina${one}@exemple.fr`),
  );
});
