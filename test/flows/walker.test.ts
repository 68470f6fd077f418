import fc from "fast-check";
import { expect, test } from "vitest";
import flows from "../../flows/index.ts";
import type { Content } from "../../src/base/message.ts";
import { after, minute } from "../../src/base/time.ts";
import { type Memory, nothingKnown, type Turn } from "../../src/engine/conversation.ts";
import type { House } from "../../src/engine/house.ts";
import { awaits } from "../../src/engine/step-at.ts";
import { takeTurn, takeTurnAt } from "../../src/engine/turn.ts";
import { reminderValues } from "../../src/repertoire/appointment-actions.ts";
import { appointmentValues } from "../../src/repertoire/places.ts";
import type { Change } from "../../src/repertoire/scene.ts";
import { subjectFlows } from "../../src/repertoire/subject-titles.ts";
import { appointment, association, now, realHouse, written } from "./real-house.ts";
import { learnt, probablyYes, toldInBilans, withHomeInCarvin } from "./walker-told.ts";
import { worlds } from "./walker-worlds.ts";

/** Where a conversation stands, and the buttons under its last message. */
interface Stand {
  readonly memory: Memory;
  readonly waiting: boolean;
  readonly options: readonly string[];
}

const text = (words: string): Content => ({ kind: "text", text: words });
/** Words that answer, one for each kind of question. */
const answers = ["19", "16", "450", "Carvin", "62110", "Lens", "Paris", "6", "Lina", "oui", "non"];
/** What one may also do at any question. */
const asides: readonly Content[] = [
  ...["asdf qwer", "", "🙂", "retour", "conseiller", "stop", "langue", "mes données"].map(text),
  ...[
    "je sais pas",
    "reprendre",
    "je veux un rendez-vous",
    "c'est quoi le fsl",
    "where are you",
  ].map(text),
  ...["je suis à la rue ce soir", "je veux mourir", "j'ai 16 ans et mon père me frappe"].map(text),
  { kind: "media", media: "voice" },
  { kind: "media", media: "image", caption: "mon bail" },
  { kind: "edited", text: "20" },
  { kind: "opened" },
  { kind: "choice", option: "visale.age.unknown" },
  { kind: "choice", option: "menu.menu.aids" },
  { kind: "choice", option: "visale.gone.away" },
];

async function meet(house: House<Change>, stand: Stand, content: Content): Promise<Stand> {
  const at = after(now, minute);
  const turn = await takeTurn(house, stand.memory, { content }, at, stand.waiting);
  return settle(house, stand, content, turn);
}

/** The stand after a turn, once it has been held to what every turn promises. */
function settle(house: House<Change>, before: Stand, content: Content, turn: Turn<Change>): Stand {
  const memory = JSON.parse(JSON.stringify(turn.memory)) as Memory;
  const sentences = turn.replies.map((reply) => written(house, reply, memory.language ?? "fr"));
  const said = sentences.filter((sentence) => sentence.trim() !== "").length;
  const listens = before.waiting && !isAsked(before.memory) && content.kind === "text";
  const context = `${JSON.stringify(before.memory.place)} ← ${JSON.stringify(content)}`;
  expect(said, context).toBeGreaterThanOrEqual(listens ? 0 : 1);
  expect(said, context).toBeLessThanOrEqual(3);
  return {
    memory,
    waiting: before.waiting || turn.changes.some(({ kind }) => kind === "callWorker"),
    options: turn.replies.flatMap((reply) => reply.options.map(({ id }) => id)),
  };
}

/** Whether an answer is waited for: under a list of doors, what is written while the team is called is noted. */
function isAsked({ place }: Memory): boolean {
  const step = flows.find(({ name }) => name === place?.flow)?.steps[place?.step ?? ""];
  return step !== undefined && !("choose" in step && step.always === true);
}

