import type { Content } from "../../src/base/message.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { bring, type Life, type Outside, openLife, openOutside } from "./lives.ts";

/** One thing that the world does, and does again when it was cut short. */
interface Step {
  readonly name: string;
  act(life: Life, outside: Outside): Promise<unknown>;
}

const text = (words: string): Content => ({ kind: "text", text: words });

function said(nth: number, content: (outside: Outside) => Content): Step {
  return {
    name: `message ${nth}`,
    async act({ house }, outside) {
      await bring(house, outside, `update-${nth}`, contentOnce(outside, nth, content));
      await house.settled();
    },
  };
}

/** What a person pressed does not change because the network brings it twice. */
const pressed = new WeakMap<Outside, Map<number, Content>>();
function contentOnce(
  outside: Outside,
  nth: number,
  content: (outside: Outside) => Content,
): Content {
  const known = pressed.get(outside) ?? new Map<number, Content>();
  pressed.set(outside, known);
  const first = known.get(nth) ?? content(outside);
  known.set(nth, first);
  return first;
}

/** The button of the last message that begins so; the first of all when nothing is said. */
function button(begins = ""): (outside: Outside) => Content {
  return ({ said: all }) => {
    const options =
      all.toReversed().find(({ options: offered }) => offered.length > 0)?.options ?? [];
    const option = options.find(({ label }) => label.startsWith(begins));
    if (!option) throw new Error(`no button begins with "${begins}"`);
    return { kind: "choice", option: option.id };
  };
}

/** Jobs as the minute brings them, at that instant, on the wall. */
function jobs(at: string): Step {
  return {
    name: `jobs ${at}`,
    async act({ house }, outside) {
      outside.setClock(at);
      // what was left in the middle is older than what is being answered right now
      await runAllJobs(house, outside.clock.now(), false);
      await house.settled();
    },
  };
}

const takeOver: Step = {
  name: "taken over",
  async act({ house }, outside) {
    const from = { channel: "telegram" as const, account: "crash", address: "77" };
    const conversation = await house.store.conversations.conversationOf(
      "rencontres-et-loisirs",
      from,
    );
    if (!conversation) throw new Error("nobody wrote");
    await house.store.handOvers.takeOver(conversation, "ines" as never, outside.clock.now());
  },
};

/** Books, is reminded, asks for somebody, is taken over, writes on, and is forgotten three years later. */
const story: readonly Step[] = [
  said(1, () => text("rdv")),
  said(2, () => text("carvin")),
  said(3, button("Mission locale de Carvin")),
  said(4, button()),
  said(5, button("Confirmer")),
  said(6, () => text("Lina")),
  jobs("2026-11-23T12:00:00+01:00"),
  jobs("2026-11-23T18:01:00+01:00"),
  said(7, () => text("conseiller")),
  takeOver,
  said(8, () => text("merci")),
  jobs("2029-12-01T03:00:00+01:00"),
];

export interface Lived {
  /** The words of everything the network took. */
  readonly texts: readonly string[];
  /** The moments of the first life, when it was never cut short. */
  readonly points: readonly string[];
  /** How often a message had left and was not yet written down as sent: the network's unknown. */
  readonly mayRepeat: number;
  readonly kills: number;
  /** What is left in the database at the end, and what was booked before the purge. */
  readonly left: Readonly<Record<string, number>>;
  readonly booked: number;
  /** Words of the robot that left once a worker had the conversation. */
  readonly underWorker: number;
}

/** Lives the story on a file; `deathOf` says at which moment each life ends (0: it does not). */
export async function live(file: string, deathOf: (life: number) => number): Promise<Lived> {
  const outside = openOutside();
  let generation = 0;
  let life = await openLife(file, outside, deathOf(0), 0);
  let mayRepeat = 0;
  let kills = 0;
  let booked = 0;
  let atTakeOver = 0;
  let underWorker = 0;
  life.begin();
  for (const step of story) {
    for (;;) {
      const ended = await Promise.race([step.act(life, outside), life.dead]);
      if (ended !== "dead") break;
      kills++;
      mayRepeat += isUnknown(life.points) ? 1 : 0;
      await life.bury();
      generation++;
      life = await openLife(file, outside, deathOf(generation), generation);
      life.begin();
      const risen = await Promise.race([
        life.house.takeUpLeftovers().then(() => life.house.settled()),
        life.dead,
      ]);
      if (risen === "dead") continue;
    }
    if (step === takeOver) atTakeOver = outside.said.length;
    if (step.name === "message 8") {
      underWorker = outside.said.length - atTakeOver;
      booked = count(life, "Appointment WHERE status = 'booked'");
    }
  }
  const left = Object.fromEntries(
    ["Inbound", "Outgoing", "Conversation", "Person"].map((table) => [table, count(life, table)]),
  );
  const { points } = life;
  await life.bury();
  return {
    texts: outside.said.map((reply) => reply.text),
    ...{ points, mayRepeat, kills, left, booked, underWorker },
  };
}

/** A message was handed to the network, and nothing was written since. */
function isUnknown(points: readonly string[]): boolean {
  const sent = points.lastIndexOf("before send");
  return sent >= 0 && !points.slice(sent).includes("after write");
}

function count({ house }: Life, table: string): number {
  const row = house.database.connection.prepare(`SELECT COUNT(*) AS many FROM ${table}`).get();
  return Number(row?.["many"]);
}

/**
 * How a life cut short differs from the whole one; null when it does not. A message that the network may have
 * had is said once more, never another way.
 */
export function difference(lived: Lived, whole: Lived): string | null {
  const once = lived.texts.filter((words, place) => words !== lived.texts[place - 1]);
  const repeated = lived.texts.length - once.length;
  const wholeOnce = whole.texts.filter((words, place) => words !== whole.texts[place - 1]);
  if (JSON.stringify(once) !== JSON.stringify(wholeOnce)) return "other words";
  if (repeated > lived.mayRepeat) return `${repeated} said twice, ${lived.mayRepeat} unknown`;
  if (lived.booked !== whole.booked) return `${lived.booked} booked`;
  if (lived.underWorker > 0) return "the bot under a worker";
  return JSON.stringify(lived.left) === JSON.stringify(whole.left) ? null : "something is left";
}
