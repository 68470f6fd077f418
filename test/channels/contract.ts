import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { hour } from "../../src/base/time.ts";
import { eventsContract } from "./contract-events.ts";
import {
  conversationOf,
  greeted,
  type Network,
  type NetworkKind,
  plain,
  type Sending,
  said,
  seenAfter,
  testWhere,
} from "./contract-network.ts";

const day = 24 * hour;
const nadia = "nadia" as WorkerId;

/** A talk that goes through a choice, a question, a number in words, and back; after the greeting. */
const script: readonly Sending[] = [
  { text: "français" },
  { text: "c'est quoi visale ?" },
  { text: "19 ans" },
  { text: "je ne sais pas" },
  { text: "menu" },
  { text: "prendre rendez-vous" },
  { text: "62220" },
  { text: "retour" },
];

/** A worker takes the conversation and says this; gives what the person sees of it. */
async function workerSays(network: Network, text: string) {
  const { house } = network;
  const conversation = await conversationOf(house);
  const before = (await network.shown()).length;
  const now = house.clock.now();
  await house.store.handOvers.takeOver(conversation, nadia, now);
  await house.store.handOvers.answer(conversation, nadia, text, { text, options: [] }, now);
  await house.deliver(conversation);
  return (await network.shown()).slice(before);
}

/**
 * What every network does for a person. `reference` is a network that dresses nothing: the words of the
 * others are compared with its words.
 */
export function channelContract(kind: NetworkKind, reference: NetworkKind): void {
  wordsContract(kind, reference);
  eventsContract(kind);
  choicesContract(kind);
}

function wordsContract(kind: NetworkKind, reference: NetworkKind): void {
  test("the same talk is answered in the same words, and the person sees every one of them, in order", async () => {
    const talked = async ({ open, greeting }: NetworkKind) => {
      const network = await open();
      onTestFinished(() => network.close());
      for (const [place, sending] of [{ text: greeting }, ...script].entries()) {
        await network.send(place + 1, sending);
      }
      return network;
    };
    const network = await talked(kind);
    const ours = await said(network);
    expect(ours).toEqual(await said(await talked(reference)));
    const seen = plain((await network.shown()).join(" "));
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

  test("a long answer is whole: cut between sentences where messages are short, never inside one", async () => {
    const network = await greeted(kind);
    const sentence = "Une phrase qui explique une aide au logement, sans rien oublier.";
    const long = Array.from({ length: 150 }, (_, place) => `${place} : ${sentence}`).join(" ");
    const seen = await workerSays(network, long);
    expect(seen.map(plain).join(" ")).toBe(long);
    expect(seen.filter((part) => !part.trim().endsWith("."))).toEqual([]);
    expect(seen.filter((part) => part.length > (kind.longest ?? long.length))).toEqual([]);
  });

  test("once somebody of the team has it, only they are heard", async () => {
    const network = await greeted(kind);
    const { house } = network;
    await house.store.handOvers.takeOver(await conversationOf(house), nadia, house.clock.now());
    for (const [place, text] of ["menu", "1", "prendre rendez-vous"].entries()) {
      expect(await seenAfter(network, 3 + place, { text })).toEqual([]);
    }
    expect(await workerSays(network, "Bonjour, c'est Nadia.")).toEqual(["Bonjour, c'est Nadia."]);
  });
}

function choicesContract(kind: NetworkKind): void {
  test("an option is heard by its number, its label, its label half typed, and its button", async () => {
    const network = await greeted(kind);
    await network.send(3, { text: "menu" });
    const [first] = (await said(network)).at(-1)?.options ?? [];
    if (!first) throw new Error("the menu shows nothing");
    const ways: readonly Sending[] = [
      { text: "1" },
      { text: first.label },
      { text: first.label.toLowerCase().slice(0, -2) },
      ...(kind.presses ? [{ press: first.id }] : []),
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

  testWhere(
    kind.presses,
    "a button still works three weeks later; one whose step is gone is refused kindly",
    async () => {
      const network = await greeted(kind);
      await network.send(3, { text: "menu" });
      const now = await seenAfter(network, 4, { press: "menu.menu.book" });
      await network.send(5, { text: "menu" });
      network.pass(21 * day);
      expect(await seenAfter(network, 6, { press: "menu.menu.book" })).toEqual(now);
      const [refusal = ""] = await seenAfter(network, 7, { press: "menu.menu.gone" });
      expect(refusal).toContain("Ce bouton est ancien");
    },
  );

  testWhere(!kind.presses, "a number still means what was asked three weeks ago", async () => {
    const network = await greeted(kind);
    const menu = { text: "menu" };
    await network.send(3, menu);
    const now = await seenAfter(network, 4, { text: "1" });
    await network.send(5, menu);
    network.pass(21 * day);
    expect(await seenAfter(network, 6, { text: "1" })).toEqual(now);
  });
}
