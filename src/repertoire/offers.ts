import { nearestSites } from "../appointments/nearest-sites.ts";
import { offerSlots, rankSlots } from "../appointments/offer.ts";
import { freeSlots } from "../appointments/slots.ts";
import { saidMoment, saidPlain } from "../base/said.ts";
import { dateIn } from "../base/time.ts";
import type { Offers } from "../catalogue.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import { slotFactsFor } from "./agenda.ts";
import { bilanAnswers } from "./bilan-answers.ts";
import { leavingDays, soonSlots } from "./danger-offers.ts";
import { factLine } from "./fact-words.ts";
import { helpPlaceButtons } from "./help-places.ts";
import { listValues, paperName } from "./paper-words.ts";
import { papersOf } from "./papers-of.ts";
import { fixableAnswers } from "./person-actions.ts";
import { placeById, placesOf } from "./places.ts";
import { known, type Scene } from "./scene.ts";
import { slotPageAt } from "./slot-page.ts";
import { subjectsOfTheme } from "./subject-themes.ts";

type OfferMaker = (scene: Scene, asking: Asking) => Promise<Proposed> | Proposed;

const slotsAtOnce = 3;
const sitesAtOnce = 3;
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

  /** The nearest sites that have a free time; when none has, no site is offered. */
  async site(scene, asking) {
    const facts = await slotFactsFor(scene, asking.now, null);
    const open = new Set(freeSlots(facts, {}).slots.map((slot) => slot.site));
    const near = nearestSites(scene.structure, communeOf(asking), placesOf(scene.structure).length);
    return {
      offered: near
        .filter((place) => open.has(place.id))
        .slice(0, sitesAtOnce)
        .map((place) => ({
          key: place.id,
          label: saidPlain(place.name),
          short: saidPlain(place.shortName),
        })),
    };
  },

  async slot(scene, asking) {
    const { structure } = scene;
    const site = String(known(asking, "site"));
    const leaving = await scene.diary.appointment(String(known(asking, "appointment")));
    const facts = await slotFactsFor(scene, asking.now, leaving);
    // the time one already has is no other time
    const other = freeSlots(facts, { sites: [site] }).slots.filter(
      ({ start }) => leaving?.site !== site || start !== leaving.start,
    );
    const ranked = rankSlots(other, { sitesByNearness: [site] });
    const page = pageIn(asking, site, ranked.length);
    return {
      offered: offerSlots(ranked, slotsAtOnce, page).slots.map((slot) => ({
        key: slot.id,
        label: saidMoment(slot.start, structure.zone),
        short: saidMoment(slot.start, structure.zone, "short"),
      })),
      values: { site: placeById(structure, site)?.name ?? "" },
    };
  },

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

/** The page of times to show at a site; after the last one, the first again. */
function pageIn(asking: Asking, site: string, count: number): number {
  const pages = Math.max(1, Math.ceil(count / slotsAtOnce));
  return slotPageAt(asking, site) % pages;
}

function communeOf(asking: Asking): { inseeCode: string } {
  const commune = known(asking, "commune");
  return typeof commune === "object" && commune !== null && "inseeCode" in commune
    ? { inseeCode: String(commune.inseeCode) }
    : { inseeCode: "" };
}
