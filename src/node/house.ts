import { mkdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import flowList from "../../flows/index.ts";
import type { Watching } from "../answering/watching.ts";
import { ringersFrom } from "../assemble/ringers-from.ts";
import { assemble, type Trousseau } from "../assemble.ts";
import { randomIds } from "../base/ids.ts";
import { type Clock, systemClock } from "../base/time.ts";
import type { Ringers } from "../channels/bells.ts";
import type { Settings } from "../settings.ts";
import { createCipher } from "../store/cipher.ts";
import type { Database } from "../store/database.ts";
import { migrate } from "../store/migrate.ts";
import { migrationFiles } from "../store/migration-files.ts";
import { NodeSqlite } from "../store/node-sqlite.ts";
import { openStore } from "../store/store.ts";
import { readStructure } from "../structure/read-structure.ts";
import type { Structure } from "../structure/schema.ts";
import { openTexts } from "../texts.ts";
import { localSecret } from "./local-secret.ts";

const root = new URL("../../", import.meta.url);

/** A pass of a job here lasts a few milliseconds, then others have their turn. */
const passes = {
  reminders: 50,
  workers: 50,
  purge: 30,
  media: 5,
  offers: 20,
  calls: 50,
  situations: 100,
};

/** What a command or the server asks for when it opens the house on Node. */
export interface Opening {
  readonly settings: Settings;
  readonly clock?: Clock;
  /** The clock of leases, when `clock` looks at another day: the machine's. */
  readonly leases?: Clock;
  /** Instead of the files the settings name. */
  readonly structures?: ReadonlyMap<string, Structure>;
  /** In memory instead of the settings' file. */
  readonly inMemory?: boolean;
  /** This process sends what it writes. */
  readonly sends: boolean;
  /** Instead of what the settings name. */
  readonly ringers?: Ringers;
  readonly strictTexts?: boolean;
  /** Puts something between the house and its database: how tests die at a chosen moment. */
  readonly through?: (database: Database) => Database;
  /** Who counts turns and sends. */
  readonly watching?: Watching;
  readonly visited?: (flow: string, step: string) => void;
  /** A number from 0 to 1; the machine's own randomness when not given. */
  readonly chance?: () => number;
  broke(conversation: string, error: unknown): void;
}

export interface NodeHouse extends Trousseau {
  readonly database: NodeSqlite;
  /** The secret in force, from the settings or from ./data. */
  readonly secret: string;
  close(): Promise<void>;
}

/** Opens the house on Node: database made and migrated, structures read, leases of the dead freed. */
export async function openNodeHouse(opening: Opening): Promise<NodeHouse> {
  const { settings, clock = systemClock } = opening;
  const path = opening.inMemory ? ":memory:" : resolve(settings.databasePath);
  if (!opening.inMemory) mkdirSync(dirname(path), { recursive: true });
  const database = new NodeSqlite(path);
  migrate(
    database.connection,
    await migrationFiles(fileURLToPath(new URL("prisma/migrations/", root))),
    clock.now(),
  );
  const secret = settings.secretKey ?? localSecret(opening.inMemory ? null : path);
  const ids = randomIds(() => clock.now());
  const cipher = createCipher(secret, settings.previousSecretKey ?? undefined);
  const store = openStore(opening.through?.(database) ?? database, cipher, ids);
  const structures = opening.structures ?? readStructures(settings.structures);
  await store.structures.load([...structures.values()], clock.now());
  const owner = ids.next();
  await freeDeadLeases(store, owner);
  const house = assemble({
    store,
    clock,
    leases: opening.leases ?? clock,
    ids,
    texts: openTexts({ strict: opening.strictTexts ?? false, structures }),
    flows: new Map(flowList.map((flow) => [flow.name, flow])),
    structures,
    demonstration: settings.demonstration,
    chance: opening.chance ?? Math.random,
    publicUrl: settings.publicUrl,
    ringers: opening.ringers ?? ringersFrom(settings),
    owner,
    sends: opening.sends,
    passes,
    broke: opening.broke,
    ...(opening.watching ? { watching: opening.watching } : {}),
    ...(opening.visited ? { visited: opening.visited } : {}),
  });
  return {
    ...house,
    database,
    secret,
    async close() {
      await store.jobs.forget([owner]);
      await database.close();
    },
  };
}

/** The structures' files, checked; throws a sentence that names the file and the field. */
export function readStructures(slugs: readonly string[]): ReadonlyMap<string, Structure> {
  const read = slugs.map((slug) => {
    const file = new URL(`prisma/structures/${slug}.json`, root);
    const reading = readStructure(JSON.parse(readFileSync(file, "utf8")));
    if (reading.outcome === "read") return [slug, reading.structure] as const;
    const problems = reading.problems.map(({ path, message }) => `${path}: ${message}`);
    throw new Error(`prisma/structures/${slug}.json:\n${problems.join("\n")}`);
  });
  return new Map(read);
}

/** Three beats missed: whatever its host, the process is gone (a container's number means nothing here). */
const silentFor = 30_000;

/**
 * What a process that is gone was about to send is free at once, and this one writes itself down. Beats
 * are of the machine's clock: a command that looks at another day must not take the living for dead.
 */
async function freeDeadLeases(store: ReturnType<typeof openStore>, owner: string): Promise<void> {
  const host = hostname();
  const now = systemClock.now();
  const gone = (await store.jobs.instances())
    .filter(({ id }) => !here.has(id))
    .filter((one) => one.beatAt < now - silentFor || (one.host === host && isGone(one.pid)))
    .map(({ id }) => id);
  await store.outgoing.freeLeasesOf(gone);
  await store.jobs.forget(gone);
  here.add(owner);
  await store.jobs.register({ id: owner, pid: process.pid, host, beatAt: now });
}

/** The houses of this very process: in a container, a process that is gone may have had our number. */
const here = new Set<string>();

function isGone(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}
