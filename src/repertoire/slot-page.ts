import type { Asking } from "../engine/conversation.ts";
import { known } from "./scene.ts";

/** Which page of times is shown at a site, the first being 0: another site begins at its first page. */
export function slotPageAt(asking: Asking, site: string): number {
  const [where, page] = String(known(asking, "slotPage") ?? "").split(" ");
  return where === site ? Number(page) : 0;
}

/** What is learnt when the next page is asked for. */
export function nextSlotPage(asking: Asking): { readonly slotPage: string } {
  const site = String(known(asking, "site"));
  return { slotPage: `${site} ${slotPageAt(asking, site) + 1}` };
}
