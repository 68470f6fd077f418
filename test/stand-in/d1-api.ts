import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";

/** What the stand-in answers instead of working, once. "silence" does the work and says nothing. */
export type D1Mood = "silence" | { readonly status: number; readonly retryAfter?: number };

/** A local stand-in of Cloudflare's API for D1, over real HTTP, with SQLite behind it. */
export interface D1Api {
  readonly root: string;
  readonly account: string;
  readonly database: string;
  readonly token: string;
  readonly connection: DatabaseSync;
  /** How many requests came, and the largest body, in bytes. */
  readonly seen: { requests: number; largest: number };
  /** The next requests meet these, one each, then all is well again. */
  mood(...moods: readonly D1Mood[]): void;
  close(): Promise<void>;
}

interface Query {
  readonly sql: string;
  readonly params?: readonly (string | number | null)[];
}

const account = "0123456789abcdef0123456789abcdef";
const database = "77922c77-3436-431c-ac2d-4114a75840da";
const token = "a-token-that-is-invented";

export async function openD1Api(): Promise<D1Api> {
  const connection = new DatabaseSync(":memory:");
  const moods: D1Mood[] = [];
  const seen = { requests: 0, largest: 0 };
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    seen.requests += 1;
    seen.largest = Math.max(seen.largest, Buffer.byteLength(text));
    const answer = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(json));
    };
    const mood = moods.shift();
    if (mood && mood !== "silence") {
      const wait = mood.retryAfter === undefined ? {} : { "retry-after": String(mood.retryAfter) };
      return answer(mood.status, failure(10_000, "busy"), wait);
    }
    if (request.headers.authorization !== `Bearer ${token}`) {
      return answer(401, failure(10_000, "Authentication error"));
    }
    if (request.url !== `/client/v4/accounts/${account}/d1/database/${database}/query`) {
      return answer(404, failure(7404, "The database could not be found"));
    }
    const [status, json] = answerTo(connection, JSON.parse(text));
    if (mood === "silence") return request.socket.destroy();
    answer(status, json);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ root: `http://127.0.0.1:${port}/client/v4`, account, database, token, connection, seen },
    mood: (...more) => void moods.push(...more),
    close: () => {
      connection.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** One query, or a batch that is done whole or not at all. */
function answerTo(connection: DatabaseSync, body: Query | { batch: Query[] }): [number, unknown] {
  const queries = "batch" in body ? body.batch : [body];
  connection.exec("BEGIN");
  try {
    const result = queries.map(({ sql, params = [] }) => {
      if (params.length > 100) throw new Error("too many SQL variables");
      const statement = connection.prepare(sql);
      const results = statement.columns().length > 0 ? statement.all(...params) : [];
      const changes = statement.columns().length > 0 ? 0 : statement.run(...params).changes;
      return { results, success: true, meta: { changes, duration: 0.1, served_by: "stand-in" } };
    });
    connection.exec("COMMIT");
    return [200, { result, success: true, errors: [], messages: [] }];
  } catch (error) {
    connection.exec("ROLLBACK");
    const message = error instanceof Error ? error.message : String(error);
    const name = message.includes("constraint failed") ? "SQLITE_CONSTRAINT" : "SQLITE_ERROR";
    return [400, failure(7500, `${message}: ${name}`)];
  }
}

function failure(code: number, message: string) {
  return { result: [], success: false, errors: [{ code, message }], messages: [] };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
