import { type Answering, answerPending } from "./answering/answer.ts";
import { deliverConversation } from "./answering/deliver.ts";
import { lines } from "./answering/lines.ts";
import { type NetworkNews, networkNews } from "./answering/network-news.ts";
import type { Watching } from "./answering/watching.ts";
import { deliveringFrom } from "./assemble/delivering-from.ts";
import { jobsOf } from "./assemble/jobs-of.ts";
import { livingPlaces } from "./assemble/living-places.ts";
import { onCallAt } from "./assemble/on-call-at.ts";
import type { Passes } from "./assemble/passes.ts";
import { sceneOf, structureOf } from "./assemble/scene-of.ts";
import type { ConversationId, Ids } from "./base/ids.ts";
import type { Message } from "./base/message.ts";
import { after, type Clock, hour, second } from "./base/time.ts";
import type { Ringers } from "./channels/bells.ts";
import type { Channel } from "./channels/channel.ts";
import { type Live, liveHere } from "./channels/live.ts";
import type { Flow } from "./engine/flow.ts";
import type { Job } from "./jobs/job.ts";
import { takeUpLeftovers } from "./jobs/redrive.ts";
import { dangerUrgency } from "./repertoire/danger-place.ts";
import { houseFor } from "./repertoire/house.ts";
import { lastHeardAt } from "./store/last-heard-at.ts";
import type { Store } from "./store/store.ts";
import { mediaDaysOf } from "./structure/media-days.ts";
import { misheardDaysOf } from "./structure/misheard-days.ts";
import type { Structure } from "./structure/schema.ts";
import type { Texts } from "./texts.ts";

/** What the house is put together from. */
export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  readonly ids: Ids;
  readonly texts: Texts;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly structures: ReadonlyMap<string, Structure>;
  readonly demonstration: boolean;
  /** A number from 0 to 1, for waits that are not always the same. */
  chance(): number;
  /** Where this house is reached: the public address, or the local one. */
  readonly publicUrl: string;
  /** How people are rung while their page is closed. */
  readonly ringers: Ringers;
  /** This process, for the leases on what it sends. */
  readonly owner: string;
  /** Told of a turn or a delivery that broke, by ids only. */
  broke(conversation: string, error: unknown): void;
  /** Who counts turns and sends. */
  readonly watching?: Watching;
  /** Told of each step walked. */
  readonly visited?: (flow: string, step: string) => void;
  /** True when what was just written should be sent by this very process. */
  readonly sends: boolean;
  /** How much one pass of a job takes on. */
  readonly passes: Passes;
  /** Who tells those who look live, when it is not this process alone. */
  readonly live?: Live;
  /**
   * Where an invocation ends with its answer (Cloudflare): hands conversations over, each to another one,
   * which takes it up after so many milliseconds. Without it, all is answered and sent here.
   */
  readonly handOver?: (conversations: readonly ConversationId[], delay: number) => Promise<void>;
  /** Keeps the invocation alive for work that nobody waits for; a process needs no such thing. */
  readonly background?: (work: Promise<unknown>) => void;
}

/** The house, ready to receive. */
export interface Trousseau extends Parts, NetworkNews {
  readonly live: Live;
  readonly background: (work: Promise<unknown>) => void;
  readonly answering: Answering;
  readonly jobs: readonly Job[];
  /** Adds a network. */
  connect(channel: Channel): void;
  channelsConnected(): readonly Channel[];
  /**
   * Stores a message: once this returns it is safe, whatever dies. Its answer follows by itself, unless
   * the caller has it answered `here`; `seen` is a message already stored, which changes nothing.
   */
  receive(
    structure: string,
    message: Message,
    options?: { readonly here: boolean },
  ): Promise<"stored" | "seen">;
  /** The same for many messages of WhatsApp: once this returns all are safe, and each person is answered. */
  receiveAll(
    structure: string,
    messages: readonly Message[],
  ): Promise<readonly ("stored" | "seen")[]>;
  /** Answers what waits in a conversation, then sends what it has to send. */
  answer(conversation: ConversationId): Promise<void>;
  deliver(conversation: ConversationId): Promise<void>;
  /** Both, one after the other; what breaks is thrown, so that whoever asked asks again. */
  takeUp(conversation: ConversationId): Promise<void>;
  /** Knows the places that a team laid down a moment ago, in this process or another. */
  placesKnown(when?: "now"): Promise<void>;
  /** Takes up at once what a crash left behind; returns how many conversations. */
  takeUpLeftovers(): Promise<number>;
  /** Resolves when everything received is answered and everything due was tried. */
  settled(): Promise<void>;
}

/** A turn or a delivery that broke is taken up again after this. */
const tryAgainAfter = 5 * second;

