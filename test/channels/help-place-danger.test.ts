import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld } from "../world.ts";

test("under a worker too, a bed asked for at a place that helps raises the urgency", async () => {
  const world = await openWorld({ structure: "ccas-rueil-malmaison" });
  await world.say("denis", "c'est où la boussole ?");
  const conversation = await world.conversation("denis");
  await world.house.store.handOvers.takeOver(conversation, "nadia" as WorkerId, world.now());
  const urgency = async () => (await world.standing("denis"))?.conversation.urgency;

  expect(await world.say("denis", "et c'est ouvert quand la boussole ?")).toEqual([]);
  expect(await urgency()).toBe("none");
  expect(await world.say("denis", "je peux dormir à la boussole ?")).toEqual([]);
  expect(await urgency()).toBe("high");
  expect(await world.say("denis", "où dormir à la boussole ce soir")).toEqual([]);
  expect(await urgency()).toBe("immediate");
  await world.close();
});
