import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Trousseau as an operator starts it: its own process, its own file, real HTTP. */
export interface Server {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  /** What it wrote on standard error so far. */
  readonly log: () => string;
  /** Runs a command of package.json on the same settings; gives its standard output. */
  command(name: string, ...options: readonly string[]): Promise<string>;
  /** Ends it as an operator does, and tells after how many milliseconds it was gone. */
  stop(): Promise<number>;
  /** Stops it at once and throws its files away. */
  close(): Promise<void>;
}

/** Starts the server on a free port; resolves once it is ready, rejects with its log after 15 s. */
export async function startServer(more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-server-"));
  const port = await freePort();
  const environment = {
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "trousseau.db")}`,
    SECRET_KEY: "a secret key for tests only, long enough",
    ...more,
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let written = "";
  child.stderr?.on("data", (chunk) => {
    written += String(chunk);
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://localhost:${port}`;
  await ready(url, child, () => written);
  return {
    url,
    environment,
    child,
    log: () => written,
    async command(name, ...options) {
      const file = join(root, "src", "commands", `${name}.ts`);
      const env = { PATH: process.env["PATH"] ?? "", HOME: folder, ...environment };
      // never synchronously: the stand-ins of this very process must go on answering
      const run = await execute(process.execPath, [file, ...options], { cwd: root, env });
      return run.stdout;
    },
    async stop() {
      const start = performance.now();
      child.kill("SIGTERM");
      await gone;
      return performance.now() - start;
    },
    async close() {
      child.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let look = 0; look < 150; look++) {
    if (child.exitCode !== null) break;
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not get ready: ${log()}`);
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
