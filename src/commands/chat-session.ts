import { isOffered, languageStates } from "../../locales/index.ts";
import type { Trousseau } from "../assemble.ts";
import type { ConversationId } from "../base/ids.ts";
import type { ChannelName, Content, WrittenReply } from "../base/message.ts";
import { keepingChannel } from "../channels/terminal.ts";
import { type Learnt, nothingKnown } from "../engine/conversation.ts";
import { isFact } from "../repertoire/person-actions.ts";

/** One answer of the `chat` command: what was said, and where the conversation stands. */
export interface ChatAnswer {
  readonly person: string;
  readonly replies: readonly WrittenReply[];
  readonly heldBy: string;
  readonly urgency: string;
  readonly flow: string | null;
  readonly step: string | null;
  readonly language: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Said {
  readonly person: string;
  readonly id?: string;
  readonly content: Content;
}

/**
 * A conversation with the real house over a channel that keeps what it is given: each call is one
 * message, and returns when it is stored, answered and sent.
 */
export function chatWith(
  house: Trousseau,
  { channel, language }: { readonly channel: ChannelName; readonly language: string | null },
): (said: Said) => Promise<ChatAnswer> {
  const [structure] = house.structures.keys();
  if (!structure) throw new Error("no structure is served");
  const account = `chat-${channel}`;
  const kept = keepingChannel(channel, account);
  house.connect(kept);
  const greeted = new Set<string>();
  const addressOf = (person: string) => ({ channel, account, address: person });

  return async ({ person, id, content }) => {
    if (language && !greeted.has(person)) {
      greeted.add(person);
      const known = await house.store.conversations.conversationOf(structure, addressOf(person));
      if (!known)
        await send(person, undefined, {
          kind: "choice",
          option: `accueil.language.${stepOf(language)}`,
        });
      kept.taken(person);
    }
    await send(person, id, content);
    return {
      person,
      replies: kept.taken(person).map(narrow(channel)),
      ...(await standing(person)),
    };
  };

  async function send(person: string, id: string | undefined, content: Content): Promise<void> {
    const message = {
      id: id ?? house.ids.next(),
      from: addressOf(person),
      at: house.clock.now(),
      content,
    };
    await house.receive(structure ?? "", message);
    await house.settled();
  }

  async function standing(person: string): Promise<Omit<ChatAnswer, "person" | "replies">> {
    const id = await house.store.conversations.conversationOf(structure ?? "", addressOf(person));
    const pending = id ? await house.store.conversations.pending(id as ConversationId) : null;
    const stored = pending?.conversation;
    const memory = stored?.memory ?? nothingKnown;
    return {
      heldBy: stored?.heldBy ?? "bot",
      urgency: stored?.urgency ?? "none",
      flow: memory.place?.flow ?? null,
      step: memory.place?.step ?? null,
      language: memory.language,
      facts: nested(memory.known),
    };
  }
}

/** The step of a language where one is asked for; French for what we do not speak. */
function stepOf(language: string): string {
  return languageStates[isOffered(language) ? language : "fr"].step;
}

/** Where a channel is narrow, the short label is the one shown. */
function narrow(channel: ChannelName) {
  const isNarrow = channel === "whatsapp" || channel === "whatsapp-web";
  return ({ text, options, file }: WrittenReply): WrittenReply => ({
    text,
    options: options.map(({ id, label, short }) => ({
      id,
      label: isNarrow ? (short ?? label) : label,
    })),
    ...(file ? { file } : {}),
  });
}

/** Facts as the eligibility vocabulary nests them: "home.parc" is `{home: {parc}}`. */
function nested(known: Readonly<Record<string, Learnt>>): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [name, { value }] of Object.entries(known)) {
    if (!isFact(name)) continue;
    const [head = name, tail] = name.split(".");
    if (tail === undefined) facts[head] = value;
    else facts[head] = { ...(facts[head] as object | undefined), [tail]: value };
  }
  return facts;
}
