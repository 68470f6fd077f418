import { expect, test } from "vitest";
import { everywhereWord } from "../../src/understanding/everywhere-words.ts";

test.each([
  ["menu", "menu"],
  ["MENU svp", "menu"],
  ["menuuu", "menu"],
  ["aide", "menu"],
  ["help", "menu"],
  ["je veux revenir au menu stp", "menu"],
  ["retour", "back"],
  ["retuor", "back"],
  ["go back", "back"],
  ["un humain", "human"],
  ["un humian", "human"],
  ["je veux parler à un conseiller", "human"],
  ["jveux parler a qqn svp", "human"],
  ["parler à quelqu'un", "human"],
  ["talk to someone please", "human"],
  ["I want to talk to a human", "human"],
  ["STOP", "stop"],
  ["Stop !!!", "stop"],
  ["arrêt", "stop"],
  ["STOP RAPPELS", "stop"],
  ["désinscrire", "stop"],
  ["unsubscribe", "stop"],
  ["reprendre", "start"],
  ["START", "start"],
  ["langue", "language"],
  ["change language", "language"],
  ["mes données", "data"],
  ["my data", "data"],
  ["supprime mes données stp", "deleteData"],
  ["suprimer mes donées", "deleteData"],
  ["delete my data", "deleteData"],
])("« %s » is %s, whatever the language of the conversation", (text, word) => {
  expect(everywhereWord(text)).toBe(word);
});

test.each([
  ["stop il me frappe"],
  ["il faut que ça stop"],
  ["dis stop à mon proprio"],
  ["aide caf"],
  ["bonjour"],
  ["oui"],
  ["stup"],
  ["je cherche un appart avec un humain sympa"],
  [""],
  ["svp"],
  ["menu ".repeat(2000)],
])("« %.40s » is a sentence like any other", (text) => {
  expect(everywhereWord(text)).toBeNull();
});
