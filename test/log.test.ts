import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { errorFields } from "../src/operations/error-fields.ts";
import { type BotApi, openBotApi } from "./stand-in/bot-api.ts";
import { machineDate, pressUpdate, textUpdate } from "./stand-in/updates.ts";

const marks = {
  text: "zzparole",
  name: "Zzprenom",
  chat: "33698765432",
  token: "4242:zzjeton",
  webhook: "zzsecret-du-webhook",
  key: "zzcle-de-trente-deux-signes-au-moins",
  mail: "zznadia@example.org",
  password: "zzmot de passe long",
};
const chat = Number(marks.chat);

interface Server {
  readonly child: ChildProcess;
  readonly root: string;
  written(): string;
  /** Resolves once these words were written. */
  until(words: string): Promise<void>;
}

/** The real server, in a process of its own: all that it writes is kept. */
async function start(api: BotApi, database: string): Promise<Server> {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      fileURLToPath(new URL("../scripts/start.mjs", import.meta.url)),
    ],
    {
      env: {
        PATH: process.env["PATH"],
        PORT: "0",
        DATABASE_URL: `file:${database}`,
        SECRET_KEY: marks.key,
        TELEGRAM_BOT_TOKEN: marks.token,
        TELEGRAM_WEBHOOK_SECRET: marks.webhook,
        TELEGRAM_API_ROOT: api.root,
        TELEGRAM_MODE: "webhook",
        PUBLIC_URL: "http://localhost:3000",
        DESK_ADMIN_EMAIL: marks.mail,
        DESK_ADMIN_PASSWORD: marks.password,
        LOG_LEVEL: "debug",
      },
    },
  );
  const pieces: string[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    const look = (piece: Buffer) => {
      pieces.push(piece.toString());
      const found = /"port":(\d+)/.exec(pieces.join(""))?.[1];
      if (found) resolve(found);
    };
    child.stderr?.on("data", look);
    child.stdout?.on("data", look);
    child.once("exit", (code) =>
      reject(new Error(`the server stopped: ${code}\n${pieces.join("")}`)),
    );
  });
  const written = () => pieces.join("");
  const until = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!written().includes(words)) return;
        child.stderr?.off("data", look);
        resolve();
      };
      child.stderr?.on("data", look);
      look();
    });
  return { child, root: `http://127.0.0.1:${port}`, written, until };
}

async function post(server: Server, body: string, secret = marks.webhook): Promise<number> {
  const response = await fetch(`${server.root}/webhooks/telegram`, {
    method: "POST",
    headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
    body,
  });
  await response.text();
  return response.status;
}

const named = <U extends object>(update: U): string =>
  JSON.stringify(update).replaceAll('"Lina"', JSON.stringify(marks.name));

test("after a whole conversation, errors provoked too, nothing that was said or is secret was written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-log-"));
  const api = await openBotApi();
  const database = join(folder, "log.db");
  const server = await start(api, database);
  onTestFinished(async () => {
    server.child.kill("SIGKILL");
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const sent = (count: number) =>
    api.until((calls) => calls.filter(({ method }) => method === "sendMessage").length >= count);

  expect(await post(server, named(textUpdate(1, chat, "/start", machineDate())))).toBe(200);
  await sent(1);
  expect(
    await post(server, named(pressUpdate(2, chat, "accueil.language.french", machineDate()))),
  ).toBe(200);
  await sent(2);
  expect(
    await post(
      server,
      named(textUpdate(3, chat, `${marks.text} je dors dehors ce soir`, machineDate())),
    ),
  ).toBe(200);
  await sent(3);

  // the doors refuse
  expect(
    await post(server, named(textUpdate(4, chat, marks.text, machineDate())), `${marks.webhook}.`),
  ).toBe(401);
  expect(await post(server, `{"update_id": 4, "message": "${marks.text}`)).toBe(400);
  expect(
    (await fetch(`${server.root}/desk/${marks.text}`, { redirect: "manual" })).status,
  ).toBeGreaterThanOrEqual(300);
  // the network has its moods: the message waits
  api.mood("sendMessage", { status: 400, description: `Bad Request: ${marks.text}` });
  expect(await post(server, named(textUpdate(5, chat, marks.text, machineDate())))).toBe(200);
  expect(await post(server, named(textUpdate(6, chat, "menu", machineDate())))).toBe(200);
  await sent(4);

  // what is kept cannot be opened any more: the error itself carries the words; then receiving breaks too
  const other = new DatabaseSync(database);
  other.exec("PRAGMA busy_timeout=5000");
  other.prepare("UPDATE Conversation SET memorySealed = ?").run(`${marks.text}.AAAA`);
  expect(await post(server, named(textUpdate(7, chat, marks.text, machineDate())))).toBe(200);
  await server.until('"broke"');
  other.exec("ALTER TABLE Inbound RENAME TO Elsewhere");
  other.close();
  expect(await post(server, named(textUpdate(8, chat, marks.text, machineDate())))).toBe(503);

  server.child.kill("SIGTERM");
  await new Promise((resolve) => server.child.once("close", resolve));
  const written = server.written();
  const lines = written
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  // there is a log, and it tells of what broke
  expect(lines.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(["open", "broke", "request broke"]),
  );
  const found = Object.entries(marks).filter(([, mark]) =>
    written.toLowerCase().includes(mark.toLowerCase()),
  );
  expect(found.map(([kind]) => kind)).toEqual([]);
});

test("of an error only its kind, its code and its place are written, never its words", () => {
  const error = Object.assign(new TypeError(`cannot read ${marks.text}`), {
    code: "ERR_X",
    errcode: 19,
  });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ error: "TypeError", code: "ERR_X", errcode: 19 });
  expect(JSON.stringify(fields).includes(marks.text)).toBe(false);
  expect(errorFields(marks.text)).toEqual({ error: "string" });
});
