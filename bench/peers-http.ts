import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { type AddressInfo, createServer as freePort } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Content } from "../src/base/message.ts";
import { type Measured, script } from "./drive.ts";

const secret = "a secret for the bench alone";
const targets = ["floor", "product", "grammy", "telegraf", "builderbot", "floor"] as const;
const warmUp = 1_000;

/** How hard it is driven: so many people at once; with a rate, so many messages a second over all of them. */
export interface Load {
  readonly users: number;
  readonly seconds: number;
  /** Messages a second; 0: each writes again as soon as they were answered. */
  readonly rate: number;
}

interface Answer {
  readonly chat: number;
  readonly buttons: readonly { readonly text: string; readonly callback_data?: string }[];
}

/**
 * The same ten messages through a webhook, answered by a call to a local Bot API: what somebody would see, less the
 * internet. The driver and the Bot API share the machine with the target, and are its ceiling. Ours is the server
 * as it is started for people, whole.
 */
export async function benchPeersHttp(
  load: Load,
  { json, only }: { readonly json: boolean; readonly only: string | undefined },
): Promise<void> {
  const lines = [];
  for (const target of targets.filter((one) => only === undefined || only.split(",").includes(one)))
    lines.push(await measure(target, load));
  const floors = lines.filter(({ name }) => name === "floor");
  const base = floors.reduce((sum, { turnsPerSecond }) => sum + turnsPerSecond, 0) / floors.length;
  const told = lines.map((line) => ({
    ...line,
    ofFloor: Number((line.turnsPerSecond / base).toFixed(2)),
  }));
  if (json) for (const line of told) console.log(JSON.stringify(line));
  else console.table(told);
}

async function measure(target: string, load: Load): Promise<Measured & { readonly extra: number }> {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-http-"));
  const waiting = new Map<number, (answer: Answer) => void>();
  let extra = 0;
  const api = await openApi((answer) => {
    const settle = waiting.get(answer.chat);
    if (!settle) extra++;
    waiting.delete(answer.chat);
    settle?.(answer);
  });
  const { child, url } = await start(target, api.port, folder);
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child));
  }, 200);
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + warmUp + load.seconds * 1_000;
  const gate = gateAt(load.rate);
  let count = 0;
  const person = async (first: number) => {
    for (let run = 0; performance.now() < end; run++) {
      const chat = first + run * load.users;
      let last: Answer | null = null;
      for (const content of script) {
        await gate();
        const sent = performance.now();
        const answered = new Promise<Answer>((resolve) => waiting.set(chat, resolve));
        const update = updateOf(++count, chat, content, last);
        const [answer] = await Promise.all([answered, post(url, update, agent)]);
        last = answer;
        if (sent - begun >= warmUp) latencies.push(performance.now() - sent);
        if (performance.now() > end && run > 0) return;
      }
    }
  };
  await Promise.all(Array.from({ length: load.users }, (_, place) => person(place + 1)));
  const measured = (performance.now() - begun - warmUp) / 1_000;
  clearInterval(watch);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (target === "product") child.kill("SIGKILL");
  else child.send("end");
  await gone;
  agent.destroy();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
  latencies.sort((one, other) => one - other);
  const at = (share: number) =>
    Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(2));
  return {
    ...{ name: target, users: load.users, turns: latencies.length, extra },
    turnsPerSecond: Math.round(latencies.length / measured),
    ...{ p50: at(0.5), p99: at(0.99), residentMegabytes: Math.round(peak) },
  };
}

/** The next moment at which a message may leave: they are spread evenly over the second. */
function gateAt(rate: number): () => Promise<void> {
  let next = 0;
  return async () => {
    if (rate === 0) return;
    next = Math.max(next, performance.now()) + 1_000 / rate;
    const pause = next - performance.now();
    if (pause > 1) await new Promise((resolve) => setTimeout(resolve, pause));
  };
}

