import { expect, test } from "vitest";
import { toldAhead, withoutAge } from "../../src/repertoire/told-ahead.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { association } from "../flows/real-house.ts";

const lens = { inseeCode: "62498", name: "Lens" };
const carvin = { inseeCode: "62215", name: "Carvin" };

test.each([
  ["j'ai 19 ans et je cherche un appart à Lens", { age: 19, commune: lens }],
  ["jai 17 ans jcherche un foyer", { age: 17 }],
  ["21 ans, étudiante, je cherche à Carvin", { age: 21, commune: carvin }],
  ["عمري 19 وأبحث عن شقة في لنس", { age: 19, commune: lens }],
  ["أسكن بكارفان عند خالتي", { commune: carvin }],
  ["j'habite carvin", {}],
  ["j'habite à Carvin et je suis en alternance", { commune: carvin, status: "alternant" }],
  ["je suis étudiant", { status: "etudiant" }],
  ["i am 20 and i live in Lens", { age: 20, commune: lens }],
  ["I'm 22", { age: 22 }],
  ["tengo 18 años", { age: 18 }],
  ["عمري ٢٠", { age: 20 }],
])("« %s » tells %j", (text, told) => {
  expect(toldAhead(association(), text, null)).toEqual(told);
});

test.each([
  "j'ai bientôt 18 ans",
  "j'aurai 18 ans demain",
  "j'ai 18 ans dans deux mois",
  "mon frère a 12 ans",
  "j'ai un enfant de 3 ans",
  "mon proprio habite à Lens",
  "ça fait 10 ans que j'attends",
  "je cherche un appart à Paris",
  "خالي يسكن في لنس",
  "أبحث عن شقة في باريس",
  "j'ai 450 € par mois",
])("« %s » tells nothing of who writes", (text) => {
  expect(toldAhead(association(), text, null)).toEqual({});
});

test("what the question asks for is read by the question", () => {
  const text = "j'ai 19 ans et j'habite à Lens";
  expect(toldAhead(association(), text, "age")).toEqual({ commune: lens });
  expect(toldAhead(association(), text, "home.commune")).toEqual({ age: 19 });
});

test("a told age is no part of what is looked for", () => {
  expect(withoutAge(normalise("j'ai 17 ans et je cherche un foyer"))).toBe(
    "et je cherche un foyer",
  );
});
