import { saidPlain } from "../base/said.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import type { Asking } from "../engine/conversation.ts";
import { bookingMotif } from "./agenda.ts";
import type { Scene } from "./scene.ts";
import { openingsKnown } from "./supply-of.ts";
import { chosenMode, tellsNumber } from "./way-to-meet.ts";

type Rule<Outcome extends string> = (scene: Scene, asking: Asking) => Verdict<Outcome>;

/** What the way to meet asks for. */
export const wayRules: {
  readonly [Name in "hasHours" | "needsPhone" | "meetsAtPlace" | "toldWhenClosed"]: Rule<
    Rules[Name]
  >;
} = {
  hasHours: ({ structure, demonstration }) => ({
    outcome: openingsKnown(structure).some(({ confirmed }) => confirmed || demonstration)
      ? "yes"
      : "no",
  }),
  needsPhone: ({ structure, channel }, asking) => {
    const isCall = chosenMode(asking, bookingMotif({ structure })) === "phone";
    return { outcome: isCall && !tellsNumber(channel) ? "yes" : "no" };
  },
  toldWhenClosed: ({ channel, bellPage }) =>
    channel === "web" && bellPage !== null
      ? { outcome: "choose", values: { link: saidPlain(bellPage) } }
      : { outcome: "asUsual" },
  meetsAtPlace: ({ structure }, asking) => ({
    outcome: chosenMode(asking, bookingMotif({ structure })) === "place" ? "yes" : "no",
  }),
};