/** As Telegram brings it: a text, or the press of a button of the last message. */
function updateOf(id: number, chat: number, content: Content, last: Answer | null) {
  const from = { id: chat, is_bot: false, first_name: "U", language_code: "fr" };
  const room = { id: chat, type: "private", first_name: "U" };
  const date = Math.floor(Date.now() / 1_000);
  const option = content.kind === "choice" ? content.option : null;
  const data = last?.buttons.find(({ callback_data }) => callback_data?.includes(option ?? "?"));
  if (option !== null && data)
    return {
      update_id: id,
      callback_query: {
        ...{ id: String(id), from, chat_instance: "1", data: data.callback_data },
        message: { message_id: id, date, chat: room, text: "?" },
      },
    };
  const text =
    content.kind === "opened" ? "/start" : content.kind === "text" ? content.text : option;
  const entities = [{ type: "bot_command", offset: 0, length: 6 }];
  const isCommand = content.kind === "opened";
  return {
    update_id: id,
    message: { message_id: id, date, chat: room, from, text, ...(isCommand ? { entities } : {}) },
  };
}

async function start(target: string, apiPort: number, folder: string) {
  if (target !== "product") {
    const child = fork(
      fileURLToPath(new URL("./peers/over-http.ts", import.meta.url)),
      [target, String(apiPort)],
      { cwd: folder, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] },
    );
    const port = await new Promise<number>((resolve) =>
      child.once("message", (told) => resolve((told as { port: number }).port)),
    );
    return { child, url: new URL(`http://127.0.0.1:${port}/`) };
  }
  const port = await somePort();
  const env = {
    ...process.env,
    ...{ DATABASE_URL: `file:${join(folder, "bench.db")}`, PORT: String(port) },
    ...{ SECRET_KEY: "a secret key for the bench alone, long enough", LOG_LEVEL: "silent" },
    ...{ TELEGRAM_BOT_TOKEN: "4242:bench", TELEGRAM_WEBHOOK_SECRET: secret },
    ...{ TELEGRAM_API_ROOT: `http://127.0.0.1:${apiPort}`, TELEGRAM_MODE: "webhook" },
    ...{ PUBLIC_URL: `http://localhost:${port}`, STRUCTURE: "rencontres-et-loisirs" },
  };
  const child = fork(fileURLToPath(new URL("../src/main-node.ts", import.meta.url)), [], {
    ...{ cwd: fileURLToPath(new URL("../", import.meta.url)), env },
    execArgv: ["--import", "./scripts/tsx-loader.mjs"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const base = new URL(`http://127.0.0.1:${port}/`);
  for (let tries = 0; ; tries++) {
    const healthy = await fetch(new URL("/healthz", base)).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return { child, url: new URL("/webhooks/telegram", base) };
    if (tries > 300 || child.exitCode !== null) throw new Error("the product did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function somePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = freePort().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function post(url: URL, update: unknown, agent: Agent): Promise<void> {
  const body = JSON.stringify(update);
  const headers = {
    ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    "x-telegram-bot-api-secret-token": secret,
  };
  const { hostname: host, port, pathname: path } = url;
  return new Promise((resolve, reject) => {
    const call = request({ host, port, path, method: "POST", agent, headers }, (response) => {
      response.resume();
      const isTaken = (response.statusCode ?? 500) < 300;
      response.on("end", () =>
        isTaken ? resolve() : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** A Bot API that says yes to everything, and tells of each message. */
async function openApi(told: (answer: Answer) => void) {
  const me = { id: 4242, is_bot: true, first_name: "bench", username: "bench_bot" };
  const server = createServer((call, response) => {
    const parts: Buffer[] = [];
    call.on("data", (part: Buffer) => void parts.push(part));
    call.on("end", () => {
      const method = call.url?.split("/").at(-1) ?? "";
      const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString() || "{}") : {};
      const sent = {
        message_id: 1,
        date: 1,
        chat: { id: body.chat_id, type: "private" },
        text: "",
      };
      const result = method === "getMe" ? me : method === "sendMessage" ? sent : true;
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: true, result }));
      if (method !== "sendMessage") return;
      const rows = (body.reply_markup?.inline_keyboard ?? []) as Answer["buttons"][];
      told({ chat: Number(body.chat_id), buttons: rows.flat() });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function residentOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}
