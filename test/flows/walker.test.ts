import fc from "fast-check";
import { expect, test } from "vitest";
import flows from "../../flows/index.ts";
import type { AppointmentId } from "../../src/base/ids.ts";
import type { Content } from "../../src/base/message.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import { type Memory, nothingKnown, type Turn } from "../../src/engine/conversation.ts";
import type { House } from "../../src/engine/house.ts";
import { takeTurn, takeTurnAt } from "../../src/engine/turn.ts";
import { awaits } from "../../src/engine/walk.ts";
import { reminderValues } from "../../src/repertoire/appointment-actions.ts";
import { appointmentValues } from "../../src/repertoire/places.ts";
import type { Change } from "../../src/repertoire/scene.ts";
import { subjectFlows } from "../../src/repertoire/subject-titles.ts";
import { appointment, association, now, realHouse, type World, written } from "./real-house.ts";

/** Where a conversation stands, and the buttons under its last message. */
interface Stand {
  readonly memory: Memory;
  readonly waiting: boolean;
  readonly options: readonly string[];
}

const proposed = {
  ...appointment,
  status: "proposed" as const,
  expiresAt: after(now, 24 * hour),
};
const another = { ...appointment, id: "another" as AppointmentId };
const worlds: Readonly<Record<string, World>> = {
  "an empty agenda": {},
  "an appointment in two days": { appointments: [appointment] },
  "a time proposed by a worker": { appointments: [proposed] },
  "a time proposed beside an appointment": { appointments: [proposed, another] },
  "no hours to offer": { closed: true },
  "an alert that nobody has read": { urgency: "immediate" },
  "the house of a CCAS": { isCcas: true },
};
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
  };
  const ours = [
    ...["threeDays", "dayBefore", "twoHours"].flatMap((step) => [
      { flow: "rappel", step },
      { flow: "rappel", step: `${step}Papers` },
    ]),
    ...["Shelter", "Violence", "Suicide", "Minor"].map((kind) => ({
      flow: "danger",
      step: `check${kind}`,
    })),
    { flow: "proposition", step: "proposal" },
    { flow: "suivi", step: "question" },
    { flow: "reprise", step: "welcomeBack" },
    { flow: "fiche", step: "whatNow" },
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
    ...["problème avec mon proprio", "on va me couper l'électricité", "logement insalubre"].map(
      text,
    ),
    ...["je cherche un logement", "hlm", "fjt", "apl"].map(text),
    ...["rdv", "annuler mon rdv", "déplacer mon rdv", "j'ai faim"].map(text),
    ...asides,
  ];
  const met = said.map((content) =>
    meet(house, content.kind === "opened" ? stranger : known, content),
  );
  const needing = { ...known, memory: { ...known.memory, needs: ["apl"] } };
  const also = await meet(house, needing, text("merci"));
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
  const photos = await meet(house, no, text("mes données"));
  const withRent = { ...known, memory: { ...known.memory, known: learnt(withHomeInCarvin) } };
  const rentCheck: Content = { kind: "choice", option: "apl.first.check" };
  const rentHelp = await meet(house, await meet(house, withRent, text("apl")), rentCheck);
  const interrupted = await Promise.all(dangers.map((words) => meet(house, visale, text(words))));
  const more = [also, french, hlm, noVisale, alts, photos, rentHelp, ...interrupted];
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

/** Dangers of each kind, told in the middle of a flow whose question is then offered again. */
const dangers = [
  "je dors dehors ce soir",
  "mon copain me frappe",
  "je veux mourir",
  "mon pote veut se tuer",
  "lundi je serai à la rue",
];

const hostedInCarvin = {
  age: 20,
  status: "demandeur_emploi",
  monthlyResources: 800,
  currentHousing: "parents",
  commune: { inseeCode: "62215", name: "Carvin" },
  livesWith: "seul",
  homeFound: false,
};
const withHomeInCarvin = {
  ...hostedInCarvin,
  homeFound: true,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62215", name: "Carvin" },
  "home.rentWithCharges": 350,
  "home.deposit": 350,
  "home.leaseSigned": false,
  landlordIsRelative: false,
  debts: "none",
  previousFslAccess: "never",
};

/** What was told of a bilan before its last questions: each opens some that the others do not. */
const toldInBilans: readonly Readonly<Record<string, unknown>>[] = [
  { ...hostedInCarvin, socialHousingRequest: true },
  { ...hostedInCarvin, socialHousingRequest: true, waitingMonths: 3, careLeaver: true },
  { ...hostedInCarvin, currentHousing: "locataire_stable", debts: "both" },
  {
    ...hostedInCarvin,
    currentHousing: "locataire_stable",
    debts: "both",
    rentPaymentResumed: true,
    energyContractActive: true,
    paymentPlanNegotiated: true,
  },
  { ...withHomeInCarvin, status: "alternant" },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
  },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
    farFromFormerHome: false,
  },
  {
    ...withHomeInCarvin,
    status: "alternant",
    employer: "prive_non_agricole",
    contractStartedMonthsAgo: 1,
    grossSalary: 900,
    farFromFormerHome: true,
  },
  { ...withHomeInCarvin, status: "etudiant" },
  { ...withHomeInCarvin, status: "etudiant", boursierEtat: false },
  { ...withHomeInCarvin, "home.leaseSigned": true },
  { ...withHomeInCarvin, "home.leaseSigned": true, movedIn: "moreThanMonth" },
  { ...hostedInCarvin, socialHousingRequest: false, nationality: "fr" },
  { ...hostedInCarvin, socialHousingRequest: false, nationality: "fr", careLeaver: false },
];

/** Somebody for whom the schemes say "probably": the questions that only they are asked come last. */
const probablyYes = learnt({
  age: 19,
  status: "etudiant",
  "home.leaseSigned": false,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62215", name: "Carvin" },
  "home.rentWithCharges": 350,
  monthlyResources: 800,
  commune: { inseeCode: "62215", name: "Carvin" },
  currentHousing: "heberge_tiers",
});

function learnt(values: Readonly<Record<string, unknown>>): Memory["known"] {
  const known = Object.entries(values).map(([fact, value]) => [fact, { value, at: now }]);
  return Object.fromEntries(known);
}

/** Every place that can be reached by pressing and by answering, with one way to stand there. */
async function explore(house: House<Change>): Promise<readonly Stand[]> {
  const found = new Map<string, Stand>();
  const add = (stand: Stand) => {
    const { place, suspended } = stand.memory;
    const key = `${place?.flow}.${place?.step}${suspended ? " and back" : ""}`;
    if (!found.has(key)) found.set(key, stand);
  };
  for (const stand of await beginnings(house)) add(stand);
  for (const stand of found.values()) {
    const pressed = stand.options.map((option): Content => ({ kind: "choice", option }));
    const typed = [...answers, "stop", "je veux un rendez-vous"].map(text);
    for (const content of [...typed, ...pressed]) add(await meet(house, stand, content));
  }
  return [...found.values()];
}

const visited = new Set<string>();

test.each(Object.entries(worlds))(
  "with %s, whatever is done at any question is answered, and the menu is one word away",
  async (_, world) => {
    const house = realHouse(world);
    const stands = await explore(house);
    for (const stand of stands) {
      const { place } = stand.memory;
      if (place) visited.add(`${place.flow}.${place.step}`);
      for (const content of asides) await meet(house, stand, content);
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
