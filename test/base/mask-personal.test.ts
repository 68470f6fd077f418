import { expect, test } from "vitest";
import { maskPersonal } from "../../src/base/mask-personal.ts";

test.each([
  ["je m'appelle Lina et j'ai 19 ans", "je m'appelle [name] et j'ai [number] ans"],
  ["jm'appelle karim je cherche", "jm'appelle [name] je cherche"],
  ["moi c'est Anne Sophie Durand", "moi c'est [name]"],
  ["my name is Sam, I need a room", "my name is [name], I need a room"],
  ["me llamo José Luis y tengo 20 años", "me llamo [name] y tengo [number] años"],
  ["اسمي محمد", "اسمي [name]"],
  ["smiti Yassine", "smiti [name]"],
  ["madame Lefebvre m'a dit", "madame [name] m'a dit"],
  ["j'habite 12 rue Victor Hugo", "j'habite [address]"],
  ["12 bis, avenue de la République 62110", "[address] [number]"],
  ["vivo en calle Mayor", "vivo en [address]"],
  ["écris à lina.d@exemple.fr", "écris à [email]"],
  ["mon insta @lina_62", "mon insta [email]"],
  ["https://exemple.fr/annonce/123?x=lina", "[link]"],
  ["06 12 34 56 78", "[phone]"],
  ["+33 6 12 34 56 78 merci", "[phone] merci"],
  ["+212 6 12 34 56 78", "[phone]"],
  ["mon loyer c'est 1 200,50 €", "mon loyer c'est [number] €"],
  ["عندي ٢٠ سنة", "عندي [number] سنة"],
  ["le 12/03/2007", "le [number]/[number]/[number]"],
  ["carte 4111 1111 1111 1111", "carte [card]"],
  ["FR14 2004 1010 0505 0001 3M02 606", "[iban]"],
  ["numéro allocataire 1234567", "numéro allocataire [caf]"],
  ["passeport 12AB34567", "passeport [paper]"],
  ["c koi visal", "c koi visal"],
  ["je cherche une place", "je cherche une place"],
  ["la rue me fait peur", "la rue me fait peur"],
  ["", ""],
])("« %s » is learned from as « %s »", (text, masked) => {
  expect(maskPersonal(text)).toBe(masked);
});

test("a number taken out before stays taken out", () => {
  expect(maskPersonal("ma sécu c'est •••")).toBe("ma sécu c'est •••");
});
