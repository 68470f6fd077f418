import { onTestFinished, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import type { Media } from "../../src/base/message.ts";
import type { Instant } from "../../src/base/time.ts";
import type { NodeHouse } from "../../src/node/house.ts";

/** What a person sends, as any network can carry it. */
export type Sending =
  | { readonly text: string }
  | { readonly press: string }
  | { readonly media: Media; readonly caption?: string }
  /** The words of an earlier event are changed. */
  | { readonly edit: string; readonly of: number };

/** All that people send besides words. */
export const everyMedia: readonly Media[] = [
  ...(["voice", "image", "video", "document", "sticker", "location", "contact"] as const),
];

/** What can be done on a network, and one person on it. */
export interface NetworkKind {
  open(): Promise<Network>;
  /** The first words of somebody new. */
  readonly greeting: string;
  /** Buttons that can be pressed; without them choices are typed. */
  readonly presses: boolean;
  /** What can be sent besides words. */
  readonly media: readonly Media[];
  /** Words can be changed after they were sent. */
  readonly edits: boolean;
  /** The network says when a message was sent. */
  readonly tellsTime: boolean;
  /** The longest message, in characters; null where there is no end to it. */
  readonly longest: number | null;
}

/** One person on a network, in front of the real house: what goes in is that network's own payloads. */
export interface Network {
  readonly house: NodeHouse;
  /**
   * One event under the network's number, sent at that instant (or now); the same number is the same
   * event. Resolves once all is settled.
   */
  send(event: number, sending: Sending, at?: Instant): Promise<void>;
  /** All that the person was shown so far, a message each, what can be pressed or typed included. */
  shown(): Promise<readonly string[]>;
  pass(milliseconds: number): void;
  /** All that is due now. */
  jobs(): Promise<void>;
  /** The network asks to wait before it takes the next message; absent where it never does. */
  asksToWait?(seconds: number): void;
  /** The network says that the next message reaches nobody; absent where nothing stands in between. */
  nobodyThere?(): void;
  close(): Promise<void>;
}

/** A test of what some networks can do and others cannot. */
export function testWhere(can: boolean, sentence: string, work: () => Promise<void>): void {
  if (can) test(sentence, work);
}

export async function conversationOf(house: NodeHouse): Promise<ConversationId> {
  const row = await house.store.database.get("SELECT id FROM Conversation");
  if (!row) throw new Error("nobody was answered yet");
  return String(row["id"]) as ConversationId;
}

async function linesOf({ house }: Network) {
  return house.store.transcripts.of(await conversationOf(house), { notes: false });
}

/** What the house said, as it wrote it. */
export async function said(network: Network) {
  return (await linesOf(network)).flatMap((entry) =>
    entry.from === "bot" || entry.from === "worker" ? [entry.content] : [],
  );
}

/** What the person wrote in words, in the order the team reads it. */
export async function heard(network: Network) {
  return (await linesOf(network)).flatMap((entry) =>
    entry.from === "person" && entry.content.kind === "text" ? [entry.content.text] : [],
  );
}

export const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Somebody who greeted and chose French: events 1 and 2. */
export async function greeted(kind: NetworkKind): Promise<Network> {
  const network = await kind.open();
  onTestFinished(() => network.close());
  await network.send(1, { text: kind.greeting });
  await network.send(2, { text: "français" });
  return network;
}

/** What the person sees of what this sends. */
export async function seenAfter(network: Network, event: number, sending: Sending, at?: Instant) {
  const before = (await network.shown()).length;
  await network.send(event, sending, at);
  return (await network.shown()).slice(before);
}
