import { describe, expect, test } from "vitest";
import { type Happening, nothingKnown } from "../../src/engine/conversation.ts";
import { keepable, mishearingIn } from "../../src/repertoire/misheard.ts";
import { likenessOf } from "../../src/understanding/likeness.ts";
import { saysNotThat } from "../../src/understanding/not-that.ts";

const lost: Happening = { kind: "misunderstood" };
const turn = (...happenings: Happening[]) => ({ happenings, changes: [] });
const first = { misunderstood: 0, offered: [] };
const typed = (text: string) => ({ text, pressed: null });
const pressed = (option: string) => ({ text: null, pressed: option });

describe("what is kept of a turn to be learnt from", () => {
  test("nothing when all was understood", () => {
    const chosen: Happening = { kind: "chose", flow: "menu", step: "menu", value: "aids" };
    expect(mishearingIn(turn({ kind: "answered" }), first, typed("19 ans"))).toBeNull();
    expect(mishearingIn(turn(chosen), first, pressed("menu.menu.aids"))).toBeNull();
  });

  test("the words that meant nothing, and why", () => {
    expect(mishearingIn(turn(lost), first, typed("xyz brol"))).toEqual({
      words: "these",
      reason: "unknown",
    });
    expect(
      mishearingIn(turn(lost), { ...first, misunderstood: 1 }, typed("xyz brol"))?.reason,
    ).toBe("again");
    expect(mishearingIn(turn(lost), first, typed("c'est quoi visale"))?.reason).toBe("noAnswer");
  });

  test("the words before, when what they were taken for is refused by a button or in words", () => {
    const refused = { words: "before", reason: "refused" };
    const no: Happening = { kind: "chose", flow: "reprise", step: "switch", value: "noContinue" };
    expect(mishearingIn(turn(no), first, pressed("reprise.switch.noContinue"))).toEqual(refused);
    expect(mishearingIn(turn(no), first, typed("non merci"))).toEqual(refused);
    const none = pressed("chercher-un-sujet.words.unknown");
    const guessed = { ...first, offered: [{ key: "apl", label: { key: "sujets:apl" } }] };
    expect(mishearingIn(turn({ kind: "answered" }), guessed, none)).toEqual(refused);
    // to the first question it is no refusal: nothing was guessed yet
    expect(mishearingIn(turn({ kind: "answered" }), first, none)).toBeNull();
    expect(mishearingIn(turn(lost), first, typed("non c'est pas ça"))).toEqual(refused);
  });

  test("nothing of a danger, nor of who has everything erased", () => {
    const danger: Happening = { kind: "danger", value: "suicide" };
    expect(mishearingIn(turn(lost, danger), first, typed("xyz brol"))).toBeNull();
    const erased = { happenings: [lost], changes: [{ kind: "erase" as const }] };
    expect(mishearingIn(erased, first, typed("xyz brol"))).toBeNull();
  });
});

test.each([
  "non c'est pas ça",
  "C'est pas du tout ça !",
  "pas ça",
  "rien à voir",
  "tu m'as mal compris",
  "ce n'est pas ce que j'ai demandé",
  "that's not what I meant",
  "no es eso",
  "ليس هذا",
])("%s says that the words before were misheard", (text) => {
  expect(saysNotThat(text)).toBe(true);
});

test.each(["non", "c'est pas cher", "c'est ça", "pas ça, je veux un rendez-vous", "bonjour", ""])(
  "%j does not",
  (text) => {
    expect(saysNotThat(text)).toBe(false);
  },
);

describe("words as they may be kept", () => {
  test.each([
    ["brol xyz au 06 12 34 56 78", "brol xyz au [phone]"],
    ["je m'appelle Amina Benali et brol", "je m'appelle [name] et brol"],
    ["écris à amina@exemple.fr pour le brol", "écris à [email] pour le brol"],
    ["le brol du 12 rue Pasteur", "le brol du [address]"],
  ])("%s", (text, kept) => {
    expect(keepable(text, nothingKnown)?.text).toBe(kept);
  });

  test("the first name that the person gave is masked wherever it stands", () => {
    const known = { firstName: { value: "Zoé", at: 1 } };
    const kept = keepable("dis-lui que zoé (Zoé !) veut le brol, pas Zoéline", {
      ...nothingKnown,
      known,
    });
    expect(kept?.text).toBe("dis-lui que [name] ([name] !) veut le brol, pas Zoéline");
  });

  test("nothing is kept of a number or a sign alone", () => {
    expect(keepable("06 12 34 56 78", nothingKnown)).toBeNull();
    expect(keepable("👍👍", nothingKnown)).toBeNull();
  });

  test("with what they were taken for, and their language, else the conversation's", () => {
    const kept = keepable("c'est quoi visale ?", { ...nothingKnown, language: "en" });
    expect(kept).toMatchObject({ language: "fr", guessed: ["visale"] });
    expect(keepable("zzz", { ...nothingKnown, language: "ar" })).toMatchObject({
      language: "ar",
      guessed: [],
    });
  });

  test("no longer than what says it", () => {
    expect(keepable("brol ".repeat(400), nothingKnown)?.text.length).toBe(500);
  });
});

test.each([
  ["C koi Visale ???", "c'est quoi visale"],
  ["visale c koi", "C'est quoi Visale"],
  ["j'ai [number] ans et le brol", "Le brol, j'ai ans et"],
])("%j and %j are alike", (one, other) => {
  expect(likenessOf(one)).toBe(likenessOf(other));
});

test("other words are not, and a sign is like itself alone", () => {
  expect(likenessOf("visale")).not.toBe(likenessOf("apl"));
  expect(likenessOf("🙏")).toBe("🙏");
  expect(likenessOf("🙏")).not.toBe(likenessOf("🤷"));
});
