import { expect, onTestFinished, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import type { Media } from "../../src/base/message.ts";
import { hour, minute, second } from "../../src/base/time.ts";
import type { NodeHouse } from "../../src/node/house.ts";
import { everything } from "../store/hand-made.ts";

/** What a person sends, as any network can carry it. */
export type Sending =
  | { readonly text: string }
  | { readonly press: string }
  | { readonly media: Media; readonly caption?: string };

/** One person on a network, in front of the real house: what goes in is that network's own payloads. */
export interface Network {
  readonly house: NodeHouse;
  /** One event under the network's number; the same number is the same event. Resolves once all is settled. */
  send(event: number, sending: Sending): Promise<void>;
  /** All that the person was shown so far, a message each, what can be pressed or typed included. */
  shown(): Promise<readonly string[]>;
  pass(milliseconds: number): void;
  /** All that is due now. */
  jobs(): Promise<void>;
  /** Buttons that can be pressed; without them choices are typed. */
  readonly presses: boolean;
  /** What can be sent besides words. */
  readonly media: readonly Media[];
  /** How the network refuses the next message; absent where nothing stands between us and the person. */
  readonly moods?: Moods;
  close(): Promise<void>;
}

/** What a network says instead of taking the next message. */
export interface Moods {
  asksToWait(seconds: number): void;
  blocked(): void;
}

/** A talk that goes through a greeting, a choice, a question, a number in words, and back. */
const script: readonly Sending[] = [
  { text: "bonjour" },
  { text: "français" },
  { text: "c'est quoi visale ?" },
  { text: "19 ans" },
  { text: "je ne sais pas" },
  { text: "menu" },
  { text: "prendre rendez-vous" },
  { text: "62220" },
  { text: "retour" },
];

const nadia = "nadia" as WorkerId;

async function conversationOf(house: NodeHouse): Promise<ConversationId> {
  const row = await house.store.database.get("SELECT id FROM Conversation");
  if (!row) throw new Error("nobody was answered yet");
  return String(row["id"]) as ConversationId;
}

/** What the house said, as it wrote it. */
async function said({ house }: Network) {
  const entries = await house.store.transcripts.of(await conversationOf(house), { notes: false });
  return entries.flatMap((entry) =>
    entry.from === "bot" || entry.from === "worker" ? [entry.content] : [],
  );
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

async function greeted<Kind extends Network>(open: () => Promise<Kind>): Promise<Kind> {
  const network = await open();
  onTestFinished(() => network.close());
  await network.send(1, { text: "bonjour" });
  await network.send(2, { text: "français" });
  return network;
}

/** What the person sees of what this sends. */
async function after(network: Network, event: number, sending: Sending) {
  const before = (await network.shown()).length;
  await network.send(event, sending);
  return (await network.shown()).slice(before);
}

/**
 * What every network does for a person. `reference` is a network that dresses nothing: the words of the
 * others are compared with its words.
 */
export function channelContract(
  open: () => Promise<Network>,
  reference: () => Promise<Network>,
): void {
  test("the same talk is answered in the same words, and the person sees every one of them, in order", async () => {
    const networks = [await open(), await reference()] as const;
    for (const network of networks) {
      onTestFinished(() => network.close());
      for (const [place, sending] of script.entries()) await network.send(place + 1, sending);
    }
    const [ours, theirs] = [await said(networks[0]), await said(networks[1])];
    expect(ours).toEqual(theirs);
    const seen = plain((await networks[0].shown()).join(" "));
    let from = 0;
    for (const { text, options } of ours) {
      for (const words of text.split("\n").map(plain).filter(Boolean)) {
        const at = seen.indexOf(words, from);
        expect([words, at >= from]).toEqual([words, true]);
        from = at + words.length;
      }
      const rest = seen.slice(from);
      const unseen = options.filter(
        ({ label, short }) => !rest.includes(plain(label)) && !rest.includes(plain(short ?? label)),
      );
      expect(unseen).toEqual([]);
    }
  });

  test("an event that comes again after a second, a day and a week changes nothing", async () => {
    const network = await greeted(open);
    const before = await everything(network.house.store.database);
    const seen = await network.shown();
    for (const wait of [second, 24 * hour, 7 * 24 * hour]) {
      network.pass(wait);
      for (const [event, text] of ["bonjour", "français"].entries()) {
        await network.send(event + 1, { text });
      }
      expect(await everything(network.house.store.database)).toBe(before);
      expect(await network.shown()).toEqual(seen);
    }
  });

  test("events whose numbers come out of order are each answered", async () => {
    const network = await greeted(open);
    for (const event of [30, 4, 17]) {
      expect([event, (await after(network, event, { text: "menu" })).length > 0]).toEqual([
        event,
        true,
      ]);
    }
  });

  test("whatever is sent that is no text is answered kindly, and the talk goes on", async () => {
    const network = await greeted(open);
    for (const [place, media] of network.media.entries()) {
      const seen = await after(network, 100 + place, { media });
      expect([media, seen.some((text) => text.trim().length > 10)]).toEqual([media, true]);
    }
    const seen = await after(network, 200, { text: "menu" });
    const menu = (await said(network)).at(-1);
    expect(seen.join("\n")).toContain(menu?.options[0]?.label);
  });

  test("an option is heard by its number, its label, its label half typed, and its button", async () => {
    const network = await greeted(open);
    await network.send(3, { text: "menu" });
    const [first] = (await said(network)).at(-1)?.options ?? [];
    if (!first) throw new Error("the menu shows nothing");
    const ways: readonly Sending[] = [
      { text: "1" },
      { text: first.label },
      { text: first.label.toLowerCase().slice(0, -2) },
      ...(network.presses ? [{ press: first.id }] : []),
    ];
    const answers: (string | undefined)[] = [];
    for (const [place, way] of ways.entries()) {
      await network.send(10 + 2 * place, { text: "menu" });
      await network.send(11 + 2 * place, way);
      answers.push((await said(network)).at(-1)?.text);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toBe((await said(network)).at(-2)?.text);
  });

  test("once somebody of the team has it, only they are heard", async () => {
    const network = await greeted(open);
    const { house } = network;
    const conversation = await conversationOf(house);
    await house.store.handOvers.takeOver(conversation, nadia, house.clock.now());
    for (const [place, text] of ["menu", "1", "prendre rendez-vous"].entries()) {
      expect(await after(network, 3 + place, { text })).toEqual([]);
    }
    const before = (await network.shown()).length;
    const reply = { text: "Bonjour, c'est Nadia.", options: [] };
    await house.store.handOvers.answer(conversation, nadia, "k", reply, house.clock.now());
    await house.deliver(conversation);
    expect((await network.shown()).slice(before)).toEqual(["Bonjour, c'est Nadia."]);
  });
}

/** What every network that stands between us and the person does when it refuses a message. */
export function refusalContract(open: () => Promise<Network & { readonly moods: Moods }>): void {
  test("asked to wait, nothing leaves before; then all leaves, in order", async () => {
    const network = await greeted(open);
    network.moods.asksToWait(30);
    const seen = [
      ...(await after(network, 3, { text: "menu" })),
      ...(await after(network, 4, { text: "prendre rendez-vous" })),
    ];
    network.pass(29 * second);
    await network.jobs();
    expect(seen).toEqual([]);
    const before = (await network.shown()).length;
    network.pass(second);
    await network.jobs();
    const late = plain((await network.shown()).slice(before).join(" "));
    const [menu, question] = (await said(network)).slice(-2).map(({ text }) => plain(text));
    expect(late.indexOf(menu ?? "?")).toBeGreaterThanOrEqual(0);
    expect(late.indexOf(question ?? "?")).toBeGreaterThan(late.indexOf(menu ?? "?"));
  });

  test("out of reach is marked, and forgotten as soon as the person writes", async () => {
    const network = await greeted(open);
    const since = async () =>
      (await network.house.store.database.get("SELECT unreachableSince AS at FROM Address"))?.[
        "at"
      ];
    network.moods.blocked();
    expect(await after(network, 3, { text: "menu" })).toEqual([]);
    expect(await since()).toBe(network.house.clock.now());
    network.pass(minute);
    expect(await after(network, 4, { text: "menu" })).not.toEqual([]);
    expect(await since()).toBeNull();
  });
}
