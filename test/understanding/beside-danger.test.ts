import { expect, test } from "vitest";
import { friendInDanger } from "../../src/understanding/friend-in-danger.ts";
import { shelterLineFailure } from "../../src/understanding/shelter-line-failed.ts";

test.each([
  ["ils ont pas de place", "noPlace"],
  ["c'est complet", "noPlace"],
  ["y a plus de lit", "noPlace"],
  ["they have no room", "noPlace"],
  ["it's full", "noPlace"],
  ["no hay plazas", "noPlace"],
  ["ما كاين بلاصة", "noPlace"],
  ["makaynch blassa", "noPlace"],
  ["ça ne répond pas", "noAnswer"],
  ["personne décroche", "noAnswer"],
  ["nobody answers", "noAnswer"],
  ["no contestan", "noAnswer"],
  ["ما كيجاوبوش", "noAnswer"],
  ["majawbouch", "noAnswer"],
])("after the 115 was given, « %s » says: %s", (text, failure) => {
  expect(shelterLineFailure(text, true)).toBe(failure);
  expect(shelterLineFailure(text, false)).toBeNull();
});

test.each([
  ["le 115 répond pas", "noAnswer"],
  ["jai appelé le 115 c complet", "noPlace"],
  ["the 115 doesn't answer", "noAnswer"],
  ["el 115 no tiene plazas", "noPlace"],
  ["115 ما كيجاوبوش", "noAnswer"],
  ["le 115 c'est quoi", null],
  ["je vais appeler le 115", null],
])("« %s » names the 115 by itself: %s", (text, failure) => {
  expect(shelterLineFailure(text, false)).toBe(failure);
});

test.each([
  ["mon pote veut se tuer", "suicide"],
  ["ma copine parle de suicide", "suicide"],
  ["my friend wants to kill himself", "suicide"],
  ["mi amigo se quiere matar", "suicide"],
  ["صاحبي باغي يموت", "suicide"],
  ["sa7bi bgha ymout", "suicide"],
  ["mon ami se fait frapper par son père", "violence"],
  ["my sister is being beaten", "violence"],
])("« %s » is somebody else's danger: %s", (text, danger) => {
  expect(friendInDanger(text)).toBe(danger);
});

test.each([
  "ma soeur sait que je veux mourir",
  "je veux mourir, mon pote aussi veut se tuer",
  "mon père me frappe",
  "ma copine me frappe",
  "my brother hits me",
  "mon pote cherche un appart",
  "je veux me tuer",
])("« %s » is one's own danger, or none", (text) => {
  expect(friendInDanger(text)).toBeNull();
});
