import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { convertV4MiniflareOptions, Miniflare, type RequestInit, Response } from "miniflare";
import type { Counts } from "./workers-counts.ts";

/** The Worker, bundled as a deployment bundles it, in Cloudflare's engine on this machine. */
export interface Engine {
  /** The compressed size of what is uploaded, in KiB. */
  readonly bundleKibibytes: number;
  /** From the start of the engine's process to its first answer, in milliseconds. */
  readonly startMilliseconds: number;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Rings the bell of the minute. */
  tick(): Promise<void>;
  /** Puts the Worker's clock so many milliseconds ahead of the machine's. */
  setClockAhead(milliseconds: number): Promise<void>;
  /** A statement beside the Worker, which nobody counts. */
  sql(statement: string): Promise<readonly Record<string, unknown>[]>;
  counts(): Promise<Counts>;
  reset(): Promise<void>;
  /** Resolves when no errand is left. */
  quiet(): Promise<void>;
  /** Told of each message that would leave for Telegram. */
  heard: (chat: string) => void;
  /** Processor time of the engine's process so far, in milliseconds; null where it cannot be read. */
  cpu(): number | null;
  close(): Promise<void>;
}

export const address = "http://localhost:8787";
export const administrator = { email: "admin@example.org", password: "a password for benches" };
export const webhookSecret = "a-secret-of-this-bench";

const root = fileURLToPath(new URL("..", import.meta.url));
const clockTick = 10; // milliseconds, as Linux counts processor time

export async function openEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-workers-"));
  const modules = bundle(folder);
  const heard = { by: (_chat: string): void => undefined };
  const before = performance.now();
  const options = convertV4MiniflareOptions({
    name: "trousseau",
    modulesRoot: folder,
    modules: modules.map(({ name, type }) => ({ type, path: join(folder, name) })),
    compatibilityDate: "2026-10-01",
    compatibilityFlags: ["nodejs_compat"],
    d1Databases: { DB: "bench" },
    queueProducers: { ERRANDS: "errands" },
    queueConsumers: { errands: { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 10 } },
    bindings: settings,
    outboundService: botApi((chat) => heard.by(chat)),
  });
  const flare = new Miniflare(options);
  const engine = connect(flare, heard);
  await engine.fetch("/healthz");
  const startMilliseconds = Math.round(performance.now() - before);
  await migrate(flare);
  return {
    ...engine,
    startMilliseconds,
    bundleKibibytes: Math.round(
      modules.reduce((sum, { compressed }) => sum + compressed, 0) / 1024,
    ),
    set heard(listener: (chat: string) => void) {
      heard.by = listener as (chat: string) => undefined;
    },
    get heard() {
      return heard.by;
    },
    async close() {
      await flare.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const settings = {
  SECRET_KEY: "a secret key for benches only, long enough",
  STRUCTURE: "rencontres-et-loisirs",
  DEMONSTRATION: "on",
  PUBLIC_URL: address,
  TELEGRAM_BOT_TOKEN: "1234567:a-token-that-opens-nothing",
  TELEGRAM_WEBHOOK_SECRET: webhookSecret,
  TELEGRAM_API_ROOT: "https://telegram.invalid",
  DESK_ADMIN_EMAIL: administrator.email,
  DESK_ADMIN_PASSWORD: administrator.password,
};

function bundle(folder: string) {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const entry = join(root, "bench/workers-entry.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wrangler, "deploy", entry, "--dry-run", "--outdir", folder],
    { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" } },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return readdirSync(folder)
    .filter((name) => /\.(js|wasm)$/.test(name))
    .sort((one) => (one.endsWith(".js") ? -1 : 1))
    .map((name) => ({
      name,
      type: name.endsWith(".wasm") ? ("CompiledWasm" as const) : ("ESModule" as const),
      compressed: gzipSync(readFileSync(join(folder, name))).length,
    }));
}

/** Telegram, as far as the Worker can see. */
function botApi(heard: (chat: string) => void) {
  let message = 0;
  return async (request: { url: string; json(): Promise<unknown> }) => {
    const body = await request.json().catch(() => null);
    if (request.url.endsWith("/sendMessage") && typeof body === "object" && body !== null) {
      heard(String(Object.entries(body).find(([name]) => name === "chat_id")?.[1]));
    }
    return Response.json({ ok: true, result: { message_id: ++message } });
  };
}

async function migrate(flare: Miniflare): Promise<void> {
  const database = await flare.getD1Database("DB");
  const folder = join(root, "prisma/migrations");
  for (const file of readdirSync(folder).sort()) {
    const statements = readFileSync(join(folder, file), "utf8")
      .split(/;\s*\n/)
      .map((one) => one.replace(/^\s*--.*$/gm, "").trim())
      .filter((one) => one !== "");
    await database.batch(statements.map((one) => database.prepare(one)));
  }
}

function connect(flare: Miniflare, heard: { by: (chat: string) => void }) {
  const fetch = (path: string, init?: RequestInit) =>
    flare.dispatchFetch(`${address}${path}`, init);
  const counts = async () => (await (await fetch("/bench/counts")).json()) as Counts;
  return {
    fetch,
    counts,
    heard: heard.by,
    async tick() {
      await (await fetch("/bench/tick")).text();
    },
    async setClockAhead(milliseconds: number) {
      await (await fetch(`/bench/clock?ahead=${milliseconds}`)).text();
    },
    async sql(statement: string) {
      const database = await flare.getD1Database("DB");
      return (await database.prepare(statement).all()).results;
    },
    async reset() {
      await (await fetch("/bench/counts", { method: "DELETE" })).text();
    },
    async quiet() {
      for (;;) {
        const { errandsSent, errandsDone } = await counts();
        if (errandsSent <= errandsDone) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    cpu: () => processorTime(process.pid),
  };
}

/** Of the engine among our children. */
function processorTime(parent: number): number | null {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" ");
    const engine = children.find(
      (one) => one && readFileSync(`/proc/${one}/comm`, "utf8").trim() === "workerd",
    );
    const fields = readFileSync(`/proc/${engine}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * clockTick;
  } catch {
    return null;
  }
}
