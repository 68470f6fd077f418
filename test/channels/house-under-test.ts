import type { ConversationId } from "../../src/base/ids.ts";
import type { ChannelName, Content, WrittenReply } from "../../src/base/message.ts";
import { after, type Instant, instant } from "../../src/base/time.ts";
import type { Ringers } from "../../src/channels/bells.ts";
import type { Channel, Delivery } from "../../src/channels/channel.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import type { JobLine } from "../../src/jobs/job.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import type { Database } from "../../src/store/database.ts";
import { mondayMorning, settingsWith, structure } from "../world.ts";

/** One request to the network, as it was when it left. */
export interface Sent {
  readonly person: string;
  readonly reply: WrittenReply;
  readonly at: Instant;
  /** What the database said of it at that moment: reply, reminder, worker … and the row's own id. */
  readonly kind: string;
  readonly turn: string;
}

/** The real house with a network whose moods are chosen, and something between it and its database. */
export interface HouseUnderTest {
  readonly house: NodeHouse;
  readonly sent: readonly Sent[];
  now(): Instant;
  setClock(to: string | Instant): void;
  pass(milliseconds: number): void;
  receive(person: string, content: Content | string, id?: string): Promise<"stored" | "seen">;
  /** Received and settled; gives what was sent meanwhile. */
  say(person: string, content: Content | string, id?: string): Promise<readonly Sent[]>;
  press(person: string, option: string): Promise<readonly Sent[]>;
  jobs(): Promise<readonly JobLine[]>;
  conversation(person: string): Promise<ConversationId>;
  /** What the database holds, for those who count. */
  rows(sql: string): readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly at?: string;
  /** A file instead of memory. */
  readonly file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly through?: (database: Database) => Database;
  /** What the network says of each request; delivered when not given. */
  readonly mood?: (sent: Sent) => Delivery | Promise<Delivery>;
  /** Another network than the one that keeps what it was sent. */
  readonly channel?: Channel | ((house: NodeHouse) => Channel);
  /** How people are rung while their page is closed. */
  readonly ringers?: Ringers;
  /** Where people write; Telegram when not given. */
  readonly network?: ChannelName;
  /** Which of our accounts they write to. */
  readonly account?: string;
  /** A clock shared with another house. */
  readonly clock?: { now: Instant };
}

export const account = "world";
export const delivered: Delivery = { outcome: "delivered", networkId: null };

export async function openHouse(options: HouseOptions = {}): Promise<HouseUnderTest> {
  const clock = options.clock ?? { now: instant(options.at ?? mondayMorning) };
  const broken: unknown[] = [];
  const sent: Sent[] = [];
  const house = await openNodeHouse({
    settings: settingsWith({
      SECRET_KEY: "the same key for all houses of these tests",
      ...options.environment,
      ...(options.file ? { DATABASE_URL: `file:${options.file}` } : {}),
    }),
    clock: { now: () => clock.now },
    inMemory: options.file === undefined,
    sends: true,
    strictTexts: true,
    // the waits as they are foreseen
    chance: () => 0.5,
    ...(options.ringers ? { ringers: options.ringers } : {}),
    ...(options.through ? { through: options.through } : {}),
    broke: (_, error) => broken.push(error),
  });
  const rows = (sql: string) =>
    house.database.connection.prepare(sql).all() as Record<string, unknown>[];
  const leaving = house.database.connection.prepare(
    "SELECT kind, turnId FROM Outgoing WHERE conversationId = ? AND state = 'sending' AND owner = ? ORDER BY id LIMIT 1",
  );
  const keeping: Channel = {
    name: "telegram",
    account,
    async send(person, reply, conversation) {
      const row = leaving.get(conversation, house.owner);
      const one = {
        ...{ person, reply, at: clock.now },
        ...{ kind: String(row?.["kind"]), turn: String(row?.["turnId"]) },
      };
      sent.push(one);
      return (await options.mood?.(one)) ?? delivered;
    },
  };
  const { channel = keeping } = options;
  house.connect(typeof channel === "function" ? channel(house) : channel);
  const settled = async () => {
    await house.settled();
    if (broken.length > 0) throw broken[0];
  };
  const addressOf = (address: string) => ({
    channel: options.network ?? "telegram",
    account: options.account ?? account,
    address,
  });
  const under: HouseUnderTest = {
    house,
    sent,
    rows,
    now: () => clock.now,
    setClock(to) {
      clock.now = typeof to === "string" ? instant(to) : to;
    },
    pass(milliseconds) {
      clock.now = after(clock.now, milliseconds);
    },
    receive(person, said, id = house.ids.next()) {
      const content: Content = typeof said === "string" ? { kind: "text", text: said } : said;
      return house.receive(structure, { id, from: addressOf(person), at: clock.now, content });
    },
    async say(person, content, id) {
      const before = sent.length;
      await under.receive(person, content, id);
      await settled();
      return sent.slice(before);
    },
    press: (person, option) => under.say(person, { kind: "choice", option }),
    async jobs() {
      const lines = await runAllJobs(house, clock.now, false);
      await settled();
      return lines;
    },
    async conversation(person) {
      const id = await house.store.conversations.conversationOf(structure, addressOf(person));
      if (!id) throw new Error(`${person} has not written yet`);
      return id;
    },
    close: () => house.close(),
  };
  return under;
}

/** The ids of the buttons under the last of these that has some. */
export function buttonsOf(sent: readonly Sent[]): readonly string[] {
  return (
    sent.findLast(({ reply }) => reply.options.length > 0)?.reply.options.map(({ id }) => id) ?? []
  );
}

/** Somebody who opened the conversation and chose French. */
export async function meet(under: HouseUnderTest, person: string): Promise<void> {
  await under.say(person, { kind: "opened" });
  await under.press(person, "accueil.language.french");
}

/** Books by buttons alone; gives the slot that was taken (the nth offered). */
export async function bookFor(under: HouseUnderTest, person: string, nth = 0): Promise<string> {
  await under.press(person, "menu.menu.book");
  await under.say(person, "62220");
  const shown = await under.press(person, "rendez-vous.site.ml-carvin");
  const slot = buttonsOf(shown).filter((id) => id.includes("ml-carvin"))[nth];
  if (!slot) throw new Error("no slot was offered");
  await under.press(person, slot);
  await under.press(person, "rendez-vous.confirm.yes");
  await under.say(person, "je ne sais pas");
  return slot;
}
