import { readFile } from "node:fs/promises";
import structureFile from "../../prisma/structures/rencontres-et-loisirs.json" with {
  type: "json",
};
import type { ConversationId } from "../../src/base/ids.ts";
import type { Content, WrittenReply } from "../../src/base/message.ts";
import type { Instant } from "../../src/base/time.ts";
import type { BellKind } from "../../src/channels/bells.ts";
import { liveHere } from "../../src/channels/live.ts";
import { webChatSources } from "../../src/channels/web-chat-assets.ts";
import type { WebChatDoor } from "../../src/channels/web-chat-door.ts";
import { webChatRoutes } from "../../src/channels/web-chat-routes.ts";
import { type Assets, loadAssets } from "../../src/look/assets.ts";
import type { TranscriptEntry } from "../../src/store/transcript-store.ts";
import { readStructure } from "../../src/structure.ts";
import { openTexts } from "../../src/texts.ts";

const reading = readStructure(structureFile);
if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
const { structure } = reading;

/** A house with one room: it keeps what it receives, and answers by a function. */
export interface TestHouse {
  readonly door: WebChatDoor;
  /** Every message received, in order: who, under which id, what, waited for or not. */
  readonly received: { address: string; id: string; content: Content; wait: boolean }[];
  /** Where people asked to be rung, and what an e-mail asked to forget. */
  readonly kept: { kind: BellKind; target: string }[];
  readonly forgotten: readonly string[];
  /** Says something to whoever wrote first, as the bot or as a worker. */
  say(from: "bot" | "worker", reply: WrittenReply, state?: "queued" | "sent"): void;
  /** The conversation's language from now on. */
  speak(language: string): void;
  address(): string;
}

export interface TestHouseOptions {
  readonly secure?: boolean;
  /** How this house can ring somebody whose page is closed; not at all when not given. */
  readonly bells?: { readonly push?: string; readonly mail?: boolean };
  readonly answer?: (content: Content) => readonly WrittenReply[];
}

/** 22 November 2026, 10 o'clock in Paris; each line a second later. */
const firstLine = 1_795_338_000_000;

/** A door to a house that lives in this process, with invented people. */
export function testHouse({
  secure = false,
  answer = () => [],
  bells,
}: TestHouseOptions = {}): TestHouse {
  const transcripts = new Map<string, TranscriptEntry[]>();
  const ids = new Set<string>();
  const received: TestHouse["received"] = [];
  const kept: TestHouse["kept"] = [];
  const forgotten: string[] = [];
  const live = liveHere();
  let language: string | null = "fr";
  let addresses = 0;
  let lines = 0;
  const next = () => ({ id: ++lines, at: (firstLine + lines * 1_000) as Instant });
  const put = (
    conversation: string,
    from: "bot" | "worker",
    content: WrittenReply,
    state: "queued" | "sent",
  ) => {
    const author = from === "worker" ? "worker-1" : null;
    transcripts.get(conversation)?.push({ ...next(), from, content, author, state, failure: null });
    live.changed(conversation);
  };
  const first = () => [...transcripts.keys()][0] ?? "nobody";
  const door: WebChatDoor = {
    structure,
    bells: {
      ...{ pushKey: bells?.push ?? null, mail: bells?.mail ?? false, messenger: true },
      of: async () => kept,
      add: async (_, kind, target) => void kept.push({ kind, target }),
      silence: async (_, kind) =>
        void kept.splice(0, kept.length, ...kept.filter((one) => one.kind !== kind)),
      forget: async (id) => void forgotten.push(id),
    },
    demonstration: true,
    texts: openTexts({ strict: true }),
    live,
    cookieSecret: "a secret of at least thirty-two characters",
    secure,
    mediaDays: 30,
    unfollowedDays: 30,
    newAddress: () => `address-${++addresses}`,
    async receive(address, id, content, wait) {
      received.push({ address, id, content, wait });
      if (ids.has(id)) return "seen";
      ids.add(id);
      const lines = transcripts.get(address) ?? [];
      transcripts.set(address, lines);
      const line = next();
      lines.push({ ...line, sentAt: line.at, from: "person", content, state: "done", file: null });
      live.changed(address);
      for (const reply of answer(content)) put(address, "bot", reply, "sent");
      return "stored";
    },
    conversationOf: async (address) =>
      transcripts.has(address) ? (address as ConversationId) : null,
    languageOf: async () => language,
    transcript: async (conversation) => [...(transcripts.get(conversation) ?? [])],
  };
  return {
    door,
    received,
    kept,
    forgotten,
    say: (from, reply, state = "sent") => put(first(), from, reply, state),
    speak: (wanted) => {
      language = wanted;
    },
    address: first,
  };
}

/** The files of the page, read once for all tests. */
export const assets: Promise<Assets> = loadAssets(
  async (path) => new Uint8Array(await readFile(new URL(`../../${path}`, import.meta.url))),
  webChatSources,
);

/** The routes over such a house. */
export async function openChat(house: TestHouse, base = "") {
  return webChatRoutes(house.door, await assets, { base });
}

/** A reply with nothing but words, unless choices are given. */
export function reply(text: string, options: WrittenReply["options"] = []): WrittenReply {
  return { text, options };
}
