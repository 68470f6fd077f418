import { expect, test } from "vitest";
import { after, hour, minute, second } from "../../src/base/time.ts";
import { everything } from "../store/hand-made.ts";
import {
  greeted,
  heard,
  type NetworkKind,
  type Sending,
  said,
  seenAfter,
  testWhere,
} from "./contract-network.ts";

const day = 24 * hour;

/** What comes in, whatever it is and however often and late it comes. */
export function eventsContract(kind: NetworkKind): void {
  test("an event that comes again after a second, a day and a week changes nothing", async () => {
    const network = await greeted(kind);
    const events: readonly Sending[] = [
      { text: kind.greeting },
      { text: "français" },
      ...(kind.presses ? [{ press: "menu.menu.book" }] : []),
      ...kind.media.map((media) => ({ media })),
      ...(kind.edits ? [{ edit: "franssais", of: 2 }] : []),
    ];
    const sentAt = network.house.clock.now();
    for (const [place, sending] of events.entries()) await network.send(place + 1, sending, sentAt);
    const before = await everything(network.house.store.database);
    const seen = await network.shown();
    for (const wait of [second, day, 7 * day]) {
      network.pass(wait);
      for (const [place, sending] of events.entries()) {
        await network.send(place + 1, sending, sentAt);
      }
      expect(await everything(network.house.store.database)).toBe(before);
      expect(await network.shown()).toEqual(seen);
    }
  });

  test("events whose numbers come out of order are each answered", async () => {
    const network = await greeted(kind);
    for (const event of [30, 4, 17]) {
      const seen = await seenAfter(network, event, { text: "menu" });
      expect([event, seen.length > 0]).toEqual([event, true]);
    }
  });

  testWhere(
    kind.tellsTime,
    "a message that another overtook is answered too, once, and stands where it was sent",
    async () => {
      const network = await greeted(kind);
      network.pass(minute);
      const now = network.house.clock.now();
      const older = [4, { text: "menu" }, after(now, -20 * second)] as const;
      const newer = [3, { text: "c'est quoi visale ?" }, after(now, -5 * second)] as const;
      for (const [event, sending, at] of [newer, older]) {
        expect(await seenAfter(network, event, sending, at)).not.toEqual([]);
        network.pass(2 * second);
      }
      for (const [event, sending, at] of [older, newer]) {
        expect(await seenAfter(network, event, sending, at)).toEqual([]);
      }
      expect((await heard(network)).slice(-2)).toEqual(["menu", "c'est quoi visale ?"]);
    },
  );

  testWhere(
    kind.edits,
    "words of danger are heard in a message that is changed, once",
    async () => {
      const network = await greeted(kind);
      await network.send(3, { text: "menu" });
      const edit: Sending = { edit: "je dors dehors ce soir", of: 3 };
      expect((await seenAfter(network, 4, edit)).join("\n")).toContain("115");
      expect(await seenAfter(network, 4, edit)).toEqual([]);
    },
  );

  testWhere(kind.media.includes("image"), "words of danger are heard under a photo", async () => {
    const network = await greeted(kind);
    const photo: Sending = { media: "image", caption: "je dors dehors ce soir" };
    expect((await seenAfter(network, 3, photo)).join("\n")).toContain("115");
  });

  testWhere(
    kind.media.length > 0,
    "whatever is sent that is no text is answered kindly, and the talk goes on",
    async () => {
      const network = await greeted(kind);
      for (const [place, media] of kind.media.entries()) {
        const seen = await seenAfter(network, 100 + place, { media });
        expect([media, seen.some((text) => text.trim().length > 10)]).toEqual([media, true]);
      }
      const seen = await seenAfter(network, 200, { text: "menu" });
      const menu = (await said(network)).at(-1);
      expect(seen.join("\n")).toContain(menu?.options[0]?.label);
    },
  );
}
