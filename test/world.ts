import type { Watching } from "../src/answering/watching.ts";
import type { ConversationId } from "../src/base/ids.ts";
import type { Content, WrittenReply } from "../src/base/message.ts";
import { after, type Instant, instant } from "../src/base/time.ts";
import { keepingChannel } from "../src/channels/terminal.ts";
import { runAllJobs } from "../src/jobs/clockwork.ts";
import type { JobLine } from "../src/jobs/job.ts";
import { type NodeHouse, openNodeHouse } from "../src/node/house.ts";
import { readSettings, type Settings } from "../src/settings.ts";
import type { Structure } from "../src/structure.ts";

/** The real house on a database in memory, a clock that is moved by hand, a channel that keeps what it sends. */
export interface World {
  readonly house: NodeHouse;
  now(): Instant;
  /** Moves the clock to an instant, or by milliseconds. */
  setClock(to: string): void;
  pass(milliseconds: number): void;
  /** One message; gives what was sent back. */
  say(person: string, content: Content | string, id?: string): Promise<readonly WrittenReply[]>;
  /** Presses the button of that label under the last message that had it. */
  press(person: string, label: string): Promise<readonly WrittenReply[]>;
  /** What was sent without having been asked for (reminders, workers' answers). */
  received(person: string): readonly WrittenReply[];
  jobs(): Promise<readonly JobLine[]>;
  conversation(person: string): Promise<ConversationId>;
  standing(person: string): ReturnType<NodeHouse["store"]["conversations"]["pending"]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly at?: string;
  readonly visited?: (flow: string, step: string) => void;
  /** Who counts turns and sends. */
  readonly watching?: Watching;
  readonly environment?: Readonly<Record<string, string>>;
  /** A file instead of memory. */
  readonly database?: string;
  /** The slug of the association that is written to. */
  readonly structure?: string;
  /** Where people write; Telegram when not given. */
  readonly network?: "telegram" | "web";
  /** So many appointments it lets somebody have at once, where its file says another number. */
  readonly openAppointments?: number;
  /** What its file says otherwise. */
  readonly amend?: (file: Structure) => Structure;
}

export const mondayMorning = "2026-11-23T09:00:00+01:00";
/** The association that worlds speak for, unless they name another. */
export const structure = "rencontres-et-loisirs";

export function settingsWith(environment: Readonly<Record<string, string>> = {}): Settings {
  const reading = readSettings({ LOG_LEVEL: "silent", ...environment });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  return reading.settings;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  let now = instant(options.at ?? mondayMorning);
  const writtenTo = options.structure ?? structure;
  const broken: unknown[] = [];
  const house = await openNodeHouse({
    settings: settingsWith({
      STRUCTURE: writtenTo,
      ...options.environment,
      ...(options.database ? { DATABASE_URL: `file:${options.database}` } : {}),
    }),
    clock: { now: () => now },
    inMemory: options.database === undefined,
    sends: true,
    strictTexts: true,
    ...(options.watching ? { watching: options.watching } : {}),
    ...(options.visited ? { visited: options.visited } : {}),
    broke: (_, error) => broken.push(error),
  });
  const { openAppointments, amend } = options;
  if (openAppointments) change(house, writtenTo, (file) => ({ ...file, openAppointments }));
  if (amend) change(house, writtenTo, amend);
  const network = options.network ?? "telegram";
  const channel = keepingChannel(network, "world");
  house.connect(channel);
  const buttons = new Map<string, Map<string, string>>();
  const addressOf = (person: string) =>
    ({ channel: network, account: "world", address: person }) as const;
  const take = (person: string) => {
    const replies = channel.taken(person);
    const known = buttons.get(person) ?? new Map<string, string>();
    for (const reply of replies) for (const { id, label } of reply.options) known.set(label, id);
    buttons.set(person, known);
    return replies;
  };
  const world: World = {
    house,
    now: () => now,
    setClock(to) {
      now = instant(to);
    },
    pass(milliseconds) {
      now = after(now, milliseconds);
    },
    async say(person, content, id) {
      const said: Content = typeof content === "string" ? { kind: "text", text: content } : content;
      const message = {
        id: id ?? house.ids.next(),
        from: addressOf(person),
        at: now,
        content: said,
      };
      await house.receive(writtenTo, message);
      await house.settled();
      if (broken.length > 0) throw broken[0];
      return take(person);
    },
    press(person, label) {
      const option = buttons.get(person)?.get(label);
      if (!option) throw new Error(`no button "${label}" was shown to ${person}`);
      return world.say(person, { kind: "choice", option });
    },
    received: take,
    async jobs() {
      const lines = await runAllJobs(house, now, false);
      if (broken.length > 0) throw broken[0];
      return lines;
    },
    async conversation(person) {
      const id = await house.store.conversations.conversationOf(writtenTo, addressOf(person));
      if (!id) throw new Error(`${person} has not written yet`);
      return id;
    },
    async standing(person) {
      return house.store.conversations.pending(await world.conversation(person));
    },
    close: () => house.close(),
  };
  return world;
}

function change(
  { structures }: Pick<NodeHouse, "structures">,
  slug: string,
  amend: (file: Structure) => Structure,
) {
  const found = structures.get(slug);
  if (found && structures instanceof Map) structures.set(slug, amend(found));
}
