import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One message as it was posted to the messages address of a number. */
export interface GraphCall {
  /** "/v25.0/106540352242922/messages" */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** "to", or "recipient" where the number is hidden. */
  readonly person: string;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
}

/** How the next posts are answered; "silence" takes the message and never answers. */
export type GraphMood =
  | "silence"
  | "hangUp"
  | {
      readonly status: number;
      readonly code?: number;
      readonly retryAfter?: string;
      /** Instead of the error's JSON. */
      readonly page?: string;
    };

/** A file that somebody sent. */
export interface GraphFile {
  readonly type: string;
  readonly body: Uint8Array;
  /** What the API says of its size, when it lies or says nothing. */
  readonly saidSize?: number | null;
  /** Sent piece by piece, its length unsaid. */
  readonly inPieces?: boolean;
  /** Where the API says it is, instead of this very server. */
  readonly url?: string;
}

/** A Graph API of our own, over real HTTP: messages are kept, errors are played, files are served. */
export interface GraphApi {
  readonly root: string;
  /** What was accepted, and what was met with silence. */
  readonly calls: readonly GraphCall[];
  /** Every request, refused ones too: method, path, authorization. */
  readonly requests: readonly string[];
  mood(...moods: readonly GraphMood[]): void;
  file(id: string, file: GraphFile | { readonly status: number; readonly code?: number }): void;
  /** How the address of a file answers, instead of with the file. */
  downloadStatus(status: number): void;
  textsTo(person: string): readonly string[];
  /** Resolves once the calls are as wanted; rejects after ten seconds. */
  until(condition: (calls: readonly GraphCall[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export const graphToken = "EAA-a-token-of-the-tests";

/** Opens it on a free port. */
export async function openGraphApi(): Promise<GraphApi> {
  const calls: GraphCall[] = [];
  const requests: string[] = [];
  const moods: GraphMood[] = [];
  const files = new Map<string, Parameters<GraphApi["file"]>[1]>();
  const looks = new Set<() => void>();
  let downloads: number | null = null;
  let root = "";

  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const { authorization } = request.headers;
    requests.push(`${request.method} ${request.url} ${authorization ?? ""}`);
    const posted = await bodyOf(request);
    if (authorization !== `Bearer ${graphToken}`) refuse(response, { status: 401, code: 190 });
    else if (request.method === "GET") serve(response, path);
    else take(request, response, callOf(path, authorization, posted));
  });

  function take(request: IncomingMessage, response: ServerResponse, call: GraphCall): void {
    const mood = moods.shift();
    if (mood === "hangUp") request.socket.destroy();
    else if (mood && mood !== "silence") refuse(response, mood);
    else {
      calls.push(call);
      for (const look of looks) look();
      if (mood !== "silence") accept(response, call, calls.length);
    }
  }

  function serve(response: ServerResponse, path: string): void {
    const id = path.split("/").at(-1) ?? "";
    const file = files.get(id) ?? { status: 404, code: 100 };
    if ("status" in file) refuse(response, file);
    else if (path.startsWith("/download/")) download(response, file);
    else answer(response, 200, described(id, file));
  }

  function described(id: string, file: GraphFile) {
    const size = file.saidSize === undefined ? file.body.length : file.saidSize;
    return {
      ...{ messaging_product: "whatsapp", id, mime_type: file.type, sha256: "unread" },
      url: file.url ?? `${root}/download/${id}`,
      ...(size === null ? {} : { file_size: size }),
    };
  }

  function download(response: ServerResponse, file: GraphFile): void {
    if (downloads !== null) {
      response.writeHead(downloads).end();
      return;
    }
    response.writeHead(200, {
      "content-type": file.type,
      ...(file.inPieces ? {} : { "content-length": file.body.length }),
    });
    for (let place = 0; place < file.body.length; place += 1000) {
      response.write(file.body.subarray(place, place + 1000));
    }
    response.end();
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    root,
    calls,
    requests,
    mood: (...more) => void moods.push(...more),
    file: (id, file) => void files.set(id, file),
    downloadStatus(status) {
      downloads = status;
    },
    textsTo: (person) => calls.filter((call) => call.person === person).map(({ text }) => text),
    until: (condition) => waitFor(condition, calls, looks),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function waitFor(
  condition: (calls: readonly GraphCall[]) => boolean,
  calls: readonly GraphCall[],
  looks: Set<() => void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!condition(calls)) return;
      clearTimeout(timer);
      looks.delete(look);
      resolve();
    };
    const timer = setTimeout(() => {
      looks.delete(look);
      reject(new Error(`never came; received: ${JSON.stringify(calls.map(({ text }) => text))}`));
    }, 30_000);
    looks.add(look);
    look();
  });
}

function accept(response: ServerResponse, { person }: GraphCall, count: number): void {
  answer(response, 200, {
    messaging_product: "whatsapp",
    contacts: [{ input: person, wa_id: person }],
    messages: [{ id: `wamid.out.${count}` }],
  });
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** The shapes of what is sent, as far as they are looked at here. */
interface Posted {
  readonly to?: string;
  readonly recipient?: string;
  readonly text?: { readonly body: string };
  readonly template?: { readonly name: string };
  readonly interactive?: {
    readonly body: { readonly text: string };
    readonly action: {
      readonly buttons?: readonly { readonly reply: { id: string; title: string } }[];
      readonly sections?: readonly { readonly rows: readonly { id: string; title: string }[] }[];
    };
  };
}

function callOf(
  path: string,
  authorization: string | undefined,
  body: Record<string, unknown>,
): GraphCall {
  const { to, recipient, text, template, interactive } = body as Posted;
  const rows = interactive?.action.sections?.flatMap((section) => section.rows) ?? [];
  const buttons = interactive?.action.buttons?.map(({ reply }) => reply) ?? [];
  return {
    ...{ path, authorization, body },
    person: to ?? recipient ?? "",
    text: text?.body ?? interactive?.body.text ?? template?.name ?? "",
    options: [...buttons, ...rows],
  };
}

function refuse(
  response: ServerResponse,
  { status, code, retryAfter, page }: Exclude<GraphMood, string>,
): void {
  const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  const error = { message: "(#0) a title", type: "OAuthException", code, fbtrace_id: "A" };
  if (page === undefined) answer(response, status, { error }, headers);
  else response.writeHead(status, { ...headers, "content-type": "text/html" }).end(page);
}

function answer(
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, "content-type": "application/json" });
  response.end(JSON.stringify(json));
}
