import { expect, test } from "vitest";
import { helplineFor } from "../../src/escalation/helpline.ts";
import { fold } from "../../src/understanding/normalise.ts";

test.each([
  ["mon père me frappe", "parents"],
  ["mes darons me tapent", "parents"],
  ["mes parents me frappent parce que je suis gay", "parents"],
  ["my dad beats me", "parents"],
  ["mi padre me pega", "parents"],
  ["بابا كيضربني", "parents"],
  ["baba kaydrebni", "parents"],
  ["mon ex me menace parce que je suis trans", "lgbt"],
  ["he hits me because i'm gay", "lgbt"],
  ["soy lesbiana y me pegan", "lgbt"],
  ["مثلي وكيضربوني", "lgbt"],
  ["mon mari m'a frappée", "woman"],
  ["chui une meuf et il me tape", "woman"],
  ["je suis enceinte il me frappe", "woman"],
  ["i am pregnant and he hits me", "woman"],
  ["soy mujer, mi novio me pega", "woman"],
  ["انا حامل وكيضربني", "woman"],
  ["ana mra rajli kaydrebni", "woman"],
  ["je suis maman et il me frappe", "woman"],
  ["je suis un homme et ma copine me tape", "man"],
  ["i'm a guy and my girlfriend hits me", "man"],
  ["soy un chico y mi novia me pega", "man"],
  ["انا راجل ومراتي كتضربني", "man"],
  ["ana rajel w mrati katdrebni", "man"],
  ["il me frappe", "unknown"],
  ["mon copain m'a frappé", "unknown"],
  ["my husband hits me", "unknown"],
  ["زوجي يضربني", "unknown"],
  ["mon copain me frappe et ma mère veut pas m'aider", "unknown"],
])("« %s »: the line of %s", (text, line) => {
  expect(helplineFor(fold(text))).toBe(line);
});
