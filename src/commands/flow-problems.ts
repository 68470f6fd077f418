import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import flows from "../../flows/index.ts";
import steps from "../../flows/steps.json" with { type: "json" };
import { languagesOfTheTeam } from "../../locales/index.ts";
import { modes } from "../appointments/details.ts";
import type { Said } from "../base/message.ts";
import { saidMoment, saidPlain } from "../base/said.ts";
import { placeholdersOf, textsOf } from "../base/sentences.ts";
import { dateIn, type Instant, instant, isoOf, systemClock } from "../base/time.ts";
import { limits } from "../channels/limits.ts";
import { bilanQuestions } from "../eligibility/bilan-questions.ts";
import { paperCodes, stalePapers } from "../eligibility/papers.ts";
import { staleFigures } from "../eligibility/stale-figures.ts";
import { type Checked, checkFlows, type Problem } from "../engine/check.ts";
import { checkChoices, type Shown } from "../engine/check-choices.ts";
import { choicesOf } from "../repertoire/fact-words.ts";
import { staleLocalFigures } from "../repertoire/local-figures-of.ts";
import { papersAtOnce } from "../repertoire/offers.ts";
import { paperName } from "../repertoire/paper-words.ts";
import { partnerNumbers } from "../repertoire/partner-numbers.ts";
import { fixableAnswers } from "../repertoire/person-actions.ts";
import { placesOf } from "../repertoire/places.ts";
import { allowedDigits } from "../repertoire/subject-allowed-digits.ts";
import { subjectFigures } from "../repertoire/subject-figures.ts";
import { subjectSources } from "../repertoire/subject-sources.ts";
import { subjectsOfTheme, subjectThemes } from "../repertoire/subject-themes.ts";
import { keyOfMode, saidMode } from "../repertoire/way-to-meet.ts";
import { readStructure, type Structure } from "../structure.ts";
import { openTexts } from "../texts.ts";
import { heardAt, heardLocales } from "./heard-locales.ts";
import { neededBy } from "./needed-texts.ts";
import { pages } from "./page-texts.ts";
import { plainWords, toBePlain } from "./plain-words.ts";
import { safetyTextProblems } from "./safety-text-problems.ts";
import { type SubjectsChecked, subjectProblems } from "./subject-problems.ts";
import { templateProblems } from "./template-problems.ts";

const folder = fileURLToPath(new URL("../../prisma/structures", import.meta.url));
const texts = openTexts({ strict: true, structures: new Map([["vous", { tone: "vous" }]]) });

/** The problems of the flows for every association we ship, each problem once. */
export function flowProblems(): readonly Problem[] {
  const shipped = structures();
  const all = shipped.flatMap((structure) => {
    const checked = checkedFor(structure);
    // its own sentences were checked with its file; the flows tell whether they fit where they are shown
    const own = heardAt(structure);
    return [
      ...checkFlows(checked),
      ...checkChoices({ ...checked, locales: own }),
      ...templateProblems({ ...heardLocales, ...own }),
    ];
  });
  all.push(...subjectProblems(subjectsOf(shipped)), ...safetyTextProblems());
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function structures(): readonly Structure[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const reading = readStructure(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
      if (reading.outcome === "refused") throw new Error(`${file} cannot be read`);
      return reading.structure;
    });
}

/** What a check of the subjects looks at: their numbers are those of any association, and of partners. */
function subjectsOf(shipped: readonly Structure[]): SubjectsChecked {
  const numbers = shipped.flatMap(({ emergencyNumbers, contact, helpPlaces }) => [
    ...emergencyNumbers.map(({ number }) => number),
    contact.phone,
    ...helpPlaces.map(({ phone }) => phone),
  ]);
  return {
    locales: heardLocales,
    sources: subjectSources,
    figures: subjectFigures,
    shown: shownElsewhere,
    numbers: [...numbers, ...partnerNumbers.map(({ number }) => number)].filter(
      (one) => one !== null,
    ),
    allowed: allowedDigits,
    on: dateIn(shipped[0]?.zone ?? "Europe/Paris", systemClock.now()),
  };
}

/** What rules, actions and the house give to flows that are no subjects, a subject may show too. */
const shownElsewhere: readonly string[] = [
  ...flows
    .filter(({ name }) => !(name in subjectSources))
    .flatMap(({ name }) => [...textsOf(heardLocales["fr"]?.[name]).values()])
    .flatMap(placeholdersOf),
  // what the person told, repeated beside the rent that it allows
  "resources",
];

