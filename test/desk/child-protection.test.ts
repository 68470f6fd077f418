import { expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { tuesday, worker, world } from "./desk-world.ts";

const procedure = "Mineur en danger : protection de l'enfance";

/** What the sheet of somebody says who told this, with an alert of that urgency. */
async function sheetOf(
  known: Readonly<Record<string, unknown>>,
  standing: { readonly urgency: "none" | "immediate"; readonly need: string | null },
): Promise<string> {
  const desk = world();
  const facts = Object.entries(known).map(([fact, value]) => [fact, { value, at: tuesday }]);
  const id = await desk.write({
    who: "lina",
    memory: { known: Object.fromEntries(facts) },
    standing: { heldBy: "waiting", waitingSince: tuesday, ...standing },
  });
  const lea = await worker(desk, "Léa");
  return wordsOf(await requestsTo(desk).page(`/conversations/${id}`, lea.cookie));
}

test.each([
  ["told by their words", { toldMinor: true }, "violence"],
  ["known by their age", { age: 16 }, "suicide"],
  ["said by the alert alone", {}, "minor_in_danger"],
])("a minor in danger, %s: the sheet names the procedure", async (_, known, need) => {
  const words = await sheetOf(known, { urgency: "immediate", need });
  expect(words).toContain(procedure);
  expect(words).toContain("cellule du département 62 qui les recueille (CRIP)");
});

test.each([
  ["an adult in danger", { age: 19 }, { urgency: "immediate", need: "violence" }],
  ["a minor without any alert", { age: 16 }, { urgency: "none", need: null }],
] as const)("%s: it does not", async (_, known, standing) => {
  expect(await sheetOf(known, standing)).not.toContain(procedure);
});

test("the day of a departure is on the sheet, in words", async () => {
  const words = await sheetOf(
    { leavesHomeOn: "2026-11-27" },
    { urgency: "none", need: "soon_without_home" },
  );
  expect(words).toContain("Sans logement à partir du vendredi 27 novembre");
});
