import { expect, test } from "vitest";
import type { Asking } from "../../src/engine/conversation.ts";
import { nothingKnown } from "../../src/engine/conversation.ts";
import { placeById } from "../../src/repertoire/places.ts";
import type { Scene } from "../../src/repertoire/scene.ts";
import { wayRules } from "../../src/repertoire/way-rules.ts";
import { chosenMode, modesOf, saidWhere } from "../../src/repertoire/way-to-meet.ts";
import { henincarvin } from "../appointments/association.ts";
import { now } from "../flows/real-house.ts";

const structure = henincarvin();

function asked(site: string | null): Asking {
  const known = site === null ? {} : { site: { value: site, at: now } };
  return { memory: { ...nothingKnown, known }, now, waiting: false };
}

test.each([
  [{ mode: "place", modes: ["place", "phone"] }, "by-phone", "phone"],
  [{ mode: "place", modes: ["place", "phone"] }, "ml-carvin", "place"],
  [{ mode: "phone", modes: ["phone", "place"] }, "ml-carvin", "place"],
  [{ mode: "phone" }, null, "phone"],
  [{ mode: "place" }, null, "place"],
  [{ mode: "chat", modes: ["chat", "video", "home"] }, "by-home", "home"],
] as const)("of %j, somebody who answered %s meets by %s", (motif, site, mode) => {
  expect(
    chosenMode(asked(site), { ...motif, modes: "modes" in motif ? [...motif.modes] : undefined }),
  ).toBe(mode);
});

test("the usual way comes first, and none twice", () => {
  expect(modesOf({ mode: "phone", modes: ["place", "phone", "video"] })).toEqual([
    "phone",
    "place",
    "video",
  ]);
});

test.each([
  ["phone", { phone: "06 12 34 56 78" }, "appointment:where_phoneAt"],
  ["phone", { calledHere: true }, "appointment:where_phoneThis"],
  ["phone", {}, "appointment:where_phone"],
  ["phone", null, "appointment:where_phone"],
  ["video", { videoLink: "https://visio.example/1" }, "appointment:where_videoAt"],
  ["video", {}, "appointment:where_video"],
  ["home", {}, "appointment:where_home"],
  ["chat", {}, "appointment:where_chat"],
  ["place", {}, "appointment:where_place"],
] as const)("by %s with %j, one meets as %s says", (mode, details, key) => {
  expect(saidWhere(mode, placeById(structure, "ml-carvin"), {}, details).key).toBe(key);
});

test.each([
  ["telegram", "by-phone", "yes"],
  ["web", "by-phone", "yes"],
  ["whatsapp", "by-phone", "no"],
  ["whatsapp-web", "by-phone", "no"],
  ["telegram", "ml-carvin", "no"],
] as const)("on %s, who answered %s is asked a number: %s", (channel, site, outcome) => {
  const scene = { structure, channel } as unknown as Scene;
  expect(wayRules.needsPhone(scene, asked(site))).toEqual({ outcome });
});
