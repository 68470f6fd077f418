import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import type { Address, Message } from "../../src/base/message.ts";
import { after, hour, type Instant } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  countOf,
  everything,
  formerKey,
  morning,
  presentKey,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const number = "33600000001";
const hidden = "98765432101234@lid";
const scoped = "FR.1001";
const tomorrow = after(morning, 24 * hour);

type From = Pick<Address, "channel" | "account">;

const phone: From = { channel: "whatsapp-web", account: slug };
const official: From = { channel: "whatsapp", account: "4242" };
const otherId: From = { channel: "whatsapp", account: "5151" };

interface Given {
  readonly at?: Instant;
  readonly aliases?: readonly string[];
  readonly id?: string;
}

let told = 0;

function writing(from: From, address: string, { at = morning, aliases, id }: Given = {}): Message {
  return {
    id: id ?? `m-${++told}`,
    from: { ...from, address },
    at,
    content: { kind: "text", text: "bonjour" },
    ...(aliases ? { aliases } : {}),
  };
}

async function hear(store: Shelf, ...given: Parameters<typeof writing>): Promise<ConversationId> {
  const message = writing(...given);
  const accepted = await store.conversations.accept(slug, message, message.at);
  if (accepted.outcome === "seen") throw new Error("already met");
  return accepted.conversation;
}

async function answered(store: Shelf, conversation: ConversationId): Promise<void> {
  for (;;) {
    const pending = await readAgain(store, conversation);
    if (pending.messages.length === 0) return;
    await store.conversations.commit(turnOn(store, pending));
  }
}

async function standing(database: Database) {
  return database.all(
    `SELECT c.id, c.channel, a.channel AS reached, a.account, c.heldBy, c.workerId, c.epoch
     FROM Conversation c JOIN Address a ON a.conversationId = c.id ORDER BY c.id`,
  );
}

/** The ways an association moves: the person writes from the first, then from the second. */
const moves: readonly [string, From, From][] = [
  ["from the phone to the official API", phone, official],
  ["from the official API back to the phone", official, phone],
  ["to another phone number id", official, otherId],
];

