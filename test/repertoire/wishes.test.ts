import { expect, test } from "vitest";
import { flowOfIntent, flowOfWords } from "../../src/repertoire/wishes.ts";
import { understand } from "../../src/understanding/intent.ts";
import { normalise } from "../../src/understanding/normalise.ts";

const groceries = ["intervalle", "epicerie sociale"];
const service = ["sst", "sst 10"];

test.each([
  ["c urgent", "danger"],
  ["C'est une URGENCE !!", "danger"],
  ["it's an emergency", "danger"],
  ["je cherche une épicerie sociale", "autres-lieux"],
  ["où avoir un colis alimentaire", "autres-lieux"],
  ["is there a food bank", "autres-lieux"],
  ["c'est urgent, l'épicerie sociale est fermée", "danger"],
  ["l'épicerie du coin", null],
  ["c'est pas urgent", null],
  ["it's not urgent", null],
  ["bonjour", null],
])("« %s » leads to %s by its words alone, where a place gives meals", (text, flow) => {
  expect(flowOfWords(normalise(text), groceries)).toBe(flow);
});

test.each([
  [service, "conseiller"],
  [[], "autres-lieux"],
])("where the places are called %j, a meal is asked of %s", (names, flow) => {
  expect(flowOfWords(normalise("aide alimentaire"), names)).toBe(flow);
});

test.each([
  ["je cherche un garant pour un hlm", "visale"],
  ["demande hlm", "logement-social"],
  ["je cherche un appart", "chercher-logement"],
  ["c'est combien les apl", "apl"],
  ["foyer de jeunes travailleurs", "foyer-jeunes"],
  ["c'est quoi l'ASLL ?", "asll"],
  ["je voudrais un accompagnement social", "asll"],
  ["j'ai reçu une lettre de l'huissier", "expulsion"],
  ["loyer impayé", "impayes"],
  ["j'ai des loyers impayés", "impayes"],
  ["j'ai 2 mois de retard de loyer", "impayes"],
  ["unpaid rent", "impayes"],
  ["g besoin d'argent pour la caution", "loca-pass"],
])("« %s » opens %s", (text, flow) => {
  expect(flowOfIntent(understand(text).intent)).toBe(flow);
});
