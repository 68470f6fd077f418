import flowList from "../../flows/index.ts";
import type { Passes } from "../assemble/passes.ts";
import { ringHere } from "../assemble/ring-here.ts";
import { ringersFrom } from "../assemble/ringers-from.ts";
import { assemble, type Trousseau } from "../assemble.ts";
import { type ConversationId, randomIds } from "../base/ids.ts";
import { type Clock, second, systemClock } from "../base/time.ts";
import type { Live } from "../channels/live.ts";
import { webChatChannel } from "../channels/web-chat.ts";
import type { Settings } from "../settings.ts";
import { type Cipher, createCipher } from "../store/cipher.ts";
import { d1Database } from "../store/d1.ts";
import type { Database } from "../store/database.ts";
import { openStore } from "../store/store.ts";
import { readStructure } from "../structure/read-structure.ts";
import type { Structure } from "../structure/schema.ts";
import { openTexts, type Texts } from "../texts.ts";
import type { WorkerEnvironment } from "./environment.ts";
import { structureFiles } from "./generated/structures.ts";
import type { WorkerLog } from "./log.ts";
import { lookingLive } from "./looking-live.ts";

/** So much that no pass of a job ever gives the database more than 40 statements. */
const passes: Passes = {
  reminders: 3,
  workers: 2,
  purge: 13,
  media: 1,
  offers: 1,
  calls: 2,
  situations: 6,
};
/** The longest that the queue puts an errand off. */
const longestDelay = 12 * 60 * 60;
/** The most that the queue takes in one call. */
const mostErrandsAtOnce = 100;

/** What is the same for all invocations of an isolate: made once, it holds no request's affairs. */
export interface Constants {
  readonly settings: Settings;
  readonly secret: string;
  readonly cipher: Cipher;
  readonly texts: Texts;
  readonly flows: ReadonlyMap<string, (typeof flowList)[number]>;
  readonly structures: ReadonlyMap<string, Structure>;
}

/** Throws when a structure's file is wrong, or when `missingOnWorkers` was not looked at. */
export function constantsFrom(settings: Settings): Constants {
  const { secretKey: secret, previousSecretKey } = settings;
  if (secret === null) throw new Error("no SECRET_KEY");
  const structures = structuresNamed(settings.structures);
  return {
    settings,
    secret,
    cipher: createCipher(secret, previousSecretKey ?? undefined),
    texts: openTexts({ strict: false, structures }),
    flows: new Map(flowList.map((flow) => [flow.name, flow])),
    structures,
  };
}

function structuresNamed(slugs: readonly string[]): ReadonlyMap<string, Structure> {
  const read = slugs.map((slug) => {
    const reading = readStructure(structureFiles[slug]);
    if (reading.outcome === "read") return [slug, reading.structure] as const;
    const problems = reading.problems.map(({ path, message }) => `${path}: ${message}`);
    throw new Error(`prisma/structures/${slug}.json:\n${problems.join("\n")}`);
  });
  return new Map(read);
}

/** What one invocation is opened with. */
export interface Invocation {
  readonly environment: WorkerEnvironment;
  readonly log: WorkerLog;
  readonly clock?: Clock;
  /** Keeps the invocation alive until this is done. */
  keep(work: Promise<unknown>): void;
  /** Puts something between the house and its database: how tests fail a statement, and count them. */
  readonly through?: (database: Database) => Database;
}

export interface WorkerHouse extends Trousseau {
  readonly secret: string;
}

/**
 * The house for one invocation. What it shares with others is in the database alone: two invocations,
 * in one isolate or in two, meet only there.
 */
export function openWorkerHouse(constants: Constants, invocation: Invocation): WorkerHouse {
  const { environment, log, keep, clock = systemClock } = invocation;
  const bound = d1Database(environment.DB);
  const database = invocation.through?.(bound) ?? bound;
  const ids = randomIds(() => clock.now());
  const store = openStore(database, constants.cipher, ids);
  const house = assemble({
    ...{ store, clock, leases: clock, ids },
    texts: constants.texts,
    flows: constants.flows,
    structures: constants.structures,
    demonstration: constants.settings.demonstration,
    chance: Math.random,
    publicUrl: constants.settings.publicUrl,
    ringers: ringersFrom(constants.settings),
    owner: ids.next(),
    sends: true,
    passes,
    live: liveOf(database, clock, log),
    background: keep,
    handOver: (conversations, delay) => handedOver(environment, log, conversations, delay),
    broke: (conversation, error) => log.failed("broke", error, { conversation }),
  });
  for (const slug of constants.structures.keys())
    house.connect(webChatChannel(slug, ringHere(house)));
  return { ...house, secret: constants.secret };
}

/** Each to an invocation of its own; what the queue does not take is found again by the next redrive. */
async function handedOver(
  { ERRANDS }: WorkerEnvironment,
  log: WorkerLog,
  conversations: readonly ConversationId[],
  delay: number,
): Promise<void> {
  const delaySeconds = Math.min(longestDelay, Math.ceil(delay / second));
  for (let place = 0; place < conversations.length; place += mostErrandsAtOnce) {
    const some = conversations.slice(place, place + mostErrandsAtOnce);
    const errands = some.map((conversation) => ({
      body: { kind: "takeUp", conversation } as const,
    }));
    try {
      await ERRANDS.sendBatch(errands, { delaySeconds });
    } catch (error) {
      for (const conversation of some) log.failed("queue", error, { conversation });
    }
  }
}

function liveOf(database: Database, clock: Clock, log: WorkerLog): Live {
  return lookingLive({
    database,
    clock,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    failed: (error) => log.failed("live", error),
  });
}
