import { saidMoment } from "../base/said.ts";
import { after, hour } from "../base/time.ts";
import type { Told } from "../eligibility/bilan-questions.ts";
import { type Sheet, sheetLinkDays } from "../person/sheets.ts";
import { bilanMessage, bilanWords } from "./bilan-words.ts";
import type { Action, Scene } from "./scene.ts";

type Names = "findSheet" | "reopenSheet" | "shareSheet" | "linkSheet" | "revokeSheetLink";

/** What a person does with the sheet of their bilan. */
export const sheetActions: { readonly [Name in Names]: Action } = {
  async findSheet(scene) {
    const sheet = await presentSheet(scene);
    if (!sheet) return { outcome: "none" };
    const words = bilanWords(toldOf(sheet), scene.structure.localSchemes, sheet.figuresOn);
    return {
      outcome: "found",
      values: {
        day: saidMoment(sheet.createdAt, scene.structure.zone, "day"),
        summary: bilanMessage(words),
      },
    };
  },

  /** Their answers are answers again, as if just given: they read them all before they confirm. */
  async reopenSheet(scene) {
    const sheet = await presentSheet(scene);
    return sheet ? { outcome: "reopened", learnt: sheet.content.answers } : { outcome: "none" };
  },

  async shareSheet(scene) {
    const sheet = await presentSheet(scene);
    if (!sheet) return { outcome: "none" };
    return { outcome: "shared", changes: [{ kind: "shareSheet", sheet: sheet.id }] };
  },

  async linkSheet(scene, asking) {
    const sheet = await presentSheet(scene);
    if (!sheet) return { outcome: "none" };
    const until = after(asking.now, sheetLinkDays * 24 * hour);
    const token = scene.sheets.tokenOf(scene.ids.secret(), until);
    return {
      outcome: "given",
      values: {
        day: saidMoment(until, scene.structure.zone, "day"),
        link: `${scene.publicUrl}/fiche/${token}`,
      },
      changes: [{ kind: "linkSheet", sheet: sheet.id, link: { token, until } }],
    };
  },

  async revokeSheetLink(scene) {
    const sheet = await presentSheet(scene);
    if (!sheet) return { outcome: "none" };
    return {
      outcome: "revoked",
      changes: [{ kind: "linkSheet", sheet: sheet.id, link: null }],
    };
  },
};

/** The answers a sheet holds, as they were told. */
export function toldOf({ content }: Sheet): Told {
  return (fact) => content.answers[fact];
}

function presentSheet({ sheets, person, structure }: Scene): Promise<Sheet | null> {
  return sheets.presentOf(person, structure.slug);
}