/** Puts the house together from its parts. Nothing here knows the platform. */
export function assemble(parts: Parts): Trousseau {
  const { store, clock, handOver } = parts;
  const live = parts.live ?? liveHere();
  const background = parts.background ?? (() => undefined);
  const channels: Channel[] = [];
  const answering = answeringFrom(parts, channels);
  const delivering = deliveringFrom(parts, channels, live);
  const broke = (conversation: string, error: unknown) => {
    parts.broke(conversation, error);
    // where nobody looks again every few seconds, another invocation does
    if (handOver) background(handOver([conversation as ConversationId], tryAgainAfter));
  };

  const deliveries = lines(
    (conversation) => deliverConversation(delivering, conversation as ConversationId),
    broke,
  );
  const placesKnown = livingPlaces(parts);
  const turns = lines(async (conversation) => {
    await placesKnown();
    const answered = await answerPending(answering, conversation as ConversationId);
    if (answered.outcome === "nothing") return;
    live.changed(conversation);
    if (answered.outgoing.length > 0 && parts.sends) background(deliveries.run(conversation));
  }, broke);

  const redriving = {
    conversations: store.conversations,
    outgoing: store.outgoing,
    leases: parts.leases,
    answer: (conversation: ConversationId) =>
      handOver ? handOver([conversation], 0) : turns.run(conversation),
    deliver: (conversation: ConversationId) =>
      handOver ? handOver([conversation], 0) : deliveries.run(conversation),
  };
  const news = networkNews({
    ...{ store, clock, announcementFor: delivering.announcementFor, changed: live.changed },
    lastHeardAt: (conversation) => lastHeardAt(store.database, conversation),
    deliver: (conversation) => background(redriving.deliver(conversation)),
  });
  return {
    ...parts,
    ...news,
    live,
    background,
    answering,
    jobs: jobsOf(parts, { answering, redriving, channels, live }).map((job) => ({
      ...job,
      async pass(...given: Parameters<Job["pass"]>) {
        await placesKnown();
        return job.pass(...given);
      },
    })),
    connect: (channel) => void channels.push(channel),
    channelsConnected: () => channels,
    async receive(structure, message, { here } = { here: false }) {
      const accepted = await store.conversations.accept(structure, message, clock.now());
      if (accepted.outcome === "seen") return "seen";
      if (message.content.kind === "reachable" && !message.content.reachable) {
        await store.outgoing.unreachable(accepted.conversation, clock.now());
      }
      // what was held leaves before the answer to what was just written
      if (accepted.released > 0 && !handOver) background(deliveries.run(accepted.conversation));
      if (!here) background(redriving.answer(accepted.conversation));
      return "stored";
    },
    async receiveAll(structure, messages) {
      const accepted = await store.conversations.acceptAll(structure, messages, clock.now());
      const stored = accepted.filter((one) => one.outcome === "stored");
      const people = [...new Set(stored.map(({ conversation }) => conversation))];
      if (handOver) background(handOver(people, 0));
      else {
        for (const { conversation, released } of stored) {
          if (released > 0) background(deliveries.run(conversation));
        }
        for (const conversation of people) background(turns.run(conversation));
      }
      return accepted.map(({ outcome }) => outcome);
    },
    answer: (conversation) => turns.run(conversation),
    deliver: (conversation) => deliveries.run(conversation),
    placesKnown,
    async takeUp(conversation) {
      await placesKnown();
      const answered = await answerPending(answering, conversation);
      if (answered.outcome === "answered") live.changed(conversation);
      await deliverConversation(delivering, conversation);
    },
    takeUpLeftovers: () => takeUpLeftovers(redriving, clock.now()),
    async settled() {
      await turns.settled();
      await deliveries.settled();
    },
  };
}

function answeringFrom(parts: Parts, channels: readonly Channel[]): Answering {
  const { store, clock, leases, ids, texts, owner } = parts;
  return {
    conversations: store.conversations,
    clock,
    leases,
    ids,
    texts,
    // what another invocation may send first is kept by nobody: words leave in the order they were written
    owner: parts.handOver ? null : owner,
    isReadWhereStored: ({ channel, structure }) =>
      channels.some(
        (one) => one.readsWhatIsStored && one.name === channel && one.account === structure,
      ),
    houseOf: (conversation) => ({
      ...houseFor(sceneOf(parts, conversation), parts.flows, texts),
      ...(parts.visited ? { visited: parts.visited } : {}),
    }),
    keptUntil: ({ structure }, now) =>
      after(now, 24 * hour * mediaDaysOf(structureOf(parts, structure))),
    misheardUntil: ({ structure }, now) =>
      after(now, 24 * hour * misheardDaysOf(structureOf(parts, structure))),
    dangerOf(text, conversation) {
      const { structure } = sceneOf(parts, conversation);
      const { memory, heldBy } = conversation;
      const waiting = heldBy === "waiting";
      return dangerUrgency(structure, text, { memory, now: clock.now(), waiting });
    },
    onCall: ({ structure }, now) => onCallAt(parts, structure, now),
    ...(parts.watching ? { answered: parts.watching.answered } : {}),
    broke: parts.broke,
  };
}
