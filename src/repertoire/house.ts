import type { Instant, LocalDate } from "../base/time.ts";
import { dateIn } from "../base/time.ts";
import type { Rules } from "../catalogue.ts";
import { paperNamed } from "../eligibility/papers.ts";
import type { Flow } from "../engine/flow.ts";
import type { Heard, House } from "../engine/house.ts";
import { originOfLink } from "../observatory/link-origins.ts";
import { readLinkCode } from "../person/link-code.ts";
import { readAnswer } from "../person/read-answer.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import { chooseOption } from "../understanding/choose-option.ts";
import { everywhereWord } from "../understanding/everywhere-words.ts";
import { aboutUs } from "./about-us.ts";
import { alertActions, alertFlow, givenAlertCode, readAlertCode } from "./alert-phone.ts";
import { appointmentActions } from "./appointment-actions.ts";
import { bilanActions } from "./bilan-actions.ts";
import { dangerActions } from "./danger-actions.ts";
import { hearLeavingDay, leavingDay } from "./danger-offers.ts";
import { dangerPlace } from "./danger-place.ts";
import {
  choiceSynonyms,
  choicesOf,
  definitionOf,
  unknownWord,
  valueOfChoice,
} from "./fact-words.ts";
import { freedTimeActions } from "./freed-time-actions.ts";
import { hearPapers } from "./hear-papers.ts";
import { hearSlot } from "./hear-slot.ts";
import { hearSubject } from "./hear-subject.ts";
import { hearTown } from "./hear-town.ts";
import { languageAsked, otherLanguage } from "./languages-heard.ts";
import { givenCode, linkActions } from "./link-actions.ts";
import { markActions } from "./mark-actions.ts";
import { offers } from "./offers.ts";
import { opinionActions } from "./opinion-actions.ts";
import { chosenPaper, paperActions } from "./paper-actions.ts";
import { paperPhotoHere } from "./paper-photo.ts";
import { personActions } from "./person-actions.ts";
import {
  givenRequestCode,
  prescriptionActions,
  readRequestCode,
  requestFlow,
} from "./prescription-actions.ts";
import { proposalActions } from "./proposal-actions.ts";
import { reminderActions } from "./reminder-actions.ts";
import { rules } from "./rules.ts";
import type { Action, Change, Scene } from "./scene.ts";
import { sheetActions } from "./sheet-actions.ts";
import { stillTrue } from "./still-true.ts";
import { subjectActions } from "./subject-actions.ts";
import { subjectTopic } from "./subject-titles.ts";
import { subjectValues } from "./subject-values.ts";
import { notedWords, toldAhead } from "./told-ahead.ts";
import { waitingListActions } from "./waiting-list-actions.ts";
import { wayActions } from "./way-actions.ts";
import { oldButtonFlow } from "./what-became.ts";
import { wishIn } from "./wish-in.ts";
import { isOfDanger, keepsForLater } from "./wishes.ts";
import { workshopActions } from "./workshop-actions.ts";
import { yesOrNoAmong } from "./yes-or-no-among.ts";

/** The flows the engine knows by name. */
const doors: House<Change>["doors"] = {
  welcome: "accueil",
  menu: "menu",
  danger: "danger",
  resume: "reprise",
  lost: "perdu",
  also: "aussi",
  machine: "repondeur",
  back: "menu",
  human: "conseiller",
  stop: "stop",
  start: "reprendre",
  language: "langue",
  data: "mes-donnees",
  deleteData: "mes-donnees",
};

const actions: Readonly<Record<string, Action>> = {
  ...appointmentActions,
  ...proposalActions,
  ...wayActions,
  ...personActions,
  ...linkActions,
  ...subjectActions,
  ...bilanActions,
  ...sheetActions,
  ...paperActions,
  ...dangerActions,
  ...alertActions,
  ...markActions,
  ...waitingListActions,
  ...workshopActions,
  ...freedTimeActions,
  ...reminderActions,
  ...opinionActions,
  ...prescriptionActions,
};

