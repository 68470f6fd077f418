import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { ConversationId } from "../base/ids.ts";
import type { Assets } from "../look/assets.ts";
import { manifestOf, manifestType } from "../look/manifest.ts";
import { securityHeaders } from "../look/security-headers.ts";
import { bellRoutes, offersBells } from "./web-chat-bells.tsx";
import type { WebChatDoor } from "./web-chat-door.ts";
import { type ChatEntry, chatEntries, entriesAfter } from "./web-chat-entries.ts";
import { entryMarkup } from "./web-chat-entry.tsx";
import {
  foldedWord,
  hasOwnWord,
  hide,
  hidingRoutes,
  isHidden,
  safeWords,
} from "./web-chat-hiding.ts";
import { neutralPage } from "./web-chat-hiding-page.tsx";
import { type Incoming, readForm, readIncoming, readSource } from "./web-chat-incoming.ts";
import { chatPage } from "./web-chat-page.tsx";
import { openStreams, type Streams } from "./web-chat-stream.ts";
import { trustPage } from "./web-chat-trust-page.tsx";
import { addressOf, conversationHere, giveAddress } from "./web-chat-visitor.ts";
import { type PageWords, pageWords } from "./web-chat-words.ts";

/** What the addresses below share. */
interface Chat {
  readonly door: WebChatDoor;
  readonly assets: Assets;
  /** "" or "/s/<slug>": where the addresses are mounted. */
  readonly base: string;
  readonly numbers: readonly string[];
}

const largestBody = 1024 * 1024;

/**
 * The web chat: its page and the addresses its script calls, to be mounted at `base` ("" or
 * "/s/<slug>"). `closeStreams` ends the live streams, so that a server that stops is not held by them.
 */
export function webChatRoutes(
  door: WebChatDoor,
  assets: Assets,
  { base = "" }: { readonly base?: string } = {},
): { readonly app: Hono; closeStreams(): void } {
  const numbers = door.structure.emergencyNumbers.flatMap(({ number }) => number ?? []);
  const chat: Chat = { door, assets, base, numbers };
  const streams = openStreams(door.live, door.structure.slug);
  const app = new Hono();
  // on these addresses alone: the house mounts other pages beside them
  for (const path of ["/", "/chat/*", "/confiance", "/rappels", "/rappels/*"])
    app.use(path, ...guards(door));
  app.get("/", (context) => showPage(chat, context));
  app.get("/confiance", (context) => showTrust(chat, context));
  app.post("/", (context) => takeForm(chat, context));
  app.post("/chat/messages", (context) => takeMessage(chat, context));
  app.get("/chat/messages", (context) => listEntries(chat, context));
  app.get("/chat/stream", (context) => followEntries(chat, context, streams));
  app.get("/chat/manifest.webmanifest", async (context) => {
    const { language, direction } = await pageWords(context, door, null);
    context.header("Content-Type", manifestType);
    const page = { name: door.structure.service, language, direction, start: base || "/" };
    return context.body(manifestOf(page, assets));
  });
  app.get("/chat/files/:id", (context) => giveFile(chat, context));
  app.route("/", hidingRoutes(base));
  if (offersBells(door)) app.route("/", bellRoutes(chat));
  return { app, closeStreams: streams.closeAll };
}

function guards(door: WebChatDoor): [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] {
  return [
    securityHeaders({ secure: door.secure }),
    // hosts are compared, not schemes: behind a proxy the request seems to come over http
    csrf({
      origin: (origin, { req }) =>
        URL.canParse(origin) && new URL(origin).host === new URL(req.url).host,
    }),
    bodyLimit({
      maxSize: largestBody,
      onError: (context) => refuse(door, context, "tooLarge", 413),
    }),
  ];
}

async function showPage(chat: Chat, context: Context): Promise<Response> {
  const { door, assets, base, numbers } = chat;
  const conversation = await conversationHere(context, door);
  const words = await pageWords(context, door, conversation);
  // what is read here must not come back with the browser's "back" on a shared computer
  context.header("Cache-Control", "no-store");
  context.header("Vary", "Cookie, Accept-Language");
  if (isHidden(context)) return context.html(neutralPage({ words, base, assets }));
  const page = chatPage({
    structure: door.structure,
    demonstration: door.demonstration,
    words,
    assets,
    base,
    entries: conversation === null ? null : await entriesOf(chat, conversation, words),
    numbers,
    source: readSource(context.req.query("s")),
    nextId: door.newAddress(),
    safeWords: safeWords(context, words),
    hasOwnWord: hasOwnWord(context),
    offersBells: offersBells(door),
  });
  return context.html(page);
}

/** In the language that is asked for, else the conversation's or the browser's. */
async function showTrust({ door, assets, base }: Chat, context: Context): Promise<Response> {
  const { structure, texts, mediaDays, unfollowedDays } = door;
  const asked = structure.languages.find((one) => one === context.req.query("langue"));
  const own = await pageWords(context, door, await conversationHere(context, door));
  const language = asked ?? own.language;
  context.header("Cache-Control", "no-store");
  context.header("Vary", "Cookie, Accept-Language");
  return context.html(
    trustPage({ structure, texts, assets, base, mediaDays, unfollowedDays, language }),
  );
}

