import { expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { type World, worker, world } from "./desk-world.ts";

const sheetOf = async (desk: World, needs: readonly string[]) => {
  const id = await desk.write({ who: "lina", memory: { needs } });
  const lea = await worker(desk, "Léa");
  return wordsOf(await requestsTo(desk).page(`/conversations/${id}`, lea.cookie));
};

test("the sheet says what else the person asked for, in their order", async () => {
  const words = await sheetOf(world(), ["apl", "rendez-vous"]);
  expect(words).toContain("A aussi demandé Aide au loyer (APL), Un rendez-vous");
});

test("with nothing else asked for, the sheet says nothing of it", async () => {
  expect(await sheetOf(world(), [])).not.toContain("A aussi demandé");
});
