import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import type { MessageStatus } from "../../src/store/status-statements.ts";
import {
  addressOf,
  countOf,
  everything,
  formerKey,
  messageFrom,
  metBy,
  morning,
  presentKey,
  readAgain,
  type Shelf,
  saying,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const account = "4242";
const nadia = "nadia" as WorkerId;

function status(state: MessageStatus["state"], more: Partial<MessageStatus> = {}): MessageStatus {
  return { networkId: "wamid.1", state, failure: null, at: morning, ...more };
}

/** Lina's one message, on its way under a lease of this process. */
async function onItsWay(store: Shelf): Promise<{ lina: ConversationId; id: number }> {
  const lina = await metBy(store, "lina");
  const [message] = await store.outgoing.toSend(lina);
  const id = message?.id ?? 0;
  await store.outgoing.claim(id, "us", morning, after(morning, minute));
  return { lina, id };
}

async function stateOf(database: Database) {
  return (await database.get("SELECT state FROM Outgoing WHERE kind = 'reply'"))?.["state"];
}

function permutations<Kind>(of: readonly Kind[]): readonly (readonly Kind[])[] {
  if (of.length < 2) return [of];
  return of.flatMap((first, place) =>
    permutations(of.toSpliced(place, 1)).map((rest) => [first, ...rest]),
  );
}

const failed = status("failed", { failure: "131026" });

/** What networks say of our messages, and what is typed on the phone, on any database behind the port. */
export function statusesContract(open: () => Promise<Database>): void {
  const orders = permutations(["sent", "delivered", "read"] as const);
  test.each(orders.map((order) => [order.join(", "), order] as const))(
    "statuses heard as %s: each goes forward or nowhere, and the end is read",
    async (_, order) => {
      const database = await open();
      const store = storeOn(database);
      const { lina, id } = await onItsWay(store);
      await store.outgoing.sent(id, "wamid.1", morning);
      const rank = ["sent", "delivered", "read"];
      let furthest = 0;
      for (const state of order) {
        const heard = await store.outgoing.heard(slug, account, status(state));
        furthest = Math.max(furthest, rank.indexOf(state));
        expect(heard).toMatchObject({ conversation: lina, state: rank[furthest] });
        // and the same again changes nothing
        const before = await everything(database);
        await store.outgoing.heard(slug, account, status(state));
        expect(await everything(database)).toBe(before);
      }
      expect(await stateOf(database)).toBe("read");
    },
  );

  test.each(permutations(["early", "sent"] as const).map((order) => [order.join(" then "), order]))(
    "a failure and its message, %s: it failed, and why is known",
    async (_, order) => {
      const database = await open();
      const store = storeOn(database);
      const { id } = await onItsWay(store);
      for (const step of order) {
        if (step === "early") await store.outgoing.heard(slug, account, failed);
        else await store.outgoing.sent(id, "wamid.1", morning);
      }
      expect(await database.get("SELECT state, failure FROM Outgoing")).toEqual({
        state: "failed",
        failure: "131026",
      });
    },
  );

  test.each(
    permutations([failed, status("delivered")]).map((order) => [
      order.map(({ state }) => state).join(" and "),
      order,
    ]),
  )("what arrived did not fail: %s", async (_, order) => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    await store.outgoing.sent(id, "wamid.1", morning);
    for (const one of order) await store.outgoing.heard(slug, account, one);
    expect(await database.get("SELECT state, failure FROM Outgoing")).toEqual({
      state: "delivered",
      failure: null,
    });
  });

  test("a status of the first try says nothing of a message that waits for its second", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    await store.outgoing.sent(id, "wamid.1", morning);
    await database.run({
      sql: "UPDATE Outgoing SET state = 'queued', failure = NULL",
      values: [],
    });
    await store.outgoing.heard(slug, account, failed);
    expect(await stateOf(database)).toBe("queued");
  });

  test("a status heard before its message has an id is kept, the furthest of them, for a day", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    for (const state of ["read", "sent", "delivered"] as const) {
      expect(await store.outgoing.heard(slug, account, status(state))).toBeNull();
    }
    expect(await countOf(database, "EarlyStatus")).toBe(1);
    await store.outgoing.sent(id, "wamid.1", morning);
    expect(await stateOf(database)).toBe("read");
    await store.retention.sweep(after(morning, 23 * hour));
    expect(await countOf(database, "EarlyStatus")).toBe(1);
    await store.retention.sweep(after(morning, 25 * hour));
    expect(await countOf(database, "EarlyStatus")).toBe(0);
  });

  test("the id of a message sent under the former key is known", async () => {
    const database = await open();
    const former = storeOn(database, formerKey);
    const { id } = await onItsWay(former);
    await former.outgoing.sent(id, "wamid.1", morning);
    const rotating = storeOn(database, presentKey, formerKey);
    await rotating.outgoing.heard(slug, account, status("read"));
    expect(await stateOf(database)).toBe("read");
  });

  test.each([
    ["another structure", "ccas-malakoff", account],
    ["another number of ours", slug, "5151"],
  ])("a status told of %s says nothing of our message", async (_, structure, told) => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    await store.outgoing.sent(id, "wamid.1", morning);
    expect(await store.outgoing.heard(structure, told, status("read"))).toBeNull();
    expect(await stateOf(database)).toBe("sent");
  });

  test("a failure that means nobody is there marks the address; somebody who wrote since is there", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    await store.outgoing.sent(id, "wamid.1", morning);
    const gone = (at: Instant) => ({ ...failed, at, means: "unreachable" as const });
    const unreachable = async () =>
      (await database.get("SELECT unreachableSince FROM Address"))?.["unreachableSince"];
    await store.outgoing.heard(slug, account, gone(after(morning, -minute)));
    expect(await unreachable()).toBeNull();
    await store.outgoing.heard(slug, account, gone(after(morning, minute)));
    expect(await unreachable()).toBe(after(morning, minute));
    await store.conversations.accept(slug, messageFrom("lina", "re", "2"), morning);
    expect(await unreachable()).toBeNull();
  });

  test("free text that came too late is held, early or not, and given up after a week", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await onItsWay(store);
    const late = status("failed", { failure: "131047", means: "windowClosed" });
    await store.outgoing.heard(slug, account, late);
    await store.outgoing.sent(id, "wamid.1", morning);
    expect(await stateOf(database)).toBe("held");
    await store.retention.sweep(after(morning, 6 * 24 * hour));
    expect(await stateOf(database)).toBe("held");
    await store.retention.sweep(after(morning, 7 * 24 * hour));
    expect(await database.get("SELECT state, failure FROM Outgoing")).toEqual({
      state: "failed",
      failure: "131047",
    });
  });

  const typed = (networkId: string, text = "je te rappelle", at: Instant = morning) => ({
    ...{ structure: slug, to: addressOf("lina"), networkId, text, at },
  });

  test("words typed on the phone take the conversation, once, and are shown as sent from there", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    expect(await store.handOvers.spokenOnPhone(typed("p1"), morning)).toEqual({
      conversation: lina,
    });
    const { conversation } = await readAgain(store, lina);
    expect(conversation).toMatchObject({ heldBy: "worker", workerId: "phone", epoch: 1 });
    const before = await everything(database);
    expect(await store.handOvers.spokenOnPhone(typed("p1"), after(morning, hour))).toBe("ours");
    expect(await everything(database)).toBe(before);
    const shown = await store.transcripts.of(lina, { notes: false });
    expect(shown.at(-1)).toMatchObject({
      ...{ from: "worker", author: "phone", state: "sent" },
      content: { text: "je te rappelle" },
    });
    // the bot's words that waited are void, and more of the phone's are only added
    expect(await store.outgoing.toSend(lina)).toMatchObject([{ outdated: true }]);
    await store.handOvers.spokenOnPhone(typed("p2", "demain"), morning);
    expect((await readAgain(store, lina)).conversation.epoch).toBe(1);
  });

  test("a worker who holds it keeps it; one who comes after the phone takes it", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await store.handOvers.takeOver(lina, nadia, morning);
    await store.handOvers.spokenOnPhone(typed("p1"), morning);
    expect((await readAgain(store, lina)).conversation).toMatchObject({
      workerId: nadia,
      epoch: 1,
    });

    const other = storeOn(await open());
    const again = await metBy(other, "lina");
    await other.handOvers.spokenOnPhone(typed("p1"), morning);
    expect(await other.handOvers.takeOver(again, nadia, morning)).toBe("yours");
    expect(await other.handOvers.answer(again, nadia, "k", saying("oui"), morning)).toBe("queued");
  });

  test("what a colleague types is theirs, though it begins as an answer of ours or says yes and no", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await store.handOvers.takeOver(lina, nadia, morning);
    await store.handOvers.answer(lina, nadia, "k", saying("Bonjour"), morning);
    const before = (await store.transcripts.of(lina, { notes: false })).length;
    const texts = [
      "Bonjour Lina, c'est Sophie, ne réponds plus au robot",
      "Oui, et non : on en parle",
    ];
    for (const [place, text] of texts.entries()) {
      const heard = await store.handOvers.spokenOnPhone(typed(`t${place}`, text), morning);
      expect([text, heard]).toEqual([text, { conversation: lina }]);
    }
    expect(await store.transcripts.of(lina, { notes: false })).toHaveLength(before + texts.length);
  });

  test("our own words that come back are ours: by their id, or by what they say before we know it", async () => {
    const database = await open();
    const store = storeOn(database);
    const { lina, id } = await onItsWay(store);
    expect(await store.handOvers.spokenOnPhone(typed("p1", "bonjour"), morning)).toBe("ours");
    await store.outgoing.sent(id, "wamid.1", morning);
    const echo = typed("wamid.1", "dressed otherwise");
    expect(await store.handOvers.spokenOnPhone(echo, morning)).toBe("ours");
    expect((await readAgain(store, lina)).conversation.heldBy).toBe("bot");
  });

  test("a choice of ours comes back with its numbers, or as a part of what was said", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await store.conversations.accept(slug, messageFrom("lina", "menu", "2"), morning);
    const long =
      "Je peux t'aider pour un rendez-vous, une aide ou un logement. Que veux-tu faire ?";
    const options = ["Prendre un RDV", "Les aides"].map((label, place) => ({
      ...{ id: `menu.menu.${place}`, label },
    }));
    const pending = await readAgain(store, lina);
    await store.conversations.commit(
      turnOn(store, pending, { replies: [{ text: long, options }] }),
    );
    const parts = [
      `${long}\n\n1. Prendre un RDV\n2. Les aides`,
      "Je peux t'aider pour un rendez-vous, une aide ou un logement.",
      "1. Prendre un RDV\n2. Les aides",
    ];
    for (const [place, part] of parts.entries()) {
      const echo = typed(`e${place}`, part);
      expect(await store.handOvers.spokenOnPhone(echo, morning)).toBe("ours");
    }
    expect(await store.handOvers.spokenOnPhone(typed("p1", "Les aides"), morning)).toEqual({
      conversation: lina,
    });
  });

  test("words to somebody we do not know, and words of another day, take nothing over", async () => {
    const database = await open();
    const store = storeOn(database);
    const before = await everything(database);
    expect(await store.handOvers.spokenOnPhone(typed("p1"), morning)).toBe("unknown");
    expect(await everything(database)).toBe(before);
    const lina = await metBy(store, "lina");
    await store.handOvers.spokenOnPhone(typed("p2", "hier", after(morning, -25 * hour)), morning);
    expect((await readAgain(store, lina)).conversation.heldBy).toBe("bot");
    expect((await store.transcripts.of(lina, { notes: false })).at(-1)).toMatchObject({
      author: "phone",
    });
  });
}
