import type { ConversationId, WorkerId } from "../base/ids.ts";
import type { Address, ChannelName } from "../base/message.ts";
import type { Clock, Instant } from "../base/time.ts";
import type { NetworkStatus, PhoneWords } from "../channels/channel.ts";
import { isHeldFor } from "../escalation/hand-over.ts";
import type { Conversations } from "../store/conversations.ts";
import type { HandOvers } from "../store/hand-over-store.ts";
import type { Announced, OutgoingMessages } from "../store/outgoing-store.ts";
import { announcementOf, type Waiting } from "./announce.ts";
import type { Delivering } from "./deliver.ts";

/** What networks tell besides the messages of people, and what is told where only approved texts pass. */
export interface NetworkNews {
  /** What became of a message we sent from that account. */
  heard(structure: string, account: string, status: NetworkStatus): Promise<void>;
  /** The same for many at once. */
  heardAll(structure: string, account: string, statuses: readonly NetworkStatus[]): Promise<void>;
  /** Somebody of the team typed on the phone itself: the conversation is theirs. Our own echoes do nothing. */
  spokenOnPhone(
    structure: string,
    channel: ChannelName,
    account: string,
    words: PhoneWords,
  ): Promise<"ours" | "unknown" | "theirs">;
  /** The person left that address at that instant: whoever writes from it later is a stranger. */
  moved(structure: string, address: Address, at: Instant): Promise<void>;
  /**
   * Has an approved text tell the person that somebody of the team answered. `already`: it was sent since
   * they last wrote. `again`: the network refused it since, it is tried once more. `notYours`: the worker
   * does not hold the conversation.
   */
  announce(conversation: ConversationId, worker: WorkerId): Promise<Announced | "notYours">;
}

/** What the news of networks is written to, and who is told of it. */
export interface Listening {
  readonly store: {
    readonly conversations: Conversations;
    readonly outgoing: OutgoingMessages;
    readonly handOvers: HandOvers;
  };
  readonly clock: Clock;
  readonly announcementFor: Delivering["announcementFor"];
  lastHeardAt(conversation: ConversationId): Promise<Instant | null>;
  changed(conversation: ConversationId): void;
  /** Sends what the conversation has to send; nobody waits for it. */
  deliver(conversation: ConversationId): void;
}

/** The news of networks, taken by the store. */
export function networkNews(listening: Listening): NetworkNews {
  const { store, clock } = listening;
  const heardAll: NetworkNews["heardAll"] = async (structure, account, statuses) => {
    for (const message of await store.outgoing.heardAll(structure, account, statuses)) {
      if (message.state === "queued") listening.deliver(message.conversation);
      if (message.state === "held") await announceOnce(listening, { ...message, structure });
      listening.changed(message.conversation);
    }
  };
  return {
    heard: (structure, account, status) => heardAll(structure, account, [status]),
    heardAll,
    async spokenOnPhone(structure, channel, account, { address, ...words }) {
      const to = { channel, account, address };
      const outcome = await store.handOvers.spokenOnPhone({ structure, to, ...words }, clock.now());
      if (typeof outcome === "string") return outcome;
      listening.changed(outcome.conversation);
      return "theirs";
    },
    moved: (structure, address, at) => store.conversations.moved(structure, address, at),
    async announce(conversation, worker) {
      const stored = (await store.conversations.pending(conversation))?.conversation;
      const isTheirs = stored?.heldBy === "worker" && isHeldFor(worker, stored.workerId);
      if (!stored || stored.erased || !isTheirs) return "notYours";
      const waiting: Waiting = {
        ...{ conversation, kind: "worker", turn: "" },
        heardAt: await listening.lastHeardAt(conversation),
        ...{ structure: stored.structure, language: stored.memory.language ?? "fr" },
      };
      return announceOnce(listening, waiting);
    },
  };
}

async function announceOnce(listening: Listening, message: Waiting): Promise<Announced> {
  const { store, clock, announcementFor } = listening;
  const announcement = announcementOf(message, announcementFor, clock.now());
  if (!announcement) return "already";
  const outcome = await store.outgoing.announce(announcement);
  if (outcome !== "already") listening.deliver(message.conversation);
  return outcome;
}
