import { type AppointmentDetails, type Mode, modes } from "../appointments/details.ts";
import type { ChannelName, Said, SaidValues } from "../base/message.ts";
import { saidPlain } from "../base/said.ts";
import type { Asking } from "../engine/conversation.ts";
import type { Place, Structure } from "../structure/schema.ts";
import { known } from "./scene.ts";

type Motif = Pick<Structure["motifs"][number], "mode" | "modes">;

/** All the ways an appointment of a motif may take place, the usual one first. */
export function modesOf({ mode, modes: all }: Motif): readonly Mode[] {
  return [mode, ...(all ?? []).filter((one) => one !== mode)];
}

/** How somebody chooses not to come to a place: it is offered beside the places. */
export function keyOfMode(mode: string): string {
  return `by-${mode}`;
}

/** How the person wishes to meet, by what they answered to "where?"; the usual way when nothing was asked. */
export function chosenMode(asking: Asking, motif: Motif): Mode {
  const site = known(asking, "site");
  const chosen = modes.find((mode) => site === keyOfMode(mode));
  return chosen ?? (modesOf(motif).includes("place") ? "place" : motif.mode);
}

/** Whether the network tells the team the number of who writes. */
export function tellsNumber(channel: ChannelName): boolean {
  return channel === "whatsapp" || channel === "whatsapp-web";
}

/** A way to meet, as it is offered: "par téléphone". */
export function saidMode(mode: string): Said {
  return { key: `appointment:mode_${mode}` };
}

/** Where one meets: a place with its address and a map, or how it goes without one. */
export function saidWhere(
  mode: string,
  place: Place | undefined,
  values: SaidValues,
  details: AppointmentDetails | null,
): Said {
  if (mode === "place" && place) return { key: "appointment:where_place", values };
  if (mode === "phone" && details?.phone)
    return { key: "appointment:where_phoneAt", values: { phone: saidPlain(details.phone) } };
  if (mode === "phone" && details?.calledHere) return { key: "appointment:where_phoneThis" };
  if (mode === "video" && details?.videoLink)
    return { key: "appointment:where_videoAt", values: { link: saidPlain(details.videoLink) } };
  return { key: `appointment:where_${mode === "place" ? "unknown" : mode}` };
}
