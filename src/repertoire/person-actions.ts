import type { Language } from "../../locales/index.ts";
import { saidMoment } from "../base/said.ts";
import type { Asking } from "../engine/conversation.ts";
import { type Fact, facts } from "../person/facts.ts";
import { aboutUs } from "./about-us.ts";
import { factLine } from "./fact-words.ts";
import { helpPlaceValues } from "./help-places.ts";
import { accessOf, addressOf, mapOf, placeById, placesOf } from "./places.ts";
import { promiseValues } from "./promise-words.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names =
  | "speakFrench"
  | "speakEnglish"
  | "speakSpanish"
  | "speakArabic"
  | "summariseVisale"
  | "summariseFsl"
  | "summariseAlt"
  | "summariseApl"
  | "forgetAnswer"
  | "describePlace"
  | "describeHelpPlace"
  | "describeFrontDesk"
  | "keepName"
  | "keepFound"
  | "keepNotYet"
  | "confirmOrigin"
  | "refuseOrigin"
  | "countCare"
  | "doNotCountCare"
  | "keepStillThere"
  | "keepLeftHome"
  | "askNoMore"
  | "stopReminders"
  | "resumeReminders"
  | "erase"
  | "callWorker"
  | "callForEviction"
  | "callForArrears"
  | "callForAsll"
  | "callForLocalAid"
  | "callNotUnderstood"
  | "callForMachine";

/** The answers each scheme rests on, in the order they are asked. */
const answersOf = {
  visale: [
    "age",
    "status",
    "home.leaseSigned",
    "home.parc",
    "home.commune",
    "home.rentWithCharges",
    "monthlyResources",
    "nationality",
    "permit",
  ],
  fsl: [
    "age",
    "status",
    "homeFound",
    "home.commune",
    "movedIn",
    "home.rentWithCharges",
    "commune",
    "currentHousing",
    "familyBreakup",
    "monthlyResources",
    "previousFslAccess",
  ],
  alt: [
    "safeTonight",
    "age",
    "commune",
    "currentHousing",
    "monthsInAlt",
    "familyBreakup",
    "monthlyResources",
    "nationality",
    "permit",
  ],
  apl: [
    "homeFound",
    "age",
    "status",
    "home.parc",
    "home.commune",
    "home.rentWithCharges",
    "livesWith",
    "childrenCount",
    "monthlyResources",
    "boursierEtat",
    "nationality",
    "permit",
  ],
} as const satisfies Record<string, readonly Fact[]>;

/** What is asked again with the answer it follows from, and forgotten with it. */
const followersOf: Readonly<Record<string, readonly Fact[]>> = {
  livesWith: ["childrenCount"],
  nationality: ["permit"],
  status: ["boursierEtat"],
};
const followers: ReadonlySet<string> = new Set(Object.values(followersOf).flat());
/** A list of WhatsApp holds ten rows, one of them "none". */
const mostFixed = 9;

/** The answers of a scheme that can be picked to be corrected: where they are too many, those that others follow from. */
export function fixableAnswers(flow: string): readonly Fact[] {
  const all: readonly Fact[] = answersOf[flow as keyof typeof answersOf] ?? [];
  if (all.length <= mostFixed) return all;
  return all.filter((fact) => fact !== "homeFound" && !followers.has(fact)).slice(0, mostFixed);
}

