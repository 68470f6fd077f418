import { expect, test } from "vitest";
import { heard, unclear } from "./heard.ts";

const yes = `oui|Oui.|ouiii|ouais grave|wi|ui|yep|yess|si|sí|sí claro|claro que sí|vale|por supuesto|de acuerdo|ok|okay|
  carrément|bien sûr|d'accord|tkt oui|oui oui|ah oui|ah|aah|ih|iyeh|ayeh|wakha|waxa|wah|na3am|نعم|أجل|ايوه|آه|طبعا|أكيد|واخا|
  yes|yeah sure|of course|👍|👍🏽|✅|oui mais bientôt|grave|exactement|c'est bon|pourquoi pas|j'crois oui|3ndi|vas-y|jveux bien|okk|dacor|safi|alright|sii|eso es|صحيح`;
const no = `non|Non !|nn|nan|nop|nope|no|no gracias|nunca|todavía no|para nada|non merci|jamais|pas encore|pas du tout|
  toujours pas|ah non|la|lla|lla la|lala|mazal|machi|walo|makaynch|لا|كلا|لا شكرا|ليس بعد|ليس عندي|ماعنديش|ma3ndich|
  not yet|i don't|no way|👎|👎🏿|❌|bah non|naon|negatif|nein|aucun|not now|la la|la choukran|ma bghitch|ninguno`;
const neither = `peut-être|ptet|maybe|tal vez|ربما|ça dépend|bof|mouais|oui et non|oui non|oui mais non|👍👎|19|blabla|
  la semaine prochaine|à Lens|quoi|ah bon|toujours|je cherche un appart| `;

test.each(listed(yes))("« %s » is yes", (text) => {
  expect(heard("yesNo", text)).toBe(true);
});

test.each(listed(no))("« %s » is no", (text) => {
  expect(heard("yesNo", text)).toBe(false);
});

test.each(listed(neither))("« %s » is neither", (text) => {
  expect(heard("yesNo", text)).toBe(unclear);
});

function listed(words: string): string[][] {
  return words.split("|").map((word) => [word.replace(/^\n\s+/, "")]);
}

test.each([
  "i have the pills here",
  "mon proprio veut pas rendre la caution",
  "c'est quelle rue déjà",
  "je cherche un studio pas cher",
  "mon ex marrete pas de me suivre",
  "wach kayna chi mosa3ada f lkra",
  "3ndi 14 w rajel mama ma kaykhllinich ndkhel",
  "unos adultos me dejan dormir si hago cosas",
  "le proprio ne vient jamais",
])("« %s » is neither: it tells something else", (text) => {
  expect(heard("yesNo", text)).toBe(unclear);
});

test.each([
  "j'ai pas signé",
  "non j'ai pas encore de bail",
  "je l'ai pas encore fait",
  "c'est pas fait",
])("« %s » is no", (text) => {
  expect(heard("yesNo", text)).toBe(false);
});
