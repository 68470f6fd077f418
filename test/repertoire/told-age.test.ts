import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { toldAge } from "../../src/repertoire/told-age.ts";

test.each([
  ["j'ai 17 ans et je suis à la rue", 17],
  ["jai 16ans mon père me frappe", 16],
  ["je suis dehors ce soir, j'ai dix-sept ans", 17],
  ["I'm 17 and my dad beats me", 17],
  ["tengo 20 años y duermo en la calle", 20],
  ["عندي 17 سنة وأنا في الشارع", 17],
  ["3ndi 19 3am w ana f zan9a", 19],
  ["j'ai bientôt 18 ans et je dors dehors", null],
  ["j'ai 3 enfants et on est dehors", null],
  ["je suis dehors depuis 17 jours", null],
  ["ma fille a 12 ans et on est à la rue", null],
  ["je dors dehors", null],
  ["j'ai peur", null],
])("« %s » tells the age %j", (text, age) => {
  expect(toldAge(text, "fr", localDate("2026-11-23"))).toBe(age);
});
