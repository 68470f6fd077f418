import { expect, test } from "vitest";
import type { Memory } from "../../src/engine/conversation.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { hoursAgo, tuesday, waits, worker, world } from "./desk-world.ts";

const known: Memory["known"] = {
  age: { value: 19, at: tuesday },
  paperPhotos: { value: true, at: tuesday },
  "home.leaseSigned": { value: true, at: tuesday, byTeam: true },
};

async function followed() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const id = await desk.write({
    ...{ who: "+33611111111", text: "bonjour", memory: { known } },
    standing: waits("normal", "human", hoursAgo(1)),
  });
  const requests = requestsTo(desk);
  const say = async (fait: string, valeur: string) => {
    const answer = await requests.post(`/conversations/${id}/fait`, lea.cookie, { fait, valeur });
    return /avis=(\w+)/.exec(answer.headers.get("location") ?? "")?.[1];
  };
  return { desk, lea, id, requests, say };
}

test.each([
  ["age", "dix-sept ans", 17],
  ["age", "", null],
  ["home.leaseSigned", "no", false],
])("%s is corrected to %j: %j", async (fact, typed, value) => {
  const { desk, id, say } = await followed();
  expect(await say(fact, typed)).toBe("done_fact");
  expect(desk.corrected).toEqual([
    { conversation: id, structure: "rencontres-et-loisirs", fact, value },
  ]);
});

test.each([
  ["age", "beaucoup"],
  ["home.leaseSigned", "peut-être"],
  ["paperPhotos", "no"],
  ["firstName", "Zoé"],
  ["toString", "yes"],
])(
  "%s: %j is not written: it is no such value, or for the person alone to say",
  async (fact, typed) => {
    const { desk, say } = await followed();
    expect(await say(fact, typed)).toBe("not_fact");
    expect(desk.corrected).toEqual([]);
  },
);

test("the sheet says what the team corrected, and offers no correction of an agreement", async () => {
  const { requests, lea, id } = await followed();
  const page = await requests.page(`/conversations/${id}`, lea.cookie);
  expect(wordsOf(page)).toContain("(corrigé par l'équipe)");
  expect(page).toContain('name="fait" value="age"');
  expect(page).not.toContain('name="fait" value="paperPhotos"');
});