/** Without script: the message is answered before the page is shown again, at its end. */
async function takeForm(chat: Chat, context: Context): Promise<Response> {
  const { door, base } = chat;
  const fields = await fieldsOf(context);
  const incoming = readForm(fields, () => door.newAddress());
  if (incoming && (await isSafeWord(chat, context, incoming))) {
    hide(context);
    return context.redirect(base || "/", 303);
  }
  if (incoming) await receive(chat, context, incoming, true);
  return context.redirect(`${base || "/"}#last`, 303);
}

/** The fields of a form; none when what was sent is no form at all. */
async function fieldsOf(context: Context): Promise<Map<string, unknown>> {
  try {
    return new Map<string, unknown>(Object.entries(await context.req.parseBody()));
  } catch (error) {
    if (error instanceof TypeError) return new Map();
    throw error;
  }
}

async function takeMessage(chat: Chat, context: Context): Promise<Response> {
  const incoming = readIncoming(await context.req.text());
  if (typeof incoming === "string") return refuse(chat.door, context, incoming, 400);
  if (await isSafeWord(chat, context, incoming)) {
    hide(context);
    return context.json({ outcome: "hidden" }, 202);
  }
  return context.json({ outcome: await receive(chat, context, incoming, false) }, 202);
}

/** The word that hides the page is no message: it is not kept, and nobody reads it. */
async function isSafeWord({ door }: Chat, context: Context, { content }: Incoming) {
  if (content.kind !== "text") return false;
  const words = await pageWords(context, door, await conversationHere(context, door));
  return safeWords(context, words).includes(foldedWord(content.text));
}

async function receive(
  { door }: Chat,
  context: Context,
  { id, content }: Incoming,
  wait: boolean,
): Promise<"stored" | "seen"> {
  const known = await addressOf(context, door);
  const address = known ?? door.newAddress();
  let outcome = await door.receive(address, id, content, wait);
  // the first answer, and the cookie in it, was lost on its way: this new address has nothing yet
  if (known === null && outcome === "seen") {
    outcome = await door.receive(address, door.newAddress(), content, wait);
  }
  await giveAddress(context, door, address);
  return outcome;
}

async function listEntries(chat: Chat, context: Context): Promise<Response> {
  context.header("Cache-Control", "no-store");
  const conversation = await conversationHere(context, chat.door);
  if (conversation === null) return context.json({ entries: [] });
  const words = await pageWords(context, chat.door, conversation);
  const entries = await entriesOf(chat, conversation, words);
  const wanted = entriesAfter(entries, context.req.query("after") ?? null);
  return context.json({ entries: wanted.map((entry) => forScript(chat, entry, words)) });
}

async function followEntries(chat: Chat, context: Context, streams: Streams): Promise<Response> {
  const conversation = await conversationHere(context, chat.door);
  // 204 tells a browser not to come back by itself
  if (conversation === null) return context.body(null, 204);
  let words = await pageWords(context, chat.door, conversation);
  return streams.open(context, conversation, {
    after: context.req.header("Last-Event-ID") ?? context.req.query("after") ?? null,
    async read() {
      // the person may choose another language while we listen
      words = await pageWords(context, chat.door, conversation);
      return entriesOf(chat, conversation, words);
    },
    write: (entry) => JSON.stringify(forScript(chat, entry, words)),
  });
}

async function giveFile({ door }: Chat, context: Context): Promise<Response> {
  const conversation = await conversationHere(context, door);
  const lines = conversation === null ? [] : await door.transcript(conversation);
  const line = lines.find(
    ({ from, id }) =>
      (from === "bot" || from === "worker") && String(id) === context.req.param("id"),
  );
  const file =
    line && (line.from === "bot" || line.from === "worker") ? line.content.file : undefined;
  if (!file) return context.notFound();
  const name = encodeURIComponent(file.name).replaceAll("'", "%27");
  return context.body(file.body, 200, {
    "Content-Type": file.type,
    "Content-Disposition": `attachment; filename*=UTF-8''${name}`,
    "Cache-Control": "private, no-store",
  });
}

async function entriesOf(
  { door, base }: Chat,
  conversation: ConversationId,
  words: PageWords,
): Promise<readonly ChatEntry[]> {
  const transcript = await door.transcript(conversation);
  return chatEntries(transcript, { base, pressed: words.say("pressed") });
}

/** An entry and its markup: the script has nothing to draw, and one place escapes what people write. */
function forScript({ numbers }: Chat, entry: ChatEntry, words: PageWords) {
  return { ...entry, language: words.language, markup: entryMarkup({ entry, words, numbers }) };
}

async function refuse(
  door: WebChatDoor,
  context: Context,
  code: "badJson" | "badId" | "badContent" | "tooLarge",
  status: 400 | 413,
): Promise<Response> {
  const words = await pageWords(context, door, null);
  return context.json({ error: { code, message: words.say(code) } }, status);
}
