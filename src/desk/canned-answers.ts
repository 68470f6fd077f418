import type { Language } from "../../locales/index.ts";
import type { Said, SaidValue } from "../base/message.ts";
import { saidLines, saidMoment, saidPlain } from "../base/said.ts";
import { dateIn } from "../base/time.ts";
import { assess, requiredFacts } from "../eligibility/assess.ts";
import { situationFrom } from "../eligibility/situation-from.ts";
import type { Known } from "../person/facts.ts";
import { localFiguresOf } from "../repertoire/local-figures-of.ts";
import { addressOf, placeById } from "../repertoire/places.ts";
import { promiseValues } from "../repertoire/promise-words.ts";
import type { Open } from "./conversation-head.tsx";
import { languageRead } from "./language-read.ts";
import type { View } from "./words.ts";

/** The answers that are ready in every language, in the order they are needed. */
export const cannedAnswers = [
  ...(["introduce", "sorry", "translated", "received", "more"] as const),
  ...(["where", "appointment", "absent", "phone", "callTomorrow", "missedCall"] as const),
  ...(["visale", "visalePapers", "paperPhoto", "fsl", "shelter", "scam", "close"] as const),
] as const;
/** One of ours, or one that the team wrote: "own_" and its id. */
export type CannedAnswer = (typeof cannedAnswers)[number] | `own_${string}`;

/** An answer put into words: what the person will read, and the same as the team reads it. */
export interface Written {
  readonly language: Language;
  readonly text: string;
  readonly inFrench: string;
}

/** The answers that fit, those of the team first: what speaks of an appointment needs one to come. */
export function fittingAnswers({
  view,
  file,
}: Pick<Open, "view" | "file">): readonly CannedAnswer[] {
  const own = (view.structure.cannedAnswers ?? []).map(({ id }) => `own_${id}` as const);
  const common = cannedAnswers.filter((name) => name !== "appointment" || file.upcoming.length > 0);
  return [...own, ...common];
}

/** Whether a name sent by a form is one of ours, or of the team's. */
export function isCannedAnswer({ structure }: View, name: string): name is CannedAnswer {
  const own = structure.cannedAnswers ?? [];
  return cannedAnswers.some((one) => one === name) || own.some(({ id }) => name === `own_${id}`);
}

/** What an answer is called in the list. */
export function cannedTitle({ say, structure }: View, name: CannedAnswer): string {
  const own = structure.cannedAnswers?.find(({ id }) => name === `own_${id}`);
  return own ? own.title : say(`canned_${name}`);
}

/** An answer in the language that the person reads, and in French; its figures are those of today. */
export function writeAnswer(open: Open, name: CannedAnswer): Written {
  const { view, file } = open;
  const voice = view.door.texts.of(view.structure.slug);
  const said: Said = { key: `canned:${name}`, values: values(open) };
  const language = languageRead(file);
  return { language, text: voice.say(said, language), inFrench: voice.say(said, "fr") };
}

function values(open: Open): Record<string, SaidValue> {
  const { view, file } = open;
  const { structure, worker, now } = view;
  const { firstName, upcoming } = file;
  const [next] = upcoming;
  const place = (next && placeById(structure, next.site)) ?? structure.siege;
  return {
    hello:
      firstName === null
        ? { key: "canned:hello" }
        : { key: "canned:helloName", values: { firstName } },
    worker: givenName(worker.name),
    service: structure.service,
    site: [place.name, addressOf(place)].filter(Boolean).join(", "),
    when: next ? saidMoment(next.start, structure.zone) : saidPlain(""),
    papers: visalePapers(open),
    ...promiseValues(structure, now),
  };
}

/** A person needs to know who writes, not their family name. */
function givenName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** The papers that Visale asks of this person, as far as their answers tell which. */
function visalePapers({ view, file }: Open): Said {
  const { structure, now } = view;
  // what the engine keeps of a fact has the shape of an answer
  const known = file.conversation.memory.known as Known;
  const situation = situationFrom(known, requiredFacts("visale"));
  const today = dateIn(structure.zone, now);
  const { documents } = assess("visale", situation, today, localFiguresOf(structure));
  return saidLines(documents.map((paper) => ({ key: `papers:short_${paper}` })));
}
