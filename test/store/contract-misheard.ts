import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour } from "../../src/base/time.ts";
import type { Misheard } from "../../src/store/conversations.ts";
import type { Database } from "../../src/store/database.ts";
import { messageFrom, morning, type Shelf, slug, storeOn, turnOn } from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const until = after(morning, 24 * hour);

/** Words that were not understood: written with their turn or not at all, given their meaning once. */
export function misheardContract(open: () => Promise<Database>): void {
  test("words that were not understood are written by the turn that won, and by no other", async () => {
    const store = storeOn(await open());
    const pending = await pendingOf(store, "lina", "zzbrol");
    const [first, second] = [turn(store, pending, "zzbrol"), turn(store, pending, "zzother")];
    expect((await store.conversations.commit(first)).outcome).toBe("committed");
    expect((await store.conversations.commit(second)).outcome).toBe("stale");
    expect(await store.misheard.toGive(slug, morning, 9)).toEqual([
      {
        ...{ id: first.turn, text: "zzbrol", language: "fr", guessed: ["visale", "apl"] },
        ...{ reason: "torn", at: morning },
      },
    ]);
    expect(await store.misheard.waiting(slug, morning)).toBe(1);
    expect(await store.misheard.waiting("elsewhere", morning)).toBe(0);
    expect(await store.misheard.waiting(slug, until)).toBe(0);
  });

  test("a meaning is given once, may be taken back, and is learnt from once", async () => {
    const store = storeOn(await open());
    const { misheard } = store;
    const { id } = await keptBy(store, "lina", "zzbrol");
    const giving = { structure: slug, ids: [id], worker: nadia, intent: "visale", safety: "none" };
    const now = morning;
    expect(await misheard.give({ ...giving, structure: "elsewhere", now })).toBe(0);
    expect(await misheard.give({ ...giving, now })).toBe(1);
    expect(await misheard.give({ ...giving, intent: "apl", now })).toBe(0);
    expect(await misheard.toGive(slug, now, 9)).toEqual([]);
    expect(await misheard.given(slug, now, 9)).toMatchObject([{ id, intent: "visale" }]);
    expect(await misheard.takeBack("elsewhere", [id])).toBe(0);
    expect(await misheard.takeBack(slug, [id])).toBe(1);
    expect(await misheard.toLearn(now)).toEqual([]);
    const danger = { intent: "violence", safety: "check:violence" };
    expect(await misheard.give({ ...giving, ...danger, now })).toBe(1);
    expect(await misheard.toLearn(now)).toMatchObject([{ id, text: "zzbrol", ...danger }]);
    await misheard.learnt([id], now);
    expect(await misheard.toLearn(now)).toEqual([]);
    expect(await misheard.given(slug, now, 9)).toEqual([]);
    expect(await misheard.takeBack(slug, [id])).toBe(0);
  });

  test("what must not be kept goes at once, and only of one's own structure", async () => {
    const store = storeOn(await open());
    const one = await keptBy(store, "lina", "zzbrol");
    const other = await keptBy(store, "karim", "zzother");
    expect(await store.misheard.erase("elsewhere", [one.id])).toBe(0);
    expect(await store.misheard.erase(slug, [one.id])).toBe(1);
    const left = await store.misheard.toGive(slug, morning, 9);
    expect(left.map(({ id }) => id)).toEqual([other.id]);
  });

  test("the last words of a person are theirs, whatever buttons they pressed since", async () => {
    const store = storeOn(await open());
    const { conversation } = await keptBy(store, "lina", "zzbrol");
    const pressed = { kind: "choice", option: "menu.menu.aids" } as const;
    await store.conversations.accept(slug, messageFrom("lina", pressed, "lina-2"), morning);
    const pending = await store.conversations.pending(conversation);
    if (!pending) throw new Error("nothing waits");
    await store.conversations.commit(turnOn(store, pending));
    expect(await store.conversations.lastText(conversation)).toBe("zzbrol");
    // what waits for its own answer is not before itself
    await store.conversations.accept(slug, messageFrom("lina", "zznew", "lina-3"), morning);
    expect(await store.conversations.lastText(conversation)).toBe("zzbrol");
  });
}

async function pendingOf(store: Shelf, person: string, text: string) {
  const message = messageFrom(person, text, `${person}-1`);
  const accepted = await store.conversations.accept(slug, message, morning);
  if (accepted.outcome === "seen") throw new Error("it was seen before");
  const pending = await store.conversations.pending(accepted.conversation);
  if (!pending) throw new Error("nothing waits");
  return pending;
}

function turn(store: Shelf, pending: Awaited<ReturnType<typeof pendingOf>>, text: string) {
  const words: Misheard = {
    ...{ text, language: "fr", guessed: ["visale", "apl"], reason: "torn" as const, until },
  };
  return turnOn(store, pending, { misheard: words });
}

async function keptBy(store: Shelf, person: string, text: string) {
  const pending = await pendingOf(store, person, text);
  const written = turn(store, pending, text);
  await store.conversations.commit(written);
  return { id: String(written.turn), conversation: pending.conversation.id };
}
