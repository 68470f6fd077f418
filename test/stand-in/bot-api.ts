import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One call that the bot made. */
export interface Call {
  readonly method: string;
  readonly chat: string | null;
  readonly text: string | null;
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the stand-in answers instead of "ok"; "silence" accepts the message and never answers. */
export type Mood =
  | { readonly status: number; readonly description: string; readonly retryAfter?: number }
  | "silence";

/** A local stand-in of the Bot API: it speaks the same protocol over real HTTP and keeps what it was told. */
export interface BotApi {
  readonly root: string;
  readonly calls: readonly Call[];
  /** The texts a chat was sent, in order. */
  texts(chat: number): readonly string[];
  /** The next calls of a method meet these moods, one each, then all is well again. */
  mood(method: string, ...moods: readonly Mood[]): void;
  /** Resolves when what was received satisfies the condition; rejects after ten seconds with what came. */
  until(condition: (calls: readonly Call[]) => boolean): Promise<void>;
  /** Updates that long polling will be given. */
  feed(...updates: readonly { readonly update_id: number }[]): void;
  /** A file somebody sent, by its id: where it says to be, how large it says it is, its bytes. */
  holds(id: string, file: HeldFile): void;
  close(): Promise<void>;
}

export interface HeldFile {
  readonly path: string;
  readonly size: number;
  readonly body: Uint8Array;
}

export async function openBotApi(): Promise<BotApi> {
  const calls: Call[] = [];
  const moods = new Map<string, Mood[]>();
  const waiting = new Set<() => void>();
  const files = new Map<string, HeldFile>();
  let updates: { readonly update_id: number }[] = [];
  let messageId = 0;

  const server = createServer(async (request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const body = await bodyOf(request);
    const answer = (status: number, json: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(json));
    };
    const [, folder, , path] = /^\/(file)\/(bot[^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    if (folder) {
      const held = [...files.values()].find((file) => file.path === path);
      response.writeHead(held ? 200 : 404, { "content-type": "application/octet-stream" });
      response.end(held?.body);
      return;
    }
    if (method === "getFile" && !moods.get(method)?.length) {
      const held = files.get(String(body["file_id"]));
      if (!held) {
        answer(400, { ok: false, error_code: 400, description: "Bad Request: invalid file_id" });
        return;
      }
      answer(200, {
        ok: true,
        result: { file_id: body["file_id"], file_path: held.path, file_size: held.size },
      });
      return;
    }
    if (method === "getUpdates") {
      updates = updates.filter((update) => update.update_id >= Number(body["offset"] ?? 0));
      const held = updates.length > 0 ? 0 : 200;
      setTimeout(() => answer(200, { ok: true, result: updates }), held);
      return;
    }
    const mood = moods.get(method)?.shift();
    if (mood && mood !== "silence") {
      const parameters = mood.retryAfter ? { parameters: { retry_after: mood.retryAfter } } : {};
      answer(mood.status, {
        ok: false,
        error_code: mood.status,
        description: mood.description,
        ...parameters,
      });
      return;
    }
    calls.push(callOf(method, body));
    for (const look of waiting) look();
    if (mood === "silence") return;
    answer(200, { ok: true, result: resultOf(method, body, ++messageId) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    texts: (chat) =>
      calls
        .filter((call) => call.method === "sendMessage" && call.chat === String(chat))
        .map((call) => call.text ?? ""),
    mood: (method, ...more) => void moods.set(method, [...(moods.get(method) ?? []), ...more]),
    until: (condition) => waitFor(condition, calls, waiting),
    holds: (id, file) => void files.set(id, file),
    feed: (...more) => void updates.push(...more),
    close: () => closeServer(server),
  };
}

function waitFor(
  condition: (calls: readonly Call[]) => boolean,
  calls: readonly Call[],
  waiting: Set<() => void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      waiting.delete(look);
    };
    const look = () => {
      if (!condition(calls)) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(
        new Error(
          `never came; received: ${JSON.stringify(calls.map(({ method, text }) => ({ method, text })))}`,
        ),
      );
    }, 30_000);
    waiting.add(look);
    look();
  });
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  if (!text) return {};
  if (request.headers["content-type"]?.includes("multipart")) return { multipart: text };
  return JSON.parse(text) as Record<string, unknown>;
}

function callOf(method: string, body: Record<string, unknown>): Call {
  const markup = body["reply_markup"] as { inline_keyboard?: Call["buttons"][] } | undefined;
  return {
    method,
    chat: body["chat_id"] === undefined ? null : String(body["chat_id"]),
    text: typeof body["text"] === "string" ? body["text"] : null,
    buttons: markup?.inline_keyboard?.flat() ?? [],
    body,
  };
}

function resultOf(method: string, body: Record<string, unknown>, id: number): unknown {
  if (method === "getMe")
    return { id: 4242, is_bot: true, first_name: "Trousseau", username: "trousseau_bot" };
  if (method !== "sendMessage" && method !== "sendDocument") return true;
  return {
    message_id: id,
    date: 1,
    chat: { id: Number(body["chat_id"] ?? 0), type: "private" },
    text: body["text"],
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