/** Everything the engine may ask of the world, for one conversation of one structure. */
export function houseFor(
  scene: Scene,
  flows: ReadonlyMap<string, Flow>,
  texts: Texts,
): House<Change> {
  const { zone, slug } = scene.structure;
  // a label that is heard when typed is the label that was shown
  const voice = texts.of(slug);
  return {
    flows,
    doors,
    always: aboutUs(scene),
    shownIn: (flow, now) => subjectValues(flow, dateIn(zone, now as Instant)),
    topic: subjectTopic,
    choices: choicesOf,
    valueOf: valueOfChoice,
    unknownWord,
    typedAlso: choiceSynonyms,
    readsAs,
    hear: (fact, text, memory, asking) =>
      hear(scene.structure, fact, text, memory.language ?? "fr", dateIn(zone, asking.now)),
    holds: (fact, learnt, now) => stillTrue(fact, learnt.at as Instant, now as Instant, zone),
    endsWithFlow: (fact) => (definitionOf(fact)?.holds ?? "flow") === "flow",
    toldBySource(source) {
      const origin = originOfLink(source);
      return origin === null ? {} : { cameFrom: origin };
    },
    decide: (rule, asking) => rules[rule as keyof Rules](scene, asking),
    perform: async (name, asking) => {
      const action = actions[name];
      if (!action) throw new Error(`no such action: ${name}`);
      return action(scene, asking);
    },
    propose: async (name, asking) => offers[name as keyof typeof offers](scene, asking),
    hearOffered: (offer, text, { offered, language, lastAt }) => {
      if (offer === leavingDay) return hearLeavingDay(text, zone, lastAt as Instant);
      if (offer !== chosenPaper) return hearSlot(text, offered, zone, lastAt as Instant);
      const papers = offered.flatMap(({ key }) => paperNamed(key) ?? []);
      return hearPapers(text, papers, (key) => voice.say({ key }, language ?? "fr"));
    },
    words: (said, language) => voice.say(said, language),
    pick: (text, labels) => {
      const choice = chooseOption(text, labels);
      if (choice.kind === "none") return yesOrNoAmong(text, labels);
      return choice.kind === "chosen" ? choice.id : null;
    },
    everywhere: everywhereWord,
    understand: (text, language) => wishIn(scene.structure, withoutLinkCode(text), language),
    given: (text) => {
      const alertCode = readAlertCode(text);
      if (alertCode) return { flow: alertFlow, learnt: { [givenAlertCode]: alertCode } };
      const request = readRequestCode(text);
      if (request) return { flow: requestFlow, learnt: { [givenRequestCode]: request } };
      const code = readLinkCode(text);
      return code === null ? null : { flow: "relier", learnt: { [givenCode]: code } };
    },
    oldButton: oldButtonFlow,
    toldIn: (text, asked) => toldAhead(scene.structure, text, asked),
    noted: notedWords,
    keepsForLater,
    offersMore: ({ memory: { place } }) =>
      scene.urgency !== "immediate" && (place === null || !isOfDanger(place.flow)),
    languageAsked,
    otherLanguage,
    fileHere: paperPhotoHere,
    danger: (text, asking) => dangerPlace(scene.structure, text, asking),
  };
}

/** The letters of a code are of no language: only the word before it is understood. */
function withoutLinkCode(text: string): string {
  return readLinkCode(text) === null ? text : (text.trim().split(/\s+/)[0] ?? text);
}

const hints: Readonly<Record<string, string>> = {
  age: "everywhere:notUnderstoodAge",
  money: "everywhere:notUnderstoodMoney",
  yesNo: "everywhere:notUnderstoodYesNo",
  months: "everywhere:notUnderstoodMonths",
  commune: "everywhere:notUnderstoodCommune",
  firstName: "everywhere:notUnderstoodFirstName",
  phone: "everywhere:notUnderstoodPhone",
  subject: "everywhere:notUnderstoodSubject",
  choice: "everywhere:notUnderstood",
};

function readsAs(fact: string): "words" | "figure" | "yesNo" {
  const kind = definitionOf(fact)?.reads.kind;
  if (kind === "yesNo") return "yesNo";
  return kind === "age" || kind === "money" || kind === "months" ? "figure" : "words";
}

function hear(
  structure: Structure,
  fact: string,
  text: string,
  language: string,
  today: LocalDate,
): Heard {
  const definition = definitionOf(fact);
  if (!definition) throw new Error(`no such fact: ${fact}`);
  const hint = hints[definition.reads.kind] ?? "everywhere:notUnderstood";
  const answer = readAnswer(definition.reads, text, language, { today });
  if (answer.kind === "unknownToPerson") return { kind: "unknown" };
  if (answer.kind === "read") return { kind: "value", value: answer.value };
  if (definition.reads.kind === "subject") return hearSubject(structure, text, language, hint);
  return definition.reads.kind === "commune"
    ? hearTown(structure, text, language, hint)
    : { kind: "no", hint };
}
