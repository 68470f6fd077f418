import type { Gathering, GatheringChange, OwnGathering } from "../appointments/gatherings.ts";
import { seatsLeft } from "../appointments/gatherings.ts";
import type { Said, SaidValues } from "../base/message.ts";
import { saidLines, saidMoment, saidPlain } from "../base/said.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import type { Structure } from "../structure/schema.ts";
import { addressOf, placeById } from "./places.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names = "findWorkshops" | "describeWorkshop" | "takeSeat" | "waitForSeat" | "leaveSeat";

/** The workshop that a button of the list, or a message of ours, names. */
export const workshopFact = "workshop";

/** What a conversation does with workshops. Writes nothing: the changes go with the turn. */
export const workshopActions: { readonly [Name in Names]: Action } = {
  async findWorkshops(scene, asking) {
    return { outcome: (await coming(scene, asking)).length > 0 ? "some" : "none" };
  },

  async describeWorkshop(scene, asking) {
    const found = await chosen(scene, asking);
    if (!found) return gone();
    const { gathering, mine } = found;
    const values = workshopValues(scene.structure, gathering);
    const kept = { learnt: { [workshopFact]: gathering.id } };
    if (mine !== null) return { outcome: mine === "seat" ? "mine" : "waits", values, ...kept };
    return { outcome: seatsLeft(gathering) > 0 ? "free" : "full", values, ...kept };
  },

  async takeSeat(scene, asking) {
    const found = await chosen(scene, asking);
    if (!found) return gone();
    const { gathering, mine } = found;
    const values = workshopValues(scene.structure, gathering);
    if (mine === "seat") return { outcome: "taken", values };
    if (seatsLeft(gathering) === 0) return { outcome: "full", values };
    return { outcome: "taken", values, changes: [change("takeSeat", gathering)] };
  },

  async waitForSeat(scene, asking) {
    const found = await chosen(scene, asking);
    if (!found) return gone();
    const values = workshopValues(scene.structure, found.gathering);
    return { outcome: "waiting", values, changes: [change("waitForSeat", found.gathering)] };
  },

  async leaveSeat(scene, asking) {
    const found = await chosen(scene, asking);
    if (found?.mine == null) return gone();
    const values = workshopValues(scene.structure, found.gathering);
    return {
      ...{ outcome: "left", values, forget: [workshopFact] },
      changes: [change("leaveSeat", found.gathering)],
    };
  },
};

/** So many workshops fit under one question. */
const mostListed = 8;

/** The workshops to come, the next first. */
export async function offeredWorkshops(scene: Scene, asking: Asking): Promise<Proposed> {
  const list = await coming(scene, asking);
  return {
    offered: list.slice(0, mostListed).map(({ gathering }) => {
      const { zone } = placeOf(scene.structure, gathering);
      const when = saidMoment(gathering.start, zone, "short");
      const label = { key: "atelier:one", values: { when, title: gathering.words.title } };
      return { key: gathering.id, label, short: when };
    }),
  };
}

/** What the texts about a workshop may show. */
export function workshopValues(structure: Structure, gathering: Gathering): SaidValues {
  const { words, start } = gathering;
  const { zone, where } = placeOf(structure, gathering);
  const told = (key: string, text: string): readonly Said[] =>
    text === "" ? [] : [{ key: `atelier:${key}`, values: { text } }];
  const details = [
    ...(where === "" ? [] : [saidPlain(where)]),
    ...told("audience", words.audience),
    ...told("bring", words.bring),
    ...told("partner", words.partner),
  ];
  return {
    title: words.title,
    when: saidMoment(start, zone),
    details: saidLines(details.length > 0 ? details : [{ key: "atelier:placeLater" }]),
    left: seatsLeft(gathering),
  };
}

function placeOf(structure: Structure, { site, words }: Gathering) {
  const place = placeById(structure, site);
  const where = place ? `${place.name}, ${addressOf(place)}` : words.place;
  return { zone: place?.zone ?? structure.zone, where };
}

async function coming({ gatherings, structure, conversation }: Scene, { now }: Asking) {
  return gatherings.coming(structure.slug, conversation, now);
}

async function chosen(scene: Scene, asking: Asking): Promise<OwnGathering | null> {
  const id = known(asking, workshopFact);
  const list = await coming(scene, asking);
  return list.find(({ gathering }) => gathering.id === id) ?? null;
}

function gone() {
  return { outcome: "gone" as const, forget: [workshopFact] };
}

function change(kind: GatheringChange["kind"], { id }: Gathering): GatheringChange {
  return { kind, gathering: id };
}
