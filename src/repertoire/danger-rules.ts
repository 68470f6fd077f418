import { saidPlain } from "../base/said.ts";
import { dateIn } from "../base/time.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import type { Asking } from "../engine/conversation.ts";
import type { Helpline } from "../escalation/helpline.ts";
import { known, type Scene } from "./scene.ts";

type Names = "protectedAge" | "helpline" | "placeLeft" | "dayPlace" | "leavingDayTold";
type Rule<Outcome extends string> = (scene: Scene, asking: Asking) => Verdict<Outcome>;

/** Under 18 the child-protection procedure applies; the 119 helps until 21 (directory, 2026-11-22). */
const adultAge = 18;
const protectedUntil = 21;
const helplines: readonly Helpline[] = ["parents", "lgbt", "woman", "man"];

/** What the flows of danger ask about the person, the place they left, and what the town has. */
export const dangerRules: { readonly [Name in Names]: Rule<Rules[Name]> } = {
  protectedAge: (_, asking) => {
    if (known(asking, "toldMinor") === true) return { outcome: "minor" };
    const age = known(asking, "age");
    if (typeof age !== "number") return { outcome: "unknown" };
    if (age < adultAge) return { outcome: "minor" };
    return { outcome: age < protectedUntil ? "upTo21" : "older" };
  },
  helpline: (_, asking) => {
    const told = known(asking, "helpline");
    return { outcome: helplines.find((line) => line === told) ?? "unknown" };
  },
  placeLeft: (_, { memory }) => ({ outcome: memory.suspended === null ? "none" : "some" }),
  dayPlace: ({ structure }) => {
    const places = structure.helpPlaces.filter(({ dayOnly }) => dayOnly === true);
    if (places.length === 0) return { outcome: "none" };
    const names = places.map(({ name }) => name).join(" ; ");
    return { outcome: "some", values: { dayPlaces: saidPlain(names) } };
  },
  /** A day that is over was the day of another departure. */
  leavingDayTold: ({ structure }, asking) => {
    const on = known(asking, "leavesHomeOn");
    const isToCome = typeof on === "string" && on >= dateIn(structure.zone, asking.now);
    return { outcome: isToCome ? "told" : "unknown" };
  },
};
