import { expect, test } from "vitest";
import type { Message } from "../../src/base/message.ts";
import { after, hour, type Instant, instant } from "../../src/base/time.ts";
import type { NetworkStatus, PhoneWords } from "../../src/channels/channel.ts";
import {
  takeWebAck,
  takeWebEdit,
  takeWebMessage,
  takeWebMove,
  type WebDoor,
} from "../../src/channels/whatsapp-web-door.ts";
import type { WebMessage } from "../../src/channels/whatsapp-web-message.ts";
import { ownWords } from "../../src/channels/whatsapp-web-own.ts";

const pairedAt = instant("2026-11-23T09:00:00.400+01:00");
const lina = "33600000001";

/** A door whose house keeps what it is given; `known` are the addresses that have a conversation. */
function doorWith(known: readonly string[], ids: Readonly<Record<string, readonly string[]>> = {}) {
  const received: Message[] = [];
  const words: PhoneWords[] = [];
  const statuses: NetworkStatus[] = [];
  const moved: string[] = [];
  const door: WebDoor = {
    account: "rencontres-et-loisirs",
    clock: { now: () => after(pairedAt, hour) },
    own: ownWords(),
    pairedAt: () => pairedAt,
    isKnown: async ({ address }) => known.includes(address),
    otherIds: async (address) => ids[address] ?? [],
    receive: async (message) => received.push(message),
    spokenOnPhone: async (one) => words.push(one),
    heard: async (status) => statuses.push(status),
    moved: async ({ address }) => moved.push(address),
  };
  return { door, received, words, statuses, moved };
}

function message(body: string, rest: Partial<WebMessage["id"]> = {}, at = pairedAt): WebMessage {
  const id = { id: "A1", _serialized: "A1", fromMe: false, remote: `${lina}@c.us`, ...rest };
  const timestamp = Math.floor(at / 1000);
  return {
    ...{ id, body, timestamp, type: "chat", rawData: {} },
    ...{ hasMedia: false, isStatus: false, broadcast: false },
  };
}

test("a stranger is read only when they open with our words", async () => {
  const { door, received } = doorWith([]);
  expect(await takeWebMessage(door, message("Bonjour"))).toBe("notOurs");
  expect(await takeWebMessage(door, message("Bonjour Trousseau, j'ai 19 ans"))).toBe("taken");
  expect(received.map(({ content }) => content)).toEqual([
    { kind: "text", text: "Bonjour Trousseau, j'ai 19 ans" },
  ]);
});

test("somebody with a conversation is read whatever they say", async () => {
  const { door, received } = doorWith([lina]);
  await takeWebMessage(door, message("19"));
  expect(received).toMatchObject([
    { id: "A1", from: { channel: "whatsapp-web", account: door.account, address: lina } },
  ]);
});

test("nothing from before the pairing is read; the second it was made in is ours", async () => {
  const { door, received } = doorWith([lina]);
  expect(await takeWebMessage(door, message("avant", {}, after(pairedAt, -1_000)))).toBe("ignored");
  expect(await takeWebMessage(door, message("pendant"))).toBe("taken");
  expect(received).toHaveLength(1);
});

test("while the pairing is not known nothing is read", async () => {
  const { door } = doorWith([lina]);
  expect(await takeWebMessage({ ...door, pairedAt: () => null }, message("19"))).toBe("ignored");
});

test("a hidden id of somebody known leads to their conversation, and is kept with it", async () => {
  const hidden = "777777777777@lid";
  const { door, received } = doorWith([lina], { [hidden]: [lina] });
  await takeWebMessage(door, message("19", { remote: hidden }));
  expect(received).toMatchObject([{ from: { address: lina }, aliases: [hidden] }]);
});

test("a number that we know brings the hidden id behind it now: it may be another person's", async () => {
  const hidden = "222222222222@lid";
  const { door, received } = doorWith([lina], { [lina]: [hidden] });
  await takeWebMessage(door, message("19"));
  expect(received).toMatchObject([{ from: { address: lina }, aliases: [hidden] }]);
});

test("a stranger whose number is known with their hidden id brings both", async () => {
  const hidden = "777777777777@lid";
  const { door, received } = doorWith([], { [hidden]: [lina] });
  await takeWebMessage(door, message("Bonjour Trousseau", { remote: hidden }));
  expect(received).toMatchObject([{ from: { address: hidden }, aliases: [lina] }]);
});

test("our own answer is no word of the team, even when the page shows it before we know its id", async () => {
  const { door, words } = doorWith([lina]);
  const shown: Promise<unknown>[] = [];
  await door.own.sending("Bonjour !", async () => {
    shown.push(takeWebMessage(door, message("Bonjour !", { fromMe: true, id: "O1" })));
    return "O1";
  });
  expect(await Promise.all(shown)).toEqual(["ignored"]);
  await takeWebMessage(door, message("Je suis Nadia", { fromMe: true, id: "P1" }));
  expect(words).toMatchObject([{ networkId: "P1", address: lina, text: "Je suis Nadia" }]);
});

test("an answer of ours whose id never came is known by its words", async () => {
  const { door, words } = doorWith([lina]);
  const failing = door.own.sending("Bonjour !", () => Promise.reject(new Error("too slow")));
  await expect(failing).rejects.toThrow("too slow");
  await takeWebMessage(door, message("Bonjour !", { fromMe: true, id: "O1" }));
  expect(words).toEqual([]);
});

test("what the phone's owner writes to a neighbour is none of our business", async () => {
  const { door, words } = doorWith([]);
  expect(await takeWebMessage(door, message("Bonsoir", { fromMe: true }))).toBe("notOurs");
  expect(words).toEqual([]);
});

test.each([
  [-1, "failed"],
  [1, "sent"],
  [2, "delivered"],
  [3, "read"],
  [4, "read"],
] as const)("an ack of %i is told as %s", async (ack, state) => {
  const { door, statuses } = doorWith([lina]);
  await takeWebAck(door, message("", { fromMe: true, id: "O1" }), ack);
  expect(statuses).toMatchObject([{ networkId: "O1", state }]);
});

test("an ack of 0, of their message, or of a neighbour's chat is not told", async () => {
  const { door, statuses } = doorWith([lina]);
  await takeWebAck(door, message("", { fromMe: true }), 0);
  await takeWebAck(door, message("", { fromMe: false }), 3);
  await takeWebAck(door, message("", { fromMe: true, remote: "33600000002@c.us" }), 3);
  expect(statuses).toEqual([]);
});

test("an edit is looked at under an id of its own; a first decryption is none", async () => {
  const { door, received } = doorWith([lina]);
  expect(await takeWebEdit(door, message("x"), "19 ans", "")).toBe("ignored");
  await takeWebEdit(door, message("x"), "19 ans", "18 ans");
  expect(received).toMatchObject([
    { id: "A1|19 ans", content: { kind: "edited", text: "19 ans" } },
  ]);
});

test("somebody known who changes number leaves their address", async () => {
  const { door, moved } = doorWith([lina]);
  const timestamp = Math.floor(pairedAt / 1000);
  expect(await takeWebMove(door, `${lina}@c.us`, { timestamp })).toBe("taken");
  expect(await takeWebMove(door, "33600000002@c.us", { timestamp })).toBe("notOurs");
  expect(moved).toEqual([lina]);
});

test("a message that was never dated is not taken for one of today", async () => {
  const { door } = doorWith([lina]);
  expect(await takeWebMessage(door, message("19", {}, 0 as Instant))).toBe("ignored");
});
