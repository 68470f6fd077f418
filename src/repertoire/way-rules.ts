import type { Said } from "../base/message.ts";
import { saidInLanguages, saidPlain } from "../base/said.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import type { Asking } from "../engine/conversation.ts";
import { chosenMotif } from "./motifs.ts";
import type { Scene } from "./scene.ts";
import { openingsKnown } from "./supply-of.ts";
import { chosenMode, tellsNumber } from "./way-to-meet.ts";

type Rule<Outcome extends string> = (scene: Scene, asking: Asking) => Verdict<Outcome>;

/** What the way to meet asks for. */
export const wayRules: {
  readonly [Name in
    | "hasHours"
    | "needsPhone"
    | "meetsAtPlace"
    | "toldWhenClosed"
    | "motifBefore"
    | "motifInstructions"
    | "cameFrom"]: Rule<Rules[Name]>;
} = {
  hasHours: (scene, asking) => {
    const { structure, demonstration } = scene;
    // the list gives a time to whoever is first, with whoever is free: no follow-up comes of it
    const isOpen = openingsKnown(structure).some(({ confirmed }) => confirmed || demonstration);
    return { outcome: isOpen && !chosenMotif(scene, asking).followUp ? "yes" : "no" };
  },
  needsPhone: (scene, asking) => {
    const isCall = chosenMode(asking, chosenMotif(scene, asking)) === "phone";
    return { outcome: isCall && !tellsNumber(scene.channel) ? "yes" : "no" };
  },
  toldWhenClosed: ({ channel, bellPage }) =>
    channel === "web" && bellPage !== null
      ? { outcome: "choose", values: { link: saidPlain(bellPage) } }
      : { outcome: "asUsual" },
  meetsAtPlace: (scene, asking) => ({
    outcome: chosenMode(asking, chosenMotif(scene, asking)) === "place" ? "yes" : "no",
  }),
  motifBefore: (scene, asking) => told("before", chosenMotif(scene, asking).before),
  motifInstructions: (scene, asking) =>
    told("instructions", chosenMotif(scene, asking).instructions),
  cameFrom(_, { memory }) {
    const { cameFrom, cameFromConfirmed } = memory.known;
    if (typeof cameFrom?.value !== "string" || cameFromConfirmed) return { outcome: "known" };
    const who: Said = { key: `facts:from_${cameFrom.value}` };
    return { outcome: "toConfirm", values: { who } };
  },
};

/** Words of the file, where it has some. */
function told(name: string, words: Readonly<Record<string, string>> | undefined) {
  return words
    ? { outcome: "some" as const, values: { [name]: saidInLanguages(words) } }
    : { outcome: "none" as const };
}
