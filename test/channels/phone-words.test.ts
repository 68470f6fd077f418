import { expect, onTestFinished, test } from "vitest";
import { structure } from "../world.ts";
import { account, meet, openHouse } from "./house-under-test.ts";

const lina = "33600000001";

/** What becomes of words seen on the phone, when the last thing we said is this. */
async function seenAfter(text: string, labels: readonly string[], seen: string) {
  const under = await openHouse({ network: "whatsapp" });
  onTestFinished(() => under.close());
  await meet(under, lina);
  const { cipher } = under.house.store;
  const options = labels.map((label) => ({ id: `a.${label}`, label }));
  under.house.database.connection
    .prepare("UPDATE Outgoing SET contentSealed = ?, state = 'sent'")
    .run(cipher.seal(JSON.stringify({ text, options })));
  const at = under.now();
  const words = { networkId: "p1", address: lina, text: seen, at };
  await under.house.spokenOnPhone(structure, "whatsapp", account, words);
  const [held] = under.rows("SELECT heldBy FROM Conversation");
  return held?.["heldBy"];
}

const question = "Tu veux venir ?";
const both = ["Oui", "Non"];
const long = "Une aide peut payer ta caution. Tu peux la demander en ligne dès maintenant.";

test.each([
  ["Bonjour", [], "Bonjour Lina, c'est Sophie, j'ai ton dossier"],
  [question, both, "Non, n'y va pas ! Oui à notre rendez-vous de demain. Sophie"],
])("after %j %j somebody who types %j takes over", async (text, labels, seen) => {
  expect(await seenAfter(text, labels, seen)).toBe("worker");
});

test.each([
  [question, both, "Tu veux venir ?\n\n1. Oui\n2. Non"],
  ["Prêt ?", ["Oui"], "Prêt ?\n\n1. Oui"],
  [question, both, "suite de la phrase\n\n1. Oui\n2. Non"],
  [long, [], `${long} Visale`],
])("after %j %j our own words seen as %j take nothing over", async (text, labels, seen) => {
  expect(await seenAfter(text, labels, seen)).toBe("bot");
});
