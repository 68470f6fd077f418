import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import type { Content } from "../../src/base/message.ts";
import type { Database } from "../../src/store/database.ts";
import { messageFrom, metBy, morning, readAgain, slug, storeOn } from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const nir = "2 99 07 62 193 123 87";
const card = "4111 1111 1111 1111";
const account = "FR14 2004 1010 0505 0001 3M02 606";

const sent: readonly (readonly [string, Content, Content])[] = [
  [
    "a text",
    { kind: "text", text: `ma sécu ${nir}` },
    { kind: "text", text: "ma sécu •••", masked: ["nir"] },
  ],
  [
    "a caption",
    { kind: "media", media: "image", caption: `ma carte ${card}` },
    { kind: "media", media: "image", caption: "ma carte •••", masked: ["card"] },
  ],
  [
    "a change",
    { kind: "edited", text: account },
    { kind: "edited", text: "•••", masked: ["iban"] },
  ],
  [
    "a card of a contact",
    {
      kind: "media",
      media: "contact",
      contacts: [{ name: `Tom ${card}`, numbers: ["0612345678"] }],
    },
    {
      ...{ kind: "media", media: "contact", masked: ["card"] },
      contacts: [{ name: "Tom •••", numbers: ["0612345678"] }],
    },
  ],
  [
    "a text without any",
    { kind: "text", text: "450 € au 06 12 34 56 78" },
    { kind: "text", text: "450 € au 06 12 34 56 78" },
  ],
];

/** Numbers that nobody needs are taken out before anything is written. */
export function maskedContract(open: () => Promise<Database>): void {
  test.each(sent)(
    "sensitive numbers of %s are never written, on any network",
    async (_, content, kept) => {
      const store = storeOn(await open());
      const lina = await metBy(store, "lina");
      await store.conversations.accept(slug, messageFrom("lina", content, "alone"), morning);
      const onWhatsApp = { channel: "whatsapp", account: "1", address: "33600000000" } as const;
      const together = { ...messageFrom("lina", content, "together"), from: onWhatsApp };
      const [accepted] = await store.conversations.acceptAll(slug, [together], morning);
      expect((await readAgain(store, lina)).messages.map((message) => message.content)).toEqual([
        kept,
      ]);
      if (accepted?.outcome !== "stored") throw new Error("not stored");
      const other = await readAgain(store, accepted.conversation);
      expect(other.messages.map((message) => message.content)).toEqual([kept]);
    },
  );

  test("sensitive numbers of a note are not kept", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    expect(await store.handOvers.note(lina, nadia, "n1", `sécu ${nir}, loyer 450`, morning)).toBe(
      "noted",
    );
    const shown = await store.transcripts.of(lina, { notes: true });
    expect(shown.filter(({ from }) => from === "note")).toMatchObject([
      { text: "sécu •••, loyer 450" },
    ]);
  });
}
