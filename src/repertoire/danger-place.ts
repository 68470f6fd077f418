import { dateIn } from "../base/time.ts";
import type { Asking, Place } from "../engine/conversation.ts";
import type { HeardDanger } from "../engine/house.ts";
import { helplineFor } from "../escalation/helpline.ts";
import type { Structure } from "../structure/schema.ts";
import type { DangerKind } from "../understanding/danger-ids.ts";
import { type FriendsDanger, friendInDanger } from "../understanding/friend-in-danger.ts";
import { isMinorAge } from "../understanding/minor-age.ts";
import { fold } from "../understanding/normalise.ts";
import type { Danger } from "../understanding/safety.ts";
import {
  type ShelterLineFailure,
  shelterLineFailure,
} from "../understanding/shelter-line-failed.ts";
import { type SoonWithoutHome, soonWithoutHome } from "../understanding/soon-without-home.ts";
import { dangerHere } from "./danger-here.ts";
import { toldAge } from "./told-age.ts";

/** The flow of a night without a roof, and the one of who has less than eighteen years. */
const tonightFlow = "sans-toit-ce-soir";
const minorsFlow = "mineur-en-danger";

/** Where a certain danger leads, and where a possible one is asked about. */
const alarms: Readonly<Record<DangerKind, Place>> = {
  emergency_shelter: { flow: tonightFlow, step: "age" },
  violence: { flow: "violences", step: "age" },
  suicide: { flow: "idees-noires", step: "now" },
  minor_in_danger: { flow: minorsFlow, step: "numbers" },
};
const checks: Readonly<Record<DangerKind, Place>> = {
  emergency_shelter: { flow: "danger", step: "checkShelter" },
  violence: { flow: "danger", step: "checkViolence" },
  suicide: { flow: "danger", step: "checkSuicide" },
  minor_in_danger: { flow: "danger", step: "checkMinor" },
};
const friends: Readonly<Record<FriendsDanger, Place>> = {
  suicide: { flow: "danger", step: "friendSuicide" },
  violence: { flow: "danger", step: "friendViolence" },
};
const failures: Readonly<Record<ShelterLineFailure, Place>> = {
  noPlace: { flow: tonightFlow, step: "noPlace" },
  noAnswer: { flow: tonightFlow, step: "noAnswer" },
};
const soon: Place = { flow: "bientot-dehors", step: "age" };

/**
 * Where a text in which danger is heard leads, and what it tells by the way (an age, a day, whose line
 * fits); null when nothing in it worries.
 */
export function dangerPlace(
  structure: Structure,
  text: string,
  asking: Asking,
): HeardDanger | null {
  const danger = dangerHere(structure, text);
  const failure = shelterLineFailure(text, asking.memory.place?.flow === tonightFlow);
  const leaving = soonWithoutHome(text, dateIn(structure.zone, asking.now));
  const place = placeOf(danger, { failure, leaving, friend: friendInDanger(text) });
  if (!place) return null;
  const language = asking.memory.language ?? "fr";
  const age =
    place.flow === "danger" ? null : toldAge(text, language, dateIn(structure.zone, asking.now));
  return { place, learnt: { ...told(text, place, leaving), ...(age === null ? {} : { age }) } };
}

/** How urgent a text is for the desk, when nobody answers it by itself: under a worker, or too late. */
export function dangerUrgency(
  structure: Structure,
  text: string,
  asking: Asking,
): "none" | "high" | "immediate" {
  const place = dangerPlace(structure, text, asking)?.place;
  if (!place) return "none";
  const isDoubt = place === soon || Object.values(checks).includes(place);
  return isDoubt ? "high" : "immediate";
}

interface Beside {
  readonly failure: ShelterLineFailure | null;
  readonly leaving: SoonWithoutHome | null;
  readonly friend: FriendsDanger | null;
}

/** A danger of life goes first; then what became of a call, somebody else's danger, and the day. */
function placeOf({ level, kind }: Danger, { failure, leaving, friend }: Beside): Place | null {
  const isOfLife = kind === "suicide" || kind === "violence";
  if (friend && (kind === null || isOfLife)) return friends[friend];
  if (failure && !(isOfLife && level === "alarm")) return failures[failure];
  // "nowhere to go", said of a day to come: the day decides, and the 115 is told with it
  if (leaving?.isSure && (kind === null || (kind === "emergency_shelter" && leaving.on !== null)))
    return soon;
  if (level === "alarm" && kind) return alarms[kind];
  if (leaving && kind === "emergency_shelter") return soon;
  return kind ? checks[kind] : null;
}

/** What the same words tell beside the danger. What is not told changes nothing that was told before. */
function told(
  text: string,
  { flow }: Place,
  leaving: SoonWithoutHome | null,
): Readonly<Record<string, unknown>> {
  const helpline = helplineFor(fold(text));
  // of a friend one tells the age and the line of the friend
  const isOneself = flow !== "danger";
  return {
    ...(isOneself && isMinorAge(text) ? { toldMinor: true } : {}),
    ...(isOneself && helpline !== "unknown" ? { helpline } : {}),
    ...(flow === soon.flow && leaving?.on ? { leavesHomeOn: leaving.on } : {}),
  };
}
