import type { Message } from "../base/message.ts";
import { type Instant, second } from "../base/time.ts";
import type { NetworkStatus, PhoneWords } from "./channel.ts";
import { branchAt, listAt, wordAt } from "./json-tree.ts";
import { cloudContent, cloudWords } from "./whatsapp-cloud-content.ts";
import { undeliverable, windowClosed } from "./whatsapp-cloud-mood.ts";

/** What a webhook of the Cloud API tells. The account is the phone number id it is told of. */
export type CloudEvent = { readonly account: string } & (
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "status"; readonly status: NetworkStatus }
  /** Typed by the team on the phone that shares the number. */
  | { readonly kind: "phone"; readonly words: PhoneWords }
  /** The person left this address for another: whoever writes from it next is somebody else. */
  | { readonly kind: "moved"; readonly address: string; readonly at: Instant }
);

/** One change, with what is the same for all it tells. */
interface Change {
  readonly account: string;
  readonly value: unknown;
  readonly now: Instant;
}

/**
 * Reads a webhook: entries × changes × messages, in their order. What is not for us, or has no id or no
 * sender, is left out; `now` stands in for a time that is not told.
 */
export function readWebhook(body: unknown, now: Instant): readonly CloudEvent[] {
  return listAt(body, "entry")
    .flatMap((entry) => listAt(entry, "changes"))
    .flatMap((change) => {
      const value = branchAt(change, "value");
      const account = wordAt(value, "metadata", "phone_number_id");
      return account === undefined
        ? []
        : eventsOf(wordAt(change, "field"), { account, value, now });
    });
}

function eventsOf(field: string | undefined, change: Change): readonly CloudEvent[] {
  const { value } = change;
  if (field === "messages") {
    return [
      ...listAt(value, "messages").flatMap((message) => messageEvents(message, change)),
      ...listAt(value, "statuses").flatMap((status) => statusEvents(status, change)),
    ];
  }
  if (field === "smb_message_echoes") {
    return listAt(value, "message_echoes").flatMap((echo) => phoneEvents(echo, change));
  }
  if (field === "user_id_update") {
    return listAt(value, "user_id_update").flatMap((update) =>
      movedEvents([wordAt(update, "user_id", "previous")], timeOf(update, change), change),
    );
  }
  return [];
}

function messageEvents(message: unknown, change: Change): readonly CloudEvent[] {
  const { account } = change;
  const at = timeOf(message, change);
  if (wordAt(message, "type") === "system") return systemEvents(message, at, change);
  const id = wordAt(message, "id");
  const content = cloudContent(message);
  const [address, ...aliases] = identitiesOf(message, change.value);
  // a conversation is between two: what is said in a group is not for us
  const isPrivate = branchAt(message, "group_id") === undefined;
  if (!id || !content || !address || !isPrivate) return [];
  const from = { channel: "whatsapp" as const, account, address };
  const known = aliases.length > 0 ? { aliases } : {};
  return [{ kind: "message", account, message: { id, from, at, content, ...known } }];
}

/** Every id of who wrote, each once; the first is where the answer goes: the `wa_id` where there is one. */
function identitiesOf(message: unknown, value: unknown): readonly string[] {
  const number = wordAt(message, "from");
  const scoped = wordAt(message, "from_user_id");
  const contacts = listAt(value, "contacts");
  const contact =
    contacts.find(
      (one) =>
        (number !== undefined && wordAt(one, "wa_id") === number) ||
        (scoped !== undefined && wordAt(one, "user_id") === scoped),
    ) ?? (contacts.length === 1 ? contacts[0] : undefined);
  const all = [wordAt(contact, "wa_id"), number, scoped, wordAt(contact, "user_id")];
  return [...new Set(all.filter((one) => one !== undefined))];
}

/** A scoped id as the words of a notice tell it: "User Lina changed from FR.1 to FR.2". */
const formerId = /changed from ([A-Z]{2}\.[\w.]+) to /;

/**
 * The notice names the new ids only in passing: who writes from them is a stranger until linked, or until
 * an id that stayed theirs comes along. Another scoped id is given to who has another number: both are left.
 */
function systemEvents(message: unknown, at: Instant, change: Change): readonly CloudEvent[] {
  const number = wordAt(message, "from");
  switch (wordAt(message, "system", "type")) {
    case "user_changed_number":
      return movedEvents([number], at, change);
    case "user_changed_user_id": {
      const told = formerId.exec(wordAt(message, "system", "body") ?? "")?.[1];
      return movedEvents([number, wordAt(message, "from_user_id"), told], at, change);
    }
    default:
      return [];
  }
}

function movedEvents(
  former: readonly (string | undefined)[],
  at: Instant,
  { account }: Change,
): readonly CloudEvent[] {
  const addresses = new Set(former.filter((one) => one !== undefined));
  return [...addresses].map((address) => ({ kind: "moved", account, address, at }));
}

const states: ReadonlyMap<string, NetworkStatus["state"]> = new Map([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  // a voice message was listened to
  ["played", "read"],
  ["failed", "failed"],
]);

/** Failures that are told only once the message was accepted. */
const meanings: ReadonlyMap<string, "windowClosed" | "unreachable"> = new Map([
  [String(windowClosed), "windowClosed"],
  [String(undeliverable), "unreachable"],
]);

function statusEvents(status: unknown, change: Change): readonly CloudEvent[] {
  const { account } = change;
  const networkId = wordAt(status, "id");
  const state = states.get(wordAt(status, "status") ?? "");
  if (!networkId || !state) return [];
  const failure = state === "failed" ? (codeOf(status) ?? "failed") : null;
  const at = timeOf(status, change);
  const means = failure === null ? undefined : meanings.get(failure);
  const told = { networkId, state, failure, at, ...(means ? { means } : {}) };
  return [{ kind: "status", account, status: told }];
}

function codeOf(status: unknown): string | undefined {
  return wordAt(listAt(status, "errors")[0], "code");
}

/** How a file sent from the phone is shown where only words are. */
const pictograms: Readonly<Record<string, string>> = {
  ...{ audio: "🎤", image: "📷", video: "🎬", document: "📄", sticker: "🙂" },
  ...{ location: "📍", contacts: "👤" },
};

function phoneEvents(echo: unknown, change: Change): readonly CloudEvent[] {
  const { account } = change;
  const type = wordAt(echo, "type") ?? "";
  const said = type === "edit" ? branchAt(echo, "edit", "message") : echo;
  const networkId = wordAt(echo, "id");
  // some numbers are told with the sign that a `wa_id` never has
  const address = wordAt(echo, "to")?.replace(/^\+/, "") ?? wordAt(echo, "to_user_id");
  const text = cloudWords(said) ?? pictograms[type];
  if (!networkId || !address || text === undefined) return [];
  const words = { networkId, address, text, at: timeOf(echo, change) };
  return [{ kind: "phone", account, words }];
}

/** Told in whole seconds, as text. */
function timeOf(told: unknown, { now }: Change): Instant {
  const seconds = Number(wordAt(told, "timestamp"));
  return Number.isFinite(seconds) && seconds > 0 ? ((seconds * second) as Instant) : now;
}
