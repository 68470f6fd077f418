import { expect, test } from "vitest";
import { after, hour, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import type { MessageStatus } from "../../src/store/status-statements.ts";
import { addressOf, countOf, metBy, morning, saying, slug, storeOn } from "./hand-made.ts";

const account = "4242";
const at = morning;

function told(networkId: string, state: MessageStatus["state"], more: Partial<MessageStatus> = {}) {
  return { networkId, state, failure: null, at, ...more };
}
const tooLate = { failure: "131047", means: "windowClosed" } as const;
const nobody = { failure: "131026", means: "unreachable", at: after(morning, minute) } as const;

/** Lina's one message, of which the first part left as `p1`; its last part leaves as `p2`. */
async function begun(open: () => Promise<Database>, known = true) {
  const database = await open();
  const store = storeOn(database);
  const lina = await metBy(store, "lina");
  const id = (await store.outgoing.toSend(lina))[0]?.id ?? 0;
  await store.outgoing.claim(id, "us", at, after(at, minute));
  const firstLeft = () => store.outgoing.partLeft(id, 0, "p1", at);
  if (known) await firstLeft();
  return {
    ...{ database, store, lina, id, firstLeft },
    ended: (announcement: Parameters<typeof store.outgoing.sent>[3] = null) =>
      store.outgoing.sent(id, "p2", at, announcement),
    hear: (status: MessageStatus) => store.outgoing.heard(slug, account, status),
    row: () => database.get("SELECT state, failure FROM Outgoing WHERE kind = 'reply'"),
    left: async () => (await store.outgoing.toSend(lina))[0]?.partsLeft,
    unreachable: async () =>
      (await database.get("SELECT unreachableSince AS at FROM Address"))?.["at"],
  };
}

/** What leaves in several parts, on any database behind the port. */
export function partsContract(open: () => Promise<Database>): void {
  test("a part that left is counted once, whoever tells of it, and whatever comes of the next one", async () => {
    const { store, id, left, firstLeft } = await begun(open);
    await firstLeft();
    expect(await left()).toBe(1);
    await store.outgoing.partLeft(id, 1, null, at);
    await store.outgoing.later({ id, owner: "us" }, after(at, minute), "502");
    expect(await left()).toBe(2);
  });

  test.each<[string, MessageStatus, object]>([
    ["delivered", told("p1", "delivered"), { state: "sent", failure: null }],
    ["read", told("p1", "read"), { state: "sent", failure: null }],
    ["failed", told("p1", "failed", { failure: "131000" }), { state: "failed", failure: "131000" }],
    ["failed for nobody", told("p1", "failed", nobody), { state: "failed", failure: "131026" }],
  ])(
    "the first part is %s: before its id is known, before the last left, or after, the message is the same",
    async (_, status, expected) => {
      const early = await begun(open, false);
      await early.hear(status);
      await early.firstLeft();
      await early.ended();
      const between = await begun(open);
      await between.hear(status);
      await between.ended();
      const late = await begun(open);
      await late.ended();
      await late.hear(status);
      for (const one of [early, between, late]) {
        expect(await one.row()).toEqual(expected);
        expect(await one.unreachable()).toBe(status.means === "unreachable" ? nobody.at : null);
      }
    },
  );

  test("the last part speaks for the whole", async () => {
    const { ended, hear, row } = await begun(open);
    await ended();
    await hear(told("p2", "delivered"));
    expect(await row()).toEqual({ state: "delivered", failure: null });
  });

  test.each([
    ["p1", 0],
    ["p2", 1],
  ])(
    "%s came too late, heard at any moment: held, and %i parts are not sent again",
    async (part, kept) => {
      for (const moment of ["before", "after"]) {
        const { database, ended, hear, row, left } = await begun(open);
        if (moment === "before") await hear(told(part, "failed", tooLate));
        await ended();
        if (moment === "after") await hear(told(part, "failed", tooLate));
        expect([moment, await row()]).toEqual([moment, { state: "held", failure: "131047" }]);
        // the person wrote
        await database.run({ sql: "UPDATE Outgoing SET state = 'queued'", values: [] });
        expect([moment, await left()]).toEqual([moment, kept]);
      }
    },
  );

  test("words refused before their id is known are announced, once; others that left are not", async () => {
    const announcement = (turn: string, conversation: Awaited<ReturnType<typeof metBy>>) => ({
      ...{ conversation, turn, reply: saying("Quelqu'un t'a répondu."), now: at },
    });
    const refused = await begun(open);
    await refused.hear(told("p2", "failed", tooLate));
    await refused.ended(announcement("window.x.1", refused.lina));
    expect(await countOf(refused.database, "Outgoing")).toBe(2);
    await refused.hear(told("p2", "failed", tooLate));
    expect(await countOf(refused.database, "Outgoing")).toBe(2);
    const taken = await begun(open);
    await taken.ended(announcement("window.x.1", taken.lina));
    expect(await countOf(taken.database, "Outgoing")).toBe(1);
  });

  test("an unknown person heard of before the id marks the address, not once they wrote again", async () => {
    const { store, hear, ended, unreachable } = await begun(open);
    await hear(told("p2", "failed", nobody));
    const wrote = after(at, hour);
    await store.conversations.accept(
      slug,
      { id: "2", from: addressOf("lina"), at: wrote, content: { kind: "text", text: "re" } },
      wrote,
    );
    await ended();
    expect(await unreachable()).toBeNull();
  });

  test("a part of ours that comes back from the phone is ours", async () => {
    const { store } = await begun(open);
    const words = { networkId: "p1", text: "dressed otherwise", at };
    const to = addressOf("lina");
    expect(await store.handOvers.spokenOnPhone({ structure: slug, to, ...words }, at)).toBe("ours");
  });

  test("the ids of parts are kept as keyed hashes, for two weeks", async () => {
    const { store, database } = await begun(open);
    expect(
      (await database.get("SELECT networkLookup FROM OutgoingPart"))?.["networkLookup"],
    ).toMatch(/^[\w-]{32}$/);
    await store.retention.sweep(after(at, 14 * 24 * hour));
    expect(await countOf(database, "OutgoingPart")).toBe(1);
    await store.retention.sweep(after(at, 14 * 24 * hour + 1));
    expect(await countOf(database, "OutgoingPart")).toBe(0);
  });
}
