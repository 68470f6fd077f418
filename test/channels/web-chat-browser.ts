import type { Hono } from "hono";

const site = "http://localhost:3000";

/** What a browser keeps between two requests: its cookie. Requests without a network. */
export interface TestBrowser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A message as the page's script sends it. */
  send(message: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A form as a browser without script sends it. */
  submit(fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  cookie(): string | null;
}

/** A browser that somebody opens for the first time. */
export function newBrowser(app: Hono): TestBrowser {
  let cookie: string | null = null;
  const ask = async (path: string, init: RequestInit, headers: Record<string, string> = {}) => {
    const answer = await app.request(`${site}${path}`, {
      ...init,
      headers: { ...(cookie ? { Cookie: cookie } : {}), ...headers },
    });
    cookie = answer.headers.get("Set-Cookie")?.split(";")[0] ?? cookie;
    return answer;
  };
  return {
    get: (path, headers) => ask(path, {}, headers),
    send: (message, headers) =>
      ask(
        "/chat/messages",
        { method: "POST", body: typeof message === "string" ? message : JSON.stringify(message) },
        { "Content-Type": "application/json", ...headers },
      ),
    submit: (fields, headers) =>
      ask("/", { method: "POST", body: new URLSearchParams(fields) }, { Origin: site, ...headers }),
    cookie: () => cookie,
  };
}

/** Reads events of a stream until there are as many as wanted; then leaves it. */
export async function readEvents(
  answer: Response,
  wanted: number,
  meanwhile: () => void = () => {},
): Promise<
  { readonly id: string; readonly data: { readonly text: string; readonly from: string } }[]
> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("no stream");
  let text = "";
  let isTold = false;
  for (;;) {
    const events = [...text.matchAll(/^data: (.*)\nid: (.*)$/gm)];
    if (events.length >= wanted) {
      await reader.cancel();
      return events.map(([, data = "", id = ""]) => ({ id, data: JSON.parse(data) }));
    }
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${events.length} events`);
    text += value;
    if (!isTold) meanwhile();
    isTold = true;
  }
}
