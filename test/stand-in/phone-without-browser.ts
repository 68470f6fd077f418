import library, { type Client } from "whatsapp-web.js";
import type { WebMessage } from "../../src/channels/whatsapp-web-message.ts";
import { type OpenClient, openClient } from "../../src/node/whatsapp-web-library.ts";

/** What a page keeps of a message, as far as anything here reads it. */
export interface RawMessage {
  readonly id: {
    readonly id: string;
    readonly _serialized: string;
    readonly fromMe: boolean;
    readonly remote: string;
  };
  readonly type: string;
  readonly t: number;
  readonly [field: string]: unknown;
}

/**
 * A phone whose page is no browser: the library's own `Client` and `Message`, and what only a page can do
 * done here at once. For tests that are many; a real browser has tests of its own.
 */
export interface PhoneWithoutBrowser {
  readonly open: OpenClient;
  /** What the phone sent: to which chat, in which words. */
  readonly sent: readonly { readonly chat: string; readonly text: string }[];
  scan(): void;
  /** Resolves once what came before it was taken, in order, by whoever listens. */
  receive(message: RawMessage): Promise<void>;
  change(message: RawMessage, text: string, before: string): Promise<void>;
  /** Resolves once everything that came was taken. */
  taken(): Promise<void>;
  /** What waits unread in a chat when the phone is linked. */
  unread(chat: string, messages: readonly RawMessage[]): void;
  /** The next time that chat is read, there is no answer. */
  hangOnce(chat: string): Promise<void>;
  /** The next message is refused: there is nobody behind that number. */
  nobodyThere(): void;
}

const me = "33699999999@c.us";

export function phoneWithoutBrowser(): PhoneWithoutBrowser {
  const sent: { chat: string; text: string }[] = [];
  const asked = new Map<string, () => void>();
  const started = Promise.withResolvers<Client>();
  const unread = new Map<string, readonly RawMessage[]>();
  const hanging = new Map<string, () => void>();
  let isSomebodyThere = true;
  let probes = 0;
  const say = (client: Client, chat: string, text: string) => {
    if (!isSomebodyThere) {
      isSomebodyThere = true;
      throw new Error("No LID for user");
    }
    sent.push({ chat, text });
    const id = `3EB0${String(sent.length).padStart(16, "0")}`;
    const own = { id, fromMe: true, remote: chat, _serialized: `true_${chat}_${id}` };
    const message = readAs(client, { id: own, type: "chat", t: 1_795_420_800, body: text });
    // the page shows our own words before it tells their id
    client.emit("message_create", message);
    return message;
  };
  const replaced = (client: Client) => ({
    async initialize() {
      started.resolve(client);
      client.emit("qr", "a code");
    },
    destroy: async () => undefined,
    getState: async () => "CONNECTED",
    pupPage: {
      evaluate: async () => [...unread].map(([id, messages]) => ({ id, unread: messages.length })),
    },
    getChatById: async (chat: string) => ({
      sendStateTyping: async () => undefined,
      async fetchMessages() {
        const hang = hanging.get(chat);
        hanging.delete(chat);
        if (!hang) return (unread.get(chat) ?? []).map((one) => readAs(client, one));
        hang();
        return new Promise(() => undefined);
      },
    }),
    sendMessage: async (chat: string, text: string) => say(client, chat, text),
    async getContactLidAndPhone([id = ""]: readonly string[]) {
      asked.get(id)?.();
      return [{ lid: undefined, pn: id }];
    },
  });
  /** How far a message came that is a stranger's: whether it is ours is asked when its turn has come. */
  const probe = async (client: Client) => {
    probes += 1;
    // a number of nobody else: who was asked about is not asked about again
    const remote = `999${String(probes).padStart(8, "0")}@c.us`;
    const turn = new Promise<void>((resolve) => asked.set(remote, resolve));
    const id = { id: remote, fromMe: true, remote, _serialized: remote };
    client.emit("message_ack", readAs(client, { id, type: "chat", t: 1 }), 1);
    await turn;
    asked.delete(remote);
  };
  return {
    sent,
    open: async (wish) => {
      const client = await openClient(wish);
      return Object.assign(client, replaced(client));
    },
    scan() {
      void started.promise.then((client) => {
        Object.assign(client, { info: { wid: { user: me.replace("@c.us", "") } } });
        client.emit("authenticated");
        client.emit("ready");
      });
    },
    async receive(message) {
      const client = await started.promise;
      client.emit("message_create", readAs(client, message));
      await probe(client);
    },
    async change(message, text, before) {
      const client = await started.promise;
      client.emit("message_edit", readAs(client, { ...message, body: text }), text, before);
      await probe(client);
    },
    unread: (chat, messages) => void unread.set(chat, messages),
    hangOnce: (chat) => new Promise((resolve) => hanging.set(chat, resolve)),
    taken: async () => probe(await started.promise),
    nobodyThere() {
      isSomebodyThere = false;
    },
  };
}

/** What the page gave, as the library's own class shows it. */
export function readAs(client: object, raw: object): WebMessage {
  // a class, which the library's types call an interface
  const { Message } = library as unknown as {
    Message: new (client: object, raw: object) => WebMessage;
  };
  return new Message(client, raw);
}
