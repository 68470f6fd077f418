import type { Trousseau } from "../assemble.ts";
import type { DeskDoor } from "../desk/desk-door.ts";
import { liveBoard } from "../store/live-board.ts";

/** What the desk reads for the bilan: situations, bilans that were signed, and the numbers of these days. */
export function whatIsCounted({
  store,
}: Trousseau): Pick<DeskDoor, "observatory" | "signedBilans" | "liveBoard"> {
  return {
    observatory: store.observatory,
    signedBilans: store.signedBilans,
    liveBoard: (structure, from, to) => liveBoard(store.database, structure, from, to),
  };
}