/** One person on the two ways into WhatsApp, on any database behind the port. */
export function whatsappMovesContract(open: () => Promise<Database>): void {
  test.each(moves)("an association moves %s: the conversation goes on", async (_, before, now) => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, before, number);
    await answered(store, lina);
    await book(store, lina, { start: tomorrow, id: "theirs" });
    await store.handOvers.takeOver(lina, "nadia" as WorkerId, morning);
    const [stands] = await standing(database);
    expect(await store.conversations.conversationOf(slug, { ...now, address: number })).toBe(lina);
    expect(await hear(store, now, number, { at: after(morning, hour), aliases: [scoped] })).toBe(
      lina,
    );
    const reached = { channel: now.channel, reached: now.channel, account: now.account };
    expect(await standing(database)).toEqual([{ ...stands, ...reached }]);
    const pending = await readAgain(store, lina);
    expect(pending).toMatchObject({
      isNew: false,
      conversation: { channel: now.channel, heldBy: "worker" },
    });
    expect(pending.conversation.memory.language).toBe("fr");
    expect(
      (await store.diary.upcomingOf(pending.conversation.person, morning)).map(({ id }) => id),
    ).toEqual(["theirs"]);
    expect((await store.transcripts.of(lina, { notes: true })).length).toBeGreaterThan(2);
    // what waited to be sent leaves on the new way
    expect(await store.outgoing.toSend(lina)).toMatchObject([
      { channel: now.channel, account: now.account, address: number },
    ]);
    expect(await countOf(database, "Address")).toBe(1);
  });

  test.each(moves)("what was held leaves on the new way (%s)", async (_, before, now) => {
    const store = storeOn(await open());
    const lina = await hear(store, before, number);
    await answered(store, lina);
    const [message] = await store.outgoing.toSend(lina);
    await store.outgoing.hold({ id: message?.id ?? 0, heardAt: morning }, "window closed", null);
    const at = after(morning, 30 * hour);
    const accepted = await store.conversations.accept(slug, writing(now, number, { at }), at);
    expect(accepted).toEqual({ outcome: "stored", conversation: lina, released: 1 });
    expect(await store.outgoing.toSend(lina)).toMatchObject([
      { id: message?.id, channel: now.channel },
    ]);
  });

  test.each(moves)(
    "a number that was recycled brings no history along (%s)",
    async (_, before, now) => {
      const store = storeOn(await open());
      const theirs = before.channel === "whatsapp" ? scoped : hidden;
      const lina = await hear(store, before, number, { aliases: [theirs] });
      await answered(store, lina);
      await store.conversations.moved(slug, { ...before, address: number }, after(morning, hour));
      const stranger = await hear(store, now, number, { at: after(morning, 2 * hour) });
      expect(stranger).not.toBe(lina);
      expect((await readAgain(store, stranger)).isNew).toBe(true);
      expect(await hear(store, before, theirs, { at: after(morning, 3 * hour) })).toBe(lina);
    },
  );

  test("another person's id with the same number, on another account: the number is theirs, the history is not", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, official, number, { aliases: [scoped] });
    const stranger = await hear(store, otherId, number, { aliases: ["FR.2002"], at: tomorrow });
    expect(stranger).not.toBe(lina);
    expect(await hear(store, phone, number, { at: tomorrow })).toBe(stranger);
    expect(await hear(store, otherId, scoped, { at: tomorrow })).toBe(lina);
  });

  test("back and forth, every id that was told leads to the one conversation", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, phone, hidden, { aliases: [number] });
    expect(await hear(store, official, number, { aliases: [scoped] })).toBe(lina);
    expect(await hear(store, phone, hidden)).toBe(lina);
    expect(await hear(store, otherId, scoped)).toBe(lina);
    expect(await hear(store, phone, number)).toBe(lina);
  });

  test("a hidden id that never told its number is a stranger to the official API, until it does", async () => {
    const store = storeOn(await open());
    const onPhone = await hear(store, phone, hidden);
    const onApi = await hear(store, official, number, { aliases: [scoped] });
    expect(onApi).not.toBe(onPhone);
    const other = storeOn(await open());
    const lina = await hear(other, phone, hidden);
    expect(await hear(other, phone, hidden, { aliases: [number] })).toBe(lina);
    expect(await hear(other, official, number, { aliases: [scoped] })).toBe(lina);
  });

  test("both arrive at once: one conversation, both messages, reached on one of the two", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, phone, number);
    await answered(store, lina);
    const messages = [
      writing(official, number, { id: "1", aliases: [scoped] }),
      writing(phone, number, { id: "2" }),
    ];
    const again = [...messages, ...messages];
    const accepted = await Promise.all(
      again.map((one) => store.conversations.accept(slug, one, morning)),
    );
    expect(accepted.map(({ outcome }) => outcome).sort()).toEqual([
      "seen",
      "seen",
      "stored",
      "stored",
    ]);
    expect(await countOf(database, `Inbound WHERE conversationId = '${lina}'`)).toBe(3);
    expect(await countOf(database, "Address")).toBe(1);
    const before = await everything(database);
    for (const one of messages) await store.conversations.accept(slug, one, tomorrow);
    expect(await everything(database)).toBe(before);
  });

  test("a stranger who writes on both at once is one person", async () => {
    const database = await open();
    const store = storeOn(database);
    const both = [writing(official, number), writing(phone, number)];
    await Promise.all(both.map((one) => store.conversations.accept(slug, one, morning)));
    expect(await countOf(database, "Address")).toBe(1);
    expect(await countOf(database, "Inbound")).toBe(2);
  });

  test("a message of before the move, delivered after it, moves nobody back", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, phone, number);
    await answered(store, lina);
    await hear(store, official, number, { at: tomorrow });
    expect(await hear(store, phone, number, { at: after(morning, hour) })).toBe(lina);
    expect(await standing(database)).toMatchObject([{ channel: "whatsapp", reached: "whatsapp" }]);
  });

  test("the move goes on while keys rotate", async () => {
    const database = await open();
    const lina = await hear(storeOn(database, formerKey), phone, number, { aliases: [hidden] });
    const rotating = storeOn(database, presentKey, formerKey);
    expect(await hear(rotating, official, number, { aliases: [scoped] })).toBe(lina);
    const rotated = storeOn(database, presentKey);
    expect(await hear(rotated, official, scoped)).toBe(lina);
    expect(await hear(storeOn(database, presentKey, formerKey), phone, hidden)).toBe(lina);
  });

  test("in another structure the same number is somebody else", async () => {
    const store = storeOn(await open());
    const here = await hear(store, phone, number);
    const there = await store.conversations.accept(
      "ccas-malakoff",
      writing(official, number),
      morning,
    );
    expect(there).not.toMatchObject({ conversation: here });
  });
}
