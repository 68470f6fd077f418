import { saidPlain } from "../base/said.ts";
import { dateIn } from "../base/time.ts";
import type { Offers } from "../catalogue.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import { bilanAnswers } from "./bilan-answers.ts";
import { communeOf } from "./commune-of.ts";
import { leavingDays, soonSlots } from "./danger-offers.ts";
import { factLine } from "./fact-words.ts";
import { helpPlaceButtons } from "./help-places.ts";
import { offeredMotifs } from "./motifs.ts";
import { listValues, paperName } from "./paper-words.ts";
import { papersOf } from "./papers-of.ts";
import { fixableAnswers } from "./person-actions.ts";
import { placesOf } from "./places.ts";
import { known, type Scene } from "./scene.ts";
import { offeredSites, offeredSlots } from "./slot-offers.ts";
import { subjectsOfTheme } from "./subject-themes.ts";
import { waitingDays, waitingPlaces } from "./waiting-list-offers.ts";
import { whichAppointments } from "./which-appointments.ts";
import { offeredWorkshops } from "./workshop-actions.ts";

type OfferMaker = (scene: Scene, asking: Asking) => Promise<Proposed> | Proposed;

/** With the button that ends, as many rows as the longest list of WhatsApp. */
export const papersAtOnce = 9;

/** What flows may offer by name. */
export const offers: { readonly [Name in keyof Offers]: OfferMaker } = {
  placeToSee({ structure }) {
    const places = placesOf(structure);
    return {
      offered: places.map((place) => ({
        key: place.id,
        label: saidPlain(place.name),
        short: saidPlain(place.shortName),
      })),
      values: { count: places.length },
    };
  },

  helpPlace: ({ structure }) => ({ offered: helpPlaceButtons(structure) }),

  listedSubject: (_, asking) => ({ offered: subjectsOfTheme(known(asking, "subjectTheme")) }),

  whichAppointment: whichAppointments,
  motif: offeredMotifs,
  site: offeredSites,
  slot: offeredSlots,

  waitingPlace: (scene, asking) => waitingPlaces(scene, asking, communeOf(asking)),
  otherWaitingPlace: (scene, asking) => waitingPlaces(scene, asking, communeOf(asking)),
  waitingDay: waitingDays,
  otherWaitingDay: waitingDays,
  workshop: offeredWorkshops,
  leavingDay: ({ structure }, asking) => leavingDays(dateIn(structure.zone, asking.now)),
  soonSlot: (scene, asking) => soonSlots(scene, asking, communeOf(asking).inseeCode),

  bilanAnswer: (scene, asking) => bilanAnswers(scene, asking),
  /** Those still missing first. */
  async paper(scene, asking) {
    const list = await papersOf(scene, asking);
    const missing = list.filter(({ state }) => state === "notYet");
    const others = list.filter(({ state }) => state !== "notYet");
    return {
      offered: [...missing, ...others].slice(0, papersAtOnce).map(({ paper }) => ({
        key: paper,
        label: paperName(paper),
        short: paperName(paper),
      })),
      values: listValues(list),
    };
  },

  answerToFix(_, asking) {
    const answered = fixableAnswers(asking.memory.place?.flow ?? "");
    const given = answered.filter((fact) => fact in asking.memory.known);
    return {
      offered: given.map((fact) => ({
        key: fact,
        label: factLine(fact, known(asking, fact)),
        short: { key: `facts:name_${fact}` },
      })),
    };
  },
};