/** Everything a check of the real flows looks at, for one association. */
export function checkedFor(structure: Structure): Checked {
  const today = dateIn(structure.zone, systemClock.now());
  return {
    flows,
    locales: heardLocales,
    choices: choicesOf,
    offered: (offer, flow, language) => offered(structure, offer, flow, language),
    limits,
    pages,
    entries,
    languagesOfFile: languagesOfTheTeam,
    needed: neededBy(structure),
    released: steps,
    numbers: {
      // and the age until which the 119 helps
      known: [...structure.emergencyNumbers.flatMap(({ number }) => number ?? []), "21"],
      saidIn: [
        "danger",
        "expulsion",
        "mineur-en-danger",
        ...["sans-toit-ce-soir", "violences", "idees-noires", "bientot-dehors"],
        "conseiller",
        "perdu",
        "asll",
        "aide-locale",
        "impayes",
        "logement-indigne",
        "conflit-bailleur",
        "sheet",
      ],
    },
    reading: { plain: plainWords, locales: toBePlain({ ...heardLocales, ...heardAt(structure) }) },
    stale: [...staleFigures(today), ...staleLocalFigures(structure, today), ...stalePapers(today)],
  };
}

/** Steps where the program begins, besides the start of their flow. */
const entries = {
  danger: [
    ...["friendSuicide", "friendViolence"],
    ...["checkShelter", "checkViolence", "checkSuicide", "checkMinor"],
  ],
  "sans-toit-ce-soir": ["noPlace", "noAnswer"],
  proposition: ["bookedForYou", "movedForYou"],
  pointage: ["question", "morning", "booked", "cancelled", "moved"],
  atelier: ["reminder", "given", "calledOff"],
  annuler: ["byService"],
  "mon-rendez-vous": ["videoLink"],
  rappel: ["weekBeforePapers", "threeDaysPapers", "dayBeforePapers", "twoHoursPapers"],
  "rappel-discret": ["today", "several"],
  "mes-papiers": ["photo", "photoTooSoon", "photoRefused", "photoOfWhich"],
  "fichier-perdu": ["gone"],
  "place-libre": ["earlier", "still"],
  suivi: ["stillThere"],
  reprise: ["welcomeBack", "comeBack", "switch"],
  perdu: ["call"],
  patience: ["back"],
  langue: ["offerFrench", "offerEnglish", "offerSpanish", "offerArabic"],
};

/** Hours as wide as they come: Wednesdays in November, after ten. */
const widestMoments: readonly Instant[] = ["11", "18", "25"].map((day) =>
  instant(`2026-11-${day}T13:30:00Z`),
);

function offered(
  structure: Structure,
  offer: string,
  flow: string,
  language: string,
): readonly Shown[] {
  // "fr-vous", "fr-vous@<slug>": French, said with *vous*
  const [spoken = language, tone = ""] = language.split(/[-@]/);
  const voice = texts.of(tone);
  const shown = (key: string, label: Said, short: Said): Shown => ({
    key,
    label: voice.say(label, spoken),
    short: voice.say(short, spoken),
  });
  if (offer === "leavingDay") {
    return widestMoments.map((at) =>
      shown(
        isoOf(at).slice(0, 10),
        saidMoment(at, "UTC", "day"),
        saidMoment(at, "UTC", "shortDay"),
      ),
    );
  }
  if (offer === "slot" || offer === "soonSlot") {
    const { zone } = structure;
    // the longest id a slot may have: 40 bytes
    const key = "x".repeat(40);
    return widestMoments.map((at) =>
      shown(key, saidMoment(at, zone), saidMoment(at, zone, "short")),
    );
  }
  if (offer === "whichAppointment") {
    const { zone } = structure;
    return widestMoments.map((at, place) =>
      shown(`${"x".repeat(26)}.${10 + place}`, saidMoment(at, zone), saidMoment(at, zone, "short")),
    );
  }
  if (offer === "answerToFix") {
    return fixableAnswers(flow).map((fact) => {
      const name = { key: `facts:name_${fact}` };
      return shown(fact, name, name);
    });
  }
  if (offer === "listedSubject") {
    // the theme with the most subjects is the longest list
    const lists = Object.keys(subjectThemes).map((theme) => subjectsOfTheme(theme));
    const longest = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
    return longest.map(({ key, label }) => shown(key, label, label));
  }
  if (offer === "bilanAnswer") {
    // the longest page of answers there may be: all names, a few at a time, must differ and fit
    return bilanQuestions.slice(1, 9).map(({ fact }) => {
      const name = { key: `facts:name_${fact}` };
      return shown(fact, name, name);
    });
  }
  if (offer === "paper") {
    return paperCodes
      .slice(0, papersAtOnce)
      .map((code) => shown(code, paperName(code), paperName(code)));
  }
  if (offer === "helpPlace") {
    return structure.helpPlaces.map(({ id, name, shortName }) =>
      shown(id, saidPlain(name), saidPlain(shortName)),
    );
  }
  const places = placesOf(structure).map(({ id, name, shortName }) =>
    shown(id, saidPlain(name), saidPlain(shortName)),
  );
  // three places at most stand beside the ways to meet without coming
  const away = modes.filter((mode) => mode !== "place");
  return offer === "site"
    ? [
        ...places.slice(0, 3),
        ...away.map((mode) => shown(keyOfMode(mode), saidMode(mode), saidMode(mode))),
      ]
    : places;
}
