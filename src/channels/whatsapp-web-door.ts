import type { Address, Message } from "../base/message.ts";
import { type Clock, type Instant, second } from "../base/time.ts";
import type { NetworkStatus, PhoneWords } from "./channel.ts";
import { addressOf } from "./whatsapp-web-chats.ts";
import { readWebMessage, type WebMessage, type WebReading } from "./whatsapp-web-message.ts";
import type { OwnWords } from "./whatsapp-web-own.ts";

/** What WhatsApp Web's door needs of the house. */
export interface WebDoor {
  /** The slug of the structure whose phone it is. */
  readonly account: string;
  readonly clock: Clock;
  readonly own: OwnWords;
  /** When the phone was linked: nothing older is read. Null while it is not known. */
  pairedAt(): Instant | null;
  /** Whether a conversation with us exists under that address. */
  isKnown(address: Address): Promise<boolean>;
  /** The other ids of the same person (the number behind a hidden id), when WhatsApp tells. */
  otherIds(address: string): Promise<readonly string[]>;
  receive(message: Message): Promise<unknown>;
  /** Somebody of the team answered on the phone itself. */
  spokenOnPhone(words: PhoneWords): Promise<unknown>;
  heard(status: NetworkStatus): Promise<unknown>;
  /** The person left that address. */
  moved(address: Address, at: Instant): Promise<unknown>;
}

/** What became of a message: `notOurs` was neither kept nor answered. */
export type Taken = "taken" | "notOurs" | "ignored";

/** Takes a message of the phone if it is of a conversation with us, or opens one. */
export async function takeWebMessage(door: WebDoor, message: WebMessage): Promise<Taken> {
  const reading = readWebMessage(message);
  if (reading.kind === "ignored" || isBefore(door, reading.at)) return "ignored";
  const who = await whoIs(door, reading.address);
  if (reading.kind === "own") return takeOwn(door, reading, who);
  if (!who.isKnown && !reading.opens) return "notOurs";
  const { id, at, content } = reading;
  await door.receive({
    ...{ id, at, content, from: fromOf(door, who.address) },
    ...(who.aliases.length > 0 ? { aliases: who.aliases } : {}),
  });
  return "taken";
}

/** Whether a private chat is of a conversation with us, told by its id alone. */
export async function isOurChat(door: WebDoor, chat: string): Promise<boolean> {
  const address = addressOf(chat);
  return address !== null && (await whoIs(door, address)).isKnown;
}

/** A message of theirs that they changed: only the safety of what it says now is looked at. */
export async function takeWebEdit(
  door: WebDoor,
  message: WebMessage,
  text: string,
  before: string,
): Promise<Taken> {
  // the first words of a message that could not be read before are no change
  const reading = readWebMessage(message);
  if (reading.kind !== "theirs" || isBefore(door, reading.at) || before === "" || before === text) {
    return "ignored";
  }
  const who = await whoIs(door, reading.address);
  if (!who.isKnown) return "notOurs";
  await door.receive({
    id: `${reading.id}|${text}`,
    from: fromOf(door, who.address),
    at: door.clock.now(),
    content: { kind: "edited", text },
  });
  return "taken";
}

/** Somebody has another number now: whoever gets the former one is a stranger to us. */
export async function takeWebMove(
  door: WebDoor,
  from: string,
  { timestamp }: Pick<WebMessage, "timestamp">,
): Promise<Taken> {
  const address = addressOf(from);
  const at = (timestamp * second) as Instant;
  if (address === null || isBefore(door, at)) return "ignored";
  if (!(await door.isKnown(fromOf(door, address)))) return "notOurs";
  await door.moved(fromOf(door, address), at);
  return "taken";
}

const stateOf: Readonly<Record<number, NetworkStatus["state"]>> = {
  ...{ [-1]: "failed", 1: "sent", 2: "delivered", 3: "read", 4: "read" },
};

/** How far a message of ours came. */
export async function takeWebAck(door: WebDoor, message: WebMessage, ack: number): Promise<Taken> {
  const state = stateOf[ack];
  const address = addressOf(message.id.remote);
  if (!state || !message.id.fromMe || address === null) return "ignored";
  // the phone may have conversations of its own: what becomes of those messages is none of our business
  const isOurs =
    (await door.own.isOurs(message.id.id, message.body)) || (await whoIs(door, address)).isKnown;
  if (!isOurs) return "notOurs";
  const failure = state === "failed" ? "not accepted" : null;
  await door.heard({ networkId: message.id.id, state, failure, at: door.clock.now() });
  return "taken";
}

async function takeOwn(
  door: WebDoor,
  { id, at, text }: Extract<WebReading, { kind: "own" }>,
  who: Who,
): Promise<Taken> {
  if (!who.isKnown) return "notOurs";
  if (await door.own.isOurs(id, text)) return "ignored";
  await door.spokenOnPhone({ networkId: id, address: who.address, text, at });
  return "taken";
}

interface Who {
  readonly isKnown: boolean;
  /** The one we know them by, else the one that came. */
  readonly address: string;
  readonly aliases: readonly string[];
}

async function whoIs(door: WebDoor, address: string): Promise<Who> {
  const isKnown = await door.isKnown(fromOf(door, address));
  // of a number that we know too: given to somebody else, it has another hidden id behind it
  const others = await door.otherIds(address);
  if (isKnown) return { isKnown, address, aliases: others };
  for (const other of others) {
    if (!(await door.isKnown(fromOf(door, other)))) continue;
    const aliases = [address, ...others].filter((one) => one !== other);
    return { isKnown: true, address: other, aliases };
  }
  return { isKnown: false, address, aliases: others };
}

function fromOf({ account }: WebDoor, address: string): Address {
  return { channel: "whatsapp-web", account, address };
}

function isBefore(door: WebDoor, at: Instant): boolean {
  const pairedAt = door.pairedAt();
  // WhatsApp dates messages by the second
  return pairedAt === null || at < pairedAt - (pairedAt % second);
}