/** What a conversation can do about the person, their words and the team. */
export const personActions: { readonly [Name in Names]: Action } = {
  speakFrench: (scene) => spoken("fr", scene),
  speakEnglish: (scene) => spoken("en", scene),
  speakSpanish: (scene) => spoken("es", scene),
  speakArabic: (scene) => spoken("ar", scene),

  summariseVisale: (_, asking) => summary("visale", asking),
  summariseFsl: (_, asking) => summary("fsl", asking),
  summariseAlt: (_, asking) => summary("alt", asking),
  summariseApl: (_, asking) => summary("apl", asking),
  forgetAnswer: (_, asking) => {
    const fact = String(known(asking, "answerToFix"));
    return { outcome: "forgotten", forget: [fact, ...(followersOf[fact] ?? []), "answerToFix"] };
  },

  describePlace(scene, asking) {
    const { structure } = scene;
    const [only, ...others] = placesOf(structure);
    const place = others.length === 0 ? only : placeById(structure, known(asking, "placeToSee"));
    if (!place) return { outcome: "unknown" };
    // a map of the whole town would send people to the wrong door
    if (place.address === null) return { outcome: "noAddress", values: { place: place.name } };
    const access = accessOf(structure, place);
    return {
      outcome: "described",
      values: { place: place.name, address: addressOf(place), access, map: mapOf(place) },
    };
  },
  describeHelpPlace(scene, asking) {
    const values = helpPlaceValues(scene.structure, known(asking, "helpPlace"));
    return values ? { outcome: "described", values } : { outcome: "unknown" };
  },
  describeFrontDesk(scene) {
    const { siege, contact } = scene.structure;
    const ways = [contact.phone, contact.email, contact.website].filter((way) => way !== null);
    if (ways.length === 0) return { outcome: "unreachable" };
    return {
      outcome: "described",
      values: { address: `${siege.name}, ${addressOf(siege)}`, contact: ways.join("\n") },
    };
  },

  keepName(_, asking) {
    const firstName = known(asking, "firstName");
    if (typeof firstName !== "string") return { outcome: "none" };
    return { outcome: "kept", changes: [{ kind: "nameFirst", firstName }] };
  },

  keepFound: () => ({ outcome: "kept", learnt: { housingOutcome: "found" } }),
  keepNotYet: () => ({ outcome: "kept", learnt: { housingOutcome: "notYet" } }),
  confirmOrigin: () => ({ outcome: "kept", learnt: { cameFromConfirmed: true } }),
  countCare: () => ({ outcome: "kept", learnt: { countCare: true } }),
  doNotCountCare: () => ({ outcome: "kept", learnt: { countCare: false } }),
  refuseOrigin: () => ({ outcome: "kept", learnt: { cameFromConfirmed: false } }),
  keepStillThere: () => ({ outcome: "kept", learnt: { stillHoused: true } }),
  keepLeftHome: () => ({ outcome: "kept", learnt: { stillHoused: false } }),
  askNoMore: () => ({ outcome: "kept", learnt: { followUpWanted: false } }),

  stopReminders: () => ({
    outcome: "done",
    changes: [{ kind: "remindersStopped", stopped: true }],
  }),
  resumeReminders: () => ({
    outcome: "done",
    changes: [{ kind: "remindersStopped", stopped: false }],
  }),

  async erase(scene, asking) {
    // an open alert about a danger is read by a person before anything is erased
    const alertHere = scene.urgency === "immediate" || scene.urgency === "high";
    if (alertHere || (await scene.links.alertElsewhere(scene.person, scene.conversation))) {
      return { outcome: "alertOpen", values: promiseValues(scene.structure, asking.now) };
    }
    const when = saidMoment(asking.now, scene.structure.zone);
    return { outcome: "erased", reset: true, values: { when }, changes: [{ kind: "erase" }] };
  },

  callWorker: (scene, asking) => call(scene, asking, "normal", "human"),
  callForEviction: (scene, asking) => call(scene, asking, "high", "expulsion"),
  callForArrears: (scene, asking) => call(scene, asking, "high", "fsl_maintien"),
  callForAsll: (scene, asking) => call(scene, asking, "normal", "asll"),
  callForLocalAid: (scene, asking) => call(scene, asking, "normal", "local_aid"),
  callNotUnderstood: (scene, asking) => call(scene, asking, "normal", "unknown"),
  callForMachine: (scene, asking) => call(scene, asking, "normal", "machine"),
};

function spoken(language: Language, scene: Scene) {
  return { outcome: "done", language, values: aboutUs(scene) };
}

function call(scene: Scene, asking: Asking, urgency: "normal" | "high", need: string) {
  return {
    outcome: "called",
    values: promiseValues(scene.structure, asking.now),
    changes: [{ kind: "callWorker" as const, urgency, need }],
  };
}

function summary(scheme: keyof typeof answersOf, asking: Asking) {
  const answered = answersOf[scheme].filter((fact) => fact in asking.memory.known);
  return {
    outcome: "summarised",
    values: { summary: answered.map((fact) => factLine(fact, known(asking, fact))) },
  };
}

/** Whether a name is a fact about the person, rather than a step of a flow. */
export function isFact(name: string): name is Fact {
  return name in facts;
}