/** Conversations begin with a word, with a button of long ago, or with words of ours. */
async function beginnings(house: House<Change>): Promise<readonly Stand[]> {
  const stranger: Stand = { memory: nothingKnown, waiting: false, options: [] };
  const known: Stand = { ...stranger, memory: { ...nothingKnown, language: "fr" } };
  const subject = `${appointment.id}.${appointment.version}`;
  const values = {
    ...appointmentValues(association(), appointment),
    ...reminderValues(association(), appointment.start),
    ...{
      until: "14 h 30",
      present: "jeudi",
      list: "- jeudi",
      since: "lundi",
      reason: "absence",
      which: "14 h 30",
      day: "jeudi 3 décembre",
    },
  };
  const ours = [
    ...["weekBefore", "threeDays", "dayBefore", "twoHours"].flatMap((step) => [
      { flow: "rappel", step },
      { flow: "rappel", step: `${step}Papers` },
    ]),
    ...["Shelter", "Violence", "Suicide", "Minor"].map((kind) => ({
      flow: "danger",
      step: `check${kind}`,
    })),
    ...["proposal", "bookedForYou", "movedForYou"].map((step) => ({ flow: "proposition", step })),
    ...["discreet", "today", "several"].map((step) => ({ flow: "rappel-discret", step })),
    ...["suivi", "manque", "avis"].map((flow) => ({ flow, step: "question" })),
    { flow: "suivi", step: "stillThere" },
    { flow: "reprise", step: "welcomeBack" },
    { flow: "fiche", step: "whatNow" },
    ...["offer", "earlier", "still"].map((step) => ({ flow: "place-libre", step })),
    { flow: "echeance", step: "coming" },
    { flow: "annuler", step: "byService" },
    ...["reminder", "given", "calledOff"].map((step) => ({ flow: "atelier", step })),
    { flow: "pointage", step: "question" },
    ...flows
      .filter(({ name }) => subjectFlows.includes(name))
      .map(({ name, start }) => ({ flow: name, step: start })),
  ];
  const begun = ours.map(async (place) => {
    const turn = await takeTurnAt(house, known.memory, { place, learnt: { subject }, values }, now);
    return settle(house, known, { kind: "opened" }, turn);
  });
  const said = [
    ...["visale", "fsl", "alt", "asll", "épicerie sociale", "adresses"].map(text),
    text("allocation municipale logement"),
    text("rdv ABCD-2345"),
    ...["problème avec mon proprio", "on va me couper l'électricité", "logement insalubre"].map(
      text,
    ),
    ...["je cherche un logement", "hlm", "fjt", "apl"].map(text),
    ...["rdv", "annuler mon rdv", "déplacer mon rdv", "j'ai faim", "atelier"].map(text),
    ...asides,
  ];
  const met = said.map((content) =>
    meet(house, content.kind === "opened" ? stranger : known, content),
  );
  const needing = { ...known, memory: { ...known.memory, needs: ["apl"] } };
  const also = await meet(house, needing, text("merci"));
  const inSpanish = await meet(house, known, text("no entiendo lo que tengo que hacer aquí"));
  const inArabic = await meet(house, known, text("أبحث عن غرفة رخيصة قرب لنس"));
  const old: Content = { kind: "choice", option: `deplacer.confirm.yes@${subject}` };
  const pressed = await meet(house, known, old);
  const calls = await byTelephone(house, known, "rdv");
  const called = await byTelephone(house, known, "déplacer mon rdv");
  const inEnglish = { ...known, memory: { ...known.memory, language: "en" } };
  const french = await meet(house, inEnglish, text("je ne comprends pas ce que je dois faire"));
  const sure = { ...known, memory: { ...known.memory, known: probablyYes } };
  const bilans = await Promise.all(
    toldInBilans.map(async (told) => {
      const remembering = { ...known, memory: { ...known.memory, known: learnt(told) } };
      return meet(house, await meet(house, remembering, text("bilan logement")), text("oui"));
    }),
  );
  const visale = await meet(house, sure, text("visale"));
  const alt = await meet(house, await meet(house, sure, text("alt")), text("oui"));
  const check: Content = { kind: "choice", option: "logement-social.first.check" };
  const hlm = await meet(house, await meet(house, sure, text("hlm")), check);
  const signed = { ...probablyYes, ...learnt({ "home.leaseSigned": true, paperPhotos: true }) };
  const no = { ...known, memory: { ...known.memory, known: signed } };
  const noVisale = await meet(house, no, text("visale"));
  const stable = { ...probablyYes, ...learnt({ currentHousing: "locataire_stable" }) };
  const noAlt = { ...known, memory: { ...known.memory, known: stable } };
  const alts = await meet(house, await meet(house, noAlt, text("alt")), text("oui"));
  const sent = {
    ...known,
    memory: { ...known.memory, known: learnt({ ...withHomeInCarvin, cameFrom: "mission_locale" }) },
  };
  const poster = await booked(house, sent);
  const photos = await meet(house, no, text("mes données"));
  const withRent = { ...known, memory: { ...known.memory, known: learnt(withHomeInCarvin) } };
  const rentCheck: Content = { kind: "choice", option: "apl.first.check" };
  const rentHelp = await meet(house, await meet(house, withRent, text("apl")), rentCheck);
  const interrupted = await Promise.all(dangers.map((words) => meet(house, visale, text(words))));
  const late = [inSpanish, inArabic, pressed, ...calls, ...called];
  const more = [
    also,
    french,
    ...late,
    hlm,
    noVisale,
    alts,
    poster,
    photos,
    rentHelp,
    ...interrupted,
  ];
  return [
    stranger,
    known,
    visale,
    alt,
    ...bilans,
    ...more,
    ...(await Promise.all([...begun, ...met])),
  ];
}

