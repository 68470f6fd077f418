import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from "miniflare";
import { type Instant, systemClock } from "../../src/base/time.ts";
import { d1Database } from "../../src/store/d1.ts";
import type { Row } from "../../src/store/database.ts";
import { freePort } from "./server.ts";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Trousseau as Cloudflare runs it: the bundle of a deployment, in its engine, on D1, over real HTTP. */
export interface WorkerSite {
  readonly url: string;
  /** The address of each isolate; the first one's is `url`. All are on one database. */
  readonly urls: readonly string[];
  /** Its database, read from outside. */
  rows(sql: string): Promise<readonly Row[]>;
  /** What the Worker wrote in its log so far. */
  log(): string;
  /** Rings the minute's bell of the first isolate. */
  ring(): Promise<void>;
  /** A new deployment of the same bundle on the same database, whose clock starts at this instant. */
  deployAt(at: Instant): Promise<void>;
  /** Ends the engine and throws its files away. */
  close(): Promise<void>;
}

interface Asked {
  readonly settings?: Readonly<Record<string, string>>;
  /** How many isolates of the same bundle run on the same database. */
  readonly isolates?: number;
  /** What the engine's clock says at the start; the machine's time unless given. */
  readonly at?: Instant;
}

/** Builds the bundle, migrates an empty D1, and starts; resolves once the site is ready. */
export async function startWorkerSite(asked: Asked = {}): Promise<WorkerSite> {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-worker-site-"));
  const ports = await Promise.all(Array.from({ length: asked.isolates ?? 1 }, freePort));
  const deployment: Deployment = { folder, ports, settings: asked.settings ?? {}, written: [] };
  await build(bundleIn(folder));
  const platform = new Miniflare(optionsOf(deployment, asked.at ?? null));
  const site = siteOn(platform, deployment);
  try {
    await migrated(platform);
    // as on the first minute of a deployment: structures and a first administrator are there
    await site.ring();
    return site;
  } catch (error) {
    await site.close();
    throw error;
  }
}

interface Deployment {
  readonly folder: string;
  /** One for each isolate. */
  readonly ports: readonly number[];
  readonly settings: Readonly<Record<string, string>>;
  /** What its log says, line by line. */
  readonly written: string[];
}

const bundleIn = (folder: string) => join(folder, "bundle");
const addressAt = (port: number) => `http://localhost:${port}`;

function siteOn(platform: Miniflare, deployment: Deployment): WorkerSite {
  const { folder, ports, written } = deployment;
  const urls = ports.map(addressAt);
  return {
    url: urls[0] ?? "",
    urls,
    rows: async (sql) => d1Database(await platform.getD1Database("DB")).all(sql),
    log: () => written.join("\n"),
    async ring() {
      const worker = await platform.getWorker("isolate-0");
      await worker.scheduled({ cron: "* * * * *" });
    },
    deployAt: (at) => platform.setOptions(optionsOf(deployment, at)),
    async close() {
      await platform.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `at`: what the clock says when it starts; null for the time of the machine. */
function optionsOf({ folder, ports, settings, written }: Deployment, at: Instant | null) {
  const [port = 0] = ports;
  const own = { PUBLIC_URL: addressAt(port), ...settings };
  return convertV4MiniflareOptions({
    ...{ host: "127.0.0.1", port, logRequests: false },
    resourcePersistencePath: join(folder, "kept"),
    handleStructuredLogs: ({ message }) => void written.push(message),
    workers: ports.map((one, place) =>
      isolate({ place, port: one, bundle: bundleIn(folder), at, settings: own }),
    ),
  });
}

/** What a deployment would upload. */
async function build(folder: string): Promise<void> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  await execute(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", folder], {
    cwd: root,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" },
  });
}

interface Isolate {
  readonly place: number;
  readonly port: number;
  readonly bundle: string;
  /** What its clock says now; null for the time of the machine. */
  readonly at: Instant | null;
  readonly settings: Readonly<Record<string, string>>;
}

/** One Worker as wrangler.toml describes it. A queue has one consumer: each isolate has its own. */
function isolate({ place, port, bundle, at, settings }: Isolate): V4WorkerOptions {
  const wasm = readdirSync(bundle).filter((name) => name.endsWith(".wasm"));
  return {
    name: `isolate-${place}`,
    modulesRoot: bundle,
    modules: [
      { type: "ESModule", path: join(bundle, "clock-first.js"), contents: clockFirst },
      { type: "ESModule", path: join(bundle, "clock.js"), contents: clock },
      { type: "ESModule", path: join(bundle, "main-worker.js") },
      ...wasm.map((name) => ({ type: "CompiledWasm" as const, path: join(bundle, name) })),
    ],
    compatibilityDate: "2026-10-01",
    compatibilityFlags: ["nodejs_compat"],
    bindings: {
      STRUCTURE: "rencontres-et-loisirs,ccas-malakoff,ccas-rueil-malmaison",
      SECRET_KEY: "a secret key for tests only, long enough",
      ...settings,
      CLOCK_AHEAD: String(at === null ? 0 : at - systemClock.now()),
    },
    d1Databases: { DB: "trousseau" },
    queueProducers: { ERRANDS: `errands-${place}` },
    queueConsumers: {
      [`errands-${place}`]: { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 10 },
    },
    assets: {
      directory: join(root, ".worker/assets"),
      routerConfig: { has_user_worker: true },
    },
    // the first one is at the engine's own address
    ...(place > 0 ? { unsafeDirectSockets: [{ host: "127.0.0.1", port }] } : {}),
  };
}

/** The bundle is not touched: only what the engine calls the present is set before it is read. */
const clockFirst = `import "./clock.js"; export { default } from "./main-worker.js";`;
const clock = `
  import { env } from "cloudflare:workers";
  const Machine = Date;
  globalThis.Date = class extends Machine {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(Machine.now() + Number(env.CLOCK_AHEAD));
    }
    static now() { return Machine.now() + Number(env.CLOCK_AHEAD); }
  };`;

/** The migrations, parted into statements and applied as wrangler does. */
async function migrated(platform: Miniflare): Promise<void> {
  const binding = await platform.getD1Database("DB");
  for (const { queries } of await readD1Migrations(join(root, "prisma/migrations"))) {
    await binding.batch(queries.map((query) => binding.prepare(query)));
  }
}