/** Somebody who just booked, where a first name is asked. */
async function booked(house: House<Change>, from: Stand) {
  let stand = await meet(house, from, text("rdv"));
  for (const said of ["1", "1", "confirmer"]) stand = await meet(house, stand, text(said));
  return stand;
}

/** Booking, or moving, to an appointment by telephone: each place on the way. */
async function byTelephone(house: House<Change>, from: Stand, wish: string) {
  const stands = [await meet(house, from, text(wish))];
  const last = () => stands.at(-1) ?? from;
  const press = async (choose: (options: readonly string[]) => string | undefined) => {
    const option = choose(last().options);
    if (option) stands.push(await meet(house, last(), { kind: "choice", option }));
  };
  if (last().memory.place?.step === "commune")
    stands.push(await meet(house, last(), text("Carvin")));
  await press((options) => options.find((option) => option.endsWith(".otherSite")));
  await press((options) => options.find((option) => option.includes("phone")));
  await press(([first]) => first);
  stands.push(await meet(house, last(), text("06 12 34 56 78")));
  await press(([first]) => first);
  stands.push(await meet(house, last(), text("Lina")));
  return stands;
}

/** Dangers of each kind, told in the middle of a flow whose question is then offered again. */
const dangers = [
  "je dors dehors ce soir",
  "mon copain me frappe",
  "je veux mourir",
  "mon pote veut se tuer",
  "lundi je serai à la rue",
];

/** Every place that can be reached by pressing and by answering, with one way to stand there. */
async function explore(house: House<Change>): Promise<readonly Stand[]> {
  const found = new Map<string, Stand>();
  const add = (stand: Stand) => {
    const { place, suspended } = stand.memory;
    const key = `${place?.flow}.${place?.step}${suspended ? " and back" : ""}`;
    if (!found.has(key)) found.set(key, stand);
  };
  for (const stand of await beginnings(house)) add(stand);
  let place = 0;
  for (const stand of found.values()) {
    const pressed = stand.options.map((option): Content => ({ kind: "choice", option }));
    const typed = [...answers, "stop", "je veux un rendez-vous"].map(text);
    const some = someOf(typed, stand, place++, 5);
    for (const content of [...some, ...pressed]) add(await meet(house, stand, content));
  }
  return [...found.values()];
}

const visited = new Set<string>();

/** All of it where nobody stood yet; what was met in another world is met again with some of it, in turn. */
function someOf(all: readonly Content[], { memory }: Stand, nth: number, each: number) {
  const known = `${memory.place?.flow}.${memory.place?.step}`;
  return visited.has(known) ? all.filter((_, index) => (index + nth) % each === 0) : all;
}

test.each(Object.entries(worlds))(
  "with %s, whatever is done at any question is answered, and the menu is one word away",
  async (_, world) => {
    const house = realHouse(world);
    const stands = await explore(house);
    for (const [index, stand] of stands.entries()) {
      const { place } = stand.memory;
      const some = someOf(asides, stand, index, 8);
      if (place) visited.add(`${place.flow}.${place.step}`);
      for (const content of some) await meet(house, stand, content);
      const menu = await meet(house, stand, text("menu"));
      const step = world.isCcas ? "withPlaces" : "menu";
      expect(menu.memory.place).toEqual({ flow: "menu", step });
    }
    expect(stands.length).toBeGreaterThan(60);
  },
  180_000,
);

test("every question of every flow was among them", () => {
  const questions = flows.flatMap(({ name, steps }) =>
    Object.entries(steps)
      .filter(([, step]) => awaits(step))
      .map(([step]) => `${name}.${step}`),
  );
  expect(questions.filter((question) => !visited.has(question))).toEqual([]);
});

test("no row of messages, however odd, breaks a conversation", async () => {
  const written = fc.oneof(
    fc.constantFrom(...asides, ...answers.map(text), text("menu")),
    fc.string({ unit: "grapheme", maxLength: 40 }).map(text),
  );
  const message = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((press) => ({ press })) },
    { weight: 1, arbitrary: written.map((content) => ({ content })) },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(worlds)),
      fc.array(message, { minLength: 5, maxLength: 40 }),
      async (world, messages) => {
        const house = realHouse(world);
        let stand: Stand = { memory: nothingKnown, waiting: false, options: [] };
        for (const one of messages) {
          const option =
            "press" in one ? stand.options[one.press % stand.options.length] : undefined;
          const content = "content" in one ? one.content : text("19");
          stand = await meet(house, stand, option ? { kind: "choice", option } : content);
        }
      },
    ),
    { numRuns: 60, seed: 20261124 },
  );
}, 60_000);
